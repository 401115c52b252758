import { newId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type { LearntExample } from './learnt-examples.ts';
import type { TopicMessage } from './topic-classifier.ts';

interface Found {
  readonly appeal_id: string;
  readonly stream_id: string;
  readonly seq: number;
  readonly type: string;
  readonly topic: string | null;
  readonly agency: string | null;
  readonly proposed: string | null;
  readonly from_agency: string | null;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly at: Date;
}

const SOURCES: Readonly<Record<string, LearntExample['source']>> = {
  'appeal.submitted': 'confirmed',
  'routing.chosen_by_citizen': 'changed',
  'ticket.redirected': 'redirected',
  'appeal.routed': 'corrected',
};
const BATCH = 2_000;

/** Examples come from the journal, so that each has its provenance; their words stay with the case. */
export function createLearningRepository(db: Db) {
  return {
    /** Takes over what the journal says since the last time; sealed cases are never learnt from. */
    async collect(tx: Tx): Promise<number> {
      const found = await prismaOf(tx).$queryRaw<Found[]>`
        select a.id as appeal_id, j.stream_id, j.seq, j.type, j.actor_kind, j.actor_id, j.at,
          j.facts ->> 'topicId' as topic,
          case j.type when 'ticket.redirected' then j.facts ->> 'to' else j.facts ->> 'agencyCode' end as agency,
          j.facts ->> 'proposed' as proposed,
          case j.type when 'ticket.redirected' then j.facts ->> 'agencyCode' end as from_agency
        from journal_entries j join appeals a on j.stream_id = 'appeal:' || a.id
        where not a.sensitive and (
            (j.type = 'appeal.submitted' and j.facts ->> 'to' = 'agency' and j.facts ->> 'topicId' is not null)
            or (j.type = 'routing.chosen_by_citizen' and coalesce(j.facts ->> 'topicId', j.facts ->> 'agencyCode') is not null)
            or j.type in ('ticket.redirected', 'appeal.routed'))
          and j.at >= coalesce((select max(at) from routing_examples), '-infinity') - interval '1 hour'
          and not exists (select 1 from routing_examples e where e.stream_id = j.stream_id and e.seq = j.seq)
        order by j.at limit ${BATCH}`;
      await prismaOf(tx).routingExample.createMany({
        data: found.map((row) => ({
          id: newId(row.at.getTime()),
          appealId: row.appeal_id,
          streamId: row.stream_id,
          seq: row.seq,
          source: SOURCES[row.type] ?? 'corrected',
          topicId: row.topic,
          agencyCode: row.agency,
          proposedTopicId: row.proposed,
          proposedAgency: row.from_agency,
          labelledByKind: row.actor_kind,
          labelledBy: row.actor_id,
          at: row.at,
        })),
        skipDuplicates: true,
      });
      return found.length;
    },

    async examples(): Promise<readonly LearntExample[]> {
      const rows = await db.routingExample.findMany({ where: { excluded: null }, orderBy: { at: 'asc' } });
      return rows.map((row) => ({ ...row, source: row.source as LearntExample['source'] }));
    },

    async exclude(tx: Tx, ids: readonly string[], reason: string): Promise<void> {
      await prismaOf(tx).routingExample.updateMany({ where: { id: { in: [...ids] } }, data: { excluded: reason } });
    },

    /** The masked first words of cases with the topic that people settled on. */
    async texts(labels: readonly { appealId: string; topicId: string }[]): Promise<readonly TopicMessage[]> {
      const topicOf = new Map(labels.map(({ appealId, topicId }) => [appealId, topicId]));
      const rows = await db.threadEntry.findMany({
        where: { appealId: { in: [...topicOf.keys()] }, kind: 'statement' },
        select: { appealId: true, maskedText: true, language: true },
        orderBy: { at: 'asc' },
      });
      return rows.flatMap(({ appealId, maskedText, language }) => {
        const topic = topicOf.get(appealId);
        return topic && maskedText.trim() !== '' ? [{ topic, lang: language ?? '', text: maskedText }] : [];
      });
    },
  };
}
export type LearningRepository = ReturnType<typeof createLearningRepository>;
