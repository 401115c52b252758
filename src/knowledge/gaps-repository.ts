import type { Day } from '../kernel/day.ts';
import { newId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { Reader } from './answers-repository.ts';
import { clusterGaps, type GapCluster, type OpenQuestion } from './gap-clusters.ts';

export type GapState = 'open' | 'assigned' | 'published' | 'dismissed';

export interface Gap {
  readonly id: string;
  readonly label: string;
  readonly state: GapState;
  readonly agency: string | null;
  readonly dueOn: Day | null;
  readonly questions: number;
}

/** Endings that say: people asked and approved sources had nothing. Forbidden questions are no gap. */
const GAP_STATUSES = ['unanswerable_not_covered', 'clarification'];
/** Clustering compares pairs; the newest of them are enough for a day's work. */
const MAX_QUESTIONS = 2_000;

/** Questions without an answer, gathered into content tasks of agencies. */
export interface GapsRepository {
  /** Clusters what was asked and not answered, or rated unhelpful, and is in no gap yet. Returns the new gaps. */
  gather(tx: Tx, since: Date): Promise<readonly { id: string; cluster: GapCluster }[]>;
  assign(tx: Tx, gapId: string, agency: string, dueOn: Day): Promise<void>;
  /** The source that answers it is published: closes the gap and hands out everybody who asked. */
  publish(tx: Tx, gapId: string, sourceId: string): Promise<readonly Reader[]>;
  dismiss(tx: Tx, gapId: string): Promise<void>;
}

export function createGapsRepository(): GapsRepository {
  async function move(
    tx: Tx,
    gapId: string,
    from: readonly GapState[],
    to: GapState,
    data: { agency?: string; dueOn?: Date; sourceId?: string; closedAt?: Date },
  ): Promise<void> {
    const { count } = await prismaOf(tx).knowledgeGap.updateMany({
      where: { id: gapId, state: { in: [...from] } },
      data: { state: to, ...data },
    });
    if (count === 0) throw new Refusal('knowledge.gap_move_refused', { gap: gapId, to });
  }

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
      const open = rows.flatMap(({ id, question }): OpenQuestion[] =>
        question === null ? [] : [{ id, text: question }],
      );
      const made: { id: string; cluster: GapCluster }[] = [];
      for (const cluster of clusterGaps(open)) {
        const id = newId(tx.now.getTime());
        await prismaOf(tx).knowledgeGap.create({ data: { id, label: cluster.label, state: 'open', openedAt: tx.now } });
        await prismaOf(tx).knowledgeAnswer.updateMany({
          where: { id: { in: [...cluster.questions] }, gapId: null },
          data: { gapId: id },
        });
        made.push({ id, cluster });
      }
      return made;
    },

    assign: (tx, gapId, agency, dueOn) =>
      move(tx, gapId, ['open', 'assigned'], 'assigned', { agency, dueOn: new Date(`${dueOn}T00:00:00Z`) }),

    async publish(tx, gapId, sourceId) {
      await move(tx, gapId, ['open', 'assigned'], 'published', { sourceId, closedAt: tx.now });
      const asked = await prismaOf(tx).knowledgeAnswer.findMany({
        where: { gapId, citizenId: { not: null } },
        orderBy: { askedAt: 'desc' },
        distinct: ['citizenId'],
      });
      return asked.map(({ id, citizenId, language, askedAt }) => ({
        answerId: id,
        citizenId: citizenId as Reader['citizenId'],
        language: language as Reader['language'],
        askedAt,
      }));
    },

    dismiss: (tx, gapId) => move(tx, gapId, ['open', 'assigned'], 'dismissed', { closedAt: tx.now }),
  };
}
