import { z } from 'zod';
import { Day } from '../../../../kernel/day.ts';
import { AgencyCode, TerritoryCode } from '../../../../kernel/ids.ts';
import { Localised } from '../../../../kernel/language.ts';
import { BallotRule, ITEM_STATES, ROUND_KINDS, ROUND_STATES, STAGES } from '../../../../participation/index.ts';
import { Coded, day, instant, LanguageField, Name, named } from '../schema-parts.ts';

export const NewRoundBody = named(
  'NewVoteRound',
  z.object({
    kind: z.enum(ROUND_KINDS),
    title: Localised,
    about: Localised,
    agencyCode: AgencyCode.nullable().default(null),
    territoryCode: TerritoryCode.nullable().default(null),
    rule: BallotRule,
    budget: z.number().int().positive().max(1e13).nullable().default(null),
    collectUntil: Day.nullable().default(null),
    voteFrom: Day.nullable().default(null),
    voteUntil: Day,
  }),
);

export const RoundRow = named(
  'VoteRound',
  z.object({
    id: z.string(),
    code: z.string(),
    kind: z.enum(ROUND_KINDS),
    state: z.enum(ROUND_STATES),
    title: Name,
    place: Coded.nullable(),
    rule: z.object({ type: z.enum(['none', 'voices', 'knapsack']), count: z.number().int().nullable() }),
    budget: z.number().nullable(),
    currency: z.string().nullable(),
    collectUntil: day.nullable(),
    voteFrom: day.nullable(),
    voteUntil: day,
    items: z.number().int(),
  }),
);

export const VoteItem = named(
  'VoteItem',
  z.object({
    id: z.string(),
    number: z.number().int(),
    kind: z.enum(['idea', 'project', 'petition']),
    state: z.enum(ITEM_STATES),
    language: LanguageField,
    title: z.string(),
    body: z.string(),
    cost: z.number().nullable(),
    place: Coded.nullable(),
    petitionCode: z.string().nullable(),
    refusal: z.object({ code: z.string(), note: z.string() }).nullable(),
    exposures: z.number().int(),
    inFavour: z.number().int(),
    against: z.number().int(),
    skipped: z.number().int(),
    share: z.number().nullable(),
    low: z.number(),
    high: z.number(),
    places: z.array(z.number().int()),
    votes: z.number().int().nullable(),
    progress: z.array(z.object({ stage: z.enum(STAGES), note: z.string(), at: instant })),
  }),
);

export const RoundCase = named(
  'VoteRoundCase',
  RoundRow.extend({
    about: Name,
    seed: z.string(),
    ballots: z.number().int(),
    entries: z.array(VoteItem),
    commands: z.array(z.enum(['open', 'end-collecting', 'start-voting', 'close', 'stop', 'add-petition'])),
    page: z.string(),
    territories: z.array(z.object({ place: Coded.nullable(), ballots: z.number().int() })),
  }),
);

export const ObjectionRow = named(
  'VoteObjection',
  z.object({
    itemId: z.string(),
    roundId: z.string(),
    /** Names the reason, to hide it by; says nothing of who gave it. */
    mark: z.string(),
    title: z.string(),
    reason: z.string(),
    at: instant,
    heardAt: instant.nullable(),
    against: z.number().int(),
    exposures: z.number().int(),
  }),
);
