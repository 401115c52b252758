import type { Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import type { Db } from '../platform/db/database.ts';
import { SourceContent } from './source.ts';

export interface SourceLine {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly kind: string;
  readonly origin: string;
  readonly state: string;
  readonly reviewOn: Day;
  readonly validUntil: Day | null;
  /** A version waits for approval. */
  readonly proposedVersionId: string | null;
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
  readonly questions: number;
}

/** Lists for editors and for the public archive; never used to decide anything. */
export interface KnowledgeReadModel {
  /** Review calendar: what comes due first stands first. */
  sources(filter: {
    language: Language;
    owner?: string;
    state?: string;
    after?: { reviewOn: Day; id: string };
    limit: number;
  }): Promise<readonly SourceLine[]>;
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
  gaps(state: string, limit: number): Promise<readonly GapLine[]>;
  /** How questions ended between two instants, by status and language. */
  quality(from: Date, until: Date): Promise<readonly AnswerQuality[]>;
}

export function createKnowledgeReadModel(db: Db): KnowledgeReadModel {
  return {
    async sources({ language, owner = null, state = null, after = null, limit }) {
      const rows = await db.$queryRaw<
        {
          id: string;
          title: string;
          owner: string;
          kind: string;
          origin: string;
          state: string;
          review_on: Day;
          valid_until: Day | null;
          proposed: string | null;
        }[]
      >`
        select s.id, coalesce(v.content #>> array['translations', ${language}, 'title'], v.content #>> '{translations,ru,title}', s.id) as title, s.owner, s.kind, s.origin, s.state,
          s.review_on::text, v.valid_until::text, (select p.id::text from knowledge_versions p where p.source_id = s.id and p.state = 'proposed' order by p.number desc limit 1) as proposed
        from knowledge_sources s
        left join lateral (select content, valid_until from knowledge_versions n where n.source_id = s.id order by (n.id = s.current_version_id) desc, n.number desc limit 1) v on true
        where (${owner}::text is null or s.owner = ${owner}) and (${state}::text is null or s.state = ${state})
          and (${after?.id ?? null}::text is null or (s.review_on, s.id) > (${after?.reviewOn ?? null}::date, ${after?.id ?? null}))
        order by s.review_on, s.id limit ${limit}`;
      return rows.map(({ review_on, valid_until, proposed, ...row }) => ({
        ...row,
        reviewOn: review_on,
        validUntil: valid_until,
        proposedVersionId: proposed,
      }));
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

    async gaps(state, limit) {
      const rows = await db.$queryRaw<
        { id: string; label: string; state: string; agency: string | null; due_on: Day | null; questions: number }[]
      >`
        select g.id::text, g.label, g.state, g.agency, g.due_on::text, count(a.id)::integer as questions from knowledge_gaps g left join knowledge_answers a on a.gap_id = g.id
        where g.state = ${state} group by g.id order by questions desc, g.id limit ${limit}`;
      return rows.map(({ due_on, ...row }) => ({ ...row, dueOn: due_on }));
    },

    quality: (from, until) => db.$queryRaw<AnswerQuality[]>`
      select status, language, count(*)::integer as answers, count(*) filter (where helpful)::integer as helpful, count(*) filter (where not helpful)::integer as unhelpful
      from knowledge_answers where asked_at >= ${from} and asked_at < ${until} group by status, language order by answers desc, status, language`,
  };
}
