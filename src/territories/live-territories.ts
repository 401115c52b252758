import type { Day } from '../kernel/day.ts';
import { createGazetteer, type Gazetteer } from './gazetteer.ts';
import type { TerritoryData } from './territory.ts';
import { editsOn, territoriesOn } from './territory-edit.ts';
import type { RecordedTerritoryEdit, TerritoryEditsRepository } from './territory-edits-repository.ts';
import { createTerritoryTree, type TerritoryTree } from './territory-tree.ts';

/** Tree and gazetteer as operators edit them: asked for anew after a change here, and every minute for changes elsewhere and for days that come. */
export function createLiveTerritories(
  shipped: TerritoryData,
  edits: Pick<TerritoryEditsRepository, 'list'>,
  today: () => Promise<Day>,
) {
  const build = (data: TerritoryData) => ({
    tree: createTerritoryTree(data.units, data.populations),
    gazetteer: createGazetteer(data),
    ended: data.ended ?? new Set(),
  });
  let current = build(shipped);
  let counting = '[]';
  let version = 0;
  let recorded: readonly RecordedTerritoryEdit[] = [];

  const tree: TerritoryTree = {
    get all() {
      return current.tree.all;
    },
    get roots() {
      return current.tree.roots;
    },
    get: (code) => current.tree.get(code),
    childrenOf: (code) => current.tree.childrenOf(code),
    lineage: (code) => current.tree.lineage(code),
    isWithin: (code, outer) => current.tree.isWithin(code, outer),
    fullName: (code, language) => current.tree.fullName(code, language),
    population: (code, on) => current.tree.population(code, on),
  };
  const gazetteer: Gazetteer = {
    find: (text, options) => current.gazetteer.find(text, options),
    placeOf: (text, options) => current.gazetteer.placeOf(text, options),
    locate: (lat, lon) => current.gazetteer.locate(lat, lon),
    readAddress: (text, options) => current.gazetteer.readAddress(text, options),
  };

  return {
    tree,
    gazetteer,
    /** Another number whenever the tree is another. */
    version: () => version,
    /** Newest first, those of days to come too. */
    edits: () => recorded,
    hasEnded: (code: RecordedTerritoryEdit['code']): boolean => current.ended.has(code),
    async refresh(): Promise<void> {
      const [rows, on] = await Promise.all([edits.list(), today()]);
      recorded = rows;
      const now = JSON.stringify(
        [...editsOn(rows, on).values()].map((edit) => [
          edit,
          edit.effectiveUntil !== null && edit.effectiveUntil <= on,
        ]),
      );
      if (now === counting) return;
      current = build(territoriesOn(shipped, rows, on));
      counting = now;
      version += 1;
    },
  };
}
export type LiveTerritories = ReturnType<typeof createLiveTerritories>;
