export {
  createGazetteer,
  type Gazetteer,
  type MentionReason,
  type PlaceMention,
  type PlaceOfText,
} from './gazetteer.ts';
export { loadTerritories } from './load-territories.ts';
export {
  Population,
  TERRITORY_LEVELS,
  Territory,
  TerritoryAlias,
  type TerritoryData,
  TerritoryLevel,
} from './territory.ts';
export { createTerritoryTree, type TerritoryTree } from './territory-tree.ts';
