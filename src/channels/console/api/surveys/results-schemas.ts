import { z } from 'zod';
import { instant, named } from '../schema-parts.ts';
import { SurveyWords } from './survey-schemas.ts';

const Estimate = z.object({
  value: z.number(),
  interval: z.object({ low: z.number(), high: z.number() }),
  n: z.number(),
  effectiveN: z.number(),
});
const OptionCount = z.object({
  key: z.string(),
  label: SurveyWords,
  /** Null: hidden because so few could be recognised. */
  count: z.number().nullable(),
  share: Estimate.nullable(),
});

export const QuestionFigures = named(
  'SurveyQuestionFigures',
  z.object({
    key: z.string(),
    type: z.string(),
    text: SurveyWords,
    answered: z.number(),
    skipped: z.number(),
    declined: z.number(),
    options: z.array(OptionCount),
    rows: z.array(z.object({ key: z.string(), label: SurveyWords, options: z.array(OptionCount) })),
    mean: Estimate.nullable(),
    means: z.array(z.object({ key: z.string(), label: SurveyWords, mean: Estimate.nullable() })),
  }),
);

const Category = z.object({ key: z.string(), label: SurveyWords.nullable() });

export const ResultsPage = named(
  'SurveyResultsPage',
  z.object({
    waveId: z.string(),
    surveyId: z.string(),
    number: z.number(),
    state: z.string(),
    /** While it runs the figures move on by ten answers or more. */
    isLive: z.boolean(),
    /** Of a confidential wave, for the body that asked. */
    maySeePersons: z.boolean(),
    title: SurveyWords,
    n: z.number(),
    minCell: z.number(),
    /** How far it can be trusted, sentence by sentence; written by the system alone. */
    statement: z.array(z.string()),
    isSample: z.boolean(),
    funnel: z.object({
      asked: z.number(),
      delivered: z.number(),
      started: z.number(),
      finished: z.number(),
      screened: z.number(),
      partial: z.number(),
    }),
    responseRate: z.number().nullable(),
    weighting: z
      .object({ on: z.string(), source: z.string(), designEffect: z.number(), effectiveN: z.number() })
      .nullable(),
    questions: z.array(QuestionFigures),
    variables: z.array(z.object({ key: z.string(), text: SurveyWords.nullable(), categories: z.array(Category) })),
    durations: z.array(z.object({ band: z.string(), people: z.number().nullable() })),
    leftAt: z.array(z.object({ step: z.string(), text: SurveyWords, people: z.number().nullable() })),
    wordings: z.array(
      z.object({
        key: z.string(),
        wordings: z.array(z.object({ key: z.string(), text: SurveyWords, result: QuestionFigures })),
      }),
    ),
    openQuestions: z.array(z.object({ key: z.string(), text: SurveyWords })),
    duty: z
      .object({
        owner: z.string(),
        dueOn: z.string(),
        doneAt: instant.nullable(),
        findings: SurveyWords.nullable(),
        changes: SurveyWords.nullable(),
      })
      .nullable(),
    hasRows: z.boolean(),
    mayRun: z.boolean(),
  }),
);

export const CrossTable = named(
  'SurveyCrossTable',
  z.object({
    rows: z.array(z.object({ key: z.string(), total: z.number() })),
    columns: z.array(z.object({ key: z.string(), total: z.number() })),
    /** Null: too few to be shown without giving people away. */
    counts: z.array(z.array(z.number().nullable())).nullable(),
    test: z.object({
      chiSquare: z.number(),
      degrees: z.number(),
      p: z.number(),
      cramersV: z.number(),
      isReliable: z.boolean(),
    }),
  }),
);

export const OpenAnswers = named(
  'SurveyOpenAnswers',
  z.object({
    text: SurveyWords,
    answers: z.array(
      z.object({
        submissionId: z.string(),
        text: z.string(),
        language: z.string(),
        /** One's own code; the other coder's stays hidden until one has coded too. */
        mine: z.string().nullable(),
        theirs: z.array(z.string()),
      }),
    ),
    proposals: z.array(
      z.object({
        words: z.array(z.string()),
        people: z.number(),
        submissionIds: z.array(z.string()),
        quotes: z.array(z.string()),
      }),
    ),
    themes: z.array(z.object({ theme: z.string(), answers: z.number() })),
    coders: z.number(),
    codedByTwo: z.number(),
    /** Krippendorff's; null while nothing can be compared. */
    alpha: z.number().nullable(),
    mayCode: z.boolean(),
  }),
);
