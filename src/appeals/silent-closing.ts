import { type Journal, SYSTEM } from '../journal/index.ts';
import type { AppealId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { applyAppealEvent } from './appeal.ts';
import type { AppealsRepository } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import type { Desk } from './desk.ts';
import { streamOf } from './drafts-service.ts';
import type { SilentSince } from './silent-cases-read-model.ts';

interface Deps {
  readonly silentSince: SilentSince;
  readonly appeals: Pick<AppealsRepository, 'get' | 'save' | 'ticketsOf'>;
  readonly journal: Journal;
  readonly news: CaseNewsSender;
  readonly desk: Desk;
}

/** Answered cases that nobody speaks of any more. */
export function createCaseClosing({ silentSince, appeals, journal, news, desk }: Deps) {
  return {
    waitingSince: silentSince,

    /** Looks again inside the transaction: the citizen may have spoken meanwhile. */
    async close(tx: Tx, id: AppealId, before: Date): Promise<void> {
      const appeal = await appeals.get(tx, id);
      const answered = (await appeals.ticketsOf(tx, id)).filter(({ state }) => state === 'answered');
      const [last] = answered.toSorted((a, b) => Number(b.answeredAt) - Number(a.answeredAt));
      if (appeal.state !== 'answered' || !last?.answeredAt || last.answeredAt > before) return;
      const after = applyAppealEvent(appeal, { type: 'closed_in_silence' }, tx.now);
      await appeals.save(tx, after);
      await journal.append(tx, streamOf(id), { type: 'appeal.closed_in_silence', actor: SYSTEM });
      for (const ticket of answered) await desk.close(tx, ticket, after);
      await news.toCitizen(tx, after, 'closed_in_silence', { ticketId: last.id });
      await news.card(tx, after);
    },
  };
}
