import { AgencyCode, AppealId, TopicId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';

/** What a second reader said about one case, as people are shown it. */
export interface KeptOpinion {
  readonly type: 'agreed' | 'disagreed' | 'absent';
  /** Why there is none: a model that is not there, too slow, or not to be understood. */
  readonly reason: string | null;
  readonly model: string | null;
  readonly preferredAgency: AgencyCode | null;
  readonly preferredTopic: TopicId | null;
  readonly confidenceBefore: number;
  readonly confidenceAfter: number;
  readonly durationMs: number;
}

/** Cases a second reader was asked about. Sealed cases are never among those that wait. */
export function createOpinionsRepository(db: Db) {
  return {
    /** Sent lately, not sealed, no opinion yet, and either with the operators or proposed with little certainty. */
    async waiting(sureFrom: number, limit: number): Promise<readonly AppealId[]> {
      const rows = await db.$queryRaw<{ id: string }[]>`
        select a.id from appeals a
        where a.submitted_at is not null and not a.sensitive
          and a.submitted_at > business_now() - interval '3 days'
          and (a.state = 'in_triage' or (a.state = 'with_agency'
            and (a.routing -> 'record' ->> 'confidence')::double precision < ${sureFrom}))
          and not exists (select 1 from routing_opinions o where o.appeal_id = a.id)
        order by a.submitted_at limit ${limit}`;
      return rows.map(({ id }) => AppealId.parse(id));
    },

    async add(tx: Tx, appealId: AppealId, opinion: KeptOpinion): Promise<void> {
      await prismaOf(tx).routingOpinion.upsert({
        where: { appealId },
        create: { appealId, at: tx.now, ...opinion },
        update: {},
      });
    },

    async of(appealId: AppealId): Promise<KeptOpinion | null> {
      const row = await db.routingOpinion.findUnique({ where: { appealId } });
      return (
        row && {
          type: row.type as KeptOpinion['type'],
          reason: row.reason,
          model: row.model,
          preferredAgency: row.preferredAgency === null ? null : AgencyCode.parse(row.preferredAgency),
          preferredTopic: row.preferredTopic === null ? null : TopicId.parse(row.preferredTopic),
          confidenceBefore: row.confidenceBefore,
          confidenceAfter: row.confidenceAfter,
          durationMs: row.durationMs,
        }
      );
    },
  };
}
export type OpinionsRepository = ReturnType<typeof createOpinionsRepository>;
