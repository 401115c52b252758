import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Directory } from '../../src/agencies/index.ts';
import type { TerritoryData } from '../../src/territories/index.ts';

type Client = Pick<pg.ClientBase, 'query'>;

export interface DirectorySource {
  readonly territories: Pick<TerritoryData, 'units' | 'populations'>;
  readonly directory: Pick<Directory, 'agencies' | 'competences'>;
}

export type SeedOutcome = { type: 'seeded'; agencies: number; territories: number } | { type: 'unchanged' };

const SEED = 'directory';
/** Any two numbers nobody else uses; held to the end of the transaction, so that processes starting together take turns. */
const LOCK = [72_707, 1] as const;

/**
 * Puts the jurisdiction's territories and bodies into the database: new rows are added, known ones brought up to date,
 * bodies and competences that left the files end on the day of the seed. Rows an operator edited stay as they are.
 */
export async function seedDirectory(client: Client, now: Date, source: DirectorySource): Promise<SeedOutcome> {
  const digest = createHash('sha256').update(JSON.stringify(source)).digest('hex');
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1, $2)', [...LOCK]);
    const { rows } = await client.query<{ digest: string }>('select digest from seeds where name = $1', [SEED]);
    if (rows[0]?.digest === digest) {
      await client.query('commit');
      return { type: 'unchanged' };
    }
    await upsertTerritories(client, source);
    await upsertAgencies(client, source, now);
    await client.query(
      'insert into seeds (name, digest, at) values ($1, $2, $3) on conflict (name) do update set digest = $2, at = $3',
      [SEED, digest, now],
    );
    await client.query('commit');
    return {
      type: 'seeded',
      agencies: source.directory.agencies.length,
      territories: source.territories.units.length,
    };
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function upsertTerritories(client: Client, { territories }: DirectorySource): Promise<void> {
  await client.query(
    `insert into territories (code, parent_code, level, kind, name_kk, name_ru, name_en, lat, lon)
     select code, "parentCode", level, kind, name->>'kk', name->>'ru', name->>'en', (point->>'lat')::float8, (point->>'lon')::float8
     from jsonb_to_recordset($1::jsonb) as unit(code text, "parentCode" text, level text, kind text, name jsonb, point jsonb)
     on conflict (code) do update set parent_code = excluded.parent_code, level = excluded.level, kind = excluded.kind,
       name_kk = excluded.name_kk, name_ru = excluded.name_ru, name_en = excluded.name_en, lat = excluded.lat, lon = excluded.lon
     where (territories.parent_code, territories.level, territories.kind, territories.name_kk, territories.name_ru,
            territories.name_en, territories.lat, territories.lon)
       is distinct from (excluded.parent_code, excluded.level, excluded.kind, excluded.name_kk, excluded.name_ru,
            excluded.name_en, excluded.lat, excluded.lon)`,
    [JSON.stringify(territories.units)],
  );
  await client.query(
    `insert into populations (code, "on", population, source)
     select distinct on (code, "on", source) code, "on", population, source
     from jsonb_to_recordset($1::jsonb) as count(code text, "on" date, population int, source text)
     on conflict (code, "on", source) do update set population = excluded.population`,
    [JSON.stringify(territories.populations)],
  );
}

async function upsertAgencies(client: Client, { directory }: DirectorySource, now: Date): Promise<void> {
  await client.query(
    `insert into agencies (code, kind, sector, name_kk, name_ru, name_en, short_name_kk, short_name_ru, short_name_en,
       territory_code, superior_code, connection, channel_policy, confidence, covers, effective_from, effective_until)
     select code, kind, sector, name->>'kk', name->>'ru', name->>'en', "shortName"->>'kk', "shortName"->>'ru', "shortName"->>'en',
       "territoryCode", "superiorCode", connection, "channelPolicy", confidence, covers, "effectiveFrom", "effectiveUntil"
     from jsonb_to_recordset($1::jsonb) as body(code text, kind text, sector text, name jsonb, "shortName" jsonb,
       "territoryCode" text, "superiorCode" text, connection text, "channelPolicy" text, confidence text, covers text[],
       "effectiveFrom" date, "effectiveUntil" date)
     on conflict (code) do update set kind = excluded.kind, sector = excluded.sector, name_kk = excluded.name_kk,
       name_ru = excluded.name_ru, name_en = excluded.name_en, short_name_kk = excluded.short_name_kk,
       short_name_ru = excluded.short_name_ru, short_name_en = excluded.short_name_en,
       territory_code = excluded.territory_code, superior_code = excluded.superior_code, connection = excluded.connection,
       channel_policy = excluded.channel_policy, confidence = excluded.confidence, covers = excluded.covers,
       effective_from = excluded.effective_from, effective_until = excluded.effective_until
     where agencies.edited_at is null`,
    [JSON.stringify(directory.agencies)],
  );
  await client.query(
    `insert into agency_roles (competence_id, agency_code, role, topics, territory_code, ownership, effective_from, effective_until)
     select id, "agencyCode", role, coalesce(topics, '{}'), "territoryCode", ownership, "effectiveFrom", "effectiveUntil"
     from jsonb_to_recordset($1::jsonb) as row(id text, "agencyCode" text, role text, topics text[], "territoryCode" text,
       ownership text, "effectiveFrom" date, "effectiveUntil" date)
     on conflict (competence_id) do update set agency_code = excluded.agency_code, role = excluded.role,
       topics = excluded.topics, territory_code = excluded.territory_code, ownership = excluded.ownership,
       effective_from = excluded.effective_from, effective_until = excluded.effective_until
     where agency_roles.edited_at is null`,
    [JSON.stringify(directory.competences)],
  );
  const on = now.toISOString().slice(0, 10);
  await client.query(
    `update agencies set effective_until = $2
     where edited_at is null and effective_until is null and code <> all($1)`,
    [directory.agencies.map(({ code }) => code), on],
  );
  await client.query(
    `update agency_roles set effective_until = $2
     where edited_at is null and effective_until is null and competence_id <> all($1)`,
    [directory.competences.map(({ id }) => id), on],
  );
}
