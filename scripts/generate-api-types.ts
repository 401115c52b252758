// Writes the console's `paths` type for openapi-fetch from the API's own OpenAPI document.
// `--check` only says whether the committed file is still true (exit 1 when not).
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeApi } from '../src/channels/console/describe-api.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: Schema;
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

const quote = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;
const literal = (value: unknown): string => (typeof value === 'string' ? quote(value) : JSON.stringify(value));

function typeOf(schema: Schema | undefined): string {
  if (schema === undefined) return 'unknown';
  if (schema.$ref) return `components['schemas'][${quote(schema.$ref.split('/').at(-1) ?? '')}]`;
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum) return schema.enum.map(literal).join(' | ');
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return [...new Set(options.map(typeOf))].join(' | ');
  if (schema.allOf) return schema.allOf.map(typeOf).join(' & ');
  if (Array.isArray(schema.type)) return schema.type.map((type: string) => typeOf({ ...schema, type })).join(' | ');
  switch (schema.type) {
    case 'string':
      return 'string';
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'null':
      return 'null';
    case 'array':
      return `(${typeOf(schema.items)})[]`;
    case 'object':
      return objectOf(schema);
    default:
      return 'unknown';
  }
}

function objectOf({ properties = {}, required = [], additionalProperties, propertyNames }: Schema): string {
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${quote(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)};`,
  );
  if (fields.length > 0) return `{ ${fields.join(' ')} }`;
  if (typeof additionalProperties === 'object')
    return `{ [key in ${propertyNames?.enum ? typeOf(propertyNames) : 'string'}]: ${typeOf(additionalProperties)} }`;
  return 'Record<string, never>';
}

const contentOf = (content: Content | undefined): string =>
  content
    ? `content: { ${Object.entries(content)
        .map(([type, { schema }]) => `${quote(type)}: ${typeOf(schema)};`)
        .join(' ')} };`
    : 'content?: never;';

function parametersOf(parameters: readonly Parameter[]): string {
  const groups = Map.groupBy(parameters, (parameter) => parameter.in);
  const fields = (['query', 'path'] as const).map((place) => {
    const list = groups.get(place);
    if (!list) return `${place}?: never;`;
    const isNeeded = list.some(({ required }) => required);
    const inner = list.map(({ name, required, schema }) => `${quote(name)}${required ? '' : '?'}: ${typeOf(schema)};`);
    return `${place}${isNeeded ? '' : '?'}: { ${inner.join(' ')} };`;
  });
  return `{ ${fields.join(' ')} }`;
}

function operationOf({ parameters = [], requestBody, responses = {} }: Operation): string {
  const body = requestBody
    ? `requestBody${requestBody.required ? '' : '?'}: { ${contentOf(requestBody.content)} };`
    : 'requestBody?: never;';
  const answers = Object.entries(responses).map(
    ([status, { content }]) => `${status}: { headers: Record<string, string>; ${contentOf(content)} };`,
  );
  const problem = "default: { headers: Record<string, string>; content: { 'application/problem+json': Problem } };";
  return `{ parameters: ${parametersOf(parameters)}; ${body} responses: { ${answers.join(' ')} ${problem} }; }`;
}

function render({ paths, components }: Document): string {
  const schemas = Object.entries(components?.schemas ?? {}).map(
    ([name, schema]) => `${quote(name)}: ${typeOf(schema)};`,
  );
  const operations = Object.entries(paths).map(
    ([path, methods]) =>
      `${quote(path)}: { ${Object.entries(methods)
        .map(([method, operation]) => `${method}: ${operationOf(operation)};`)
        .join(' ')} };`,
  );
  return `// Written by scripts/generate-api-types.ts from the OpenAPI document. Do not edit.
export interface Problem { type: string; title: string; status: number; code: string; instance?: string; facts?: Record<string, unknown>; errors?: { pointer: string; detail: string }[] }
export interface components { schemas: { ${schemas.join('\n')} } }
export interface paths { ${operations.join('\n')} }
`;
}

const target = fileURLToPath(new URL('../src/channels/console/app/api-types.ts', import.meta.url));
const text = render((await describeApi()) as unknown as Document);
const formatted = execFileSync('biome', ['format', '--stdin-file-path', target], { input: text, encoding: 'utf8' });
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== formatted) {
    console.error('src/channels/console/app/api-types.ts is out of date: node scripts/generate-api-types.ts');
    process.exitCode = 1;
  }
} else writeFileSync(target, formatted);
