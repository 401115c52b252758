import type { QueryResult } from 'pg';
import pg from 'pg';
import { Prisma } from './generated/client.ts';

/** A statement as PostgreSQL gets it; a named one is parsed once per connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

export type Send = (statement: Statement & { readonly types: typeof TYPES }) => Promise<QueryResult>;

/** Texts that were put together of pieces: more than this many kinds are not worth remembering on the server. */
const MOST_COMPOSED = 300;

const templates = new WeakMap<readonly string[], { name: string; text: string }>();
const composed = new Map<string, string>();
let count = 0;

/** What `$queryRaw` takes, as one statement: a template, or pieces joined by `Prisma.sql`. */
export function toStatement(template: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]): Statement {
  if (template instanceof Prisma.Sql) return ofPieces(template);
  if (values.some((value) => value instanceof Prisma.Sql))
    return ofPieces(Prisma.sql(template, ...(values as readonly Prisma.Sql[])));
  let known = templates.get(template);
  if (!known) {
    known = { name: `t${count++}`, text: template.reduce((text, part, index) => `${text}$${index}${part}`) };
    templates.set(template, known);
  }
  return { ...known, values: values.map(toParameter) };
}

function ofPieces({ text, values }: Prisma.Sql): Statement {
  return { ...named(text), text, values: values.map(toParameter) };
}

/** A name for a text that is made anew each time but the same again and again. */
export function nameOf(text: string): string | undefined {
  let name = composed.get(text);
  if (!name && composed.size < MOST_COMPOSED) {
    name = `t${count++}`;
    composed.set(text, name);
  }
  return name;
}

const named = (text: string): { name?: string } => {
  const name = nameOf(text);
  return name ? { name } : {};
};

/** A date leaves with its zone, whatever zone this process lives in. */
function toParameter(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toParameter);
  return value;
}

const { builtins } = pg.types;
/** Not among the names that pg gives to types. */
const INT8_ARRAY = 1016 as typeof builtins.INT8;
const PARSERS = new Map<number, (text: string) => unknown>([
  [builtins.INT8, BigInt],
  [builtins.NUMERIC, (text) => new Prisma.Decimal(text)],
  [builtins.DATE, (text) => new Date(`${text}T00:00:00Z`)],
  [builtins.TIMESTAMP, (text) => new Date(`${text.replace(' ', 'T')}Z`)],
  [builtins.TIMESTAMPTZ, readInstant],
  [builtins.JSON, JSON.parse],
  [builtins.JSONB, JSON.parse],
  [builtins.BYTEA, readBytes],
  [
    INT8_ARRAY,
    (text) => (pg.types.getTypeParser(INT8_ARRAY)(text) as (string | null)[]).map((item) => item && BigInt(item)),
  ],
]);

/** `2026-11-22 12:10:00.123+00` and its like; the far past and the infinite go the slow way. */
function readInstant(text: string): Date {
  return text.endsWith('+00') && text.charCodeAt(4) === 45
    ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
    : (pg.types.getTypeParser(builtins.TIMESTAMPTZ)(text) as Date);
}

function readBytes(text: string): Uint8Array {
  const { buffer, byteOffset, length } = pg.types.getTypeParser(builtins.BYTEA)(text) as Buffer;
  return new Uint8Array(buffer, byteOffset, length);
}

/** Rows look the same as through Prisma: bigint for int8, Date for dates, Decimal for numeric. */
export const TYPES = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS.get(oid)) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Prisma's raw methods, sent straight to PostgreSQL: no engine in between. */
export function rawMethods(send: Send) {
  const run = (template: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]) =>
    send({ ...toStatement(template, values), types: TYPES });
  const runText = (text: string, values: readonly unknown[]) =>
    send({ ...named(text), text, values: values.map(toParameter), types: TYPES });
  return {
    $queryRaw: async (template: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<unknown> =>
      (await run(template, values)).rows,
    $executeRaw: async (template: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<number> =>
      (await run(template, values)).rowCount ?? 0,
    $queryRawUnsafe: async (text: string, ...values: unknown[]): Promise<unknown> => (await runText(text, values)).rows,
    $executeRawUnsafe: async (text: string, ...values: unknown[]): Promise<number> =>
      (await runText(text, values)).rowCount ?? 0,
  };
}
export type RawMethods = ReturnType<typeof rawMethods>;
