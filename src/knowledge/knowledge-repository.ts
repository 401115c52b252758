import { Day } from '../kernel/day.ts';
import { newId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { type CutPassage, passagesOf } from './passage.ts';
import { allTerms, termsOf } from './rank.ts';
import {
  hashOf,
  ORIGINS,
  type Origin,
  type RecallReason,
  type Source,
  SourceContent,
  type SourceState,
  UNDECIDED,
  type Version,
  type VersionState,
} from './source.ts';

/** Sources, their versions, and the index over the approved ones. Everything happens inside the caller's transaction. */
export interface KnowledgeRepository {
  /** Null for a source nobody has written yet. The row stays locked until the commit. */
  source(tx: Tx, id: string): Promise<Source | null>;
  version(tx: Tx, id: string): Promise<Version>;
  /** The last version anybody wrote, in whatever state. */
  newest(tx: Tx, sourceId: string): Promise<Version | null>;
  create(tx: Tx, source: { id: string; origin: Origin; content: SourceContent }): Promise<Source>;
  /** Adds the next version, or returns the newest when it says the same in the same state. */
  propose(
    tx: Tx,
    source: Source,
    content: SourceContent,
    by: string,
    state?: 'draft' | 'proposed',
  ): Promise<{ version: Version; isNew: boolean }>;
  /** Earlier versions that nobody decided on give way to this one. */
  supersedeUndecided(tx: Tx, sourceId: string, exceptId: string): Promise<number>;
  /** Puts the day of the next review off (or forward) without a new version. */
  saveReview(tx: Tx, source: Source, reviewOn: Day): Promise<void>;
  saveVersion(tx: Tx, version: Version, state: VersionState, by: string): Promise<void>;
  saveSource(
    tx: Tx,
    before: Source,
    after: { state: SourceState; currentVersionId: string | null; content?: SourceContent },
  ): Promise<void>;
  /** People were answered from the version, and it no longer holds: they are to be told. */
  recall(tx: Tx, version: Version, reason: RecallReason): Promise<void>;
  /** Puts the passages of an approved version into the index. */
  index(tx: Tx, version: Version): Promise<number>;
  /** Takes every passage of the source out of the index. */
  unindex(tx: Tx, sourceId: string): Promise<number>;
}

export function createKnowledgeRepository(): KnowledgeRepository {
  return {
    async source(tx, id) {
      const [row] = await prismaOf(tx).$queryRaw<
        {
          id: string;
          state: string;
          origin: string;
          owner: string;
          current_version_id: string | null;
          revision: number;
        }[]
      >`
        select id, state, origin, owner, current_version_id, revision from knowledge_sources where id = ${id} for update`;
      return row
        ? {
            id: row.id,
            state: row.state as SourceState,
            origin: originOf(row.origin),
            owner: row.owner,
            currentVersionId: row.current_version_id,
            revision: row.revision,
          }
        : null;
    },

    async version(tx, id) {
      const row = await prismaOf(tx).knowledgeVersion.findUnique({ where: { id } });
      if (!row) throw new Refusal('knowledge.no_such_version', { version: id });
      return {
        id,
        sourceId: row.sourceId,
        number: row.number,
        state: row.state as VersionState,
        content: SourceContent.parse(row.content),
        writtenBy: row.writtenBy,
      };
    },

    async newest(tx, sourceId) {
      const row = await prismaOf(tx).knowledgeVersion.findFirst({
        where: { sourceId },
        orderBy: { number: 'desc' },
        select: { id: true },
      });
      return row && this.version(tx, row.id);
    },

    async create(tx, { id, origin, content }) {
      const data = {
        id,
        origin,
        kind: content.kind,
        owner: content.owner,
        topics: content.topics,
        state: 'draft',
        reviewOn: asDate(content.reviewOn),
        createdAt: tx.now,
      };
      await prismaOf(tx).knowledgeSource.create({ data });
      return { id, state: 'draft', origin, owner: content.owner, currentVersionId: null, revision: 1 };
    },

    async propose(tx, source, content, by, state = 'proposed') {
      const newest = await prismaOf(tx).knowledgeVersion.findFirst({
        where: { sourceId: source.id },
        orderBy: { number: 'desc' },
      });
      const contentHash = hashOf(content);
      if (
        newest &&
        Buffer.from(newest.contentHash).equals(contentHash) &&
        (newest.state === state || newest.state === 'approved')
      ) {
        return {
          version: {
            id: newest.id,
            sourceId: source.id,
            number: newest.number,
            state: newest.state as VersionState,
            content,
            writtenBy: newest.writtenBy,
          },
          isNew: false,
        };
      }
      const version: Version = {
        id: newId(tx.now.getTime()),
        sourceId: source.id,
        number: (newest?.number ?? 0) + 1,
        state,
        content,
        writtenBy: by,
      };
      await prismaOf(tx).knowledgeVersion.create({
        data: {
          id: version.id,
          sourceId: source.id,
          number: version.number,
          state: version.state,
          content: content as object,
          contentHash,
          validFrom: asDate(content.validFrom),
          validUntil: content.validUntil && asDate(content.validUntil),
          sourceOn: asDate(content.sourceOn),
          writtenBy: by,
          createdAt: tx.now,
        },
      });
      return { version, isNew: true };
    },

    async supersedeUndecided(tx, sourceId, exceptId) {
      const { count } = await prismaOf(tx).knowledgeVersion.updateMany({
        where: { sourceId, id: { not: exceptId }, state: { in: [...UNDECIDED] } },
        data: { state: 'superseded', endedAt: tx.now },
      });
      return count;
    },

    async saveReview(tx, source, reviewOn) {
      const { count } = await prismaOf(tx).knowledgeSource.updateMany({
        where: { id: source.id, revision: source.revision },
        data: { reviewOn: asDate(reviewOn), revision: source.revision + 1 },
      });
      if (count === 0) throw new Refusal('knowledge.changed_meanwhile', { source: source.id });
    },

    async saveVersion(tx, version, state, by) {
      const stamp =
        state === 'approved' ? { approvedBy: by, approvedAt: tx.now } : state === 'proposed' ? {} : { endedAt: tx.now };
      const { count } = await prismaOf(tx).knowledgeVersion.updateMany({
        where: { id: version.id, state: version.state },
        data: { state, ...stamp },
      });
      if (count === 0) throw new Refusal('knowledge.changed_meanwhile', { source: version.sourceId });
    },

    async saveSource(tx, before, { state, currentVersionId, content }) {
      const described = content
        ? { kind: content.kind, owner: content.owner, topics: content.topics, reviewOn: asDate(content.reviewOn) }
        : {};
      const { count } = await prismaOf(tx).knowledgeSource.updateMany({
        where: { id: before.id, revision: before.revision },
        data: { state, currentVersionId, revision: before.revision + 1, ...described },
      });
      if (count === 0) throw new Refusal('knowledge.changed_meanwhile', { source: before.id });
    },

    async recall(tx, version, reason) {
      await prismaOf(tx).$executeRaw`
        insert into knowledge_recalls (version_id, source_id, reason, since) values (${version.id}::uuid, ${version.sourceId}, ${reason}, ${tx.now}::timestamptz(3))
        on conflict do nothing`;
    },

    async index(tx, version) {
      const { content } = version;
      const rows = passagesOf({ id: version.sourceId, ...content }).map((passage) =>
        indexRow(passage, version, tx.now),
      );
      await prismaOf(tx).$executeRaw`
        insert into knowledge_passages (id, version_id, source_id, group_key, language, title, body, notice, "references", owner_name, source_on, valid_from, valid_until, phrases, body_terms, search, heading)
        select id, version_id, source_id, group_key, language, title, body, notice, "references", owner_name, ${content.sourceOn}::date, ${content.validFrom}::date, ${content.validUntil}::date,
          phrases, body_terms, array_to_tsvector(terms), array_to_tsvector(heading)
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, version_id uuid, source_id text, group_key text, language text, title text, body text, notice text,
          "references" jsonb, owner_name text, phrases text[], body_terms text[], terms text[], heading text[])`;
      await count(tx, version.sourceId, 1);
      return rows.length;
    },

    async unindex(tx, sourceId) {
      await count(tx, sourceId, -1);
      return prismaOf(tx).$executeRaw`delete from knowledge_passages where source_id = ${sourceId}`;
    },
  };
}

/** Adds the source's passages to the counts of the index, or takes them out. Terms in one order, so that writers never deadlock. */
async function count(tx: Tx, sourceId: string, sign: 1 | -1): Promise<void> {
  await prismaOf(tx).$executeRaw`
    with mine as (select search from knowledge_passages where source_id = ${sourceId}),
    state as (update knowledge_index_state set changed = changed + 1, passages = passages + ${sign}::integer * (select count(*)::integer from mine) where id = 1 returning changed)
    insert into knowledge_terms as t (term, passages, changed)
    select word.lexeme, ${sign}::integer * count(*)::integer, max(state.changed) from mine, state, unnest(mine.search) as word group by word.lexeme order by word.lexeme
    on conflict (term) do update set passages = t.passages + excluded.passages, changed = excluded.changed`;
}

function indexRow(passage: CutPassage, version: Version, now: Date) {
  const terms = termsOf(passage);
  return {
    id: newId(now.getTime()),
    version_id: version.id,
    source_id: passage.source,
    group_key: passage.group,
    language: passage.language,
    title: passage.title,
    body: passage.body,
    notice: passage.notice,
    references: passage.references,
    owner_name: passage.owner,
    phrases: terms.phrases.map((keys) => keys.join(' ')),
    body_terms: terms.body,
    terms: allTerms(terms),
    heading: [...new Set(terms.phrases.flat())],
  };
}

const asDate = (day: Day): Date => new Date(`${Day.parse(day)}T00:00:00Z`);

function originOf(text: string): Origin {
  const origin = ORIGINS.find((item) => item === text);
  if (!origin) throw new Error(`unknown origin of knowledge: ${text}`);
  return origin;
}
