import type { Journal } from '../journal/index.ts';
import type { Day } from '../kernel/day.ts';
import type { AgencyCode, AppealId, CitizenId, StaffId, TicketId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Mask, Sealing } from '../privacy/index.ts';
import { pointTexts } from './answers/points.ts';
import { type Appeal, applyAppealEvent, NOT_ROUTED } from './appeal.ts';
import { type AppealsRepository, newAppealId } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import { caseNumberOf } from './case-number.ts';
import type { BarredFrom } from './complained-of.ts';
import type { ComplaintsRepository } from './complaints-repository.ts';
import type { Desk } from './desk.ts';
import { checkedText, streamOf } from './drafts-service.ts';
import { assertMay, type Officer, type TicketCommand } from './officer.ts';
import type { Addressees, MatterRouter, Silence, TermClock } from './ports.ts';
import type { ThreadRepository } from './thread-repository.ts';
import { isStatutoryOverdue, type Ticket } from './ticket.ts';

interface Deps {
  readonly appeals: AppealsRepository;
  readonly complaints: ComplaintsRepository;
  readonly thread: ThreadRepository;
  readonly journal: Journal;
  readonly news: CaseNewsSender;
  readonly router: MatterRouter;
  readonly addressees: Addressees;
  readonly desk: Desk;
  readonly terms: Pick<TermClock, 'silence' | 'forwardDueOn' | 'dayAt'>;
  readonly barredFrom: BarredFrom;
  readonly mask: Mask;
  readonly sealing: Sealing;
  readonly own: (tx: Tx, id: AppealId, citizenId: CitizenId) => Promise<Appeal>;
}

/** What a complaint about silence rests on. */
export interface SilenceFacts {
  readonly ticket: Ticket;
  /** A complaint after its last day is taken all the same: its lateness is judged later. */
  readonly silence: Silence;
  readonly isLate: boolean;
  readonly superior: AgencyCode | null;
}

/** Commands by which somebody would decide about what they themselves are accused of. */
export const DECIDING_COMMANDS: readonly TicketCommand[] = ['take', 'assign', 'extend', 'hear', 'answer'];

/**
 * A passed term of law counts as a refusal, and a refusal can be complained of: filed with the silent body, which
 * satisfies it in full or passes it to its superior within the law's days; never decided by whoever was silent.
 */
export function createComplaintsService(deps: Deps) {
  const { appeals, complaints, thread, journal, news, router, addressees, desk, terms, mask, sealing, own } = deps;
  const today = (tx: Tx, { agencyCode }: Ticket): Day => terms.dayAt(agencyCode, tx.now);

  async function silenceOf(tx: Tx, appeal: Appeal): Promise<SilenceFacts> {
    const silent = (await appeals.ticketsOf(tx, appeal.id)).filter((ticket) =>
      isStatutoryOverdue(ticket, today(tx, ticket)),
    );
    const known = await complaints.aboutTickets(
      tx,
      silent.map(({ id }) => id),
    );
    const ticket = silent.find(({ id }) => !known.some(({ ofTicketId }) => ofTicketId === id));
    const silence = ticket && (await terms.silence(tx, ticket.id));
    if (!ticket || !silence)
      throw new Refusal(known.length > 0 ? 'appeal.complained_already' : 'appeal.no_silence', {});
    const superior = addressees.superiorOn(ticket.agencyCode, today(tx, ticket));
    const isLate = silence.complaintUntil !== null && today(tx, ticket) > silence.complaintUntil;
    return { ticket, silence, isLate, superior };
  }

  return {
    /** For the prepared text: nothing is filed yet. */
    async prepare(tx: Tx, id: AppealId, citizenId: CitizenId): Promise<SilenceFacts> {
      return silenceOf(tx, await own(tx, id, citizenId));
    },

    /** A case of its own, with the body complained of as its first addressee. */
    async file(tx: Tx, id: AppealId, citizenId: CitizenId, { text }: { text: string }): Promise<Appeal> {
      const original = await own(tx, id, citizenId);
      const { ticket, silence } = await silenceOf(tx, original);
      const words = checkedText(text);
      if (words === '') throw new Refusal('ticket.text_missing', {});
      const number = caseNumberOf(await appeals.nextSequence(tx));
      const complaint: Appeal = {
        ...original,
        id: newAppealId(tx.now),
        revision: 1,
        number,
        state: 'with_agency',
        kind: 'complaint',
        resolution: null,
        disputes: 0,
        points: pointTexts([mask(words).masked]),
        routing: NOT_ROUTED,
        externalNumber: null,
        createdAt: tx.now,
        submittedAt: tx.now,
        closedAt: null,
      };
      await appeals.insert(tx, complaint);
      const { masked, found } = mask(words);
      await thread.add(tx, {
        appealId: complaint.id,
        kind: 'statement',
        author: 'citizen',
        authorId: citizenId,
        language: original.language,
        maskedText: masked,
        sealedText: found.length > 0 ? sealing.seal(words, `entry:${complaint.id}`) : null,
      });
      await complaints.insert(tx, {
        appealId: complaint.id,
        ofTicketId: ticket.id,
        ofAppealId: original.id,
        ofAgencyCode: ticket.agencyCode,
        ofOfficerId: ticket.officerId,
        silentSince: silence.from,
      });
      const actor = { kind: 'citizen', id: citizenId } as const;
      const { topicId, language, place } = complaint;
      await journal.append(tx, streamOf(complaint.id), {
        type: 'appeal.submitted',
        actor,
        facts: { number, to: 'agency', kind: 'complaint', topicId, territoryCode: place.territoryCode, language },
      });
      await journal.append(tx, streamOf(original.id), {
        type: 'appeal.silence_complained',
        actor,
        facts: { number, ticketId: ticket.id, agencyCode: ticket.agencyCode, silentSince: silence.from },
      });
      await desk.open(tx, complaint, ticket.agencyCode, {
        procedure: router.procedureFor('complaint', ticket.agencyCode),
        redirects: 0,
        complainedOf: ticket.agencyCode,
      });
      await news.card(tx, complaint);
      await news.card(tx, original);
      return complaint;
    },

    /** The body complained of sends the complaint and its file to the body above it. */
    async forward(tx: Tx, id: TicketId, officer: Officer, { note }: { note: string }): Promise<Ticket> {
      const ticket = await appeals.getTicket(tx, id);
      assertMay(officer, 'forward', ticket);
      const appeal = await appeals.get(tx, ticket.appealId);
      const complaint = await complaints.of(tx, appeal.id);
      if (complaint?.ofAgencyCode !== ticket.agencyCode)
        throw new Refusal('ticket.move_refused', { state: ticket.state, event: 'forwarded' });
      const superior = addressees.superiorOn(ticket.agencyCode, today(tx, ticket));
      if (!superior) throw new Refusal('ticket.no_superior', { agencyCode: ticket.agencyCode });
      const words = checkedText(note);
      const { masked, found } = mask(words);
      const entryId = await thread.add(tx, {
        appealId: appeal.id,
        ticketId: ticket.id,
        kind: 'notice',
        author: 'officer',
        authorId: officer.id,
        language: appeal.language,
        maskedText: masked,
        sealedText: found.length > 0 ? sealing.seal(words, `entry:${appeal.id}`) : null,
        details: { notice: 'forwarded', to: superior },
      });
      const isReachable = addressees.connection(superior) !== 'none';
      await desk.move(
        tx,
        ticket,
        appeal,
        { type: 'redirected' },
        {
          actor: { kind: officer.role, id: officer.id },
          clock: { type: 'redirected' },
          facts: { to: superior, forwarded: true, triage: !isReachable },
        },
      );
      await complaints.markForwarded(tx, appeal.id, superior);
      if (!isReachable) {
        const back = applyAppealEvent(appeal, { type: 'returned_to_triage' }, tx.now);
        await appeals.save(tx, back);
        await desk.toTriage(tx, back);
        await news.card(tx, back);
        return ticket;
      }
      const opened = await desk.open(tx, appeal, superior, {
        procedure: router.procedureFor('complaint', superior),
        redirects: ticket.redirects + 1,
        complainedOf: complaint.ofAgencyCode,
      });
      await news.toCitizen(tx, appeal, 'forwarded', { ticketId: opened.id, entryId });
      await news.card(tx, appeal);
      return opened;
    },

    /** Nobody decides about their own silence; the silent body may only satisfy the complaint in full, and in time. */
    async guard(
      tx: Tx,
      ticket: Ticket,
      officer: { readonly id: StaffId | null },
      command: TicketCommand,
      outcome?: string,
    ): Promise<void> {
      if (!DECIDING_COMMANDS.includes(command)) return;
      const complaint = await complaints.of(tx, ticket.appealId);
      if (!complaint) return;
      if (officer.id !== null && (await deps.barredFrom(complaint)).has(officer.id))
        throw new Refusal('ticket.complained_of', {});
      if (command !== 'answer' || complaint.ofAgencyCode !== ticket.agencyCode || outcome === undefined) return;
      const dueOn = await terms.forwardDueOn(tx, ticket.id);
      if (outcome !== 'done' || (dueOn !== null && today(tx, ticket) > dueOn))
        throw new Refusal('ticket.must_forward', {});
    },
  };
}
export type ComplaintsService = ReturnType<typeof createComplaintsService>;
