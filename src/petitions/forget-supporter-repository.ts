import type { CitizenId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';

/**
 * A person is forgotten: their supports stay in the counts and in the log, and nothing says any more that they were
 * theirs; what they wrote for everybody stays public without its author.
 */
export async function forgetSupporter(tx: Tx, citizenId: CitizenId): Promise<void> {
  const client = prismaOf(tx);
  await client.$executeRaw`
    update petition_supports set citizen_id = gen_random_uuid(), notify = false, referrer = null where citizen_id = ${citizenId}::uuid`;
  await client.$executeRaw`
    update petitions set citizen_id = gen_random_uuid(), state = case when state = 'draft' then 'withdrawn' else state end
    where citizen_id = ${citizenId}::uuid`;
}
