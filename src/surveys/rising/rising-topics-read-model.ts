import type { Db } from '../../platform/db/database.ts';
import { type RisingTopic, risingTopics, type WeekCount } from './rising-topics.ts';

const DAY = 86_400_000;
const PLACES = 3;
const QUOTES = 2;

export interface TopicBrief extends RisingTopic {
  /** Places with at least `minCell` people; the others are counted together. */
  readonly places: readonly { readonly code: string | null; readonly count: number }[];
  readonly quotes: readonly string[];
  /** What was done with this week's cases so far. */
  readonly done: { readonly answered: number; readonly open: number; readonly late: number };
}

export interface WeeklyBrief {
  readonly from: Date;
  readonly until: Date;
  readonly appeals: number;
  readonly contributions: number;
  readonly rising: readonly TopicBrief[];
  /** Questions that no approved source could answer, asked by several people this week. */
  readonly unanswered: readonly { readonly label: string; readonly count: number }[];
}

/** What people raise more than usual, for leaders: appeals, questions without an answer, topic sessions. No judgement of persons. */
export function createRisingTopicsReadModel(
  db: Db,
  { mask, minCell }: { mask: (text: string) => string; minCell: number },
) {
  return {
    /** The seven days before `until`; null for a body: of all. */
    async brief(until: Date, agencyCode: string | null): Promise<WeeklyBrief> {
      const from = new Date(until.getTime() - 7 * DAY);
      const before = new Date(from.getTime() - 56 * DAY);
      const counts = await db.$queryRaw<{ topic_id: string; this_week: bigint; earlier: bigint }[]>`
        select a.topic_id, count(*) filter (where a.submitted_at >= ${from}::timestamptz(3)) as this_week,
          count(*) filter (where a.submitted_at < ${from}::timestamptz(3)) as earlier
        from appeals a
        where a.topic_id is not null and a.submitted_at >= ${before}::timestamptz(3) and a.submitted_at < ${until}::timestamptz(3)
          and (${agencyCode}::text is null or exists (select 1 from tickets t where t.appeal_id = a.id and t.agency_code = ${agencyCode}))
        group by 1`;
      const [sessions] = await db.$queryRaw<{ contributions: bigint }[]>`
        select count(*) as contributions from topic_contributions c join topic_sessions s on s.id = c.session_id
        where c.created_at >= ${from}::timestamptz(3) and c.created_at < ${until}::timestamptz(3)
          and (${agencyCode}::text is null or s.agency_code = ${agencyCode})`;
      const unanswered = await db.$queryRaw<{ label: string; asked: bigint }[]>`
        select g.label, count(*) as asked from knowledge_answers k join knowledge_gaps g on g.id = k.gap_id
        where k.asked_at >= ${from}::timestamptz(3) and k.asked_at < ${until}::timestamptz(3)
          and (${agencyCode}::text is null or g.agency = ${agencyCode})
        group by 1 having count(*) >= ${minCell} order by 2 desc limit 10`;
      const rising = risingTopics(
        counts.map(
          (row): WeekCount => ({
            topicId: row.topic_id,
            source: 'appeals',
            thisWeek: Number(row.this_week),
            earlier: Number(row.earlier),
          }),
        ),
      ).slice(0, 10);
      return {
        from,
        until,
        appeals: counts.reduce((sum, row) => sum + Number(row.this_week), 0),
        contributions: Number(sessions?.contributions ?? 0),
        rising: await Promise.all(rising.map((topic) => about(topic, from, until, agencyCode))),
        unanswered: unanswered.map(({ label, asked }) => ({ label: mask(label), count: Number(asked) })),
      };
    },
  };

  async function about(topic: RisingTopic, from: Date, until: Date, agencyCode: string | null): Promise<TopicBrief> {
    const rows = await db.$queryRaw<
      { territory_code: string | null; title: string; sensitive: boolean; answered: boolean; late: boolean }[]
    >`
      select a.territory_code, a.title, a.sensitive,
        exists (select 1 from tickets t where t.appeal_id = a.id and t.answered_at is not null) as answered,
        exists (select 1 from tickets t where t.appeal_id = a.id and t.answered_at is null and t.due_on < ${until}::date) as late
      from appeals a
      where a.topic_id = ${topic.topicId} and a.submitted_at >= ${from}::timestamptz(3) and a.submitted_at < ${until}::timestamptz(3)
        and (${agencyCode}::text is null or exists (select 1 from tickets t where t.appeal_id = a.id and t.agency_code = ${agencyCode}))
      order by a.submitted_at desc limit 2000`;
    const places = [...Map.groupBy(rows, ({ territory_code }) => territory_code)]
      .map(([code, list]) => ({ code, count: list.length }))
      .filter(({ code, count }) => code !== null && count >= minCell)
      .sort((a, b) => b.count - a.count)
      .slice(0, PLACES);
    const named = places.reduce((sum, { count }) => sum + count, 0);
    const answered = rows.filter((row) => row.answered).length;
    return {
      ...topic,
      places: named < rows.length ? [...places, { code: null, count: rows.length - named }] : places,
      quotes: [
        ...new Set(rows.filter(({ sensitive, title }) => !sensitive && title).map(({ title }) => mask(title))),
      ].slice(0, QUOTES),
      done: { answered, open: rows.length - answered, late: rows.filter((row) => row.late).length },
    };
  }
}
export type RisingTopics = ReturnType<typeof createRisingTopicsReadModel>;
