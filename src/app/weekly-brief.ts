import { createStaffRepository } from '../access/index.ts';
import type { Officer } from '../appeals/index.ts';
import { Day, instantAt } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import type { Notification } from '../notifications/index.ts';
import { isLeader, type Leader } from '../surveys/index.ts';
import type { Services } from './compose.ts';
import type { Participation } from './participation.ts';

const MOST_LINES = 5;

/** The weekly brief on its way to leaders. */
export function composeWeeklyBrief(
  { db, t, names, timezone }: Pick<Services, 'db' | 't' | 'names' | 'timezone'>,
  { surveys }: Pick<Participation, 'surveys'>,
  publicUrl: string,
) {
  const staff = createStaffRepository(db);
  const leaders = async (): Promise<readonly Leader[]> =>
    (await staff.list(null)).filter((person) => person.state === 'active' && isLeader(person));

  return {
    round: () => surveys.briefs.round(leaders),

    /** Numbers and topics, never the words of citizens: every channel may show it. The quotes are on the page. */
    async text(
      facts: Notification['facts'],
      { agencyCode, language }: Pick<Officer, 'agencyCode'> & { language: Language },
    ): Promise<string | null> {
      const until = Day.safeParse(facts['until']);
      if (!until.success) return null;
      const brief = await surveys.rising.brief(instantAt(until.data, 0, timezone), agencyCode);
      const say = (key: string, args: Record<string, string | number> = {}) => t(language, key, args);
      const more = brief.rising.length - MOST_LINES;
      return [
        say('brief-title', { day: names.day(until.data, language) }),
        ...(agencyCode ? [names.agency(agencyCode, language)] : []),
        say('brief-counts', {
          appeals: brief.appeals,
          contributions: brief.contributions,
          questions: brief.questions,
        }),
        brief.rising.length === 0 ? say('brief-nothing') : say('brief-rising'),
        ...brief.rising.slice(0, MOST_LINES).map(({ topicId, thisWeek, usual, done }) =>
          say('brief-topic', {
            topic: names.topic(topicId, language),
            count: thisWeek,
            usual: String(Math.round(usual * 10) / 10),
            answered: done.answered,
            late: done.late,
          }),
        ),
        ...(more > 0 ? [say('brief-more', { count: more })] : []),
        ...(brief.done.kept.length + brief.done.owed > 0
          ? [say('brief-done', { kept: brief.done.kept.length, owed: brief.done.owed, late: brief.done.late })]
          : []),
        `${publicUrl}/console/topics/rising?until=${until.data}`,
      ].join('\n');
    },
  };
}
