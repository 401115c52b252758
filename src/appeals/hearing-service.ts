import type { AppealId, CitizenId, MessageId, TicketId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Mask, Sealing } from '../privacy/index.ts';
import type { Appeal } from './appeal.ts';
import type { AppealsRepository } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import type { Desk } from './desk.ts';
import { type Contribution, checkedText } from './drafts-service.ts';
import { assertMay, type Officer } from './officer.ts';
import type { CitizenPosition, Hearing, TermClock } from './ports.ts';
import type { EntryKind } from './thread-entry.ts';
import type { ThreadRepository } from './thread-repository.ts';
import type { Ticket } from './ticket.ts';

interface Deps {
  readonly appeals: AppealsRepository;
  readonly thread: ThreadRepository;
  readonly news: CaseNewsSender;
  readonly desk: Desk;
  readonly terms: Pick<TermClock, 'hearing' | 'hasHearing' | 'dayAt'>;
  readonly mask: Mask;
  readonly sealing: Sealing;
  readonly own: (tx: Tx, id: AppealId, citizenId: CitizenId) => Promise<Appeal>;
}

/** The citizen hears the intended decision before it is taken, and is heard. */
export function createHearingService({ appeals, thread, news, desk, terms, mask, sealing, own }: Deps) {
  async function write(
    tx: Tx,
    appeal: Appeal,
    ticket: Ticket,
    {
      kind,
      author,
      authorId,
      text,
      language,
      details,
    }: {
      kind: EntryKind;
      author: 'citizen' | 'officer';
      authorId: string;
      text: string;
      language: Language;
      details: Record<string, unknown>;
    },
  ): Promise<MessageId> {
    const { masked, found } = mask(text);
    return thread.add(tx, {
      appealId: appeal.id,
      ticketId: ticket.id,
      kind,
      author,
      authorId,
      language,
      maskedText: masked,
      sealedText: found.length > 0 ? sealing.seal(text, `entry:${appeal.id}`) : null,
      details,
    });
  }

  async function ticketToHear(tx: Tx, id: TicketId, officer: Officer) {
    const ticket = await appeals.getTicket(tx, id);
    assertMay(officer, 'hear', ticket);
    if (!terms.hasHearing(ticket)) throw new Refusal('ticket.no_hearing', {});
    const appeal = await appeals.get(tx, ticket.appealId);
    return { ticket, appeal, actor: { kind: officer.role, id: officer.id } as const };
  }

  return {
    /** Sends the intended decision; from now on the citizen has the law's days to answer it, and no act comes before its day. */
    async open(
      tx: Tx,
      id: TicketId,
      officer: Officer,
      { text, language }: { text: string; language: Language },
    ): Promise<Ticket> {
      const { ticket, appeal, actor } = await ticketToHear(tx, id, officer);
      const words = checkedText(text);
      if (words === '') throw new Refusal('ticket.text_missing', {});
      const clock = { type: 'preliminary_decision_sent' } as const;
      const after = await desk.move(tx, ticket, appeal, { type: 'hearing_opened' }, { actor, clock });
      const hearing = await terms.hearing(tx, id);
      const entryId = await write(tx, appeal, ticket, {
        kind: 'notice',
        author: 'officer',
        authorId: officer.id,
        text: words,
        language,
        details: {
          notice: 'preliminary_decision',
          objectionDueOn: hearing?.objectionDueOn ?? null,
          earliestActOn: hearing?.earliestActOn ?? null,
        },
      });
      await news.toCitizen(tx, appeal, 'preliminary_decision', { ticketId: id, entryId });
      await news.card(tx, appeal);
      return after;
    },

    /** Records that the citizen was heard in person; the record is shown to them. */
    async recordHeard(
      tx: Tx,
      id: TicketId,
      officer: Officer,
      { text, language }: { text: string; language: Language },
    ): Promise<Ticket> {
      const { ticket, appeal, actor } = await ticketToHear(tx, id, officer);
      const words = checkedText(text);
      if (words === '') throw new Refusal('ticket.text_missing', {});
      const after = await desk.move(
        tx,
        ticket,
        appeal,
        { type: 'citizen_heard' },
        { actor, clock: { type: 'citizen_heard' }, facts: { inPerson: true } },
      );
      const entryId = await write(tx, appeal, ticket, {
        kind: 'notice',
        author: 'officer',
        authorId: officer.id,
        text: words,
        language,
        details: { notice: 'heard' },
      });
      await news.toCitizen(tx, appeal, 'heard', { ticketId: id, entryId });
      return after;
    },

    /** "I agree", "I object", "I want to be heard": may be changed and explained until the days are over. */
    async state(
      tx: Tx,
      id: AppealId,
      citizenId: CitizenId,
      position: CitizenPosition,
      contribution: Pick<Contribution, 'text'> | null,
    ): Promise<Hearing> {
      const appeal = await own(tx, id, citizenId);
      const { ticket, hearing } = await openHearing(tx, appeal);
      const words = contribution ? checkedText(contribution.text) : '';
      const entryId = await write(tx, appeal, ticket, {
        kind: 'addition',
        author: 'citizen',
        authorId: citizenId,
        text: words,
        language: appeal.language,
        details: { position },
      });
      await desk.move(
        tx,
        ticket,
        appeal,
        { type: 'citizen_heard' },
        {
          actor: { kind: 'citizen', id: citizenId },
          clock: { type: 'citizen_heard', position },
          facts: { position, entryId },
        },
      );
      await news.card(tx, appeal);
      return hearing;
    },

    /** No act before its day, and none before whoever asked for it was heard. */
    async assertActAllowed(tx: Tx, ticket: Ticket): Promise<void> {
      if (!terms.hasHearing(ticket) || ticket.state !== 'registered') return;
      const hearing = await terms.hearing(tx, ticket.id);
      if (!hearing?.sentOn) return;
      if (hearing.earliestActOn && terms.dayAt(ticket.agencyCode, tx.now) < hearing.earliestActOn)
        throw new Refusal('ticket.act_before_hearing', { from: hearing.earliestActOn });
      if (hearing.position === 'wants_hearing' && hearing.heardOn === null)
        throw new Refusal('ticket.citizen_not_heard', {});
    },
  };

  async function openHearing(tx: Tx, appeal: Appeal): Promise<{ ticket: Ticket; hearing: Hearing }> {
    for (const ticket of await appeals.ticketsOf(tx, appeal.id)) {
      if (ticket.state !== 'registered' || !terms.hasHearing(ticket)) continue;
      const hearing = await terms.hearing(tx, ticket.id);
      if (!hearing?.sentOn) continue;
      if (hearing.objectionDueOn && terms.dayAt(ticket.agencyCode, tx.now) > hearing.objectionDueOn)
        throw new Refusal('ticket.hearing_over', { until: hearing.objectionDueOn });
      return { ticket, hearing };
    }
    throw new Refusal('ticket.no_hearing', {});
  }
}
export type HearingService = ReturnType<typeof createHearingService>;
