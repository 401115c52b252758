import type { QueryResult } from 'pg';
import pg from 'pg';
import { Prisma } from './generated/client.ts';

/** What stays the same each time a statement runs; a named one is parsed once per connection. */
interface Kind {
  readonly name?: string;
  readonly text: string;
  readonly types: typeof TYPES;
}

/** A statement as PostgreSQL gets it. Only the values are its own: pg copies each own property anew for every query. */
export interface Statement extends Kind {
  readonly values: readonly unknown[];
}

export type Send = (statement: Statement) => Promise<QueryResult>;

/** Texts that were put together of pieces: more than this many kinds are not worth remembering on the server. */
const MOST_COMPOSED = 300;

const templates = new WeakMap<readonly string[], Kind>();
const composed = new Map<string, Kind & { readonly name: string }>();
let count = 0;

/** What `$queryRaw` takes, as one statement: a template, or pieces joined by `Prisma.sql`. */
function toStatement(template: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]): Statement {
  if (template instanceof Prisma.Sql) return ofText(template.text, template.values);
  if (values.some((value) => value instanceof Prisma.Sql)) {
    const whole = Prisma.sql(template, ...(values as readonly Prisma.Sql[]));
    return ofText(whole.text, whole.values);
  }
  let known = templates.get(template);
  if (!known) {
    const text = template.reduce((start, part, index) => `${start}$${index}${part}`);
    known = { name: `t${count++}`, text, types: TYPES };
    templates.set(template, known);
  }
  return withValues(known, values);
}

const ofText = (text: string, values: readonly unknown[]): Statement =>
  withValues(kindOf(text) ?? { text, types: TYPES }, values);

const withValues = (kind: Kind, values: readonly unknown[]): Statement =>
  Object.assign(Object.create(kind) as Kind, { values: values.map(toParameter) });

/** A text that is made anew each time but the same again and again gets one name. */
function kindOf(text: string): (Kind & { readonly name: string }) | undefined {
  let kind = composed.get(text);
  if (!kind && composed.size < MOST_COMPOSED) {
    kind = { name: `t${count++}`, text, types: TYPES };
    composed.set(text, kind);
  }
  return kind;
}
export const nameOf = (text: string): string | undefined => kindOf(text)?.name;

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
    send(toStatement(template, values));
  const runText = (text: string, values: readonly unknown[]) => send(ofText(text, values));
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
