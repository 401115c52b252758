import type { Clock } from '../../kernel/clock.ts';
import { zoned } from '../../kernel/day.ts';
import type { UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../../notifications/index.ts';
import type { Wave } from '../wave.ts';
import { type Budget, type Mailing, mailingKey, type RecipientsRepository } from './recipients-repository.ts';

export interface FieldingRules {
  readonly budget: Budget;
  /** Minutes of the day between which nobody is written to; may pass midnight. */
  readonly quiet: { readonly from: number; readonly until: number };
  readonly timezone: string;
  /** People put into the outbox at once. */
  readonly batch: number;
  /** Messages under way at most: what is more urgent never finds a long queue, and a pause takes effect at once. */
  readonly window: number;
}

export const DEFAULT_FIELDING: Omit<FieldingRules, 'timezone'> = {
  budget: { messages: 4, days: 30 },
  quiet: { from: 21 * 60, until: 9 * 60 },
  batch: 500,
  window: 2_000,
};

interface Deps {
  readonly waves: { inState(states: readonly Wave['state'][]): Promise<Wave[]> };
  readonly recipients: RecipientsRepository;
  readonly notifications: Pick<NotificationsRepository, 'addMany'>;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly rules: FieldingRules;
  /** A key of its own for each batch. */
  readonly newKey: () => string;
}

const KIND = {
  contact: 'survey_invitation',
  reminder: 'survey_reminder',
  news: 'survey_news',
} as const satisfies Record<Mailing, string>;

export function isQuiet(
  now: Date,
  { quiet: { from, until }, timezone }: Pick<FieldingRules, 'quiet' | 'timezone'>,
): boolean {
  const { minuteOfDay } = zoned(now, timezone);
  return from <= until ? minuteOfDay >= from && minuteOfDay < until : minuteOfDay >= from || minuteOfDay < until;
}

/** Moves people from the lists of waves into the outbox, a batch at a time, as fast as the outbox empties. */
export function createFielding({ waves, recipients, notifications, uow, clock, rules, newKey }: Deps) {
  async function batch({ id: waveId }: Wave, mailing: Mailing): Promise<number> {
    const underWay = await recipients.reconcile(waveId, mailing);
    const limit = Math.min(rules.batch, rules.window - underWay);
    if (limit <= 0) return 0;
    const outcome = await uow.run(`survey:batch:${newKey()}`, async (tx) => {
      const { told, taken } = await recipients.take(tx, { waveId, mailing, limit, budget: rules.budget });
      await notifications.addMany(
        tx,
        told.map(({ citizenId, round }) => ({
          to: { kind: 'citizen', id: citizenId },
          kind: KIND[mailing],
          facts: { waveId },
          lane: 'surveys',
          dedupeKey: mailingKey(mailing, waveId, citizenId, round),
        })),
      );
      return taken;
    });
    return outcome.result;
  }

  return {
    /** One round over all waves. @returns how many people were moved; zero means there is nothing to do now. */
    async tick(): Promise<number> {
      const now = await clock.now();
      const quiet = isQuiet(now, rules);
      let moved = 0;
      for (const wave of await waves.inState(['fielding', 'paused', 'closed', 'published'])) {
        const mailings: Mailing[] =
          wave.state === 'fielding' && now < wave.closesAt ? ['contact', 'reminder'] : ['news'];
        for (const mailing of mailings) {
          if (quiet || wave.state === 'paused')
            await recipients.reconcile(wave.id, wave.state === 'paused' ? 'contact' : mailing);
          else moved += await batch(wave, mailing);
        }
        if (!quiet && wave.state === 'fielding' && moved === 0)
          moved += await recipients.releaseHeld(wave.id, rules.batch, rules.budget, now);
      }
      return moved;
    },
  };
}
export type Fielding = ReturnType<typeof createFielding>;
