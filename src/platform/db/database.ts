import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { createExpress } from './express.ts';
import { PrismaClient } from './generated/client.ts';
import { nameOf, type RawMethods, rawMethods } from './statement.ts';

/** The Prisma client for reading outside a transaction. Writing goes through `UnitOfWork.run`. */
export type Db = Omit<PrismaClient, '$transaction'>;

export interface Database {
  readonly url: string;
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** A connection that waits this long for its turn is a sign of work that waits for itself. */
const LONGEST_WAIT_MS = 10_000;

/** Of so many connections one is kept for short statements. */
const CONNECTIONS_PER_LINE = 6;

interface Inside {
  readonly pool: pg.Pool;
  readonly prepared: RawMethods;
  /** Opens Prisma's interactive transaction on a connection that already is in one. */
  readonly join: PrismaClient['$transaction'];
  readonly lend: <Result>(connection: Lent, work: () => Result) => Result;
}
const insides = new WeakMap<object, Inside>();

/** What Prisma's adapter wants of a connection. */
export type Lent = Pick<pg.PoolClient, 'query' | 'on' | 'removeListener' | 'release'>;

function inside(db: Db): Inside {
  const known = insides.get(db);
  if (!known) throw new Error('this Prisma client was not opened by openDatabase');
  return known;
}
export const poolOf = (db: Db): pg.Pool => inside(db).pool;
export const joinPrisma = (db: Db): Pick<Inside, 'join' | 'lend'> => inside(db);

/**
 * Raw statements that PostgreSQL parses and plans once per connection: for what runs with every message. A statement
 * whose best plan depends on its values stays with `db.$queryRaw`.
 */
export const prepared = (db: Db): Db => (insides.get(db)?.prepared as unknown as Db | undefined) ?? db;

export function openDatabase(url: string, { maxConnections = 20 }: { maxConnections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    application_name: 'dauys',
    connectionTimeoutMillis: LONGEST_WAIT_MS,
    // Statements that do not wait for each other leave in one packet.
    pipeline: true,
  } as pg.PoolConfig);
  // A lost idle connection is replaced by the pool; without a listener Node would end the process.
  pool.on('error', () => undefined);
  // Times without a zone are UTC to Prisma, whatever the server's own zone.
  pool.on('connect', (client) => void client.query("set time zone 'UTC'").catch(() => undefined));

  const express = createExpress(pool, Math.max(1, Math.floor(maxConnections / CONNECTIONS_PER_LINE)));
  const lent = new AsyncLocalStorage<Lent>();
  const lending: pg.Pool = Object.create(pool, {
    connect: { value: async () => lent.getStore() ?? pool.connect() },
    query: { value: pool.query.bind(pool) },
  });
  const client = new PrismaClient({
    adapter: new PrismaPg(lending, { statementNameGenerator: ({ sql }) => nameOf(sql) as string }),
  });
  const raw = rawMethods(({ text, values, types }) => pool.query({ text, values, types } as pg.QueryConfig));
  const prisma = withRaw(client, raw);
  insides.set(prisma, {
    pool,
    prepared: rawMethods((statement) => express.query(statement as pg.QueryConfig)),
    join: client.$transaction.bind(client),
    lend: (connection, work) => lent.run(connection, work),
  });
  return {
    url,
    prisma,
    pool,
    async close() {
      await express.close();
      await client.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}

/** The client with its raw methods replaced by our own. */
export function withRaw<Client extends object>(client: Client, raw: RawMethods): Client {
  return new Proxy(client, {
    get(target, key) {
      if (Object.hasOwn(raw, key)) return raw[key as keyof RawMethods];
      const value = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
