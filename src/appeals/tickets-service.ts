import type { Journal } from '../journal/index.ts';
import { type Day, zoned } from '../kernel/day.ts';
import { AgencyCode, type MessageId, type StaffId, type TicketId, type UnitId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Mask, Sealing } from '../privacy/index.ts';
import { type Appeal, applyAppealEvent } from './appeal.ts';
import type { AppealsRepository } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import type { Desk } from './desk.ts';
import { checkedText, streamOf } from './drafts-service.ts';
import { assertMay, type Officer, type TicketCommand } from './officer.ts';
import type { Addressees, MatterRouter } from './ports.ts';
import type { EntryKind, NewFile } from './thread-entry.ts';
import type { ThreadRepository } from './thread-repository.ts';
import { isOpenTicket, type Ticket } from './ticket.ts';

/** After the second bounce bodies may not pass the matter on: the service's own triage proposes one, with reasons. */
export const MAX_REDIRECTS = 2;

export const OUTCOMES = ['done', 'explained', 'partly', 'refused', 'planned'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface OfficialAnswer {
  readonly text: string;
  readonly language: Language;
  readonly outcome: Outcome;
  readonly files: readonly NewFile[];
  /** Where the body works so: who signs, and under which outgoing number and date. */
  readonly signatory?: string | undefined;
  readonly approver?: string | undefined;
  readonly outgoingNumber?: string | undefined;
  readonly outgoingOn?: Day | undefined;
}

interface Deps {
  readonly appeals: AppealsRepository;
  readonly thread: ThreadRepository;
  readonly journal: Journal;
  readonly news: CaseNewsSender;
  readonly router: MatterRouter;
  readonly addressees: Addressees;
  readonly desk: Desk;
  readonly mask: Mask;
  readonly sealing: Sealing;
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
  mask,
  sealing,
  timezone,
}: Deps) {
  async function load(
    tx: Tx,
    id: TicketId,
    officer: Officer,
    command: TicketCommand,
  ): Promise<{ ticket: Ticket; appeal: Appeal; actor: { kind: Officer['role']; id: StaffId } }> {
    const ticket = await appeals.getTicket(tx, id);
    assertMay(officer, command, ticket);
    return { ticket, appeal: await appeals.get(tx, ticket.appealId), actor: { kind: officer.role, id: officer.id } };
  }

  async function write(
    tx: Tx,
    ticket: Ticket,
    officer: Officer,
    kind: EntryKind,
    text: string,
    rest: { language?: Language; files?: readonly NewFile[]; details?: Record<string, unknown> } = {},
  ): Promise<MessageId> {
    const words = checkedText(text);
    if (words === '') throw new Refusal('ticket.text_missing', {});
    const { masked, found } = mask(words);
    return thread.add(tx, {
      appealId: ticket.appealId,
      ticketId: ticket.id,
      kind,
      author: officer.role === 'operator' ? 'operator' : 'officer',
      authorId: officer.id,
      language: rest.language ?? null,
      maskedText: masked,
      sealedText: found.length > 0 ? sealing.seal(words, `entry:${ticket.appealId}`) : null,
      ...(rest.files ? { files: rest.files } : {}),
      ...(rest.details ? { details: rest.details } : {}),
    });
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
      const triage = redirects > MAX_REDIRECTS || addressees.connection(target) === 'none';
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
        await news.toOperators(tx, appeal.id);
        await news.card(tx, back);
        return { ticket: before, triage };
      }
      const opened = await desk.open(tx, appeal, target, {
        procedure: router.procedureFor(appeal.kind, target),
        redirects,
      });
      await news.toCitizen(tx, appeal, 'redirected', { ticketId: opened.id, entryId });
      await news.card(tx, appeal);
      return { ticket: opened, triage };
    },

    async answer(tx: Tx, id: TicketId, officer: Officer, answer: OfficialAnswer): Promise<Ticket> {
      const { ticket, appeal, actor } = await load(tx, id, officer, 'answer');
      const { text, language, files, ...details } = answer;
      const entryId = await write(tx, ticket, officer, 'answer', text, {
        language,
        files,
        details: JSON.parse(JSON.stringify(details)),
      });
      const after = await desk.move(
        tx,
        ticket,
        appeal,
        { type: 'answered', outcome: answer.outcome },
        { actor, clock: { type: 'answered' }, facts: { entryId, outcome: answer.outcome } },
      );
      const waiting = (await appeals.ticketsOf(tx, appeal.id)).some(
        (other) => other.id !== id && isOpenTicket(other.state),
      );
      if (!waiting) {
        const answered = applyAppealEvent(appeal, { type: 'answered' }, tx.now);
        await appeals.save(tx, answered);
      }
      await news.toCitizen(tx, appeal, 'answer', { ticketId: id, entryId });
      await news.card(tx, appeal);
      return after;
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
