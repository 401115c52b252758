import { z } from 'zod';
import { LANGUAGES } from '../../../../kernel/language.ts';
import { Coded, instant, named } from '../schema-parts.ts';
import { SurveyWords } from '../surveys/survey-schemas.ts';

export const InAllLanguages = SurveyWords.refine(
  (words) => LANGUAGES.every((language) => words[language]?.trim()),
  'needed in all languages',
);

export const TopicRow = named(
  'TopicSession',
  z.object({
    id: z.string(),
    agency: Coded,
    title: SurveyWords,
    state: z.enum(['planned', 'open', 'closed', 'summarised', 'replied']),
    opensAt: instant,
    closesAt: instant,
    owner: z.string(),
    replyDueOn: z.string(),
    isReplyLate: z.boolean(),
  }),
);

const ContributionView = z.object({
  id: z.string(),
  words: z.string(),
  language: z.string(),
  state: z.enum(['waiting', 'shown', 'removed']),
  reason: z.string().nullable(),
  theme: z.string().nullable(),
  createdAt: instant,
});

export const TopicPage = named(
  'TopicPage',
  z.object({
    topic: TopicRow,
    question: SurveyWords,
    background: SurveyWords,
    rules: SurveyWords,
    summary: SurveyWords.nullable(),
    reply: SurveyWords.nullable(),
    counts: z.object({ people: z.number(), contributions: z.number(), waiting: z.number() }),
    contributions: z.array(ContributionView),
    proposals: z.array(z.object({ words: z.array(z.string()), people: z.number() })),
    chatLink: z.string().nullable(),
    mayRun: z.boolean(),
  }),
);

const risen = { thisWeek: z.number(), usual: z.number() };

export const WeeklyBrief = named(
  'WeeklyBrief',
  z.object({
    from: instant,
    until: instant,
    appeals: z.number(),
    contributions: z.number(),
    questions: z.number(),
    rising: z.array(
      z.object({
        topic: Coded,
        ...risen,
        inSessions: z.number(),
        places: z.array(z.object({ place: Coded.nullable(), count: z.number() })),
        quotes: z.array(z.string()),
        done: z.object({ answered: z.number(), open: z.number(), late: z.number() }),
      }),
    ),
    risingQuestions: z.array(z.object({ label: z.string(), ...risen, hasAnswer: z.boolean() })),
    done: z.object({
      kept: z.array(z.object({ kind: z.enum(['survey', 'topic']), id: z.string(), title: SurveyWords })),
      owed: z.number(),
      late: z.number(),
    }),
    /** Whether it is sent to whoever asks; null for roles it is not written for. */
    isSentToMe: z.boolean().nullable(),
    receivers: z.array(z.string()),
  }),
);
