import { z } from 'zod';
import { SurveyId } from '../../../../kernel/ids.ts';
import { LANGUAGES } from '../../../../kernel/language.ts';
import { Coded, day, instant, named } from '../schema-parts.ts';

/** A sentence in the languages written so far. */
export const SurveyWords = named('SurveyWords', z.partialRecord(z.enum(LANGUAGES), z.string()));

/** The form that YAML and JSON files have: described in `docs/surveys.md`, checked when it is read. */
export const QuestionnaireDocument = named('SurveyQuestionnaire', z.record(z.string(), z.unknown()));

export const SurveyMode = z.enum(['anonymous', 'confidential']);
export const SurveyParams = z.object({ surveyId: SurveyId });
export const WaveParams = z.object({ waveId: z.uuid() });

const WaveListed = z.object({ id: z.string(), number: z.number().int(), state: z.string(), closesAt: instant });

export const SurveyRow = named(
  'SurveyRow',
  z.object({
    id: z.string(),
    revision: z.number().int(),
    agency: Coded,
    mode: z.enum(['anonymous', 'confidential']),
    state: z.enum(['draft', 'in_review', 'approved', 'archived']),
    title: SurveyWords,
    author: z.string(),
    createdAt: instant,
    waves: z.array(WaveListed),
  }),
);

export const SurveyReview = named(
  'SurveyReview',
  z.object({
    /** Must be put right before anybody can approve it. */
    problems: z.array(z.object({ code: z.string(), path: z.string(), language: z.string().optional() })),
    /** Advice; stops nothing. */
    warnings: z.array(
      z.object({ code: z.string(), path: z.string(), language: z.string().optional(), words: z.string().optional() }),
    ),
    seconds: z.record(z.enum(LANGUAGES), z.number()),
  }),
);

export const SurveyVersionRow = z.object({
  number: z.number().int(),
  state: z.string(),
  author: z.string(),
  approver: z.string().nullable(),
  note: z.string().nullable(),
  createdAt: instant,
  decidedAt: instant.nullable(),
});

export const SurveyRemark = named(
  'SurveyRemark',
  z.object({
    id: z.string(),
    version: z.number().int(),
    questionKey: z.string().nullable(),
    words: z.string(),
    author: z.string(),
    createdAt: instant,
    settled: z.boolean(),
  }),
);

export const SurveyPage = named(
  'SurveyPage',
  z.object({
    survey: SurveyRow,
    version: z.number().int(),
    versionState: z.string(),
    questionnaire: QuestionnaireDocument,
    review: SurveyReview,
    versions: z.array(SurveyVersionRow),
    remarks: z.array(SurveyRemark),
    /** The person who asks wrote it: somebody else approves. */
    isAuthor: z.boolean(),
    mayRun: z.boolean(),
  }),
);

/** One question as a respondent would see it now, or the end. */
export const PreviewStep = named(
  'SurveyPreview',
  z.object({
    answers: z.record(z.string(), z.unknown()),
    wrong: z.string().nullable(),
    finished: z.boolean(),
    view: z
      .object({
        stepKey: z.string(),
        position: z.number().int(),
        total: z.number().int(),
        text: z.string(),
        row: z.string().nullable(),
        hint: z.string(),
        type: z.string(),
        expects: z.string(),
        options: z.array(
          z.object({ key: z.string(), label: z.string(), chosen: z.boolean(), rank: z.number().nullable() }),
        ),
        ends: z.object({ low: z.string(), high: z.string() }).nullable(),
        takesOther: z.boolean(),
        canBack: z.boolean(),
        canSkip: z.boolean(),
        canDecline: z.boolean(),
        atMost: z.number().nullable(),
        sharesOf: z.number().nullable(),
      })
      .nullable(),
  }),
);

export const DutyBody = z.object({ ownerId: z.string().min(1).max(80), dueOn: day });
