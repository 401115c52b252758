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

export const WeeklyBrief = named(
  'WeeklyBrief',
  z.object({
    from: instant,
    until: instant,
    appeals: z.number(),
    contributions: z.number(),
    rising: z.array(
      z.object({
        topic: Coded,
        thisWeek: z.number(),
        usual: z.number(),
        places: z.array(z.object({ place: Coded.nullable(), count: z.number() })),
        quotes: z.array(z.string()),
        done: z.object({ answered: z.number(), open: z.number(), late: z.number() }),
      }),
    ),
    unanswered: z.array(z.object({ label: z.string(), count: z.number() })),
  }),
);
