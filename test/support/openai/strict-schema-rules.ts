const KEYWORDS = ['type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'anyOf', 'description'];

type Schema = Record<string, unknown>;

/** What a strict server would object to in a schema, or null. */
export function schemaProblem(schema: Schema, path = 'root'): string | null {
  const unknown = Object.keys(schema).find((key) => !KEYWORDS.includes(key));
  if (unknown) return `${path}: '${unknown}' is not permitted`;
  if (path === 'root' && schema.type !== 'object') return "root must be of type 'object'";
  if (schema.type === 'object') {
    const properties = Object.keys((schema.properties ?? {}) as Schema);
    if (schema.additionalProperties !== false) return `${path}: 'additionalProperties' is required to be false`;
    if (properties.join() !== ((schema.required ?? []) as string[]).join())
      return `${path}: 'required' must name every property`;
  }
  const inner: (readonly [string, unknown])[] = [
    ...Object.entries((schema.properties ?? {}) as Schema),
    ...((schema.anyOf ?? []) as unknown[]).map((one, at) => [`anyOf${at}`, one] as const),
    ...(schema.items ? [['items', schema.items] as const] : []),
  ];
  for (const [key, one] of inner) {
    const problem = schemaProblem(one as Schema, `${path}.${key}`);
    if (problem) return problem;
  }
  return null;
}
