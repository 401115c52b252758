import type { Day } from '../kernel/day.ts';
import { newId, TerritoryCode } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { TerritoryLevel } from './territory.ts';
import type { TerritoryEdit } from './territory-edit.ts';

/** A row that an operator wrote. */
export interface RecordedTerritoryEdit extends TerritoryEdit {
  readonly editedBy: string;
  readonly at: Date;
}

/** What operators said of territories; nothing is ever changed or taken away. */
export interface TerritoryEditsRepository {
  /** All of them, newest first. */
  list(): Promise<readonly RecordedTerritoryEdit[]>;
  add(tx: Tx, edit: TerritoryEdit, by: string): Promise<void>;
}

interface Row {
  code: string;
  parent_code: string | null;
  level: string;
  name_kk: string;
  name_ru: string;
  name_en: string;
  lat: number | null;
  lon: number | null;
  effective_from: string;
  effective_until: string | null;
  basis: string;
  edited_by: string;
  at: Date;
}

export function createTerritoryEditsRepository(db: Db): TerritoryEditsRepository {
  return {
    async list() {
      const rows = await db.$queryRaw<Row[]>`
        select code, parent_code, level, name_kk, name_ru, name_en, lat, lon, effective_from::text, effective_until::text,
          basis, edited_by, at
        from territory_edits order by id desc`;
      return rows.map(({ lat, lon, ...row }) => ({
        code: TerritoryCode.parse(row.code),
        parentCode: row.parent_code === null ? null : TerritoryCode.parse(row.parent_code),
        level: TerritoryLevel.parse(row.level),
        name: { kk: row.name_kk, ru: row.name_ru, en: row.name_en },
        point: lat === null || lon === null ? null : { lat, lon },
        effectiveFrom: row.effective_from as Day,
        effectiveUntil: row.effective_until as Day | null,
        basis: row.basis,
        editedBy: row.edited_by,
        at: row.at,
      }));
    },

    async add(tx, { code, parentCode, level, name, point, effectiveFrom, effectiveUntil, basis }, by) {
      const lat = point?.lat ?? null;
      const lon = point?.lon ?? null;
      await prismaOf(tx).$executeRaw`
        insert into territory_edits (id, code, parent_code, level, name_kk, name_ru, name_en, lat, lon, effective_from,
          effective_until, basis, edited_by, at)
        values (${newId(tx.now.getTime())}::uuid, ${code}, ${parentCode}, ${level}, ${name.kk}, ${name.ru}, ${name.en},
          ${lat}::float8, ${lon}::float8, ${effectiveFrom}::date, ${effectiveUntil}::date, ${basis}, ${by},
          ${tx.now}::timestamptz(3))`;
      // Bodies and competences may only name territories that are there.
      await prismaOf(tx).$executeRaw`
        insert into territories (code, parent_code, level, kind, name_kk, name_ru, name_en, lat, lon)
        values (${code}, ${parentCode}, ${level}, '', ${name.kk}, ${name.ru}, ${name.en}, ${lat}::float8, ${lon}::float8)
        on conflict (code) do nothing`;
    },
  };
}
