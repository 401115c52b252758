import { z } from 'zod';
import type { Day } from '../kernel/day.ts';
import type { AgencyCode, TerritoryCode } from '../kernel/ids.ts';
import type { Localised } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';

/** `ideas`: written and judged at the same time. `budget`: collected, checked, then voted on within a sum. */
export const ROUND_KINDS = ['ideas', 'budget'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

export const ROUND_STATES = ['draft', 'collecting', 'checking', 'voting', 'closed', 'stopped'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** How a ballot is filled in: some voices each, or whatever fits the budget. */
export const BallotRule = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('voices'), count: z.number().int().min(1).max(20) }),
  z.strictObject({ type: z.literal('knapsack') }),
]);
export type BallotRule = z.infer<typeof BallotRule>;

export interface Round {
  readonly id: string;
  readonly revision: number;
  /** Ten letters, in addresses and links. */
  readonly code: string;
  readonly kind: RoundKind;
  readonly state: RoundState;
  readonly title: Localised;
  readonly about: Localised;
  readonly agencyCode: AgencyCode | null;
  readonly territoryCode: TerritoryCode | null;
  readonly rule: BallotRule;
  readonly budget: number | null;
  readonly currency: string | null;
  readonly seed: string;
  readonly collectUntil: Day | null;
  readonly voteFrom: Day | null;
  readonly voteUntil: Day;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

export type RoundEvent = 'opened' | 'collected' | 'checked' | 'closed' | 'stopped';

export const ROUND_MOVES: Record<RoundEvent, readonly RoundState[]> = {
  opened: ['draft'],
  collected: ['collecting'],
  checked: ['checking'],
  closed: ['voting'],
  stopped: ['draft', 'collecting', 'checking', 'voting'],
};

export function applyRoundEvent(round: Round, event: RoundEvent, now: Date): Round {
  if (!ROUND_MOVES[event].includes(round.state)) throw new Refusal('round.move_refused', { state: round.state, event });
  const next = { ...round, revision: round.revision + 1 };
  switch (event) {
    case 'opened':
      return { ...next, state: round.kind === 'ideas' ? 'voting' : 'collecting' };
    case 'collected':
      return { ...next, state: 'checking' };
    case 'checked':
      return { ...next, state: 'voting' };
    case 'closed':
      return { ...next, state: 'closed', closedAt: now };
    case 'stopped':
      return { ...next, state: 'stopped', closedAt: now };
  }
}

/** Whether something may still be proposed: ideas until the end, projects while they are collected. */
export const takesProposals = ({ kind, state, voteUntil, collectUntil }: Round, today: Day): boolean =>
  kind === 'ideas'
    ? state === 'voting' && today <= voteUntil
    : state === 'collecting' && (collectUntil === null || today <= collectUntil);

/** As people read it: voting may be over while the result waits for a decision about what was set apart. */
export const roundStateOn = (
  { state, voteUntil }: Pick<Round, 'state' | 'voteUntil'>,
  today: Day,
): RoundState | 'counting' => (state === 'voting' && voteUntil < today ? 'counting' : state);

/** The last day counts whole. */
export const takesVotes = ({ state, voteUntil }: Round, today: Day): boolean =>
  state === 'voting' && today <= voteUntil;

export const ITEM_KINDS = ['idea', 'project', 'petition'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
export const ITEM_STATES = ['proposed', 'admitted', 'refused', 'withdrawn', 'chosen', 'not_chosen'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Why a proposal is not admitted; worded for people as `votes-refusal`. */
export const ITEM_REFUSALS = [
  'not_competent',
  'too_costly',
  'not_lawful',
  'duplicate',
  'insulting',
  'unclear',
] as const;
export type ItemRefusal = (typeof ITEM_REFUSALS)[number];

export const STAGES = ['planned', 'tender', 'works', 'done', 'dropped'] as const;
export type Stage = (typeof STAGES)[number];

export const VERDICTS = ['for', 'against', 'skip'] as const;
export type Verdict = (typeof VERDICTS)[number];
/**
 * Where a voter comes from. Somebody the site knows is one person here and in the chat, with one vote; a browser that
 * nobody knows is no person and is counted and shown apart.
 */
export type VoteChannel = 'chat' | 'site' | 'browser';

export const ITEM_LIMITS = {
  title: { min: 8, max: 120 },
  body: { min: 20, max: 800 },
  reason: { min: 3, max: 240 },
} as const;
