import type { CommandOutcome, Tx, UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { Log } from '../log/log.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';

type TransactionClient = Prisma.TransactionClient;
const CLIENT = Symbol('prisma transaction client');

interface OpenTx extends Tx {
  readonly [CLIENT]: TransactionClient;
}

/** The transaction as repositories see it. */
export function prismaOf(tx: Tx): TransactionClient {
  return (tx as OpenTx)[CLIENT];
}

/** Deadlock and serialisation failures are PostgreSQL's request to try again. */
const ATTEMPTS = 4;
const RETRYABLE = /40P01|40001|P2034|deadlock detected|write conflict/i;

export function createUnitOfWork(prisma: PrismaClient, log: Log): UnitOfWork {
  async function once<Result>(
    key: string,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<{ outcome: CommandOutcome<Result>; hooks: (() => void | Promise<void>)[] }> {
    const hooks: (() => void | Promise<void>)[] = [];
    const outcome = await prisma.$transaction(
      async (client): Promise<CommandOutcome<Result>> => {
        const [mine] = await client.$queryRaw<{ at: Date }[]>`
          insert into command_keys (key, at) values (${key}, business_now()) on conflict do nothing returning at`;
        if (!mine) {
          const [first] = await client.$queryRaw<
            { result: Result }[]
          >`select result from command_keys where key = ${key}`;
          return { type: 'repeated', result: (first?.result ?? null) as Result };
        }
        const tx: OpenTx = { key, now: mine.at, afterCommit: (hook) => void hooks.push(hook), [CLIENT]: client };
        const result = await work(tx);
        if (result !== undefined && result !== null) {
          await client.$executeRaw`update command_keys set result = ${JSON.stringify(result)}::jsonb where key = ${key}`;
        }
        return { type: 'done', result };
      },
      { maxWait: 10_000, timeout: 20_000 },
    );
    return { outcome, hooks: outcome.type === 'done' ? hooks : [] };
  }

  return {
    async run(key, work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          const { outcome, hooks } = await once(key, work);
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
