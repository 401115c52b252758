import type { AgencyCode, StaffId, TicketId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Mask, Sealing } from '../../privacy/index.ts';
import { checkedText } from '../drafts-service.ts';
import type { Officer } from '../officer.ts';
import type { ThreadRepository } from '../thread-repository.ts';
import { NO_PROCEDURE, type Ticket } from '../ticket.ts';
import { type AnswerChain, type AnswerDraft, isInHandOf, passOn } from './answer-chain.ts';
import { createAnswerReview, type PreparedAnswer } from './answer-review.ts';
import type { AnswerWorkRepository } from './answer-work-repository.ts';
import { type AnswerContext, type AnswerWords, createCaseReading } from './case-reading.ts';
import { keepAnswer, type OfficialAnswer, openAnswer } from './official-answer.ts';
import { MAX_POINTS, numbered, withNumbers } from './points.ts';
import type { TemplatesService } from './templates-service.ts';

interface Deps {
  readonly work: AnswerWorkRepository;
  readonly thread: ThreadRepository;
  readonly templates: TemplatesService;
  readonly mask: Mask;
  readonly sealing: Sealing;
  readonly words: AnswerWords;
  /** Whether work of this topic is shown by a photo when it is said to be done. */
  readonly wantsProof: (topicId: string | null, tx?: Tx) => Promise<boolean>;
  /** People on leave for whom this one works today. */
  readonly worksFor: (staffId: StaffId, at: Date, tx?: Tx) => Promise<readonly StaffId[]>;
  readonly timezone: string;
}

export interface OpenDraft {
  readonly draft: AnswerDraft;
  readonly answer: OfficialAnswer;
  /** Whether it waits for the one who looks. */
  readonly isMine: boolean;
}

/** Points the citizen has already had a word about: what is measured, and by which hands an answer goes. */
export function createAnswersService(deps: Deps) {
  const { work, thread, templates, mask, sealing, words, wantsProof, worksFor, timezone } = deps;
  const context = (draftOf: string): string => `draft:${draftOf}`;
  const reading = createCaseReading({ work, thread, templates, words, timezone });
  const { pointsOf, offered } = reading;
  const { check, leaving } = createAnswerReview({ reading, templates, mask, words, timezone });

  async function assertComplete(
    tx: Tx,
    chain: AnswerChain,
    { ticket, appeal }: AnswerContext,
    answer: OfficialAnswer,
  ): Promise<void> {
    const isDone = answer.outcome === 'done' || answer.outcome === 'partly';
    const topicId = ticket.matter?.topicId ?? appeal.topicId;
    if (isDone && !answer.files.some(({ kind }) => kind === 'photo') && (await wantsProof(topicId, tx)))
      throw new Refusal('answer.proof_missing', {});
    if (chain.wantsNumber && !answer.outgoingNumber) throw new Refusal('answer.number_missing', {});
  }

  async function openDraft(ticket: Ticket, tx?: Tx) {
    const found = await work.draftOf(ticket.id, tx);
    if (!found) return null;
    const { sealedAnswer, ...draft } = found;
    return { draft, answer: openAnswer(sealing.openText(sealedAnswer, context(ticket.id))) };
  }

  /** Whose hand this person acts as: their own, or that of somebody on leave. */
  async function handOf(
    draft: AnswerDraft,
    chain: AnswerChain,
    who: StaffId,
    at: Date,
    tx?: Tx,
  ): Promise<StaffId | null> {
    if (isInHandOf(draft, chain, who)) return who;
    return (await worksFor(who, at, tx)).find((absent) => isInHandOf(draft, chain, absent)) ?? null;
  }

  async function inHand(tx: Tx, { ticket, officer }: AnswerContext) {
    const open = await openDraft(ticket, tx);
    if (!open) throw new Refusal('answer.not_found', {});
    const chain = await work.chainOf(ticket.agencyCode, tx);
    const hand = await handOf(open.draft, chain, officer.id, tx.now, tx);
    if (open.draft.stage === 'author' || hand === null) throw new Refusal('answer.not_in_hand', {});
    return { ...open, chain, hand };
  }

  return {
    pointsOf,
    check,

    /** They keep the numbers of those they replace; what is new gets a number that no other matter of the case has. */
    async setPoints(tx: Tx, { ticket, appeal, officer }: AnswerContext, texts: readonly string[]): Promise<void> {
      const wanted = texts.map((text) => checkedText(text).trim()).filter((text) => text !== '');
      if (wanted.length === 0 || wanted.length > MAX_POINTS)
        throw new Refusal('points.count_wrong', { max: MAX_POINTS });
      const masked = wanted.map((text) => mask(text).masked);
      const { points: own } = await pointsOf({ ticket, appeal }, tx);
      const kept = own.slice(0, masked.length).map(({ position }, index) => ({ position, text: masked[index] ?? '' }));
      const others = ticket.matter
        ? [
            ...numbered(appeal.points).map(({ position }) => position),
            ...(await work.numbersBeside(tx, appeal.id, ticket.matter)),
          ]
        : [];
      const points = withNumbers(kept, masked.slice(kept.length), others);
      if (points.length < masked.length) throw new Refusal('points.count_wrong', { max: points.length });
      await work.savePoints(tx, ticket.appealId, ticket.matter, points, officer.id);
    },

    offered,

    /** An answer comes from its author. It leaves, or goes to the next hand; a draft that was there before is replaced. */
    async prepare(tx: Tx, ctx: AnswerContext, answer: OfficialAnswer): Promise<PreparedAnswer> {
      const { ticket, officer } = ctx;
      if (checkedText(answer.text) === '') throw new Refusal('ticket.text_missing', {});
      const chain = await work.chainOf(ticket.agencyCode, tx);
      // The monitors' word is their own: no hand of the body stands between.
      const next =
        officer.agencyCode === ticket.agencyCode
          ? passOn(chain, 'author', officer.id)
          : ({ stage: 'sent', approverId: null, signatoryId: null } as const);
      const before = await work.draftOf(ticket.id, tx);
      if (before) await work.moveDraft(tx, before, { stage: 'dropped' });
      if (next.stage === 'sent') {
        await assertComplete(
          tx,
          officer.agencyCode === ticket.agencyCode ? chain : { ...chain, wantsNumber: false },
          ctx,
          answer,
        );
        return leaving(tx, ctx, answer, officer, next);
      }
      await assertComplete(tx, { ...chain, wantsNumber: false }, ctx, answer);
      if (ticket.state === 'delivered' && ticket.procedure !== NO_PROCEDURE)
        throw new Refusal('ticket.not_registered', {});
      await work.addDraft(
        tx,
        {
          ticketId: ticket.id,
          appealId: ticket.appealId,
          agencyCode: ticket.agencyCode,
          remark: null,
          authorId: officer.id,
          ...next,
        },
        sealing.seal(keepAnswer(answer), context(ticket.id)),
      );
      return { type: 'waits', stage: next.stage };
    },

    /** Approved or signed: to the next hand, or out of the house. Corrections of the text are part of the hand's work. */
    async pass(
      tx: Tx,
      ctx: AnswerContext,
      changes: Partial<Pick<OfficialAnswer, 'outgoingNumber' | 'outgoingOn'>> & { readonly text?: string | undefined },
    ): Promise<PreparedAnswer> {
      const { draft, answer, chain, hand } = await inHand(tx, ctx);
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value));
      const changed: OfficialAnswer = { ...answer, ...given };
      const from = draft.stage === 'signatory' ? 'signatory' : 'approver';
      const next = passOn(chain, from, hand);
      // Who acted, not for whom: a substitute signs with their own name.
      const hands = {
        approverId: next.approverId ? ctx.officer.id : draft.approverId,
        signatoryId: next.signatoryId && ctx.officer.id,
      };
      if (next.stage === 'sent') await assertComplete(tx, chain, ctx, changed);
      await work.moveDraft(tx, draft, {
        stage: next.stage,
        remark: null,
        ...hands,
        sealedAnswer: sealing.seal(keepAnswer(changed), context(ctx.ticket.id)),
      });
      if (next.stage !== 'sent') return { type: 'waits', stage: next.stage };
      return leaving(tx, ctx, changed, { id: draft.authorId, role: 'officer' }, hands);
    },

    async giveBack(tx: Tx, ctx: AnswerContext, remark: string): Promise<AnswerDraft> {
      const { draft } = await inHand(tx, ctx);
      const said = checkedText(remark);
      if (said === '') throw new Refusal('ticket.reason_missing', {});
      await work.moveDraft(tx, draft, { stage: 'author', remark: said });
      return draft;
    },

    async draftFor(
      { ticket, officer }: Pick<AnswerContext, 'ticket' | 'officer'>,
      now: Date,
    ): Promise<OpenDraft | null> {
      const open = await openDraft(ticket);
      if (!open) return null;
      const chain = await work.chainOf(ticket.agencyCode);
      return { ...open, isMine: (await handOf(open.draft, chain, officer.id, now)) !== null };
    },

    wordsFor: reading.wordsFor,

    /** Whose hand the answer on its way waits in; null when there is none. */
    stageOf: async (ticketId: TicketId): Promise<AnswerDraft['stage'] | null> =>
      (await work.draftOf(ticketId))?.stage ?? null,

    chainOf: (agencyCode: AgencyCode) => work.chainOf(agencyCode),

    wantsProof: ({ ticket, appeal }: Pick<AnswerContext, 'ticket' | 'appeal'>): Promise<boolean> =>
      wantsProof(ticket.matter?.topicId ?? appeal.topicId),

    async setChain(tx: Tx, by: Officer, chain: AnswerChain): Promise<void> {
      if (by.role !== 'operator' && !(by.role === 'supervisor' && by.agencyCode === chain.agencyCode))
        throw new Refusal('agency.not_found', { agencyCode: chain.agencyCode });
      await work.saveChain(tx, chain);
    },
  };
}
export type AnswersService = ReturnType<typeof createAnswersService>;
