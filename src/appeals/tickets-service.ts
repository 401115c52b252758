import type { Journal } from '../journal/index.ts';
import { type Day, zoned } from '../kernel/day.ts';
import { AgencyCode, type MessageId, type StaffId, type TicketId, type UnitId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Mask, Sealing } from '../privacy/index.ts';
import type { AnswersService, PreparedAnswer } from './answers/answers-service.ts';
import type { AnswerContext } from './answers/case-reading.ts';
import type { OfficialAnswer } from './answers/official-answer.ts';
import { type Appeal, applyAppealEvent } from './appeal.ts';
import type { AppealsRepository } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import type { ComplaintsService } from './complaints-service.ts';
import type { Desk } from './desk.ts';
import { checkedText, streamOf } from './drafts-service.ts';
import { createEntryWriter } from './entry-writer.ts';
import { assertMay, type Officer, type TicketCommand } from './officer.ts';
import type { Addressees, MatterRouter } from './ports.ts';
import type { ThreadRepository } from './thread-repository.ts';
import { isOpenTicket, type Ticket } from './ticket.ts';

/** The second bounce goes to the service's own triage, which names one body with reasons within a working day. */
export const MAX_REDIRECTS = 2;

interface Deps {
  readonly appeals: AppealsRepository;
  readonly thread: ThreadRepository;
  readonly journal: Journal;
  readonly news: CaseNewsSender;
  readonly router: MatterRouter;
  readonly addressees: Addressees;
  readonly desk: Desk;
  /** Refuses an act that would come before the citizen could be heard. */
  readonly assertActAllowed: (tx: Tx, ticket: Ticket) => Promise<void>;
  /** Nobody decides a complaint about their own silence. */
  readonly guardComplaint: ComplaintsService['guard'];
  readonly mask: Mask;
  readonly sealing: Sealing;
  readonly answers: Pick<AnswersService, 'prepare' | 'pass' | 'giveBack' | 'setPoints'>;
  readonly mention: (tx: Tx, ticket: Ticket, officer: Officer, entryId: MessageId, text: string) => Promise<void>;
  /** Tickets of other citizens that this one is answered for. */
  readonly joinedTo: (tx: Tx, id: TicketId) => Promise<readonly TicketId[]>;
  readonly timezone: string;
}

/** What a body does with a ticket; every channel of officers calls these and nothing else. */
export function createTicketsService({
  appeals,
  thread,
  journal,
  news,
  router,
  addressees,
  desk,
  assertActAllowed,
  guardComplaint,
  mask,
  sealing,
  answers,
  mention,
  joinedTo,
  timezone,
}: Deps) {
  const write = createEntryWriter({ thread, mask, sealing });
  async function load(
    tx: Tx,
    id: TicketId,
    officer: Officer,
    command: TicketCommand,
  ): Promise<{ ticket: Ticket; appeal: Appeal; actor: { kind: Officer['role']; id: StaffId } }> {
    const ticket = await appeals.getTicket(tx, id);
    assertMay(officer, command, ticket);
    await guardComplaint(tx, ticket, officer, command);
    return { ticket, appeal: await appeals.get(tx, ticket.appealId), actor: { kind: officer.role, id: officer.id } };
  }

  /** What was prepared leaves the house, or is kept in the hand it waits in. */
  async function carryOut(
    tx: Tx,
    { ticket, appeal, officer }: AnswerContext,
    prepared: PreparedAnswer,
  ): Promise<Ticket> {
    const actor = { kind: officer.role, id: officer.id };
    if (prepared.type === 'waits')
      return desk.move(tx, ticket, appeal, { type: 'drafted' }, { actor, facts: { stage: prepared.stage } });
    const after = await leave(tx, ticket, appeal, actor, prepared);
    for (const id of await joinedTo(tx, ticket.id)) {
      const joined = await appeals.getTicket(tx, id);
      if (!isOpenTicket(joined.state)) continue;
      const facts = { ...prepared.facts, parentId: ticket.id };
      await leave(tx, joined, await appeals.get(tx, joined.appealId), actor, { ...prepared, facts });
    }
    return after;
  }

  async function leave(
    tx: Tx,
    ticket: Ticket,
    appeal: Appeal,
    actor: { kind: Officer['role']; id: StaffId },
    { answer, author, details, facts }: Extract<PreparedAnswer, { type: 'leaves' }>,
  ): Promise<Ticket> {
    const { text, language, files, outcome } = answer;
    const entryId = await write(tx, ticket, author, 'answer', text, { language, files, details });
    const after = await desk.move(
      tx,
      ticket,
      appeal,
      { type: 'answered', outcome },
      { actor, clock: { type: 'answered' }, facts: { entryId, outcome, ...facts } },
    );
    const waiting = (await appeals.ticketsOf(tx, appeal.id)).some(
      (other) => other.id !== ticket.id && isOpenTicket(other.state),
    );
    // While an operator still decides about another part, the whole is not answered.
    if (!waiting && appeal.state !== 'in_triage')
      await appeals.save(tx, applyAppealEvent(appeal, { type: 'answered' }, tx.now));
    await news.toCitizen(tx, appeal, 'answer', { ticketId: ticket.id, entryId });
    await news.card(tx, appeal);
    return after;
  }

  return {
    async take(tx: Tx, id: TicketId, officer: Officer): Promise<Ticket> {
      const { ticket, appeal, actor } = await load(tx, id, officer, 'take');
      if (ticket.officerId === officer.id) return ticket;
      return desk.move(
        tx,
        ticket,
        appeal,
        { type: 'taken', by: officer.id },
        { actor, facts: { officerId: officer.id } },
      );
    },

    async assign(
      tx: Tx,
      id: TicketId,
      officer: Officer,
      { to, unitId }: { to: StaffId | null; unitId: UnitId | null },
    ): Promise<Ticket> {
      const { ticket, appeal, actor } = await load(tx, id, officer, 'assign');
      await guardComplaint(tx, ticket, { id: to }, 'assign');
      return desk.move(
        tx,
        ticket,
        appeal,
        { type: 'assigned', to, unitId },
        { actor, facts: { officerId: to, unitId } },
      );
    },

    /** The body's own number and day: this, and nothing before it, starts the statutory term. */
    async register(
      tx: Tx,
      id: TicketId,
      officer: Officer,
      { number, on }: { number: string; on: Day },
    ): Promise<Ticket> {
      const { ticket, appeal, actor } = await load(tx, id, officer, 'register');
      const written = checkedText(number);
      if (written === '' || written.length > 60) throw new Refusal('ticket.registration_number_wrong', {});
      if (on > zoned(tx.now, timezone).on) throw new Refusal('ticket.registered_in_future', { on });
      if (on < zoned(ticket.deliveredAt, timezone).on) throw new Refusal('ticket.registered_before_delivery', { on });
      const after = await desk.move(
        tx,
        ticket,
        appeal,
        { type: 'registered', number: written, on },
        { actor, clock: { type: 'registered', number: written, on }, facts: { number: written, on } },
      );
      await news.toCitizen(tx, appeal, 'registered', { ticketId: id });
      await news.card(tx, appeal);
      return after;
    },

    async ask(
      tx: Tx,
      id: TicketId,
      officer: Officer,
      { text, language }: { text: string; language: Language },
    ): Promise<Ticket> {
      const { ticket, appeal, actor } = await load(tx, id, officer, 'ask');
      const entryId = await write(tx, ticket, officer, 'question', text, { language });
      const after = await desk.move(tx, ticket, appeal, { type: 'asked' }, { actor, facts: { entryId } });
      await news.toCitizen(tx, appeal, 'question', { ticketId: id, entryId });
      await news.card(tx, appeal);
      return after;
    },

    /** Only colleagues see it. */
    async note(tx: Tx, id: TicketId, officer: Officer, { text }: { text: string }): Promise<Ticket> {
      const { ticket, appeal, actor } = await load(tx, id, officer, 'note');
      const entryId = await write(tx, ticket, officer, 'note', text);
      await mention(tx, ticket, officer, entryId, text);
      return desk.move(tx, ticket, appeal, { type: 'noted' }, { actor, facts: { entryId } });
    },

    async extend(
      tx: Tx,
      id: TicketId,
      officer: Officer,
      { until, reason, decidedBy }: { until: Day; reason: string; decidedBy: string },
    ): Promise<Ticket> {
      const { ticket, appeal, actor } = await load(tx, id, officer, 'extend');
      const words = checkedText(reason);
      if (words === '') throw new Refusal('ticket.reason_missing', {});
      const decisionOn = zoned(tx.now, timezone).on;
      const { masked } = mask(words);
      const entryId = await write(tx, ticket, officer, 'notice', words, {
        language: appeal.language,
        details: { notice: 'extended', until, decidedBy },
      });
      const clock = { type: 'extended', decisionOn, until, by: decidedBy, reason: masked } as const;
      const after = await desk.move(
        tx,
        ticket,
        appeal,
        { type: 'extended' },
        { actor, clock, facts: { until, decisionOn }, text: { reason: words, decidedBy } },
      );
      await news.toCitizen(tx, appeal, 'extended', { ticketId: id, entryId });
      await news.card(tx, appeal);
      return after;
    },

    /** Passes the matter on to the body that is competent; the reason is shown to all. Back to triage after the second bounce. */
    async redirect(
      tx: Tx,
      id: TicketId,
      officer: Officer,
      { to, reason }: { to: AgencyCode; reason: string },
    ): Promise<{ ticket: Ticket; triage: boolean }> {
      const { ticket, appeal, actor } = await load(tx, id, officer, 'redirect');
      const target = AgencyCode.parse(to);
      const words = checkedText(reason);
      if (words === '') throw new Refusal('ticket.reason_missing', {});
      if (!addressees.exists(target) || target === ticket.agencyCode)
        throw new Refusal('agency.not_found', { agencyCode: target });
      const redirects = ticket.redirects + 1;
      const triage = redirects >= MAX_REDIRECTS || addressees.connection(target) === 'none';
      const entryId = await write(tx, ticket, officer, 'notice', words, {
        language: appeal.language,
        details: { notice: 'redirected', to: target },
      });
      const before = await desk.move(
        tx,
        ticket,
        appeal,
        { type: 'redirected' },
        { actor, clock: { type: 'redirected' }, facts: { to: target, redirects, triage }, text: { reason: words } },
      );
      if (triage) {
        const back = applyAppealEvent(appeal, { type: 'returned_to_triage' }, tx.now);
        await appeals.save(tx, back);
        await desk.toTriage(tx, back);
        await news.card(tx, back);
        return { ticket: before, triage };
      }
      const opened = await desk.open(tx, appeal, target, {
        procedure: router.procedureFor(appeal.kind, target),
        redirects,
        matter: ticket.matter,
      });
      await news.toCitizen(tx, appeal, 'redirected', { ticketId: opened.id, entryId });
      await news.card(tx, appeal);
      return { ticket: opened, triage };
    },

    /** Leaves at once, or goes to the hand that the body's chain names next. */
    async answer(tx: Tx, id: TicketId, officer: Officer, answer: OfficialAnswer): Promise<Ticket> {
      const { ticket, appeal } = await load(tx, id, officer, 'answer');
      await assertActAllowed(tx, ticket);
      await guardComplaint(tx, ticket, officer, 'answer', answer.outcome);
      const context = { ticket, appeal, officer };
      return carryOut(tx, context, await answers.prepare(tx, context, answer));
    },

    /** Approves or signs what waits in this officer's hand. */
    async passAnswer(
      tx: Tx,
      id: TicketId,
      officer: Officer,
      changes: Parameters<AnswersService['pass']>[2],
    ): Promise<Ticket> {
      const { ticket, appeal } = await load(tx, id, officer, 'read');
      await assertActAllowed(tx, ticket);
      await guardComplaint(tx, ticket, officer, 'answer');
      const context = { ticket, appeal, officer };
      return carryOut(tx, context, await answers.pass(tx, context, changes));
    },

    /** Back to the author, with what has to change. */
    async giveBackAnswer(tx: Tx, id: TicketId, officer: Officer, { remark }: { remark: string }): Promise<Ticket> {
      const { ticket, appeal, actor } = await load(tx, id, officer, 'read');
      await answers.giveBack(tx, { ticket, appeal, officer }, remark);
      return desk.move(tx, ticket, appeal, { type: 'drafted' }, { actor, facts: { stage: 'author' } });
    },

    /** The points an answer is measured against, as this officer reads the words. */
    async setPoints(tx: Tx, id: TicketId, officer: Officer, points: readonly string[]): Promise<Ticket> {
      const { ticket, appeal, actor } = await load(tx, id, officer, 'answer');
      await answers.setPoints(tx, { ticket, appeal, officer }, points);
      return desk.move(tx, ticket, appeal, { type: 'drafted' }, { actor, facts: { points: points.length } });
    },

    /** Reading who the citizen is asks for a purpose and leaves a trace that the citizen can see. */
    async readIdentity(
      tx: Tx,
      id: TicketId,
      officer: Officer,
      { purpose }: { purpose: string },
    ): Promise<Appeal['citizenId']> {
      const { ticket, appeal, actor } = await load(tx, id, officer, 'read_identity');
      const words = checkedText(purpose);
      if (words.length < 5) throw new Refusal('ticket.purpose_missing', {});
      await journal.append(tx, streamOf(ticket.appealId), {
        type: 'identity.read',
        actor,
        facts: { ticketId: id, agencyCode: officer.agencyCode, role: officer.role, citizenId: appeal.citizenId },
        text: { purpose: words },
      });
      return appeal.citizenId;
    },
  };
}
export type TicketsService = ReturnType<typeof createTicketsService>;
