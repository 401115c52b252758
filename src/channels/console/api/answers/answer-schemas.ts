import { z } from 'zod';
import { ANSWER_WARNINGS, OUTCOMES, TEMPLATE_USES, TemplateContent } from '../../../../appeals/index.ts';
import { AgencyCode } from '../../../../kernel/ids.ts';
import { Coded, day, instant, LanguageField, Name, named } from '../schema-parts.ts';

export const PointView = named('CasePoint', z.object({ position: z.number().int(), text: z.string() }));

export const OfferedTemplate = named(
  'OfferedTemplate',
  z.object({
    id: z.string(),
    use: z.enum(TEMPLATE_USES),
    name: Name,
    /** Filled in for this case. */
    text: Name,
    outcome: z.enum(OUTCOMES).nullable(),
    takes: z.boolean(),
    note: z.string().nullable(),
  }),
);

export const DraftView = named(
  'AnswerDraft',
  z.object({
    stage: z.enum(['author', 'approver', 'signatory']),
    /** It waits for the one who looks. */
    isMine: z.boolean(),
    author: z.string(),
    approver: z.string().nullable(),
    remark: z.string().nullable(),
    changedAt: instant,
    text: z.string(),
    language: LanguageField,
    outcome: z.enum(OUTCOMES),
    outgoingNumber: z.string().nullable(),
    outgoingOn: day.nullable(),
    addressed: z.array(z.number().int()).nullable(),
    files: z.array(z.object({ fileName: z.string().nullable(), sizeBytes: z.number().int() })),
  }),
);

export const AnswerWork = named(
  'AnswerWork',
  z.object({
    points: z.array(PointView),
    /** False: proposed from the words, nobody has looked yet. */
    pointsEdited: z.boolean(),
    templates: z.array(OfferedTemplate),
    draft: DraftView.nullable(),
    chain: z.object({ approves: z.boolean(), signs: z.boolean(), wantsNumber: z.boolean() }),
    /** A text model is configured. */
    assistant: z.boolean(),
    /** Work said to be done is shown by a photo. */
    wantsProof: z.boolean(),
  }),
);

export const CheckView = named(
  'AnswerCheck',
  z.object({
    points: z.array(PointView.extend({ addressed: z.boolean(), by: z.enum(['officer', 'words']) })),
    warnings: z.array(z.enum(ANSWER_WARNINGS)),
    /** 100 easy, 0 and below hard; null when too short to measure. */
    readingEase: z.number().int().nullable(),
    wordsPerSentence: z.number(),
    writtenIn: LanguageField.nullable(),
  }),
);

export const CheckBody = z.object({
  text: z.string().max(20_000),
  language: LanguageField,
  outcome: z.enum(OUTCOMES),
  addressed: z.array(z.number().int()).nullable().default(null),
  signatory: z.string().max(200).default(''),
  approver: z.string().max(200).default(''),
});

export const TemplateView = named(
  'Template',
  z.object({
    id: z.string(),
    agency: Coded.nullable(),
    use: z.enum(TEMPLATE_USES),
    name: Name,
    body: Name,
    outcome: z.enum(OUTCOMES).nullable(),
    topic: z.string().nullable(),
    takes: z.boolean(),
    note: z.string().nullable(),
    state: z.enum(['draft', 'approved', 'retired']),
    createdBy: z.string(),
    decidedBy: z.string().nullable(),
    /** Answers begun from it, and what citizens said of them. */
    uses: z.number().int(),
    resolved: z.number().int(),
    partly: z.number().int(),
    unresolved: z.number().int(),
    disputed: z.number().int(),
  }),
);

export const TemplateBody = TemplateContent.extend({
  outcome: z.enum(OUTCOMES).nullable().default(null),
  /** Null: for every body; operators only. */
  agencyCode: AgencyCode.nullable(),
});
