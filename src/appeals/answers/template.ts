import { z } from 'zod';
import type { AgencyCode, StaffId } from '../../kernel/ids.ts';
import { type Language, Localised } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Officer } from '../officer.ts';

/** What a template helps to write. */
export const TEMPLATE_USES = ['answer', 'question', 'note'] as const;
export type TemplateUse = (typeof TEMPLATE_USES)[number];

export type TemplateState =
  /** Proposed or changed: nobody can use it until somebody approved exactly these words. */
  'draft' | 'approved' | 'retired';

/** `{number}` in the words: filled in for the case at hand, so that nobody copies yesterday's date. */
export const TEMPLATE_VARIABLES = [
  'number',
  'agency',
  'today',
  'received_on',
  'registered_on',
  'registration_number',
  'promised_on',
  'statutory_on',
  'place',
  'officer',
] as const;
export type TemplateVariable = (typeof TEMPLATE_VARIABLES)[number];
export type TemplateValues = Readonly<Record<TemplateVariable, string>>;

export interface Template {
  readonly id: string;
  readonly revision: number;
  /** Null: for every body. */
  readonly agencyCode: AgencyCode | null;
  readonly use: TemplateUse;
  readonly name: Localised;
  readonly body: Localised;
  readonly outcome: string | null;
  /** A topic or a group of topics; null: every topic. */
  readonly topic: string | null;
  /** A macro also takes the ticket… */
  readonly takes: boolean;
  /** …and leaves this note for colleagues. */
  readonly note: string | null;
  readonly state: TemplateState;
  readonly createdBy: StaffId;
  readonly decidedBy: StaffId | null;
}

const words = z.string().trim().min(1);
const bodies = z.object({ kk: words.max(8_000), ru: words.max(8_000), en: words.max(8_000) });

export const TemplateContent = z.object({
  use: z.enum(TEMPLATE_USES),
  name: Localised,
  body: bodies,
  outcome: z.string().max(20).nullable().default(null),
  topic: z.string().trim().max(80).nullable().default(null),
  takes: z.boolean().default(false),
  note: z.string().trim().max(2_000).nullable().default(null),
});
export type TemplateContent = z.infer<typeof TemplateContent>;

const VARIABLE = /\{\s*([a-z_]+)\s*\}/g;

/** A variable that nothing fills would reach a citizen in braces. */
export function assertVariablesKnown({ body }: Pick<TemplateContent, 'body'>): void {
  for (const text of Object.values(body))
    for (const [, name = ''] of text.matchAll(VARIABLE))
      if (!(TEMPLATE_VARIABLES as readonly string[]).includes(name))
        throw new Refusal('template.variable_unknown', { name });
}

/** What is not known stays visible as `…`: an officer sees the gap before the citizen does. */
export const fillTemplate = (body: string, values: TemplateValues): string =>
  body.replace(VARIABLE, (whole, name: string) => {
    const value = (values as Readonly<Record<string, string>>)[name];
    return value === undefined ? whole : value || '…';
  });

/** Whether a template is offered for a case of this topic. */
export const suits = ({ topic }: Pick<Template, 'topic'>, topicId: string | null): boolean =>
  topic === null || topicId === topic || Boolean(topicId?.startsWith(`${topic}.`));

/** Everybody of a body proposes for it; approving is the supervisor's, and the operator's where it is for all. */
export function mayWriteTemplate(officer: Officer, agencyCode: AgencyCode | null): boolean {
  if (officer.role === 'operator') return true;
  return (
    (officer.role === 'officer' || officer.role === 'supervisor') &&
    agencyCode !== null &&
    agencyCode === officer.agencyCode
  );
}

export const mayApproveTemplate = (officer: Officer, agencyCode: AgencyCode | null): boolean =>
  officer.role !== 'officer' && mayWriteTemplate(officer, agencyCode);

export const bodyIn = (template: Pick<Template, 'body'>, language: Language): string => template.body[language];
