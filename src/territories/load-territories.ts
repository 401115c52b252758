import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { TerritoryCode } from '../kernel/ids.ts';
import { HousingArea, PlaceWords, Population, Territory, TerritoryAlias, type TerritoryData } from './territory.ts';
import { transliterate } from './transliterate.ts';

const Settings = z.object({ coarse_outlines: z.array(TerritoryCode) });

/** Reads `jurisdictions/<code>/territories`; every row is checked, a bad one names its file and line. */
export function loadTerritories(folder: string): TerritoryData {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const hasOutlines = existsSync(join(folder, 'outlines', 'regions.topo.json'));
  return {
    units: readRows(folder, 'units.tsv', Territory, toTerritory),
    aliases: readRows(folder, 'aliases.tsv', TerritoryAlias, (row) => ({
      alias: row.alias,
      code: row.code,
      ambiguous: row.ambiguous === 'yes',
    })),
    areas: readRows(folder, 'areas.tsv', HousingArea, (row) => row),
    populations: readRows(folder, 'populations.tsv', Population, (row) => ({
      code: row.code,
      on: row.date,
      population: Number(row.population),
      source: row.source,
    })),
    placeWords: PlaceWords.parse(json('place-words.json')),
    outlines: hasOutlines
      ? {
          regions: json(join('outlines', 'regions.topo.json')),
          districts: json(join('outlines', 'districts.topo.json')),
        }
      : null,
    coarseOutlines: Settings.parse(json('settings.json')).coarse_outlines,
  };
}

type Row = Readonly<Record<string, string>>;

function toTerritory(row: Row): unknown {
  const ru = row.name_ru || row.name_kk || '';
  const lat = row.lat;
  const lon = row.lon;
  return {
    code: row.code,
    parentCode: row.parent || null,
    level: row.level,
    kind: row.kind,
    name: { kk: row.name_kk || ru, ru, en: row.name_en || transliterate(row.name_kk || ru) },
    point: lat && lon ? { lat: Number(lat), lon: Number(lon) } : null,
  };
}

function readRows<Item>(folder: string, name: string, schema: z.ZodType<Item>, shape: (row: Row) => unknown): Item[] {
  const [head = '', ...lines] = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  return lines.map((line, index) => {
    const cells = line.split('\t');
    const row = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']));
    const parsed = schema.safeParse(shape(row));
    if (!parsed.success) throw new Error(`${join(folder, name)}:${index + 2} is not valid`, { cause: parsed.error });
    return parsed.data;
  });
}
