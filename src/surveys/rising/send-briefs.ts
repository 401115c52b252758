import type { Clock } from '../../kernel/clock.ts';
import { addDays, type Day, isoWeekday, zoned } from '../../kernel/day.ts';
import type { UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../../notifications/index.ts';
import type { BriefChoicesRepository } from './brief-choices-repository.ts';

/** The kind under which the brief travels to somebody of the staff. */
export const WEEKLY_BRIEF = 'weekly_brief';

const NINE = 9 * 60;
/** A server that stood still on Monday sends on Tuesday; later in the week the brief would be old. */
const LAST_WEEKDAY = 2;

/** The brief is for those who lead a body, and for those who watch over all of them. */
export const BRIEF_ROLES = ['supervisor', 'operator', 'monitor'] as const;
export const isLeader = ({ role }: { readonly role: string }): boolean =>
  (BRIEF_ROLES as readonly string[]).includes(role);

export interface Leader {
  readonly id: string;
  readonly agencyCode: string | null;
}

interface Deps {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly timezone: string;
  readonly notifications: Pick<NotificationsRepository, 'addMany'>;
  readonly choices: BriefChoicesRepository;
}

/** On Monday from nine each leader gets the week that is over, once, unless they said no. */
export function createWeeklyBriefs({ uow, clock, timezone, notifications, choices }: Deps) {
  let sentFor: Day | null = null;

  return {
    choices,

    /** Called every minute or so by whichever process. @returns how many were told. */
    async round(leaders: () => Promise<readonly Leader[]>): Promise<number> {
      const { on, minuteOfDay } = zoned(await clock.now(), timezone);
      const weekday = isoWeekday(on);
      const monday = addDays(on, 1 - weekday);
      if (weekday > LAST_WEEKDAY || (weekday === 1 && minuteOfDay < NINE) || sentFor === monday) return 0;
      const all = await leaders();
      const said = await choices.of(all.map(({ id }) => id));
      const receivers = all.filter(({ id }) => said.get(id) ?? true);
      const { result } = await uow.run(`weekly-brief:${monday}`, (tx) =>
        notifications.addMany(
          tx,
          receivers.map(({ id }) => ({
            to: { kind: 'officer', id },
            kind: WEEKLY_BRIEF,
            facts: { until: monday },
            lane: 'petitions',
            dedupeKey: `weekly-brief:${id}:${monday}`,
          })),
        ),
      );
      sentFor = monday;
      return result;
    },
  };
}
export type WeeklyBriefs = ReturnType<typeof createWeeklyBriefs>;
