import type { Journal } from '../../journal/index.ts';
import type { AgencyCode } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { Officer } from '../officer.ts';
import {
  assertVariablesKnown,
  mayApproveTemplate,
  mayWriteTemplate,
  suits,
  type Template,
  type TemplateContent,
} from './template.ts';
import type { TemplateFigures, TemplatesRepository } from './templates-repository.ts';

interface Deps {
  readonly templates: TemplatesRepository;
  readonly journal: Journal;
}

/** Words a body agreed on. What was changed waits for approval again. */
export function createTemplatesService({ templates, journal }: Deps) {
  async function writable(tx: Tx, officer: Officer, id: string): Promise<Template> {
    const template = await templates.find(id, tx);
    if (!template || !mayWriteTemplate(officer, template.agencyCode)) throw new Refusal('template.not_found', {});
    return template;
  }

  const record = (tx: Tx, officer: Officer, agencyCode: AgencyCode | null, type: string, templateId: string) =>
    journal.append(tx, agencyCode === null ? 'service' : `agency:${agencyCode}`, {
      type: `template.${type}`,
      actor: { kind: officer.role, id: officer.id },
      facts: { templateId },
    });

  return {
    async propose(
      tx: Tx,
      officer: Officer,
      { agencyCode, ...content }: TemplateContent & { agencyCode: AgencyCode | null },
    ): Promise<string> {
      if (!mayWriteTemplate(officer, agencyCode)) throw new Refusal('template.not_found', {});
      assertVariablesKnown(content);
      const id = await templates.add(tx, { ...content, agencyCode, createdBy: officer.id });
      await record(tx, officer, agencyCode, 'proposed', id);
      return id;
    },

    async change(tx: Tx, officer: Officer, id: string, content: TemplateContent): Promise<void> {
      const template = await writable(tx, officer, id);
      assertVariablesKnown(content);
      await templates.change(tx, template, { ...content, state: 'draft', decidedBy: null });
      await record(tx, officer, template.agencyCode, 'changed', id);
    },

    async decide(tx: Tx, officer: Officer, id: string, state: 'approved' | 'retired'): Promise<void> {
      const template = await writable(tx, officer, id);
      if (!mayApproveTemplate(officer, template.agencyCode)) throw new Refusal('template.not_allowed', {});
      await templates.change(tx, template, { state, decidedBy: officer.id });
      await record(tx, officer, template.agencyCode, state, id);
    },

    /** All that this person may see, with what became of them. */
    async list(officer: Officer): Promise<readonly (Template & { figures: TemplateFigures | null })[]> {
      const [all, figures] = await Promise.all([
        templates.list(officer.agencyCode),
        templates.figures(officer.agencyCode),
      ]);
      return all.map((template) => ({ ...template, figures: figures.get(template.id) ?? null }));
    },

    /** Approved ones that suit the case. */
    async offered(agencyCode: AgencyCode, topicId: string | null): Promise<Template[]> {
      return (await templates.list(agencyCode, ['approved'])).filter((template) => suits(template, topicId));
    },

    /** An approved template of the body, or nothing: an answer may claim no other. */
    async usable(id: string, agencyCode: AgencyCode, tx?: Tx): Promise<Template | null> {
      const template = await templates.find(id, tx);
      const isTheirs = template?.agencyCode === null || template?.agencyCode === agencyCode;
      return template?.state === 'approved' && isTheirs ? template : null;
    },

    recordUse: templates.recordUse,
  };
}
export type TemplatesService = ReturnType<typeof createTemplatesService>;
