import type { StaffId, TicketId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { PreparedAnswer } from './answers/answer-review.ts';
import type { AnswersService } from './answers/answers-service.ts';
import type { AnswerContext } from './answers/case-reading.ts';
import type { OfficialAnswer } from './answers/official-answer.ts';
import { applyAppealEvent } from './appeal.ts';
import type { AppealsRepository } from './appeals-repository.ts';
import type { CaseNewsSender } from './case-news.ts';
import type { ComplaintsService } from './complaints-service.ts';
import type { Desk } from './desk.ts';
import type { EntryWriter } from './entry-writer.ts';
import type { Officer } from './officer.ts';
import { isOpenTicket, type Ticket } from './ticket.ts';
import type { TicketLoader } from './ticket-loader.ts';

export interface TicketAnswersDeps {
  readonly appeals: AppealsRepository;
  readonly news: CaseNewsSender;
  readonly desk: Desk;
  /** Refuses an act that would come before the citizen could be heard. */
  readonly assertActAllowed: (tx: Tx, ticket: Ticket) => Promise<void>;
  readonly guardComplaint: ComplaintsService['guard'];
  readonly answers: Pick<AnswersService, 'prepare' | 'pass' | 'giveBack' | 'setPoints' | 'wordsFor'>;
  /** Tickets of other citizens that this one is answered for. */
  readonly joinedTo: (tx: Tx, id: TicketId) => Promise<readonly TicketId[]>;
  readonly load: TicketLoader;
  readonly write: EntryWriter;
}

/** How an answer comes about, hand by hand, and what happens when it leaves. */
export function createTicketAnswers(deps: TicketAnswersDeps) {
  const { appeals, news, desk, assertActAllowed, guardComplaint, answers, joinedTo, load, write } = deps;

  /** What was prepared leaves the house, or is kept in the hand it waits in. */
  async function carryOut(
    tx: Tx,
    { ticket, appeal, officer }: AnswerContext,
    prepared: PreparedAnswer,
  ): Promise<Ticket> {
    const actor = { kind: officer.role, id: officer.id };
    if (prepared.type === 'waits')
      return desk.move(tx, ticket, appeal, { type: 'drafted' }, { actor, facts: { stage: prepared.stage } });
    const after = await leave(tx, { ticket, appeal, officer }, actor, prepared);
    for (const id of await joinedTo(tx, ticket.id)) {
      const joined = await appeals.getTicket(tx, id);
      if (!isOpenTicket(joined.state)) continue;
      const facts = { ...prepared.facts, parentId: ticket.id };
      // What one citizen asked for is no other citizen's business.
      const { points: _points, pointsBy: _by, ...details } = prepared.details;
      const theirs = { ticket: joined, appeal: await appeals.get(tx, joined.appealId), officer };
      await leave(tx, theirs, actor, { ...prepared, details, facts });
    }
    return after;
  }

  async function leave(
    tx: Tx,
    ctx: AnswerContext,
    actor: { kind: Officer['role']; id: StaffId },
    { answer, author, details, facts }: Extract<PreparedAnswer, { type: 'leaves' }>,
  ): Promise<Ticket> {
    const { ticket, appeal } = ctx;
    const { language, files, outcome } = answer;
    const text = await answers.wordsFor(ctx, answer, tx.now);
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
  };
}
