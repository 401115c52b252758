import type pg from 'pg';
import { type Db, joinPrisma, type Lent } from './database.ts';
import type { Prisma } from './generated/client.ts';
import type { RawMethods } from './statement.ts';

type Models = Prisma.TransactionClient;
type Method = (...args: unknown[]) => Promise<unknown>;

/** Prisma opens and closes a transaction of its own; it is ours, so these say nothing. */
const OURS = new Set(['BEGIN', 'COMMIT', 'ROLLBACK']);
const SAID = { rows: [], fields: [], rowCount: 0 };

/**
 * Prisma's models inside a transaction that is already open on a connection. Nothing of Prisma runs before the first
 * model is asked for: most commands need none.
 */
export function lazyPrisma(db: Db, send: (statement: pg.QueryConfig) => Promise<pg.QueryResult>, timeout: number) {
  const { join, lend } = joinPrisma(db);
  let joined: { models: Promise<Models>; end: (failed: boolean) => Promise<void> } | null = null;

  function open() {
    const ready = Promise.withResolvers<Models>();
    const over = Promise.withResolvers<void>();
    const connection = {
      query: (statement: pg.QueryConfig) => (OURS.has(statement.text) ? Promise.resolve(SAID) : send(statement)),
      on: () => undefined,
      removeListener: () => undefined,
      release: () => undefined,
    } as unknown as Lent;
    const whole = lend(connection, () =>
      join(
        async (models) => {
          ready.resolve(models);
          await over.promise;
        },
        { maxWait: timeout, timeout },
      ),
    );
    whole.catch(ready.reject);
    ready.promise.catch(() => undefined);
    return {
      models: ready.promise,
      async end(failed: boolean): Promise<void> {
        if (failed) over.reject(new Error('the command failed'));
        else over.resolve();
        await (failed ? whole.catch(() => undefined) : whole);
      },
    };
  }

  const model = (name: string) =>
    new Proxy({} as Record<string, Method>, {
      get: (_target, method: string) => async (args?: unknown) => {
        joined ??= open();
        const models = (await joined.models) as unknown as Record<string, Record<string, Method>>;
        return models[name]?.[method]?.(args);
      },
    });

  return {
    /** The client that repositories see: its raw methods and Prisma's models, all in the one transaction. */
    withRaw: (raw: RawMethods): Models =>
      new Proxy(raw as unknown as Models, {
        get: (target, key: string) => (Object.hasOwn(target, key) ? Reflect.get(target, key) : model(key)),
      }),
    end: async (): Promise<void> => void (await joined?.end(false)),
    abandon: async (): Promise<void> => void (await joined?.end(true)),
  };
}
