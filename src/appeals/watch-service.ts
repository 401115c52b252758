import type { Journal } from '../journal/index.ts';
import { type Day, zoned } from '../kernel/day.ts';
import type { AppealId, CitizenId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { type Appeal, applyAppealEvent, type Resolution } from './appeal.ts';
import type { AppealsRepository } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import type { Desk } from './desk.ts';
import { checkedText, streamOf } from './drafts-service.ts';
import type { MatterRouter } from './ports.ts';
import { type Ticket, WATCHED_TICKET_STATES } from './ticket.ts';

interface Deps {
  readonly appeals: AppealsRepository;
  readonly journal: Journal;
  readonly news: CaseNewsSender;
  readonly router: Pick<MatterRouter, 'procedureFor'>;
  readonly desk: Desk;
  readonly timezone: string;
  readonly own: (tx: Tx, id: AppealId, citizenId: CitizenId) => Promise<Appeal>;
}

const MOST_DAYS_AGO = 180;
const DAY_MS = 86_400_000;

/** Cases filed at the state's own portal: we keep the number given there and watch its term with the citizen. */
export function createWatchService({ appeals, journal, news, router, desk, timezone, own }: Deps) {
  const watchesOf = async (tx: Tx, id: AppealId): Promise<Ticket[]> =>
    (await appeals.ticketsOf(tx, id)).filter(({ state }) => state === WATCHED_TICKET_STATES[0]);

  return {
    /** The number the portal gave and the day it was given: the term of law is computed from it. A corrected number begins anew. */
    async watch(
      tx: Tx,
      id: AppealId,
      citizenId: CitizenId,
      { number, on }: { number: string; on: Day },
    ): Promise<{ appeal: Appeal; statutoryOn: Day | null }> {
      const appeal = await own(tx, id, citizenId);
      const { record } = appeal.routing;
      if (appeal.state !== 'watched' || record?.type !== 'proposal')
        throw new Refusal('appeal.move_refused', { state: appeal.state, event: 'added' });
      const today = zoned(tx.now, timezone).on;
      if (on > today) throw new Refusal('ticket.registered_in_future', { on });
      if (Date.parse(today) - Date.parse(on) > MOST_DAYS_AGO * DAY_MS)
        throw new Refusal('appeal.external_day_too_old', { days: MOST_DAYS_AGO });
      const externalNumber = checkedText(number).slice(0, 60);
      const after = { ...applyAppealEvent(appeal, { type: 'added' }, tx.now), externalNumber };
      await appeals.save(tx, after);
      for (const earlier of await watchesOf(tx, id)) await desk.endWatch(tx, earlier, after);
      const ticket = await desk.watch(tx, after, record.agencyCode, {
        procedure: router.procedureFor(appeal.kind, record.agencyCode),
        number: externalNumber,
        on,
      });
      await journal.append(tx, streamOf(id), {
        type: 'appeal.watched',
        actor: { kind: 'citizen', id: citizenId },
        facts: { externalNumber, on, statutoryOn: ticket.statutoryOn },
      });
      await news.card(tx, after);
      return { appeal: after, statutoryOn: ticket.statutoryOn };
    },

    /** The answer came there: the watch ends with the citizen's word on it. */
    async answeredElsewhere(tx: Tx, id: AppealId, citizenId: CitizenId, resolution: Resolution): Promise<Appeal> {
      const appeal = await own(tx, id, citizenId);
      const after = applyAppealEvent(appeal, { type: 'confirmed', resolution }, tx.now);
      await appeals.save(tx, after);
      await journal.append(tx, streamOf(id), {
        type: 'appeal.answered_elsewhere',
        actor: { kind: 'citizen', id: citizenId },
        facts: { resolution },
      });
      for (const ticket of await watchesOf(tx, id)) await desk.endWatch(tx, ticket, after);
      await news.card(tx, after);
      return after;
    },
  };
}
export type WatchService = ReturnType<typeof createWatchService>;
