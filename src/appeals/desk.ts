import { type Actor, type Journal, SYSTEM } from '../journal/index.ts';
import type { Day } from '../kernel/day.ts';
import type { AgencyCode } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Appeal } from './appeal.ts';
import { type AppealsRepository, newTicketId } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import { streamOf } from './drafts-service.ts';
import type { ClockEntry, TermClock } from './ports.ts';
import { applyTicketEvent, type Ticket, type TicketEvent, type TicketMatter } from './ticket.ts';

interface Deps {
  readonly appeals: AppealsRepository;
  readonly journal: Journal;
  readonly news: CaseNewsSender;
  readonly terms: TermClock;
  /** Hears of every move, inside its transaction. */
  readonly onMoved?: (tx: Tx, ticket: Ticket, event: TicketEvent['type'], by: string | null) => Promise<void>;
}

/** Moves tickets: state, clock ledger, journal and the word to the agency always change together. */
export function createDesk({ appeals, journal, news, terms, onMoved }: Deps) {
  const subjectOf = (ticket: Pick<Ticket, 'id' | 'agencyCode' | 'procedure' | 'matter'>, appeal: Appeal) => ({
    ticketId: ticket.id,
    agencyCode: ticket.agencyCode,
    procedure: ticket.procedure,
    topicId: ticket.matter?.topicId ?? appeal.topicId,
    ...(appeal.submittedAt ? { receivedAt: appeal.submittedAt } : {}),
  });

  async function move(
    tx: Tx,
    ticket: Ticket,
    appeal: Appeal,
    event: TicketEvent,
    {
      actor = SYSTEM,
      clock,
      facts = {},
      text,
    }: {
      actor?: Actor;
      clock?: ClockEntry;
      facts?: Record<string, string | number | boolean | null>;
      text?: Record<string, string>;
    } = {},
  ): Promise<Ticket> {
    const moved = applyTicketEvent(ticket, event, tx.now);
    const after = clock ? { ...moved, ...(await terms.record(tx, subjectOf(ticket, appeal), clock)) } : moved;
    await appeals.saveTicket(tx, after);
    await journal.append(tx, streamOf(ticket.appealId), {
      type: `ticket.${event.type}`,
      actor,
      facts: { ticketId: ticket.id, agencyCode: ticket.agencyCode, ...facts },
      ...(text ? { text } : {}),
    });
    await news.toAgency(tx, after, 'changed');
    await onMoved?.(tx, after, event.type, actor.id);
    return after;
  }

  return {
    move,

    async open(
      tx: Tx,
      appeal: Appeal,
      agencyCode: AgencyCode,
      {
        procedure,
        redirects,
        matter = null,
        complainedOf,
      }: { procedure: string; redirects: number; matter?: TicketMatter | null; complainedOf?: AgencyCode },
    ): Promise<Ticket> {
      const id = newTicketId(tx.now);
      const reading = await terms.record(
        tx,
        {
          ...subjectOf({ id, agencyCode, procedure, matter }, appeal),
          redirects,
          isNew: true,
          ...(complainedOf ? { complainedOf } : {}),
        },
        { type: 'delivered' },
      );
      // A right of the jurisdiction: where the law has it so, our own number is the registration.
      const registeredOn = terms.registersItself({ agencyCode, procedure }, tx.now);
      const ticket: Ticket = {
        id,
        appealId: appeal.id,
        revision: 1,
        agencyCode,
        unitId: null,
        officerId: null,
        state: registeredOn ? 'registered' : 'delivered',
        procedure,
        matter,
        registrationNumber: registeredOn && appeal.number,
        registeredOn,
        ...reading,
        redirects,
        deliveredAt: tx.now,
        answeredAt: null,
        closedAt: null,
        outcome: null,
        sealed: appeal.sensitive,
      };
      await appeals.insertTicket(tx, ticket);
      await journal.append(tx, streamOf(appeal.id), {
        type: 'ticket.delivered',
        actor: SYSTEM,
        facts: { ticketId: id, agencyCode, procedure, promisedOn: reading.promisedOn, redirects },
      });
      if (registeredOn) {
        await journal.append(tx, streamOf(appeal.id), {
          type: 'ticket.registered',
          actor: SYSTEM,
          facts: { ticketId: id, agencyCode, number: appeal.number, on: registeredOn, automatic: true },
        });
      }
      await news.toAgency(tx, ticket, 'delivered');
      return ticket;
    },

    /** Operators are to name one body; the service's own clock for that begins. */
    async toTriage(tx: Tx, appeal: Appeal): Promise<void> {
      await terms.watchTriage(tx, appeal.id);
      // Of a sealed case the operators are not even told.
      if (!appeal.sensitive) await news.toOperators(tx, appeal.id);
    },
    endTriage: (tx: Tx, appeal: Appeal): Promise<void> => terms.endTriage(tx, appeal.id),

    /** A ticket of a body that does not work here: nobody is told, only the clock runs. */
    async watch(
      tx: Tx,
      appeal: Appeal,
      agencyCode: AgencyCode,
      { procedure, number, on }: { procedure: string; number: string; on: Day },
    ): Promise<Ticket> {
      const subject = subjectOf({ id: newTicketId(tx.now), agencyCode, procedure, matter: null }, appeal);
      await terms.record(tx, { ...subject, isNew: true }, { type: 'delivered' });
      const { statutoryOn } = await terms.record(tx, subject, { type: 'registered', number, on });
      const ticket: Ticket = {
        id: subject.ticketId,
        appealId: appeal.id,
        revision: 1,
        agencyCode,
        unitId: null,
        officerId: null,
        state: 'watched',
        procedure,
        matter: null,
        registrationNumber: number,
        registeredOn: on,
        // The service promises nothing for a body it has no word with.
        promisedOn: null,
        statutoryOn,
        registrationDueAt: null,
        redirects: 0,
        deliveredAt: tx.now,
        answeredAt: null,
        closedAt: null,
        outcome: null,
      };
      await appeals.insertTicket(tx, ticket);
      return ticket;
    },

    async endWatch(tx: Tx, ticket: Ticket, appeal: Appeal): Promise<void> {
      const ended = applyTicketEvent(ticket, { type: 'watch_ended' }, tx.now);
      await terms.record(tx, subjectOf(ticket, appeal), { type: 'withdrawn' });
      await appeals.saveTicket(tx, ended);
    },

    withdraw: (tx: Tx, ticket: Ticket, appeal: Appeal) =>
      move(tx, ticket, appeal, { type: 'withdrawn' }, { clock: { type: 'withdrawn' } }),
    close: (tx: Tx, ticket: Ticket, appeal: Appeal) => move(tx, ticket, appeal, { type: 'closed' }),
    dispute: (tx: Tx, ticket: Ticket, appeal: Appeal) =>
      move(tx, ticket, appeal, { type: 'disputed', times: appeal.disputes }, { clock: { type: 'disputed' } }),
  };
}
export type Desk = ReturnType<typeof createDesk>;
