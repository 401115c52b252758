import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import { AgencyCode, TerritoryCode, TopicId } from '../kernel/ids.ts';
import { Localised } from '../kernel/language.ts';

/** `quasi_public` bodies and `provider`s owe a service, not an administrative procedure. */
export const Sector = z.enum(['public', 'quasi_public', 'provider']);
export type Sector = z.infer<typeof Sector>;

/** How a body is reached: Dauys is its register, its officers work here, it gets e-mail, or nothing yet. */
export const Connection = z.enum(['register', 'connected', 'mailbox', 'none']);
export type Connection = z.infer<typeof Connection>;

/** What a channel whose servers are elsewhere may show of a case. */
export const ChannelPolicy = z.enum(['link_only', 'masked', 'full']);
export type ChannelPolicy = z.infer<typeof ChannelPolicy>;

export const AgencyKind = z.enum([
  'government',
  'ministry',
  'central',
  'commission',
  'akimat',
  'maslikhat',
  'department',
  'territorial',
  'corporation',
  'provider',
]);
export type AgencyKind = z.infer<typeof AgencyKind>;

/** Whose property or whose duty the matter is; `any` where it does not matter. */
export const Ownership = z.enum(['any', 'republican', 'communal', 'private']);
export type Ownership = z.infer<typeof Ownership>;

/**
 * One row of the competence register. It holds from `effectiveFrom` until the day before `effectiveUntil`, for the
 * agency's own territory unless it names another, for every topic of its role unless it lists some.
 */
export const Competence = z.object({
  id: z.string().regex(/^\d+\.\d+$/),
  agencyCode: AgencyCode,
  role: z.string().min(1),
  topics: z.array(TopicId).nullable(),
  territoryCode: TerritoryCode.nullable(),
  ownership: Ownership,
  effectiveFrom: Day,
  effectiveUntil: Day.nullable(),
});
export type Competence = z.infer<typeof Competence>;

export const Agency = z.object({
  code: AgencyCode,
  kind: AgencyKind,
  sector: Sector,
  name: Localised,
  shortName: Localised,
  territoryCode: TerritoryCode.nullable(),
  superiorCode: AgencyCode.nullable(),
  connection: Connection,
  channelPolicy: ChannelPolicy,
  effectiveFrom: Day,
  effectiveUntil: Day.nullable(),
  /** How sure the directory's author is of name and competence. */
  confidence: z.enum(['high', 'medium', 'low']),
  /** What it is known for, in English, for people and for the language model. */
  covers: z.array(z.string()),
});
export type Agency = z.infer<typeof Agency>;

/** How exact a place must be for the role to be decided. */
export const RoleLevel = z.enum(['country', 'region', 'district', 'city_district']);
export type RoleLevel = z.infer<typeof RoleLevel>;

export const Role = z.object({
  role: z.string().min(1),
  number: z.number().int().positive(),
  level: RoleLevel,
  sector: Sector,
  /** `statutory`: an appeal to such a body follows the law's procedures; `none`: only what the service promises. */
  procedure: z.enum(['statutory', 'none']),
  /** Who answers where no body of this role is known: the nearest body of another role, or a named agency. */
  fallback: z.string().nullable(),
  /** Of a provider: the role of the public body that looks after its kind, and can be asked instead of it. */
  overseer: z.string().nullable().default(null),
  name: Localised,
});
export type Role = z.infer<typeof Role>;

export interface Directory {
  readonly agencies: readonly Agency[];
  readonly competences: readonly Competence[];
  readonly roles: readonly Role[];
  readonly topicRoles: ReadonlyMap<TopicId, string>;
}

/** Half-open: on the day of `effectiveUntil` the successor is already competent. */
export function isEffective(period: { effectiveFrom: Day; effectiveUntil: Day | null }, on: Day): boolean {
  return period.effectiveFrom <= on && (period.effectiveUntil === null || on < period.effectiveUntil);
}
