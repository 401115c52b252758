import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { TerritoryCode } from '../kernel/ids.ts';
import { loadTerritories } from './load-territories.ts';
import { createTerritoryTree } from './territory-tree.ts';

const data = loadTerritories(new URL('../../jurisdictions/kz/territories', import.meta.url).pathname);
const tree = createTerritoryTree(data.units, data.populations);
const place = (code: string) => TerritoryCode.parse(code);

describe('the tree of territories', () => {
  it('has 17 regions and 3 cities of their rank, and everything hangs on one of them', () => {
    expect(tree.roots.map(({ level }) => level).sort()).toEqual([
      ...Array.from({ length: 3 }, () => 'city_rep'),
      ...Array.from({ length: 17 }, () => 'region'),
    ]);
    const roots = new Set(tree.roots.map(({ code }) => code));
    expect(data.units.filter(({ code }) => !roots.has(tree.lineage(code).at(-1)?.code ?? code))).toEqual([]);
  });

  it('names a village with all that it lies in', () => {
    expect(tree.fullName(place('196243100'), 'ru')).toBe('Бесагаш, Бесагашский, Талгарский район, Алматинская область');
  });

  it('knows what lies in what', () => {
    expect(tree.isWithin(place('751310000'), place('750000000'))).toBe(true);
    expect(tree.isWithin(place('750000000'), place('190000000'))).toBe(false);
  });

  it('gives the newest count known on a day', () => {
    expect(tree.population(place('100000000'), day('2024-06-01'))?.on).toBe('2024-01-01');
    expect(tree.population(place('100000000'), day('2026-11-22'))?.population).toBe(595_676);
    expect(tree.population(place('100000000'), day('2020-01-01'))).toBeNull();
  });

  it('has aliases of known units only', () => {
    expect(data.aliases.filter(({ code }) => tree.get(code) === null)).toEqual([]);
  });
});
