import type { Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import type { Db } from '../platform/db/database.ts';
import { Prisma } from '../platform/db/generated/client.ts';
import { SourceContent, saysTheSame } from './source.ts';

/** `waiting`: for a second person; `review`: due within a month or overdue; `ending`: expired or within a month. */
export const SOURCE_VIEWS = ['all', 'waiting', 'drafts', 'review', 'ending', 'withdrawn'] as const;
export type SourceView = (typeof SOURCE_VIEWS)[number];

export interface SourceLine {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly ownerName: Readonly<Partial<Record<Language, string>>>;
  readonly kind: string;
  readonly origin: string;
  readonly state: string;
  readonly reviewOn: Day;
  readonly validUntil: Day | null;
  readonly languages: readonly Language[];
  /** The state of the newest version that nobody decided on. */
  readonly undecided: 'draft' | 'proposed' | null;
}

export interface AnswerQuality {
  readonly status: string;
  readonly language: Language;
  readonly answers: number;
  readonly helpful: number;
  readonly unhelpful: number;
}

export interface GapLine {
  readonly id: string;
  readonly label: string;
  readonly state: string;
  readonly agency: string | null;
  readonly dueOn: Day | null;
  readonly sourceId: string | null;
  readonly questions: number;
  /** People still to be told that the answer is there. */
  readonly untold: number;
  /** A few of the questions, masked as they are kept. */
  readonly samples: readonly string[];
}

export interface SourceFilter {
  readonly language: Language;
  readonly view: SourceView;
  readonly today: Day;
  readonly owner?: string | null;
  /** Only what everybody may read. */
  readonly isPublic?: boolean;
  /** Words of title, text or synonyms, as typed. */
  readonly words?: string;
  readonly after?: { reviewOn: Day; id: string } | null;
  readonly limit: number;
}

/** Lists for editors and for the public archive; never used to decide anything. */
export interface KnowledgeReadModel {
  /** Review calendar: what comes due first stands first. */
  sources(filter: SourceFilter): Promise<readonly SourceLine[]>;
  /** How many stand in each view, for one body or all. */
  counts(owner: string | null, today: Day): Promise<Readonly<Record<SourceView, number>>>;
  source(id: string): Promise<{
    owner: string;
    origin: string;
    state: string;
    reviewOn: Day;
    currentVersionId: string | null;
    answers: number;
    helpful: number;
    unhelpful: number;
  } | null>;
  versions(sourceId: string): Promise<
    readonly {
      id: string;
      number: number;
      state: string;
      content: SourceContent;
      writtenBy: string;
      createdAt: Date;
      approvedBy: string | null;
      approvedAt: Date | null;
    }[]
  >;
  gaps(filter: { state: string; agency: string | null; limit: number }): Promise<readonly GapLine[]>;
  /** What a version said, and what answers instead of it now; null when the version is unknown. */
  changeOf(versionId: string): Promise<{ before: SourceContent; after: SourceContent | null } | null>;
  /** What the source says to people today; null when it does not answer. */
  current(sourceId: string): Promise<SourceContent | null>;
  /** Sources whose answers helped least, with what people thought of them. */
  worst(
    from: Date,
    limit: number,
  ): Promise<readonly { sourceId: string; title: string; helpful: number; unhelpful: number }[]>;
  /** How questions ended between two instants, by status and language. */
  quality(from: Date, until: Date): Promise<readonly AnswerQuality[]>;
}

/** The version that answers and the newest one that nobody decided on; a source that never answered shows its newest. */
const NEWEST = Prisma.sql`
  left join lateral (
    select content, valid_until from knowledge_versions n where n.source_id = s.id order by (n.id = s.current_version_id) is true desc, n.number desc limit 1
  ) v on true
  left join lateral (
    select p.state from knowledge_versions p where p.source_id = s.id and p.state in ('draft', 'proposed') order by p.number desc limit 1
  ) u on true`;

function inView(view: SourceView, today: Day): Prisma.Sql {
  switch (view) {
    case 'all':
      return Prisma.sql`true`;
    case 'waiting':
      return Prisma.sql`u.state = 'proposed'`;
    case 'drafts':
      return Prisma.sql`u.state = 'draft'`;
    case 'review':
      return Prisma.sql`s.state = 'approved' and s.review_on <= ${today}::date + 30`;
    case 'ending':
      return Prisma.sql`s.state = 'approved' and v.valid_until <= ${today}::date + 30`;
    case 'withdrawn':
      return Prisma.sql`s.state = 'withdrawn'`;
  }
}

export function createKnowledgeReadModel(db: Db): KnowledgeReadModel {
  async function current(sourceId: string): Promise<SourceContent | null> {
    const [row] = await db.$queryRaw<{ content: unknown }[]>`
      select v.content from knowledge_sources s join knowledge_versions v on v.id = s.current_version_id where s.id = ${sourceId} and s.state = 'approved'`;
    return row ? SourceContent.parse(row.content) : null;
  }

  return {
    async sources({ language, view, today, owner = null, isPublic = false, words = '', after = null, limit }) {
      const pattern = words.trim() === '' ? null : `%${words.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
      const rows = await db.$queryRaw<
        {
          id: string;
          title: string;
          owner: string;
          owner_name: SourceLine['ownerName'];
          kind: string;
          origin: string;
          state: string;
          review_on: Day;
          valid_until: Day | null;
          languages: Language[];
          undecided: 'draft' | 'proposed' | null;
        }[]
      >`
        select s.id, coalesce(v.content #>> array['translations', ${language}, 'title'], v.content #>> '{translations,ru,title}', v.content #>> '{translations,kk,title}', v.content #>> '{translations,en,title}', s.id) as title,
          s.owner, v.content -> 'ownerName' as owner_name, s.kind, s.origin, s.state, s.review_on::text, v.valid_until::text,
          array(select jsonb_object_keys(v.content -> 'translations')) as languages, u.state as undecided
        from knowledge_sources s ${NEWEST}
        where (${owner}::text is null or s.owner = ${owner}) and ${inView(view, today)} and (s.state = 'approved' or not ${isPublic})
          and (${pattern}::text is null or v.content::text ilike ${pattern} or s.id ilike ${pattern})
          and (${after?.id ?? null}::text is null or (s.review_on, s.id) > (${after?.reviewOn ?? null}::date, ${after?.id ?? null}))
        order by s.review_on, s.id limit ${limit}`;
      return rows.map(({ review_on, valid_until, owner_name, ...row }) => ({
        ...row,
        ownerName: owner_name,
        reviewOn: review_on,
        validUntil: valid_until,
      }));
    },

    async counts(owner, today) {
      const columns = SOURCE_VIEWS.map(
        (view) => Prisma.sql`count(*) filter (where ${inView(view, today)})::integer as ${Prisma.raw(view)}`,
      );
      const [row] = await db.$queryRaw<Record<SourceView, number>[]>`
        select ${Prisma.join(columns)} from knowledge_sources s ${NEWEST} where ${owner}::text is null or s.owner = ${owner}`;
      return row ?? { all: 0, waiting: 0, drafts: 0, review: 0, ending: 0, withdrawn: 0 };
    },

    async source(id) {
      const [row] = await db.$queryRaw<
        {
          owner: string;
          origin: string;
          state: string;
          review_on: Day;
          current_version_id: string | null;
          answers: number;
          helpful: number;
          unhelpful: number;
        }[]
      >`
        select s.owner, s.origin, s.state, s.review_on::text, s.current_version_id::text, count(distinct a.id)::integer as answers,
          count(distinct a.id) filter (where a.helpful)::integer as helpful, count(distinct a.id) filter (where not a.helpful)::integer as unhelpful
        from knowledge_sources s left join knowledge_versions v on v.source_id = s.id left join knowledge_citations c on c.version_id = v.id left join knowledge_answers a on a.id = c.answer_id
        where s.id = ${id} group by s.id`;
      if (!row) return null;
      const { review_on, current_version_id, ...rest } = row;
      return { ...rest, reviewOn: review_on, currentVersionId: current_version_id };
    },

    async versions(sourceId) {
      const rows = await db.knowledgeVersion.findMany({ where: { sourceId }, orderBy: { number: 'desc' } });
      return rows.map(({ id, number, state, content, writtenBy, createdAt, approvedBy, approvedAt }) => ({
        id,
        number,
        state,
        content: SourceContent.parse(content),
        writtenBy,
        createdAt,
        approvedBy,
        approvedAt,
      }));
    },

    async gaps({ state, agency, limit }) {
      const rows = await db.$queryRaw<
        (Omit<GapLine, 'dueOn' | 'sourceId'> & { due_on: Day | null; source_id: string | null })[]
      >`
        select g.id::text, g.label, g.state, g.agency, g.due_on::text, g.source_id, count(a.id)::integer as questions,
          count(distinct a.citizen_id) filter (where a.gap_told_at is null)::integer as untold,
          coalesce((array_agg(distinct a.question) filter (where a.question is not null))[1:5], '{}') as samples
        from knowledge_gaps g left join knowledge_answers a on a.gap_id = g.id
        where g.state = ${state} and (${agency}::text is null or g.agency = ${agency})
        group by g.id order by g.due_on nulls last, questions desc, g.id limit ${limit}`;
      return rows.map(({ due_on, source_id, ...row }) => ({ ...row, dueOn: due_on, sourceId: source_id }));
    },

    async changeOf(versionId) {
      const row = await db.knowledgeVersion.findUnique({
        where: { id: versionId },
        select: { content: true, sourceId: true },
      });
      if (!row) return null;
      const before = SourceContent.parse(row.content);
      const after = await current(row.sourceId);
      // What ran out by itself is still the newest version: nothing says anything else instead.
      return { before, after: after && saysTheSame(before, after) ? null : after };
    },

    current,

    async worst(from, limit) {
      const rows = await db.$queryRaw<{ source_id: string; title: string; helpful: number; unhelpful: number }[]>`
        select v.source_id, max(coalesce(v.content #>> '{translations,ru,title}', v.content #>> '{translations,kk,title}', v.source_id)) as title,
          count(distinct a.id) filter (where a.helpful)::integer as helpful, count(distinct a.id) filter (where not a.helpful)::integer as unhelpful
        from knowledge_answers a join knowledge_citations c on c.answer_id = a.id join knowledge_versions v on v.id = c.version_id
        where a.asked_at >= ${from}::timestamptz(3) and a.helpful is not null group by v.source_id
        having count(*) filter (where not a.helpful) > 0
        order by count(distinct a.id) filter (where not a.helpful) desc, v.source_id limit ${limit}`;
      return rows.map(({ source_id, ...row }) => ({ sourceId: source_id, ...row }));
    },

    quality: (from, until) => db.$queryRaw<AnswerQuality[]>`
      select status, language, count(*)::integer as answers, count(*) filter (where helpful)::integer as helpful, count(*) filter (where not helpful)::integer as unhelpful
      from knowledge_answers where asked_at >= ${from} and asked_at < ${until} group by status, language order by answers desc, status, language`,
  };
}
