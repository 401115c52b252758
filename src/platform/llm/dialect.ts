/** What a server and its model understand of the interface; found out by asking for the best and listening to the no. */
export interface Dialect {
  readonly format: 'json_schema' | 'json_object' | 'none';
  readonly lengthField: 'max_tokens' | 'max_completion_tokens';
  readonly temperature: boolean;
  /** How a reply comes that somebody listens to while it is written. */
  readonly stream: 'with_usage' | 'plain' | 'none';
}

export const BEST_DIALECT: Dialect = {
  format: 'json_schema',
  lengthField: 'max_tokens',
  temperature: true,
  stream: 'with_usage',
};

/** The next simpler way to say the same after a server's objection, or null when nothing is left to leave out. */
export function simplerDialect(dialect: Dialect, objection: string): Dialect | null {
  if (dialect.lengthField === 'max_tokens' && objection.includes('max_completion_tokens'))
    return { ...dialect, lengthField: 'max_completion_tokens' };
  if (dialect.stream === 'with_usage' && objection.includes('stream_options')) return { ...dialect, stream: 'plain' };
  if (dialect.stream !== 'none' && /\bstream(ing)?\b/.test(objection)) return { ...dialect, stream: 'none' };
  // Reasoning models accept their own temperature only.
  if (dialect.temperature && /\btemperature\b/.test(objection)) return { ...dialect, temperature: false };
  if (dialect.format === 'json_schema') return { ...dialect, format: 'json_object' };
  if (dialect.format === 'json_object') return { ...dialect, format: 'none' };
  return null;
}
