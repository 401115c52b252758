import type { TerritoryCode } from '../kernel/ids.ts';
import type { TerritoryLevel } from './territory.ts';

export type MentionReason = 'named' | 'inflected' | 'old_or_short_name' | 'misspelt' | 'housing_area';

export interface PlaceMention {
  readonly code: TerritoryCode;
  readonly level: TerritoryLevel;
  /** 0 to 1; below 0.5 do not use without asking. */
  readonly confidence: number;
  readonly matched: string;
  readonly start: number;
  readonly end: number;
  readonly reason: MentionReason;
  /** Other units the same words may mean; empty when the text itself decides. */
  readonly ambiguousWith: readonly TerritoryCode[];
}

export type PlaceOfText =
  | { type: 'found'; mention: PlaceMention }
  | { type: 'ambiguous'; mention: PlaceMention; candidates: readonly TerritoryCode[] }
  | { type: 'none' };
