import type { Db } from '../platform/db/database.ts';

export interface QualityRow {
  /** A language, or the code of a body. */
  readonly name: string;
  readonly sent: number;
  /** Of those that went to a body: kept by the first one, as far as is known today. */
  readonly toBody: number;
  readonly firstTimeRight: number;
  readonly redirected: number;
  readonly changed: number;
  readonly triaged: number;
  readonly secondsToConfirm: number | null;
}

export interface Confusion {
  readonly kind: 'topic' | 'body';
  readonly said: string;
  readonly meant: string;
  readonly count: number;
}

export interface RoutingQuality {
  readonly total: QualityRow;
  readonly languages: readonly QualityRow[];
  readonly bodies: readonly QualityRow[];
  readonly confusions: readonly Confusion[];
}

interface Row extends Omit<QualityRow, 'name'> {
  readonly language: string | null;
  readonly agency: string | null;
}

const MOST_BODIES = 40;
const MOST_CONFUSIONS = 25;

/** How the routing fares on real cases; never about sealed ones. */
export function createQualityReadModel(db: Db) {
  return {
    async since(from: Date): Promise<RoutingQuality> {
      const [rows, confusions] = await Promise.all([
        db.$queryRaw<Row[]>`
          with sent as (
            select a.id, a.language, first.agency_code as agency,
              extract(epoch from a.submitted_at - a.created_at) as waited,
              exists (select 1 from routing_examples e where e.appeal_id = a.id and e.source = 'redirected') as redirected,
              exists (select 1 from routing_examples e where e.appeal_id = a.id and e.source = 'changed') as changed,
              exists (select 1 from routing_examples e where e.appeal_id = a.id and e.source = 'corrected')
                or a.state = 'in_triage' as triaged
            from appeals a
            left join lateral (select agency_code from tickets t where t.appeal_id = a.id order by delivered_at limit 1) first on true
            where a.submitted_at >= ${from} and not a.sensitive)
          select language, agency, count(*)::int as sent,
            count(*) filter (where not triaged)::int as "toBody",
            count(*) filter (where not triaged and not redirected)::int as "firstTimeRight",
            count(*) filter (where redirected)::int as redirected,
            count(*) filter (where changed)::int as changed,
            count(*) filter (where triaged)::int as triaged,
            percentile_cont(0.5) within group (order by waited)::double precision as "secondsToConfirm"
          from sent group by grouping sets ((), (language), (agency))`,
        db.$queryRaw<Confusion[]>`
          select 'topic' as kind, proposed_topic_id as said, topic_id as meant, count(*)::int as count
          from routing_examples where at >= ${from} and excluded is null
            and proposed_topic_id is not null and topic_id is not null and proposed_topic_id <> topic_id
          group by 2, 3
          union all
          select 'body', proposed_agency, agency_code, count(*)::int
          from routing_examples where at >= ${from} and excluded is null
            and proposed_agency is not null and agency_code is not null
          group by 2, 3
          order by count desc, said, meant limit ${MOST_CONFUSIONS}`,
      ]);
      const named = (row: Row | undefined, name: string): QualityRow => ({
        name,
        sent: row?.sent ?? 0,
        toBody: row?.toBody ?? 0,
        firstTimeRight: row?.firstTimeRight ?? 0,
        redirected: row?.redirected ?? 0,
        changed: row?.changed ?? 0,
        triaged: row?.triaged ?? 0,
        secondsToConfirm: row?.secondsToConfirm ?? null,
      });
      const byCount = (a: Row, b: Row) => b.sent - a.sent;
      return {
        total: named(
          rows.filter(({ language, agency }) => language === null && agency === null).toSorted(byCount)[0],
          '',
        ),
        languages: rows
          .filter(({ language }) => language)
          .toSorted(byCount)
          .map((row) => named(row, row.language ?? '')),
        bodies: rows
          .filter(({ agency }) => agency)
          .toSorted(byCount)
          .slice(0, MOST_BODIES)
          .map((row) => named(row, row.agency ?? '')),
        confusions,
      };
    },
  };
}
