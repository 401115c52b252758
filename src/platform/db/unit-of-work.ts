import type pg from 'pg';
import type { CommandOutcome, Tx, UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { Log } from '../log/log.ts';
import { poolOf } from './database.ts';
import { inOnePacket } from './express.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { lazyPrisma } from './lazy-prisma.ts';
import { rawMethods } from './statement.ts';

type TransactionClient = Prisma.TransactionClient;
const CLIENT = Symbol('transaction client');

const UNANSWERED = Symbol('writes that nobody waits for');

interface OpenTx extends Tx {
  readonly [CLIENT]: TransactionClient;
  readonly [UNANSWERED]: Promise<unknown>[];
}

/**
 * A write whose answer the command does not need: it is on its way, what follows it on the connection sees it, and the
 * commit waits for it. One that fails makes the command fail.
 */
export function unanswered(tx: Tx, write: Promise<unknown>): void {
  write.catch(() => undefined);
  (tx as OpenTx)[UNANSWERED].push(write);
}

/** The transaction as repositories see it: raw statements go straight to PostgreSQL, models through Prisma. */
export function prismaOf(tx: Tx): TransactionClient {
  return (tx as OpenTx)[CLIENT];
}

/** Deadlock and serialisation failures are PostgreSQL's request to try again. */
const ATTEMPTS = 4;
const RETRYABLE = /40P01|40001|P2034|deadlock detected|write conflict|cached plan must not change/i;
/** A statement was prepared before a migration changed its table: the connection is of no use any more. */
const OUTDATED = /cached plan must not change/i;
/** A command that takes longer waits for something it will not get. */
const LONGEST_MS = 20_000;

const CLAIM = {
  name: 'claim_command_key',
  text: 'insert into command_keys (key, at) values ($1, business_now()) on conflict do nothing returning at',
};
const KEEP_RESULT = { name: 'keep_command_result', text: 'update command_keys set result = $2 where key = $1' };
const READ_RESULT = { name: 'read_command_result', text: 'select result from command_keys where key = $1' };

export function createUnitOfWork(prisma: PrismaClient, log: Log): UnitOfWork {
  const pool = poolOf(prisma);

  async function once<Result>(
    key: string,
    work: (tx: Tx) => Promise<Result>,
    opening?: (tx: Pick<Tx, 'key'>) => void,
  ): Promise<{ outcome: CommandOutcome<Result>; hooks: (() => void | Promise<void>)[] }> {
    const connection = await pool.connect();
    const ask = inOnePacket(connection);
    let broken = false;
    let open = true;
    // A server that ends the connection in the middle says so by an event; unheard, it would end this process.
    const onLost = (): void => {
      broken = true;
    };
    connection.on('error', onLost);
    const writes: Promise<unknown>[] = [];
    const send = (statement: pg.QueryConfig): Promise<pg.QueryResult> => {
      if (!open) return Promise.reject(new Error('the transaction is over'));
      return ask(statement);
    };
    const models = lazyPrisma(prisma, send, LONGEST_MS);
    try {
      const hooks: (() => void | Promise<void>)[] = [];
      const opened: { now: Date | null } = { now: null };
      const tx: OpenTx = {
        key,
        get now() {
          if (!opened.now) throw new Error('the transaction has not begun');
          return opened.now;
        },
        afterCommit: (hook) => void hooks.push(hook),
        [CLIENT]: models.withRaw(rawMethods((statement) => send(statement as pg.QueryConfig))),
        [UNANSWERED]: writes,
      };
      // All of this leaves in one packet.
      const begun = send({ text: 'begin' });
      const claimed = send({ ...CLAIM, values: [key] }).then(({ rows }) => {
        opened.now = (rows[0] as { at: Date } | undefined)?.at ?? null;
      });
      opening?.(tx);
      await Promise.all([begun, claimed]);
      if (!opened.now) {
        const { rows } = await send({ ...READ_RESULT, values: [key] });
        await send({ text: 'rollback' });
        return { outcome: { type: 'repeated', result: (rows[0]?.result ?? null) as Result }, hooks: [] };
      }
      const result = await within(LONGEST_MS, work(tx));
      await models.end();
      const keep =
        result === undefined || result === null
          ? null
          : send({ ...KEEP_RESULT, values: [key, JSON.stringify(result)] });
      const [{ command }] = await Promise.all([send({ text: 'commit' }), keep, ...writes]);
      // PostgreSQL answers a commit after a failed statement with a quiet rollback.
      if (command !== 'COMMIT') throw new Error('a statement of this command had failed');
      return { outcome: { type: 'done', result }, hooks };
    } catch (thrown) {
      const error = await firstCause(thrown, writes);
      await models.abandon();
      broken = error instanceof Error && OUTDATED.test(error.message);
      await connection.query('rollback').catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      open = false;
      // A lost connection may complain once more while the pool puts it away.
      if (!broken) connection.off('error', onLost);
      connection.release(broken);
    }
  }

  return {
    async run(key, work, opening) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          const { outcome, hooks } = await once(key, work, opening);
          for (const hook of hooks) {
            try {
              await hook();
            } catch (error) {
              log.warn({ err: error, key }, 'after-commit hook failed');
            }
          }
          return outcome;
        } catch (error) {
          if (
            attempt >= ATTEMPTS ||
            !(error instanceof Error) ||
            !RETRYABLE.test(`${(error as { code?: string }).code} ${error.message}`)
          )
            throw error;
          log.warn({ key, attempt }, 'transaction retried');
        }
      }
    },
  };
}

/** PostgreSQL tells every statement after the failed one only that something failed: what did is told by the write. */
async function firstCause(thrown: unknown, writes: readonly Promise<unknown>[]): Promise<unknown> {
  if (
    !/25P02|had failed|transaction is aborted/.test(
      `${(thrown as { code?: string }).code} ${(thrown as Error).message}`,
    )
  )
    return thrown;
  for (const outcome of await Promise.allSettled(writes)) if (outcome.status === 'rejected') return outcome.reason;
  return thrown;
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the command took longer than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
