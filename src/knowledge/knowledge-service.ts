import type { Actor, Journal } from '../journal/index.ts';
import { type Day, zoned } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { KnowledgeRepository } from './knowledge-repository.ts';
import type { KnowledgeRecord } from './record.ts';
import {
  isExpired,
  nextVersionState,
  type Origin,
  refuseStale,
  type Source,
  SourceContent,
  SourceId,
  saysTheSame,
  type Version,
} from './source.ts';

interface Deps {
  readonly knowledge: KnowledgeRepository;
  readonly journal: Journal;
  readonly timezone: string;
}

const isMachine = ({ kind }: Actor): boolean => kind === 'machine' || kind === 'system';
const nameOf = (actor: Actor): string => actor.id ?? actor.kind;
const streamOf = (sourceId: string): string => `knowledge:${sourceId}`;

/** Writing, approving and withdrawing knowledge. Only what is approved and valid is ever in the index. */
export function createKnowledgeService({ knowledge, journal, timezone }: Deps) {
  const today = (tx: Tx): Day => zoned(tx.now, timezone).on;

  async function existing(tx: Tx, id: string): Promise<Source> {
    const source = await knowledge.source(tx, id);
    if (!source) throw new Refusal('knowledge.no_such_source', { source: id });
    return source;
  }

  async function propose(
    tx: Tx,
    input: { id: string; origin: Origin; content: unknown; state?: 'draft' | 'proposed' },
    by: Actor,
  ): Promise<{ version: Version; isNew: boolean }> {
    const id = SourceId.safeParse(input.id);
    const content = SourceContent.safeParse(input.content);
    if (!id.success || !content.success)
      throw new Refusal('knowledge.not_well_formed', { source: String(input.id).slice(0, 120) });
    const source =
      (await knowledge.source(tx, id.data)) ??
      (await knowledge.create(tx, { id: id.data, origin: input.origin, content: content.data }));
    const state = input.state ?? 'proposed';
    const proposed = await knowledge.propose(tx, source, content.data, nameOf(by), state);
    await knowledge.supersedeUndecided(tx, source.id, proposed.version.id);
    if (proposed.isNew)
      await journal.append(tx, streamOf(id.data), {
        type: state === 'draft' ? 'knowledge.drafted' : 'knowledge.proposed',
        actor: by,
        facts: { version: proposed.version.number },
      });
    return proposed;
  }

  /** Makes the version the one that answers; the one before it stops answering in the same moment. */
  async function approve(
    tx: Tx,
    versionId: string,
    by: Actor,
  ): Promise<{ sourceId: string; superseded: string | null }> {
    const version = await knowledge.version(tx, versionId);
    const source = await existing(tx, version.sourceId);
    const state = nextVersionState(version, 'approved');
    // Four eyes: what one person wrote another one checks. Machines install what was checked before it shipped.
    if (version.writtenBy === nameOf(by) && !isMachine(by))
      throw new Refusal('knowledge.own_version', { source: source.id });
    // What ships with the product may be past its review; it shows in the review calendar instead of stopping the start.
    if (source.origin !== 'shipped') refuseStale(version.content, today(tx));
    const before = source.currentVersionId ? await knowledge.version(tx, source.currentVersionId) : null;
    if (before?.state === 'approved') {
      await knowledge.unindex(tx, source.id);
      await knowledge.saveVersion(tx, before, nextVersionState(before, 'superseded'), nameOf(by));
      if (!saysTheSame(before.content, version.content)) await knowledge.recall(tx, before, 'changed');
    }
    await knowledge.saveVersion(tx, version, state, nameOf(by));
    await knowledge.saveSource(tx, source, {
      state: 'approved',
      currentVersionId: version.id,
      content: version.content,
    });
    await knowledge.supersedeUndecided(tx, source.id, version.id);
    const passages = await knowledge.index(tx, version);
    await journal.append(tx, streamOf(source.id), {
      type: 'knowledge.approved',
      actor: by,
      facts: { version: version.number, passages },
    });
    return { sourceId: source.id, superseded: before?.state === 'approved' ? before.id : null };
  }

  return {
    propose,
    approve,

    /** Unfinished work goes to the second person. */
    async submit(tx: Tx, versionId: string, by: Actor): Promise<void> {
      const version = await knowledge.version(tx, versionId);
      await knowledge.saveVersion(tx, version, nextVersionState(version, 'proposed'), nameOf(by));
      await journal.append(tx, streamOf(version.sourceId), {
        type: 'knowledge.proposed',
        actor: by,
        facts: { version: version.number },
      });
    },

    /** Somebody looked and it still holds: the next look is due later. The text stays, nobody is told. */
    async review(tx: Tx, sourceId: string, reviewOn: Day, by: Actor): Promise<void> {
      const source = await existing(tx, sourceId);
      if (source.state !== 'approved')
        throw new Refusal('knowledge.move_refused', { source: sourceId, state: source.state, event: 'reviewed' });
      if (reviewOn <= today(tx)) throw new Refusal('knowledge.review_overdue', { reviewOn });
      await knowledge.saveReview(tx, source, reviewOn);
      await journal.append(tx, streamOf(sourceId), { type: 'knowledge.reviewed', actor: by, facts: { reviewOn } });
    },

    async reject(tx: Tx, versionId: string, reason: string, by: Actor): Promise<void> {
      const version = await knowledge.version(tx, versionId);
      await knowledge.saveVersion(tx, version, nextVersionState(version, 'rejected'), nameOf(by));
      await journal.append(tx, streamOf(version.sourceId), {
        type: 'knowledge.rejected',
        actor: by,
        facts: { version: version.number },
        text: { reason },
      });
    },

    /** Nothing is answered from the source any more. Returns the version whose readers must be told. */
    async withdraw(tx: Tx, sourceId: string, reason: string, by: Actor): Promise<{ withdrawn: string | null }> {
      const source = await existing(tx, sourceId);
      if (source.state !== 'approved' || !source.currentVersionId)
        throw new Refusal('knowledge.move_refused', { source: sourceId, state: source.state, event: 'withdrawn' });
      const version = await knowledge.version(tx, source.currentVersionId);
      await knowledge.unindex(tx, sourceId);
      await knowledge.saveVersion(tx, version, nextVersionState(version, 'withdrawn'), nameOf(by));
      await knowledge.saveSource(tx, source, { state: 'withdrawn', currentVersionId: null });
      await knowledge.recall(tx, version, 'ended');
      await journal.append(tx, streamOf(sourceId), {
        type: 'knowledge.withdrawn',
        actor: by,
        facts: { version: version.number },
        text: { reason },
      });
      return { withdrawn: version.id };
    },

    /** Brings in the shipped records, approved as they come. Repeating it changes nothing; what people edited or withdrew, and what has expired, is left alone. */
    async install(
      tx: Tx,
      records: readonly KnowledgeRecord[],
      by: Actor,
    ): Promise<{ installed: number; unchanged: number; kept: number }> {
      const tally = { installed: 0, unchanged: 0, kept: 0 };
      for (const { id, ...content } of records) {
        const source = await knowledge.source(tx, id);
        const current = source?.currentVersionId ? await knowledge.version(tx, source.currentVersionId) : null;
        const isTheirs =
          source !== null &&
          (source.origin !== 'shipped' ||
            source.state === 'withdrawn' ||
            (current && current.writtenBy !== nameOf(by)));
        if (isTheirs || isExpired(SourceContent.parse(content), today(tx))) {
          tally.kept += 1;
          continue;
        }
        const { version, isNew } = await propose(tx, { id, origin: 'shipped', content }, by);
        if (isNew) await approve(tx, version.id, by);
        tally[isNew ? 'installed' : 'unchanged'] += 1;
      }
      return tally;
    },
  };
}

export type KnowledgeService = ReturnType<typeof createKnowledgeService>;
