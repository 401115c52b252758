import type { CitizenId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';

/**
 * Lawful erasure: what was begun and the votes on opinion maps go; confidential answers stay without the person;
 * "has answered" stays on the id of a citizen who is nobody any more, so that counts stay true. Anonymous answers
 * cannot be found, which is what was promised.
 */
export async function forgetCitizen(tx: Tx, citizenId: CitizenId): Promise<void> {
  const client = prismaOf(tx);
  await client.surveySession.deleteMany({ where: { citizenId } });
  await client.surveySubmission.updateMany({ where: { citizenId }, data: { citizenId: null } });
  await client.topicContribution.updateMany({ where: { citizenId }, data: { citizenId: null } });
  await client.opinionVote.deleteMany({ where: { citizenId } });
  await client.opinionStatement.updateMany({ where: { authorId: citizenId }, data: { authorId: null } });
  await client.surveyRecipient.updateMany({
    where: { citizenId, contact: { in: ['waiting', 'held'] } },
    data: { contact: 'withdrawn' },
  });
}
