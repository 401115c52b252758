import { z } from 'zod';
import { ChannelPolicy, Connection, Ownership, RoleLevel } from '../../../../agencies/index.ts';
import { Day } from '../../../../kernel/day.ts';
import { AgencyCode, StaffId, TerritoryCode, TopicId } from '../../../../kernel/ids.ts';
import { Coded, day, instant, LanguageField, Name, named } from '../schema-parts.ts';

export const AgencyListed = named(
  'AgencyListed',
  z.object({
    code: z.string(),
    name: Name,
    shortName: Name,
    place: Name.nullable(),
    connection: Connection,
    effectiveFrom: day,
    effectiveUntil: day.nullable(),
    inForce: z.boolean(),
  }),
);

export const UnitView = named('Unit', z.object({ id: z.string(), name: Name }));

export const AgencyDetail = named(
  'AgencyDetail',
  AgencyListed.extend({
    kind: z.string(),
    sector: z.string(),
    territory: Coded.nullable(),
    superior: Coded.nullable(),
    channelPolicy: ChannelPolicy,
    confidence: z.enum(['high', 'medium', 'low']),
    covers: z.array(z.string()),
    units: z.array(UnitView),
    competences: z.array(
      z.object({
        id: z.string(),
        role: z.string(),
        roleName: Name.nullable(),
        topics: z.array(Coded),
        territory: Coded.nullable(),
        ownership: Ownership,
        effectiveFrom: day,
        effectiveUntil: day.nullable(),
        inForce: z.boolean(),
      }),
    ),
    chain: z.object({ approverIds: z.array(z.string()), signatoryIds: z.array(z.string()), wantsNumber: z.boolean() }),
    mayEdit: z.boolean(),
    mayManage: z.boolean(),
  }),
);

export const SuperiorsView = named(
  'Superiors',
  z.object({
    /** Who stands over it today. */
    now: Coded.nullable(),
    rows: z.array(
      z.object({
        superior: Coded.nullable(),
        effectiveFrom: day,
        effectiveUntil: day.nullable(),
        basis: z.string(),
        source: z.enum(['operator', 'shipped', 'directory']),
        by: z.string().nullable(),
        /** This row says who stands over it today. */
        counts: z.boolean(),
      }),
    ),
    mayEdit: z.boolean(),
  }),
);

export const AgencyChange = z.object({
  name: Name,
  shortName: Name,
  connection: Connection,
  channelPolicy: ChannelPolicy,
  superiorCode: AgencyCode.nullable(),
  territoryCode: TerritoryCode.nullable(),
  effectiveFrom: Day,
  effectiveUntil: Day.nullable(),
});

export const CompetenceBody = z.object({
  role: z.string().min(1),
  /** None: every topic of the role. */
  topics: z.array(TopicId).max(60),
  territoryCode: TerritoryCode.nullable(),
  ownership: Ownership,
  effectiveFrom: Day,
  effectiveUntil: Day.nullable(),
});

export const RoleView = named(
  'CompetenceRole',
  z.object({ role: z.string(), name: Name, level: RoleLevel, topics: z.array(Coded) }),
);

export const ChainBody = z.object({
  approverIds: z.array(StaffId).max(20),
  signatoryIds: z.array(StaffId).max(20),
  wantsNumber: z.boolean(),
});

export const CategoryView = named(
  'Category',
  z.object({
    topic: Coded,
    group: Name,
    /** What the service promises from receipt. */
    promise: z.object({ value: z.number().int(), unit: z.string() }),
    /** It has one of its own; otherwise the general one holds. */
    isOwnPromise: z.boolean(),
    wantsProof: z.boolean(),
  }),
);

const PromiseLength = z.object({
  value: z.number().int().min(1).max(120),
  unit: z.enum(['working_days', 'calendar_days']),
});
export const PromiseBody = z.object({
  /** Null: the topic has none of its own any more. */
  length: PromiseLength.nullable(),
  reason: z.string().trim().min(3).max(500),
});

export const PromisesView = named(
  'ServicePromises',
  z.object({
    general: z.object({ value: z.number().int(), unit: z.string() }),
    /** Who changed what, newest first. */
    history: z.array(
      z.object({
        topic: Coded.nullable(),
        length: z.object({ value: z.number().int(), unit: z.string() }).nullable(),
        reason: z.string(),
        by: z.string(),
        at: instant,
      }),
    ),
  }),
);

export const ChannelView = named(
  'OfficerChannel',
  z.object({
    id: z.string(),
    kind: z.enum(['slack', 'staff_chat', 'email', 'webhook']),
    place: z.string(),
    unitId: z.string().nullable(),
    topic: z.string().nullable(),
    abroad: z.boolean(),
    policy: ChannelPolicy.nullable(),
    language: LanguageField,
    state: z.enum(['active', 'paused']),
    fallbackOrder: z.number().int(),
    fallbackAfterMinutes: z.number().int(),
    health: z.enum(['untested', 'ok', 'failing', 'broken']),
    healthProblem: z.string().nullable(),
  }),
);

export const NewChannelBody = z.object({
  kind: ChannelView.shape.kind,
  place: z.string().trim().max(500).optional(),
  unitId: z.uuid().nullable().default(null),
  topic: z.string().trim().max(80).nullable().default(null),
  policy: ChannelPolicy.nullable().default(null),
  language: LanguageField.default('ru'),
  fallbackOrder: z.number().int().min(0).max(9).default(0),
  fallbackAfterMinutes: z.number().int().min(1).max(1440).default(30),
  topicPerCase: z.boolean().default(false),
  /** A body's own Slack workspace: team, bot token, signing secret; kept sealed. */
  secrets: z.record(z.string(), z.string().max(500)).optional(),
});

export const WebhookAttemptView = named(
  'WebhookAttempt',
  z.object({
    id: z.string(),
    eventId: z.string(),
    event: z.string(),
    attempt: z.number().int(),
    status: z.number().int().nullable(),
    problem: z.string().nullable(),
    durationMs: z.number().int(),
    at: instant,
  }),
);
