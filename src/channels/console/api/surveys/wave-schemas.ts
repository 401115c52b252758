import { z } from 'zod';
import { Coded, day, instant, named } from '../schema-parts.ts';
import { SurveyWords } from './survey-schemas.ts';

const Counts = z.record(z.string(), z.number());
const Mailing = z.object({ counts: Counts, uncertain: z.number(), retried: z.number() });

export const AudienceBody = named(
  'SurveyAudience',
  z.object({
    territories: z.array(z.string().max(40)).max(200).default([]),
    languages: z.array(z.enum(['kk', 'ru', 'en'])).default([]),
    topics: z.array(z.string().max(80)).max(100).default([]),
    /** The people who were asked in an earlier wave of the same survey. */
    panelOf: z.uuid().nullable().default(null),
    sample: z
      .object({
        size: z.number().int().min(1).max(10_000_000),
        strata: z.enum(['none', 'territory', 'language']).default('none'),
      })
      .nullable()
      .default(null),
    open: z.boolean().default(false),
  }),
);

export const AudienceEstimate = named(
  'SurveyAudienceEstimate',
  z.object({
    people: z.number(),
    /** How many will be written to: the sample, or everybody. */
    asked: z.number(),
    strata: z.array(z.object({ key: z.string(), place: Coded.nullable(), people: z.number() })),
    /** The earliest end of sending if it began now. */
    endsAt: instant.nullable(),
    perSecond: z.number(),
    budget: z.object({ messages: z.number(), days: z.number() }),
    quiet: z.object({ from: z.number(), until: z.number() }),
    isQuietNow: z.boolean(),
  }),
);

export const WavePage = named(
  'SurveyWavePage',
  z.object({
    id: z.string(),
    surveyId: z.string(),
    agency: Coded,
    title: SurveyWords,
    number: z.number(),
    version: z.number(),
    state: z.enum(['prepared', 'fielding', 'paused', 'closed', 'published']),
    mode: z.string(),
    frameSize: z.number(),
    audience: AudienceBody,
    places: z.array(Coded),
    topics: z.array(Coded),
    seed: z.string(),
    /** The list is still being written; it can be started when it is complete. */
    isDrawing: z.boolean(),
    minCell: z.number(),
    closesAt: instant,
    startedAt: instant.nullable(),
    closedAt: instant.nullable(),
    contact: Mailing,
    reminder: Mailing,
    news: Mailing,
    responses: Counts,
    responseRate: z.number().nullable(),
    quotas: z.array(z.object({ key: z.string(), label: SurveyWords, taken: z.number().nullable(), limit: z.number() })),
    /** The earliest end of sending; null when nothing is left or nobody can know. */
    endsAt: instant.nullable(),
    isQuietNow: z.boolean(),
    /** For everybody who is not on the list; null where the wave is only for the list. */
    open: z
      .object({ page: z.string(), chat: z.string().nullable(), group: z.string().nullable(), qr: z.string() })
      .nullable(),
    duty: z.object({ owner: z.string(), dueOn: day, doneAt: instant.nullable(), isOpen: z.boolean() }),
    mayRun: z.boolean(),
  }),
);
