import { z } from 'zod';
import { AgencyCode, type CitizenId, TerritoryCode } from '../../kernel/ids.ts';
import { Language } from '../../kernel/language.ts';
import type { Petitions } from '../../petitions/index.ts';
import type { Services } from '../compose.ts';
import { createStage, readStories } from './stage.ts';

const text = z.string().min(1);

/** What an invented citizen asks for, and how many stand behind it. */
const DemoPetition = z.object({
  daysAgo: z.number().int().min(0),
  language: Language,
  profile: text,
  authority: text,
  agency: AgencyCode,
  territory: TerritoryCode,
  ask: text,
  why: text,
  /** Absent: it waits to be moderated. */
  supports: z.number().int().min(0).optional(),
});

const DAY_MS = 86_400_000;

/**
 * Invented petitions, so that the site and the moderators' desk are not empty: one waits, the others are open. They go
 * the way of real ones, sponsors included. Safe to repeat.
 *
 * @returns how many there are; 0 where the jurisdiction has none
 */
export async function playDemoPetitions(
  { jurisdiction, uow, clock, citizens }: Pick<Services, 'jurisdiction' | 'uow' | 'clock' | 'citizens'>,
  { authoring, moderation, profiles, support, worker }: Petitions,
): Promise<number> {
  const stories = readStories(jurisdiction.folder, 'demo-petitions.json', DemoPetition);
  const now = (await clock.now()).getTime();
  const at = createStage(uow, 'demo-petition', now);

  const person = (name: string, language: Language): Promise<CitizenId> =>
    at(`person:${name}`, now, async (tx) => {
      const { id } = await citizens.meet(tx, { channel: 'demonstration', externalId: `petition:${name}`, language });
      return id;
    });

  for (const [
    index,
    { daysAgo, language, profile, authority, agency, territory, supports, ...words },
  ] of stories.entries()) {
    const began = now - daysAgo * DAY_MS;
    const citizenId = await person(`${index}:author`, language);
    const petitionId = await at(`${index}:draft`, began, async (tx) => {
      const draft = await authoring.draft(tx, {
        citizenId,
        language,
        profileId: profile,
        authorityKey: authority,
        agencyCode: agency,
        territoryCode: territory,
        text: { ...words, details: '' },
      });
      return draft.id;
    });
    await at(`${index}:submit`, began, async (tx) => void (await authoring.submit(tx, petitionId, citizenId)));
    // People come one after the other, from the first moment to the last.
    const supported = async (first: number, end: number, since: number, until: number): Promise<void> => {
      for (let number = first; number < end; number += 1) {
        const citizenId = await person(`${index}:${number}`, language);
        const moment = since + ((until - since) * (number - first + 1)) / (end - first + 1);
        const one = { petitionId, citizenId, tier: 'account', source: 'chat', referrer: null } as const;
        await at(`${index}:support:${number}`, moment, async (tx) => void (await support.support(tx, one)));
      }
    };
    const { count } = profiles.get(profile).sponsors;
    const published = began + DAY_MS;
    await supported(0, count, began, published);
    if (supports === undefined) continue;
    await at(`${index}:publish`, published, async (tx) => void (await moderation.publish(tx, petitionId, citizenId)));
    await supported(count, supports, published, now);
  }
  await worker.tally();
  return stories.length;
}
