import type { AgencyCode, AppealId, StaffId, TicketId } from '../../kernel/ids.ts';

/** Whose hand a draft is in. `author` again after it was given back with a remark. */
export type AnswerStage = 'author' | 'approver' | 'signatory' | 'sent' | 'dropped';
export const WAITING_STAGES = ['author', 'approver', 'signatory'] as const satisfies readonly AnswerStage[];

/** Through whose hands a body's answers go. No approver and no signatory: an answer leaves at once. */
export interface AnswerChain {
  readonly agencyCode: AgencyCode;
  readonly approverIds: readonly StaffId[];
  readonly signatoryIds: readonly StaffId[];
  /** An answer leaves only under an outgoing number. */
  readonly wantsNumber: boolean;
}

export const noChain = (agencyCode: AgencyCode): AnswerChain => ({
  agencyCode,
  approverIds: [],
  signatoryIds: [],
  wantsNumber: false,
});

export interface AnswerDraft {
  readonly id: string;
  readonly revision: number;
  readonly ticketId: TicketId;
  readonly appealId: AppealId;
  readonly agencyCode: AgencyCode;
  readonly stage: AnswerStage;
  readonly remark: string | null;
  readonly authorId: StaffId;
  readonly approverId: StaffId | null;
  readonly signatoryId: StaffId | null;
  readonly changedAt: Date;
}

type Hands = Pick<AnswerDraft, 'approverId' | 'signatoryId'>;

/**
 * How far a draft goes when this person passes it on. One person may hold several hands: an approver who is also a
 * signatory sends with one press.
 */
export function passOn(
  chain: AnswerChain,
  from: 'author' | 'approver' | 'signatory',
  by: StaffId,
): Hands & { stage: 'approver' | 'signatory' | 'sent' } {
  const isApprover = chain.approverIds.includes(by);
  const isSignatory = chain.signatoryIds.includes(by);
  const needsApproval = from === 'author' && chain.approverIds.length > 0;
  if (needsApproval && !isApprover) return { stage: 'approver', approverId: null, signatoryId: null };
  const approverId = isApprover && from !== 'signatory' ? by : null;
  const needsSignature = from !== 'signatory' && chain.signatoryIds.length > 0;
  if (needsSignature && !isSignatory) return { stage: 'signatory', approverId, signatoryId: null };
  return { stage: 'sent', approverId, signatoryId: isSignatory ? by : null };
}

/** Whether a draft waits for this person. */
export function isInHandOf(draft: Pick<AnswerDraft, 'stage' | 'authorId'>, chain: AnswerChain, who: StaffId): boolean {
  switch (draft.stage) {
    case 'author':
      return draft.authorId === who;
    case 'approver':
      return chain.approverIds.includes(who);
    case 'signatory':
      return chain.signatoryIds.includes(who);
    default:
      return false;
  }
}
