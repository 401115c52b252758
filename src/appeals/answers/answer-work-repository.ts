import { createHash } from 'node:crypto';
import { type AgencyCode, type AppealId, newId, type StaffId, type TicketId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Db } from '../../platform/db/database.ts';
import type { AnswerDraft as DraftRow } from '../../platform/db/generated/client.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';
import type { TicketMatter } from '../ticket.ts';
import { type AnswerChain, type AnswerDraft, type AnswerStage, noChain, WAITING_STAGES } from './answer-chain.ts';
import type { CasePoint } from './points.ts';

export interface StoredPoints {
  readonly points: readonly CasePoint[];
  readonly editedAt: Date;
}

/** The same matter keeps its points whichever body has it. */
const keyOf = (matter: TicketMatter | null): string =>
  matter ? createHash('sha256').update(matter.text).digest('base64url') : '';

/** Points of cases, chains of bodies and drafts on their way. */
export function createAnswerWorkRepository(db: Db) {
  const client = (tx?: Tx) => (tx ? prismaOf(tx) : db);
  return {
    /** Null: nobody has corrected the proposal yet. */
    async pointsOf(appealId: AppealId, matter: TicketMatter | null, tx?: Tx): Promise<StoredPoints | null> {
      const rows = await client(tx).casePoint.findMany({
        where: { appealId, matterKey: keyOf(matter) },
        orderBy: { position: 'asc' },
      });
      const [first] = rows;
      return first
        ? {
            points: rows.map(({ position, maskedText }) => ({ position, text: maskedText })),
            editedAt: first.editedAt,
          }
        : null;
    },

    /** Numbers that corrected points of the case's other matters have. */
    async numbersBeside(tx: Tx, appealId: AppealId, matter: TicketMatter | null): Promise<readonly number[]> {
      const rows = await prismaOf(tx).casePoint.findMany({
        where: { appealId, matterKey: { not: keyOf(matter) } },
        select: { position: true },
      });
      return rows.map(({ position }) => position);
    },

    async savePoints(
      tx: Tx,
      appealId: AppealId,
      matter: TicketMatter | null,
      points: readonly CasePoint[],
      editedBy: StaffId,
    ): Promise<void> {
      const matterKey = keyOf(matter);
      await prismaOf(tx).casePoint.deleteMany({ where: { appealId, matterKey } });
      await prismaOf(tx).casePoint.createMany({
        data: points.map(({ position, text: maskedText }) => ({
          appealId,
          matterKey,
          position,
          maskedText,
          editedBy,
          editedAt: tx.now,
        })),
      });
    },

    async chainOf(agencyCode: AgencyCode, tx?: Tx): Promise<AnswerChain> {
      const row = await client(tx).answerChain.findUnique({ where: { agencyCode } });
      return row
        ? {
            agencyCode,
            approverIds: row.approverIds as StaffId[],
            signatoryIds: row.signatoryIds as StaffId[],
            wantsNumber: row.wantsNumber,
          }
        : noChain(agencyCode);
    },

    async saveChain(tx: Tx, { agencyCode, approverIds, signatoryIds, wantsNumber }: AnswerChain): Promise<void> {
      const columns = {
        approverIds: [...approverIds],
        signatoryIds: [...signatoryIds],
        wantsNumber,
        changedAt: tx.now,
      };
      await prismaOf(tx).answerChain.upsert({
        where: { agencyCode },
        create: { agencyCode, ...columns },
        update: columns,
      });
    },

    async addDraft(
      tx: Tx,
      draft: Omit<AnswerDraft, 'id' | 'revision' | 'changedAt'>,
      sealedAnswer: Uint8Array<ArrayBuffer>,
    ): Promise<string> {
      const id = newId(tx.now.getTime());
      await prismaOf(tx).answerDraft.create({
        data: { id, ...draft, sealedAnswer, createdAt: tx.now, changedAt: tx.now },
      });
      return id;
    },

    /** The one on its way; a ticket has at most one. */
    async draftOf(ticketId: TicketId, tx?: Tx): Promise<(AnswerDraft & { sealedAnswer: Uint8Array }) | null> {
      const row = await client(tx).answerDraft.findFirst({
        where: { ticketId, stage: { in: [...WAITING_STAGES] } },
        orderBy: { createdAt: 'desc' },
      });
      return row && { ...toDraft(row), sealedAnswer: row.sealedAnswer };
    },

    async moveDraft(
      tx: Tx,
      { id, revision }: Pick<AnswerDraft, 'id' | 'revision'>,
      changes: Partial<Pick<AnswerDraft, 'stage' | 'remark' | 'approverId' | 'signatoryId'>> & {
        sealedAnswer?: Uint8Array<ArrayBuffer>;
      },
    ): Promise<void> {
      const { count } = await prismaOf(tx).answerDraft.updateMany({
        where: { id, revision },
        data: { ...changes, changedAt: tx.now, revision: revision + 1 },
      });
      if (count === 0) throw new Refusal('answer.changed_meanwhile', {});
    },
  };
}
export type AnswerWorkRepository = ReturnType<typeof createAnswerWorkRepository>;

const toDraft = (row: DraftRow): AnswerDraft => ({
  id: row.id,
  revision: row.revision,
  ticketId: row.ticketId as TicketId,
  appealId: row.appealId as AppealId,
  agencyCode: row.agencyCode as AgencyCode,
  stage: row.stage as AnswerStage,
  remark: row.remark,
  authorId: row.authorId as StaffId,
  approverId: row.approverId as StaffId | null,
  signatoryId: row.signatoryId as StaffId | null,
  changedAt: row.changedAt,
});
