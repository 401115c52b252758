import { z } from 'zod';
import { SOURCE_VIEWS, SourceForm } from '../../../../knowledge/index.ts';
import { Coded, day, instant, LanguageField, named } from '../schema-parts.ts';

const Kind = z.enum(['article', 'faq', 'service_card']);
const Origin = z.enum(['shipped', 'written', 'imported', 'case_answer']);
export const Form = named('SourceForm', SourceForm);

export const SourceRow = named(
  'SourceRow',
  z.object({
    id: z.string(),
    title: z.string(),
    owner: Coded,
    kind: Kind,
    origin: Origin,
    state: z.enum(['draft', 'approved', 'withdrawn']),
    undecided: z.enum(['draft', 'proposed']).nullable(),
    languages: z.array(LanguageField),
    reviewOn: day,
    validUntil: day.nullable(),
    isReviewDue: z.boolean(),
    isExpired: z.boolean(),
  }),
);

export const SourceCounts = named(
  'SourceCounts',
  z.object(
    Object.fromEntries(SOURCE_VIEWS.map((view) => [view, z.number().int()])) as Record<
      (typeof SOURCE_VIEWS)[number],
      z.ZodNumber
    >,
  ),
);

const Version = z.object({
  id: z.string(),
  number: z.number().int(),
  state: z.enum(['draft', 'proposed', 'approved', 'superseded', 'rejected', 'withdrawn']),
  form: Form,
  writtenBy: z.string(),
  createdAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
});
export const SourceVersion = named('SourceVersion', Version);

export const SourceView = named(
  'Source',
  z.object({
    id: z.string(),
    owner: Coded,
    origin: Origin,
    state: z.enum(['draft', 'approved', 'withdrawn']),
    reviewOn: day,
    /** Newest first. */
    versions: z.array(SourceVersion),
    currentVersionId: z.string().nullable(),
    /** The version that waits for somebody, if one does. */
    undecidedVersionId: z.string().nullable(),
    may: z.object({ write: z.boolean(), approve: z.boolean(), approveUndecided: z.boolean() }),
    answers: z.object({ given: z.number().int(), helpful: z.number().int(), unhelpful: z.number().int() }),
  }),
);
