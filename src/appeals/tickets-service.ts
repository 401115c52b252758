import type { Journal } from '../journal/index.ts';
import type { Day } from '../kernel/day.ts';
import { AgencyCode, type MessageId, type StaffId, type TicketId, type UnitId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Mask, Sealing } from '../privacy/index.ts';
import { type Appeal, applyAppealEvent } from './appeal.ts';
import { checkedText, streamOf } from './drafts-service.ts';
import { createEntryWriter } from './entry-writer.ts';
import { deciderOf } from './extension-decider.ts';
import type { Officer } from './officer.ts';
import type { Addressees, MatterRouter, PostHolder, TermClock } from './ports.ts';
import type { ThreadRepository } from './thread-repository.ts';
import type { Ticket } from './ticket.ts';
import { createTicketAnswers, type TicketAnswersDeps } from './ticket-answers.ts';
import { createTicketLoader } from './ticket-loader.ts';

/** The second bounce goes to the service's own triage, which names one body with reasons within a working day. */
export const MAX_REDIRECTS = 2;

interface Deps extends Omit<TicketAnswersDeps, 'load' | 'write'> {
  readonly thread: ThreadRepository;
  readonly journal: Journal;
  readonly router: MatterRouter;
  readonly addressees: Addressees;
  readonly mask: Mask;
  readonly sealing: Sealing;
  readonly mention: (tx: Tx, ticket: Ticket, officer: Officer, entryId: MessageId, text: string) => Promise<void>;
  /** Active people of a body with their posts: only whom the rule names may decide an extension. */
  readonly postsOf: (agencyCode: AgencyCode) => Promise<readonly PostHolder[]>;
  readonly terms: Pick<TermClock, 'extensionPosts' | 'dayAt'>;
}

/** What a body does with a ticket; every channel of officers calls these and nothing else. */
export function createTicketsService({
  thread,
  journal,
  router,
  addressees,
  mask,
  sealing,
  mention,
  postsOf,
  terms,
  ...deps
}: Deps) {
  const { appeals, news, desk, guardComplaint } = deps;
  const write = createEntryWriter({ thread, mask, sealing });
  const load = createTicketLoader({ appeals, guardComplaint });

  /** The number as it will stand; a body registers on the day of delivery or after it, never ahead. */
  function registrationNumber(tx: Tx, ticket: Ticket, { number, on }: { number: string; on: Day }): string {
    const written = checkedText(number);
    if (written === '' || written.length > 60) throw new Refusal('ticket.registration_number_wrong', {});
    if (on > terms.dayAt(ticket.agencyCode, tx.now)) throw new Refusal('ticket.registered_in_future', { on });
    if (on < terms.dayAt(ticket.agencyCode, ticket.deliveredAt))
      throw new Refusal('ticket.registered_before_delivery', { on });
    return written;
  }

  return {
    ...createTicketAnswers({ ...deps, load, write }),

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
      const written = registrationNumber(tx, ticket, { number, on });
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

    /**
     * The number or the day was recorded wrongly. The line in the ledger stays and another one corrects it; the citizen
     * is told the new date and why.
     */
    async correctRegistration(
      tx: Tx,
      id: TicketId,
      officer: Officer,
      { number, on, reason }: { number: string; on: Day; reason: string },
    ): Promise<Ticket> {
      const { ticket, appeal, actor } = await load(tx, id, officer, 'correct_registration');
      const written = registrationNumber(tx, ticket, { number, on });
      const words = checkedText(reason);
      if (words === '') throw new Refusal('ticket.reason_missing', {});
      const { masked } = mask(words);
      const entryId = await write(tx, ticket, officer, 'notice', words, {
        language: appeal.language,
        details: { notice: 'registration_corrected', number: written, on },
      });
      const after = await desk.move(
        tx,
        ticket,
        appeal,
        { type: 'registration_corrected', number: written, on },
        {
          actor,
          clock: { type: 'registration_corrected', number: written, on, reason: masked },
          facts: { number: written, on, was: ticket.registrationNumber, wasOn: ticket.registeredOn, entryId },
        },
      );
      await news.toCitizen(tx, appeal, 'registration_corrected', { ticketId: id, entryId });
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
      const clock = { type: 'clarification_asked' } as const;
      const after = await desk.move(tx, ticket, appeal, { type: 'asked' }, { actor, clock, facts: { entryId } });
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
      const [allowed, people] = await Promise.all([terms.extensionPosts(tx, id), postsOf(ticket.agencyCode)]);
      const signatory = deciderOf(decidedBy, { allowed, people, officer });
      const words = checkedText(reason);
      if (words === '') throw new Refusal('ticket.reason_missing', {});
      const decisionOn = terms.dayAt(ticket.agencyCode, tx.now);
      const { masked } = mask(words);
      const entryId = await write(tx, ticket, officer, 'notice', words, {
        language: appeal.language,
        details: { notice: 'extended', until, decidedBy: signatory.post, signatory: signatory.name },
      });
      const clock = {
        type: 'extended',
        decisionOn,
        until,
        by: signatory.post,
        signedBy: signatory.name,
        reason: masked,
      } as const;
      const after = await desk.move(
        tx,
        ticket,
        appeal,
        { type: 'extended' },
        {
          actor,
          clock,
          facts: { until, decisionOn, decidedBy: signatory.id, post: signatory.post },
          text: { reason: words },
        },
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
