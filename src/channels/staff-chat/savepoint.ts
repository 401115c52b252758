import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';

export type Attempt<Result> = { type: 'done'; result: Result } | { type: 'refused'; refusal: Refusal };

/** Part of an update that may be refused: then nothing of it stays, while the update itself counts as carried out. */
export async function attempt<Result>(tx: Tx, work: () => Promise<Result>): Promise<Attempt<Result>> {
  const client = prismaOf(tx);
  await client.$executeRaw`savepoint officer_act`;
  try {
    const result = await work();
    await client.$executeRaw`release savepoint officer_act`;
    return { type: 'done', result };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await client.$executeRaw`rollback to savepoint officer_act`;
    return { type: 'refused', refusal: error };
  }
}
