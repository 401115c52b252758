import type { AppealsRepository, CaseNewsSender, Ticket } from '../appeals/index.ts';
import { type ClocksService, digestsOf, type FiredPoint } from '../deadlines/index.ts';
import type { Day } from '../kernel/day.ts';
import { newId, type StaffId, TicketId } from '../kernel/ids.ts';
import type { Tx, UnitOfWork } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository, Recipient } from '../notifications/index.ts';

interface Deps {
  readonly uow: UnitOfWork;
  readonly clocks: Pick<ClocksService, 'sweep' | 'claimTelling' | 'dayAt'>;
  readonly appeals: Pick<AppealsRepository, 'get' | 'getTicket'>;
  readonly news: CaseNewsSender;
  readonly notifications: Pick<NotificationsRepository, 'add'>;
  /** Active monitors: the second dispute is theirs. */
  readonly monitors: () => Promise<readonly StaffId[]>;
  readonly now: () => Date;
}

const BATCH = 500;
/** So much is told in one go, so that a morning is one digest for everybody in it. */
const MOST = 5_000;
const keyOf = ({ kind, id }: Recipient): string => `${kind}:${id}`;

/**
 * Asks what is due by now and tells whoever must know: the citizen of what they can do, officers and their heads in one
 * digest each. Points are taken and told in one transaction, so that none is told twice and none is lost.
 */
export function createTermWatch({ uow, clocks, appeals, news, notifications, monitors, now }: Deps) {
  async function tell(tx: Tx, fired: readonly FiredPoint[]): Promise<void> {
    await tellOperators(
      tx,
      fired.filter(({ clock }) => clock === 'triage'),
    );
    const known = fired.filter(({ clock }) => clock !== 'triage');
    const tickets = new Map<string, Ticket>();
    for (const { ticketId } of known) {
      if (!tickets.has(ticketId)) tickets.set(ticketId, await appeals.getTicket(tx, TicketId.parse(ticketId)));
    }
    const points = known.filter((point) => isHeard(point, tickets.get(point.ticketId)));
    for (const point of points.filter(({ receiver }) => receiver === 'citizen'))
      await tellCitizen(tx, point, tickets.get(point.ticketId));
    const watching = points.some(({ receiver }) => receiver === 'monitor') ? await monitors() : [];
    const recipients = new Map<string, Recipient>();
    const { digests } = digestsOf(
      points.filter(({ receiver }) => receiver !== 'citizen'),
      (point) =>
        recipientsOf(point, tickets.get(point.ticketId), watching).map((recipient) => {
          recipients.set(keyOf(recipient), recipient);
          return keyOf(recipient);
        }),
    );
    for (const { receiver, points: lines } of digests) {
      const to = recipients.get(receiver);
      if (!to) continue;
      await notifications.add(tx, {
        to,
        kind: 'term_digest',
        facts: {
          points: lines.map(({ ticketId, step, dueOn, clock, receiver: level }) => ({
            ticketId,
            step,
            dueOn,
            clock,
            level,
            agencyCode: tickets.get(ticketId)?.agencyCode ?? null,
          })),
        },
        lane: 'official',
        dedupeKey: `terms:${receiver}:${tx.key}`,
      });
    }
  }

  /** A case in triage has no ticket that runs: its points stand under the case itself. One notice names all. */
  async function tellOperators(tx: Tx, points: readonly FiredPoint[]): Promise<void> {
    if (points.length === 0) return;
    await notifications.add(tx, {
      to: { kind: 'operators', id: 'operators' },
      kind: 'triage_term',
      facts: { points: points.map(({ ticketId: appealId, step, dueOn }) => ({ appealId, step, dueOn })) },
      lane: 'official',
      dedupeKey: `triage-term:${tx.key}`,
    });
  }

  /** A passed statutory date is silence of the administration; a passed promise is a broken promise, and is called so. */
  async function tellCitizen(tx: Tx, point: FiredPoint, ticket: Ticket | undefined): Promise<void> {
    if (!ticket) return;
    const appeal = await appeals.get(tx, ticket.appealId);
    const today = clocks.dayAt(ticket.agencyCode, tx.now);
    await news.toCitizen(tx, appeal, newsOf(point, ticket, today), { ticketId: ticket.id });
    await news.card(tx, appeal, point.id);
  }

  /** @returns true while more is waiting. */
  return async function round(): Promise<boolean> {
    const { result } = await uow.run(`terms:${newId(now().getTime())}`, async (tx) => {
      // Another worker is at it, and takes everything.
      if (!(await clocks.claimTelling(tx))) return 0;
      const points: FiredPoint[] = [];
      for (let last = BATCH; last === BATCH && points.length < MOST; ) {
        const part = await clocks.sweep(tx, BATCH);
        points.push(...part);
        last = part.length;
      }
      if (points.length > 0) await tell(tx, points);
      return points.length;
    });
    return result >= MOST;
  };
}

/** At a body that does not work here only the citizen listens, and only to the law's date. */
const isHeard = ({ receiver, clock }: FiredPoint, ticket: Ticket | undefined): boolean =>
  ticket?.state === 'watch_ended'
    ? false
    : ticket?.state !== 'watched' || (receiver === 'citizen' && clock === 'statutory');

function newsOf(
  point: FiredPoint,
  ticket: Ticket,
  today: Day,
): 'forward_overdue' | 'review_overdue' | 'external_overdue' | 'overdue' | 'promise_broken' {
  if (ticket.state === 'watched') return 'external_overdue';
  if (point.clock === 'forward') return 'forward_overdue';
  if (point.clock === 'review') return 'review_overdue';
  return ticket.statutoryOn !== null && today > ticket.statutoryOn ? 'overdue' : 'promise_broken';
}

function recipientsOf(
  { receiver }: FiredPoint,
  ticket: Ticket | undefined,
  monitors: readonly StaffId[],
): readonly Recipient[] {
  // Where nobody monitors, somebody must hear of it all the same.
  if (receiver === 'monitor' && monitors.length > 0) return monitors.map((id) => ({ kind: 'officer', id }));
  if (receiver === 'operator' || receiver === 'monitor' || !ticket) return [{ kind: 'operators', id: 'operators' }];
  if (receiver === 'officer' && ticket.officerId) return [{ kind: 'officer', id: ticket.officerId }];
  return [{ kind: 'agency', id: ticket.agencyCode }];
}
