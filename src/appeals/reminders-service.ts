import type { Journal } from '../journal/index.ts';
import { type Day, zoned } from '../kernel/day.ts';
import type { AppealId, CitizenId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Appeal } from './appeal.ts';
import type { AppealsRepository } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import { streamOf } from './drafts-service.ts';
import type { ThreadEntry } from './thread-entry.ts';
import type { ThreadRepository } from './thread-repository.ts';
import { isPromiseBroken, isStatutoryOverdue } from './ticket.ts';

/** A body hears a citizen's reminder once in so many days; more would be noise. */
export const REMIND_EVERY_DAYS = 3;
const MS_PER_DAY = 86_400_000;

interface Deps {
  readonly appeals: AppealsRepository;
  readonly thread: ThreadRepository;
  readonly journal: Journal;
  readonly news: CaseNewsSender;
  readonly timezone: string;
  readonly own: (tx: Tx, id: AppealId, citizenId: CitizenId) => Promise<Appeal>;
}

export const lastReminderOf = (entries: readonly ThreadEntry[]): ThreadEntry | null =>
  entries.findLast(({ details }) => details?.['reminder'] === true) ?? null;

/** From which day on the citizen may remind again. */
export function mayRemindFrom(entries: readonly ThreadEntry[], timezone: string): Day | null {
  const last = lastReminderOf(entries);
  return last && zoned(new Date(last.at.getTime() + REMIND_EVERY_DAYS * MS_PER_DAY), timezone).on;
}

/** "You have not answered": one tap, seen by the officer and the head of the body. */
export function createRemindersService({ appeals, thread, journal, news, timezone, own }: Deps) {
  return {
    async remind(tx: Tx, id: AppealId, citizenId: CitizenId): Promise<void> {
      const appeal = await own(tx, id, citizenId);
      const today = zoned(tx.now, timezone).on;
      const late = (await appeals.ticketsOf(tx, id)).filter(
        (ticket) => isStatutoryOverdue(ticket, today) || isPromiseBroken(ticket, today),
      );
      if (late.length === 0) throw new Refusal('appeal.not_late', {});
      const from = mayRemindFrom(await thread.of(id, tx), timezone);
      if (from !== null && today < from) throw new Refusal('appeal.reminded_lately', { days: REMIND_EVERY_DAYS });
      const [first] = late;
      const entryId = await thread.add(tx, {
        appealId: id,
        ticketId: first?.id ?? null,
        kind: 'addition',
        author: 'citizen',
        authorId: citizenId,
        language: appeal.language,
        maskedText: '' as ThreadEntry['maskedText'],
        sealedText: null,
        details: { reminder: true },
      });
      await journal.append(tx, streamOf(id), {
        type: 'appeal.reminded',
        actor: { kind: 'citizen', id: citizenId },
        facts: { entryId },
      });
      for (const ticket of late) await news.toAgency(tx, ticket, 'changed');
      await news.card(tx, appeal, 'reminded');
    },
  };
}
export type RemindersService = ReturnType<typeof createRemindersService>;
