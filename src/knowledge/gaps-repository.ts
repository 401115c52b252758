import type { Day } from '../kernel/day.ts';
import { type CitizenId, newId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { Prisma } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { type ContactBudget, hasRoom } from './answers-repository.ts';
import { clusterGaps, type OpenQuestion } from './gap-clusters.ts';

export type GapState = 'open' | 'assigned' | 'published' | 'dismissed';

/** Somebody who asked, to be told that the answer is there now. */
export interface Asker {
  readonly answerId: string;
  readonly citizenId: CitizenId;
  readonly language: Language;
  readonly gapId: string;
  readonly sourceId: string;
}

export interface NewGap {
  readonly id: string;
  /** The question closest to all others. */
  readonly label: string;
  readonly questions: number;
}

/** Endings that say: people asked and approved sources had nothing. Forbidden questions are no gap. */
const GAP_STATUSES = ['unanswerable_not_covered', 'clarification'];
/** Clustering compares pairs; the newest of them are enough for a day's work. */
const MAX_QUESTIONS = 2_000;
const KNOWN = 'gap:';

/** Questions without an answer, gathered into content tasks of agencies. */
export interface GapsRepository {
  /** Clusters what was asked and not answered, or rated unhelpful, and is in no gap yet; what resembles an open gap joins it. Returns the new gaps. */
  gather(tx: Tx, since: Date): Promise<readonly NewGap[]>;
  assign(tx: Tx, gapId: string, agency: string, dueOn: Day): Promise<void>;
  /** Somebody writes the answer in this source; its approval will close the gap. */
  link(tx: Tx, gapId: string, sourceId: string): Promise<void>;
  /** The source answers now: closes the gaps that waited for it. Returns how many. */
  publishedBy(tx: Tx, sourceId: string): Promise<number>;
  /** People who asked and have room in their contact budget, each handed out once. */
  takeAskers(tx: Tx, limit: number, budget: ContactBudget): Promise<readonly Asker[]>;
  dismiss(tx: Tx, gapId: string): Promise<void>;
  /** The body whose task it is; null while nobody's. Refuses a gap that does not exist. */
  agencyOf(tx: Tx, gapId: string): Promise<string | null>;
}

export function createGapsRepository(): GapsRepository {
  async function move(
    tx: Tx,
    gapId: string,
    to: GapState,
    data: { agency?: string; dueOn?: Date; closedAt?: Date } = {},
  ): Promise<void> {
    const { count } = await prismaOf(tx).knowledgeGap.updateMany({
      where: { id: gapId, state: { in: ['open', 'assigned'] } },
      data: { state: to, ...data },
    });
    if (count === 0) throw new Refusal('knowledge.gap_move_refused', { gap: gapId, to });
  }

  const join = (tx: Tx, gapId: string, answers: readonly string[]) =>
    prismaOf(tx).knowledgeAnswer.updateMany({ where: { id: { in: [...answers] }, gapId: null }, data: { gapId } });

  return {
    async gather(tx, since) {
      const rows = await prismaOf(tx).knowledgeAnswer.findMany({
        where: {
          gapId: null,
          question: { not: null },
          askedAt: { gte: since },
          OR: [{ status: { in: GAP_STATUSES } }, { helpful: false }],
        },
        select: { id: true, question: true },
        orderBy: { askedAt: 'desc' },
        take: MAX_QUESTIONS,
      });
      if (rows.length === 0) return [];
      const known = await prismaOf(tx).knowledgeGap.findMany({
        where: { state: { in: ['open', 'assigned'] } },
        take: 500,
      });
      const open = [
        ...known.map(({ id, label }): OpenQuestion => ({ id: `${KNOWN}${id}`, text: label })),
        ...rows.flatMap(({ id, question }): OpenQuestion[] => (question === null ? [] : [{ id, text: question }])),
      ];
      const made: NewGap[] = [];
      for (const { label, questions } of clusterGaps(open)) {
        const answers = questions.filter((id) => !id.startsWith(KNOWN));
        const old = questions.find((id) => id.startsWith(KNOWN))?.slice(KNOWN.length);
        const id = old ?? newId(tx.now.getTime());
        if (!old && answers.length > 0) {
          await prismaOf(tx).knowledgeGap.create({ data: { id, label, state: 'open', openedAt: tx.now } });
          made.push({ id, label, questions: answers.length });
        }
        await join(tx, id, answers);
      }
      return made;
    },

    assign: (tx, gapId, agency, dueOn) =>
      move(tx, gapId, 'assigned', { agency, dueOn: new Date(`${dueOn}T00:00:00Z`) }),

    async link(tx, gapId, sourceId) {
      const { count } = await prismaOf(tx).knowledgeGap.updateMany({
        where: { id: gapId, state: { in: ['open', 'assigned'] } },
        data: { sourceId },
      });
      if (count === 0) throw new Refusal('knowledge.gap_move_refused', { gap: gapId, to: 'linked' });
    },

    async publishedBy(tx, sourceId) {
      const { count } = await prismaOf(tx).knowledgeGap.updateMany({
        where: { sourceId, state: { in: ['open', 'assigned'] } },
        data: { state: 'published', closedAt: tx.now },
      });
      return count;
    },

    async takeAskers(tx, limit, budget) {
      const rows = await prismaOf(tx).$queryRaw<
        { id: string; citizen_id: CitizenId; language: Language; gap_id: string; source_id: string }[]
      >`
        with next as (
          select a.id from knowledge_answers a join knowledge_gaps g on g.id = a.gap_id
          where g.state = 'published' and g.source_id is not null and a.gap_told_at is null and a.citizen_id is not null
            and ${hasRoom(Prisma.raw('a.citizen_id'), budget, tx.now)}
          order by a.id limit ${limit} for update of a skip locked
        ), taken as (
          update knowledge_answers set gap_told_at = ${tx.now}::timestamptz(3) where id in (select id from next) returning id, citizen_id, language, gap_id
        )
        select distinct on (t.citizen_id, t.gap_id) t.id::text, t.citizen_id::text, t.language, t.gap_id::text, g.source_id
        from taken t join knowledge_gaps g on g.id = t.gap_id order by t.citizen_id, t.gap_id, t.id desc`;
      return rows.map(({ id, citizen_id, language, gap_id, source_id }) => ({
        answerId: id,
        citizenId: citizen_id,
        language,
        gapId: gap_id,
        sourceId: source_id,
      }));
    },

    dismiss: (tx, gapId) => move(tx, gapId, 'dismissed', { closedAt: tx.now }),

    async agencyOf(tx, gapId) {
      const gap = await prismaOf(tx).knowledgeGap.findUnique({ where: { id: gapId }, select: { agency: true } });
      if (!gap) throw new Refusal('knowledge.not_found', { gap: gapId });
      return gap.agency;
    },
  };
}
