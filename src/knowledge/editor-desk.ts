import type { Actor } from '../journal/index.ts';
import type { Day } from '../kernel/day.ts';
import { type AgencyCode, newId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { type Editor, mayApprove, mayWrite } from './editor.ts';
import type { GapsRepository } from './gaps-repository.ts';
import type { ImportedText } from './import/imported-text.ts';
import type { KnowledgeRepository } from './knowledge-repository.ts';
import type { KnowledgeService } from './knowledge-service.ts';
import type { Origin, Source, SourceContent, Version } from './source.ts';
import { contentOf, type SourceForm } from './source-form.ts';

interface Deps {
  readonly knowledge: KnowledgeRepository;
  readonly service: KnowledgeService;
  readonly gaps: GapsRepository;
  /** The body's name in every language; null for one the directory does not have. */
  readonly ownerName: (code: string) => SourceContent['ownerName'] | null;
}

/** Somebody at the desk, as the journal names them. */
export interface DeskPerson extends Editor {
  readonly id: string;
}

const actorOf = ({ role, id }: DeskPerson): Actor => ({ kind: role as Actor['kind'], id });

/** Writing, checking and retiring knowledge by people: each in the own body, operators everywhere. */
export function createEditorDesk({ knowledge, service, gaps, ownerName }: Deps) {
  async function existing(tx: Tx, sourceId: string): Promise<Source> {
    const source = await knowledge.source(tx, sourceId);
    if (!source) throw new Refusal('knowledge.not_found', { source: sourceId });
    return source;
  }

  async function versionOf(tx: Tx, versionId: string): Promise<{ version: Version; source: Source }> {
    const version = await knowledge.version(tx, versionId);
    return { version, source: await existing(tx, version.sourceId) };
  }

  function assert(isAllowed: boolean, person: DeskPerson, owner: string): void {
    if (!isAllowed) throw new Refusal('knowledge.not_allowed', { role: person.role, owner });
  }

  const desk = {
    /** Keeps the form as the newest version: somebody's draft, or a proposal to the second person. */
    async save(
      tx: Tx,
      person: DeskPerson,
      saved: {
        sourceId: string | null;
        form: SourceForm;
        submit: boolean;
        origin?: Origin;
        /** The questions it answers, when it was written for them. */
        gapId?: string | null | undefined;
      },
    ): Promise<{ sourceId: string; versionId: string }> {
      const source = saved.sourceId === null ? null : await existing(tx, saved.sourceId);
      if (source) assert(mayWrite(person, source.owner), person, source.owner);
      assert(mayWrite(person, saved.form.owner), person, saved.form.owner);
      const before = source ? await knowledge.newest(tx, source.id) : null;
      const content = contentOf(saved.form, ownerName(saved.form.owner), before?.content ?? null);
      const { version } = await service.propose(
        tx,
        {
          id: source?.id ?? newSourceId(saved.form.owner, tx.now),
          origin: source?.origin ?? saved.origin ?? 'written',
          content,
          state: saved.submit ? 'proposed' : 'draft',
        },
        actorOf(person),
      );
      if (saved.gapId) await desk.answerGap(tx, person, saved.gapId, version.sourceId);
      return { sourceId: version.sourceId, versionId: version.id };
    },

    async submit(tx: Tx, person: DeskPerson, versionId: string): Promise<void> {
      const { source } = await versionOf(tx, versionId);
      assert(mayWrite(person, source.owner), person, source.owner);
      await service.submit(tx, versionId, actorOf(person));
    },

    async approve(tx: Tx, person: DeskPerson, versionId: string): Promise<void> {
      const { version, source } = await versionOf(tx, versionId);
      assert(mayApprove(person, source.owner) && mayApprove(person, version.content.owner), person, source.owner);
      await service.approve(tx, versionId, actorOf(person));
      // What people asked in vain is answered from this moment; everybody who asked will hear it.
      await gaps.publishedBy(tx, source.id);
    },

    async reject(tx: Tx, person: DeskPerson, versionId: string, reason: string): Promise<void> {
      const { source } = await versionOf(tx, versionId);
      assert(mayApprove(person, source.owner), person, source.owner);
      await service.reject(tx, versionId, reason, actorOf(person));
    },

    async withdraw(tx: Tx, person: DeskPerson, sourceId: string, reason: string): Promise<void> {
      const source = await existing(tx, sourceId);
      assert(mayApprove(person, source.owner), person, source.owner);
      await service.withdraw(tx, sourceId, reason, actorOf(person));
    },

    async review(tx: Tx, person: DeskPerson, sourceId: string, reviewOn: Day): Promise<void> {
      const source = await existing(tx, sourceId);
      assert(mayApprove(person, source.owner), person, source.owner);
      await service.review(tx, sourceId, reviewOn, actorOf(person));
    },

    /** This source is, or will be, the answer to what people asked in vain. */
    async answerGap(tx: Tx, person: DeskPerson, gapId: string, sourceId: string): Promise<void> {
      const source = await existing(tx, sourceId);
      assert(mayWrite(person, source.owner), person, source.owner);
      await gaps.link(tx, gapId, sourceId);
      if (source.state === 'approved') await gaps.publishedBy(tx, sourceId);
    },

    /** A body's task, with the day by which it writes. */
    async assignGap(tx: Tx, person: DeskPerson, gapId: string, task: { agency: string; dueOn: Day }): Promise<void> {
      const agency = await gaps.agencyOf(tx, gapId);
      assert(mayApprove(person, agency ?? task.agency), person, task.agency);
      if (!ownerName(task.agency)) throw new Refusal('knowledge.no_such_owner', { owner: task.agency });
      await gaps.assign(tx, gapId, task.agency, task.dueOn);
    },

    async dismissGap(tx: Tx, person: DeskPerson, gapId: string): Promise<void> {
      const agency = await gaps.agencyOf(tx, gapId);
      assert(agency === null ? person.role === 'operator' : mayApprove(person, agency), person, agency ?? '');
      await gaps.dismiss(tx, gapId);
    },

    /** What a file held, a draft each: nothing of it answers before a person has read, submitted and another approved it. */
    async keepImported(
      tx: Tx,
      person: DeskPerson,
      imported: { owner: AgencyCode; language: Language; on: Day; reviewOn: Day; texts: readonly ImportedText[] },
    ): Promise<{ sourceId: string; title: string }[]> {
      const drafts: { sourceId: string; title: string }[] = [];
      for (const { title, body, synonyms, language = imported.language } of imported.texts) {
        const none = { kk: null, ru: null, en: null };
        const form: SourceForm = {
          kind: 'article',
          owner: imported.owner,
          topics: [],
          validFrom: imported.on,
          validUntil: null,
          reviewOn: imported.reviewOn,
          sourceOn: imported.on,
          texts: { ...none, [language]: { title, body, card: null, synonyms: [...synonyms], references: [] } },
        };
        const { sourceId } = await desk.save(tx, person, { sourceId: null, form, submit: false, origin: 'imported' });
        drafts.push({ sourceId, title });
      }
      return drafts;
    },
  };
  return desk;
}
export type EditorDesk = ReturnType<typeof createEditorDesk>;

/** `almaty_roads.k` and a number of its own: readable in the journal, never used twice. */
const newSourceId = (owner: string, now: Date): string =>
  `${owner.replace(/[^a-z0-9_]+/g, '_')}.k${newId(now.getTime()).replaceAll('-', '').slice(0, 8)}${newId(now.getTime()).slice(-8)}`;
