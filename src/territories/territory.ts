import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import { TerritoryCode } from '../kernel/ids.ts';

/**
 * What kind of unit it is, from the largest down. `city_rep` is a city with the rank of a region, `city` one with the
 * rank of a district (the code of its akimat, not of the built-up town inside it), `town` one inside a district.
 */
export const TERRITORY_LEVELS = [
  'region',
  'city_rep',
  'district',
  'city',
  'city_district',
  'town',
  'rural_district',
  'village',
] as const;
export const TerritoryLevel = z.enum(TERRITORY_LEVELS);
export type TerritoryLevel = z.infer<typeof TerritoryLevel>;

export const Territory = z.object({
  code: TerritoryCode,
  parentCode: TerritoryCode.nullable(),
  level: TerritoryLevel,
  /** The classifier's own abbreviation of the kind (`с.`, `п.`, `район`). */
  kind: z.string(),
  name: z.object({ kk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1) }),
  point: z.object({ lat: z.number(), lon: z.number() }).nullable(),
});
export type Territory = z.infer<typeof Territory>;

export const TerritoryAlias = z.object({
  alias: z.string().min(1),
  code: TerritoryCode,
  ambiguous: z.boolean(),
});
export type TerritoryAlias = z.infer<typeof TerritoryAlias>;

/** A housing area people name instead of the unit it lies in. */
export const HousingArea = z.object({ area: z.string().min(1), code: TerritoryCode });
export type HousingArea = z.infer<typeof HousingArea>;

export const Population = z.object({
  code: TerritoryCode,
  on: Day,
  population: z.number().int().nonnegative(),
  source: z.string().min(1),
});
export type Population = z.infer<typeof Population>;

/**
 * The words around names in a jurisdiction's languages; `*` at the end stands for any ending. `needs_marker` lists names
 * that are also ordinary words or people (a street named for a poet), `needs_capital` those that are a word when written small.
 * The lists `…_after` hold what stands behind its name (`Абай көшесі`), those without what stands before (`улица Абая`).
 */
export const PlaceWords = z.object({
  region: z.array(z.string()),
  district: z.array(z.string()),
  city: z.array(z.string()),
  settlement: z.array(z.string()),
  rural_district: z.array(z.string()),
  microdistrict: z.array(z.string()),
  microdistrict_after: z.array(z.string()),
  street: z.array(z.string()),
  street_after: z.array(z.string()),
  house: z.array(z.string()),
  /** Words written small that still belong to a person's name: `Толе би`, `Кабанбай батыра`. */
  name_tail: z.array(z.string()),
  filler: z.array(z.string()),
  needs_marker: z.array(z.string()),
  needs_capital: z.array(z.string()),
  never: z.array(z.string()),
});
export type PlaceWords = z.infer<typeof PlaceWords>;

export interface TerritoryData {
  readonly units: readonly Territory[];
  readonly aliases: readonly TerritoryAlias[];
  readonly areas: readonly HousingArea[];
  readonly populations: readonly Population[];
  readonly placeWords: PlaceWords;
  readonly outlines: { readonly regions: unknown; readonly districts: unknown } | null;
  /** Cities whose districts' outlines are not good enough to decide by. */
  readonly coarseOutlines: readonly TerritoryCode[];
  /** Units that are no more: old cases still name them, new words do not find them. */
  readonly ended?: ReadonlySet<TerritoryCode>;
}
