import { LANGUAGES } from '../../kernel/language.ts';
import type { Db } from '../../platform/db/database.ts';
import { Prisma } from '../../platform/db/generated/client.ts';
import { Words } from '../questionnaire/words.ts';
import { type Rising, rising, WEEKS_BEFORE, type WeekCount } from './rising-topics.ts';
import type { QuestionBrief, TopicBrief, WeeklyBrief, WhatWasDone } from './weekly-brief.ts';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
const PLACES = 3;
const QUOTES = 2;
const MOST = 10;

interface Week {
  readonly before: Date;
  readonly from: Date;
  readonly until: Date;
  /** Null: of all bodies. */
  readonly agencyCode: string | null;
}

interface CountRow {
  readonly key: string;
  readonly this_week: bigint;
  readonly earlier: bigint;
}

const toCount = ({ key, this_week, earlier }: CountRow): WeekCount => ({
  key,
  thisWeek: Number(this_week),
  earlier: Number(earlier),
});

const sumOf = (counts: readonly WeekCount[]): number => counts.reduce((sum, { thisWeek }) => sum + thisWeek, 0);

/** The weekly brief is read from what there is at the moment of asking; nothing of it is stored. */
export function createRisingTopicsReadModel(
  db: Db,
  { mask, minCell }: { mask: (text: string) => string; minCell: number },
) {
  const perWeek = (column: Prisma.Sql, { before, from, until }: Week) => ({
    counts: Prisma.sql`count(*) filter (where ${column} >= ${from}::timestamptz(3)) as this_week,
      count(*) filter (where ${column} < ${from}::timestamptz(3)) as earlier`,
    within: Prisma.sql`${column} >= ${before}::timestamptz(3) and ${column} < ${until}::timestamptz(3)`,
  });
  const ofBody = (column: Prisma.Sql, agencyCode: string | null) =>
    Prisma.sql`(${agencyCode}::text is null or ${column} = ${agencyCode})`;
  const ownCase = (agencyCode: string | null) => Prisma.sql`(${agencyCode}::text is null or exists (
      select 1 from tickets t where t.appeal_id = a.id and t.agency_code = ${agencyCode}))`;

  async function appeals(week: Week): Promise<WeekCount[]> {
    const { counts, within } = perWeek(Prisma.sql`a.submitted_at`, week);
    const rows = await db.$queryRaw<CountRow[]>`
      select a.topic_id as key, ${counts} from appeals a
      where a.topic_id is not null and ${within} and ${ownCase(week.agencyCode)} group by 1`;
    return rows.map(toCount);
  }

  async function contributions(week: Week): Promise<WeekCount[]> {
    const { counts, within } = perWeek(Prisma.sql`c.created_at`, week);
    const rows = await db.$queryRaw<CountRow[]>`
      select coalesce(c.topic_id, '') as key, ${counts} from topic_contributions c join topic_sessions s on s.id = c.session_id
      where c.state <> 'removed' and ${within} and ${ofBody(Prisma.sql`s.agency_code`, week.agencyCode)} group by 1`;
    return rows.map(toCount);
  }

  /** By the gap they fell into, or by the source they were answered from. */
  async function questions(week: Week): Promise<(WeekCount & { label: string; hasAnswer: boolean })[]> {
    const { counts, within } = perWeek(Prisma.sql`k.asked_at`, week);
    const titles = Prisma.join(
      LANGUAGES.map((language) => Prisma.sql`v.content #>> array['translations', ${language}, 'title']`),
    );
    const rows = await db.$queryRaw<(CountRow & { label: string; answered: boolean })[]>`
      select 'gap:' || g.id as key, g.label, false as answered, ${counts}
      from knowledge_answers k join knowledge_gaps g on g.id = k.gap_id
      where ${within} and ${ofBody(Prisma.sql`g.agency`, week.agencyCode)} group by 1, 2
      union all
      select 'source:' || s.id, (select coalesce(${titles}, s.id) from knowledge_versions v where v.id = s.current_version_id), true, ${counts}
      from knowledge_answers k
        join lateral (select distinct v.source_id from knowledge_citations c join knowledge_versions v on v.id = c.version_id where c.answer_id = k.id) cited on true
        join knowledge_sources s on s.id = cited.source_id
      where ${within} and ${ofBody(Prisma.sql`s.owner`, week.agencyCode)} group by s.id`;
    return rows.map((row) => ({ ...toCount(row), label: row.label ?? row.key, hasAnswer: row.answered }));
  }

  async function asked({ from, until }: Week): Promise<number> {
    const [row] = await db.$queryRaw<{ asked: bigint }[]>`
      select count(*) as asked from knowledge_answers where asked_at >= ${from}::timestamptz(3) and asked_at < ${until}::timestamptz(3)`;
    return Number(row?.asked ?? 0);
  }

  async function done({ from, until, agencyCode }: Week): Promise<WhatWasDone> {
    const rows = await db.$queryRaw<
      { kind: 'survey' | 'topic'; id: string; title: unknown; at: Date | null; due: Date }[]
    >`
      select 'survey' as kind, d.wave_id as id, v.title, d.done_at as at, d.due_on::timestamptz as due
      from survey_duties d join survey_waves w on w.id = d.wave_id join surveys v on v.id = w.survey_id
      where (d.done_at is null or d.done_at >= ${from}::timestamptz(3)) and d.opened_at < ${until}::timestamptz(3) and ${ofBody(Prisma.sql`d.agency_code`, agencyCode)}
      union all
      select 'topic', s.id, s.title, s.replied_at, s.reply_due_on::timestamptz from topic_sessions s
      where (s.replied_at is null or s.replied_at >= ${from}::timestamptz(3)) and s.closes_at < ${until}::timestamptz(3) and ${ofBody(Prisma.sql`s.agency_code`, agencyCode)}
      order by 4 desc`;
    const kept = rows.filter(({ at }) => at !== null && at < until);
    const owed = rows.filter(({ at }) => at === null || at >= until);
    return {
      kept: kept.slice(0, MOST).map(({ kind, id, title }) => ({ kind, id, title: Words.parse(title) })),
      owed: owed.length,
      late: owed.filter(({ due }) => due.getTime() + DAY <= until.getTime()).length,
    };
  }

  async function about(
    { key: topicId, ...counted }: Rising,
    inSessions: number,
    { from, until, agencyCode }: Week,
  ): Promise<TopicBrief> {
    const rows = await db.$queryRaw<
      { territory_code: string | null; title: string; sensitive: boolean; answered: boolean; late: boolean }[]
    >`
      select a.territory_code, a.title, a.sensitive,
        exists (select 1 from tickets t where t.appeal_id = a.id and t.answered_at is not null) as answered,
        exists (select 1 from tickets t where t.appeal_id = a.id and t.answered_at is null and t.due_on < ${until}::date) as late
      from appeals a
      where a.topic_id = ${topicId} and a.submitted_at >= ${from}::timestamptz(3) and a.submitted_at < ${until}::timestamptz(3) and ${ownCase(agencyCode)}
      order by a.submitted_at desc limit 2000`;
    const said = await db.$queryRaw<{ words: string }[]>`
      select c.words from topic_contributions c join topic_sessions s on s.id = c.session_id
      where c.topic_id = ${topicId} and c.state = 'shown' and c.created_at >= ${from}::timestamptz(3) and c.created_at < ${until}::timestamptz(3)
        and ${ofBody(Prisma.sql`s.agency_code`, agencyCode)} order by c.created_at desc limit ${QUOTES}`;
    const places = [...Map.groupBy(rows, ({ territory_code }) => territory_code)]
      .map(([code, list]) => ({ code, count: list.length }))
      .filter(({ code, count }) => code !== null && count >= minCell)
      .sort((a, b) => b.count - a.count)
      .slice(0, PLACES);
    const named = places.reduce((sum, { count }) => sum + count, 0);
    const answered = rows.filter((row) => row.answered).length;
    const titles = rows.filter(({ sensitive, title }) => !sensitive && title).map(({ title }) => mask(title));
    return {
      topicId,
      ...counted,
      inSessions,
      places: named < rows.length ? [...places, { code: null, count: rows.length - named }] : places,
      quotes: [...new Set([...said.map(({ words }) => mask(words)), ...titles])].slice(0, QUOTES),
      done: { answered, open: rows.length - answered, late: rows.filter((row) => row.late).length },
    };
  }

  return {
    /** The seven days before `until`; null for a body: of all. */
    async brief(until: Date, agencyCode: string | null): Promise<WeeklyBrief> {
      const from = new Date(until.getTime() - WEEK);
      const week: Week = { before: new Date(from.getTime() - WEEKS_BEFORE * WEEK), from, until, agencyCode };
      const [written, said, questioned, total, deeds] = await Promise.all([
        appeals(week),
        contributions(week),
        questions(week),
        asked(week),
        done(week),
      ]);
      const topics = rising([...written, ...said.filter(({ key }) => key !== '')]).slice(0, MOST);
      const inSessions = new Map(said.map(({ key, thisWeek }) => [key, thisWeek]));
      const labels = new Map(questioned.map((question) => [question.key, question]));
      return {
        from,
        until,
        appeals: sumOf(written),
        contributions: sumOf(said),
        questions: agencyCode === null ? total : sumOf(questioned),
        rising: await Promise.all(topics.map((topic) => about(topic, inSessions.get(topic.key) ?? 0, week))),
        risingQuestions: rising(questioned)
          .slice(0, MOST)
          .map(
            ({ key, ...counted }): QuestionBrief => ({
              ...counted,
              label: mask(labels.get(key)?.label ?? ''),
              hasAnswer: labels.get(key)?.hasAnswer ?? false,
            }),
          ),
        done: deeds,
      };
    },
  };
}
export type RisingTopics = ReturnType<typeof createRisingTopicsReadModel>;
