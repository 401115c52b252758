export type { Address } from './address.ts';
export { createGazetteer, type FindOptions, type Gazetteer } from './gazetteer.ts';
export { createLiveTerritories, type LiveTerritories } from './live-territories.ts';
export { loadTerritories } from './load-territories.ts';
export { type LocatedPlace, type RegionShape, regionShapes } from './outlines.ts';
export type { MentionReason, PlaceMention, PlaceOfText } from './place-mention.ts';
export {
  Population,
  TERRITORY_LEVELS,
  Territory,
  TerritoryAlias,
  type TerritoryData,
  TerritoryLevel,
} from './territory.ts';
export { assertFits, type TerritoryEdit } from './territory-edit.ts';
export { createTerritoryEditsRepository, type TerritoryEditsRepository } from './territory-edits-repository.ts';
export { createTerritoryTree, type TerritoryTree } from './territory-tree.ts';
