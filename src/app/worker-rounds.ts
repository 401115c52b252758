import { createCalendarChanges } from '../journeys/change-calendar.ts';
import { createSilentClosing } from '../journeys/close-in-silence.ts';
import { createRiskRound } from '../journeys/estimate-risk.ts';
import { createTermWatch } from '../journeys/watch-terms.ts';
import type { Config } from '../platform/config/config.ts';
import type { Rounds } from '../platform/loops/loop.ts';
import type { Services } from './compose.ts';
import type { composeAftercare } from './knowledge-aftercare.ts';
import type { KnowledgeEditors } from './knowledge-editors.ts';
import type { createOfficerChannels } from './officers.ts';
import type { Participation } from './participation.ts';
import type { composeRoutingCare } from './routing-care.ts';
import type { createPublicSide } from './site.ts';
import type { composeWeeklyBrief } from './weekly-brief.ts';

interface Parts {
  readonly services: Services;
  readonly officers: ReturnType<typeof createOfficerChannels>;
  readonly participation: Participation;
  readonly publicSide: ReturnType<typeof createPublicSide>;
  readonly aftercare: ReturnType<typeof composeAftercare>;
  readonly knowledgeEditors: KnowledgeEditors;
  readonly routingCare: ReturnType<typeof composeRoutingCare>;
  readonly weeklyBrief: ReturnType<typeof composeWeeklyBrief>;
  readonly models: Config['models'];
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What every process, whatever its role, keeps in memory of what people change through another one. */
export const memoryRound = ({ territories, register, superiors, calendars, promises }: Services): Rounds => ({
  name: 'directory',
  everyMs: MINUTE,
  round: async () => {
    await territories.refresh();
    await register.refresh();
    await superiors.refresh();
    await calendars.refresh();
    await promises.refresh();
  },
});

/** What a process of the role `worker` does by itself. Any number of them may run: each piece of work is claimed. */
export function workerRounds(parts: Parts): readonly Rounds[] {
  const {
    services,
    officers,
    participation,
    publicSide,
    aftercare,
    knowledgeEditors,
    routingCare,
    weeklyBrief,
    models,
  } = parts;
  const { petitions, votes, surveys } = participation;
  const calendarChanges = createCalendarChanges(services);
  const closeInSilence = createSilentClosing({
    ...services,
    afterDays: services.jurisdiction.caseRules.closeInSilenceAfterDays,
  });
  const rounds: Rounds[] = [
    { name: 'terms', everyMs: 5 * SECOND, round: createTermWatch({ ...services, now: () => new Date() }) },
    {
      name: 'calendars',
      everyMs: MINUTE,
      round: async () => calendarChanges.warnOfEnd(await services.clock.now()),
    },
    { name: 'silent cases', everyMs: MINUTE, round: closeInSilence },
    { name: 'risk of being late', everyMs: HOUR, round: createRiskRound(services) },
    { name: 'officer digests', everyMs: MINUTE, round: officers.everyMinute },
    { name: 'officer channels', everyMs: 24 * HOUR, round: officers.everyDay },
    { name: 'petitions', everyMs: 5 * SECOND, round: async () => (await petitions.worker.tick()) > 0 },
    { name: 'votes', everyMs: 5 * SECOND, round: async () => (await votes.tick()) > 0 },
    { name: 'vote signals', everyMs: 10 * MINUTE, round: async () => void (await votes.watch()) },
    { name: 'surveys', everyMs: 5 * SECOND, round: async () => (await surveys.fielding.tick()) > 0 },
    { name: 'anonymous answers', everyMs: MINUTE, round: async () => void (await surveys.mixAll()) },
    { name: 'weekly brief', everyMs: MINUTE, round: async () => void (await weeklyBrief.round()) },
    { name: 'figures', everyMs: MINUTE, round: async () => void (await publicSide.refreshFigures()) },
    { name: 'embeddings', everyMs: 30 * SECOND, round: services.knowledge.embedSome },
    { name: 'answer aftercare', everyMs: 20 * SECOND, round: aftercare.tell },
    { name: 'editor reminders', everyMs: 10 * MINUTE, round: async () => void (await knowledgeEditors.round()) },
    { name: 'knowledge gaps', everyMs: 10 * MINUTE, round: async () => void (await aftercare.gather()) },
    { name: 'similar cases', everyMs: 5 * SECOND, round: services.similarFinder.round },
    { name: 'routing learning', everyMs: HOUR, round: routingCare.everyHour },
  ];
  if (officers.readMailbox) rounds.push({ name: 'mailbox', everyMs: 30 * SECOND, round: officers.readMailbox });
  if (models.apiKey || models.baseUrl)
    rounds.push({ name: 'second reader', everyMs: 5 * SECOND, round: routingCare.secondReader.round });
  return rounds;
}
