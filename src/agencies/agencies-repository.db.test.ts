import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDirectory } from '../../prisma/seed/seed-directory.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/database/test-database.ts';
import { day } from '../kernel/day.ts';
import { AgencyCode, TerritoryCode, TopicId } from '../kernel/ids.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { createUnitOfWork } from '../platform/db/unit-of-work.ts';
import { createLog } from '../platform/log/log.ts';
import { createTerritoryTree, loadTerritories } from '../territories/index.ts';
import { createAgenciesRepository, loadDirectory } from './agencies-repository.ts';
import { createCompetenceRegister } from './competence-register.ts';
import { readDirectory } from './read-directory.ts';

const jurisdiction = new URL('../../jurisdictions/kz', import.meta.url).pathname;
const directory = readDirectory(jurisdiction);
const territories = loadTerritories(`${jurisdiction}/territories`);
const tree = createTerritoryTree(territories.units);
const seededAt = new Date('2026-11-22T05:00:00Z');

let database: TestDatabase;
let db: Database;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url, { maxConnections: 4 });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await db.close();
  await database.drop();
});

const seed = (source = { territories, directory }, now = seededAt) => seedDirectory(client, now, source);
const roads = AgencyCode.parse('almaty.roads');

describe('the seeded directory', () => {
  it('is written once and left alone while the files do not change', async () => {
    expect(await seed()).toMatchObject({ type: 'seeded', agencies: directory.agencies.length });
    expect(await seed()).toEqual({ type: 'unchanged' });
  });

  it('comes back from the database exactly as it stands in the files', async () => {
    const loaded = await loadDirectory(db.prisma, directory);
    const byCode = (rows: readonly { code: string }[]) => [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
    expect(byCode(loaded.agencies)).toEqual(byCode(directory.agencies));
    expect(new Map(loaded.competences.map((row) => [row.id, row]))).toEqual(
      new Map(directory.competences.map((row) => [row.id, row])),
    );
  });

  it('decides as the files do', async () => {
    const register = createCompetenceRegister(await loadDirectory(db.prisma, directory), tree);
    const found = register.competentBodies(
      TopicId.parse('road.pothole'),
      TerritoryCode.parse('751310000'),
      day('2026-11-22'),
    );
    expect(found).toMatchObject({ bodies: [{ agencyCode: 'almaty.roads' }, { agencyCode: 'mintrans' }] });
  });

  it('ends what left the files on the day of the seed', async () => {
    const without = { ...directory, competences: directory.competences.filter(({ id }) => id !== '7.1') };
    await seed({ territories, directory: without }, new Date('2026-12-01T05:00:00Z'));
    const { competences } = await loadDirectory(db.prisma, directory);
    expect(competences.find(({ id }) => id === '7.1')?.effectiveUntil).toBe('2026-12-01');
    await seed();
  });

  it('keeps an operator’s edit through the next seed', async () => {
    const repository = createAgenciesRepository(db.prisma);
    const known = await repository.get(roads);
    if (!known) throw new Error('the seed left out almaty.roads');
    const renamed = { ...known, connection: 'mailbox' as const };
    await createUnitOfWork(db.prisma, createLog('silent')).run('edit', (tx) => repository.save(tx, renamed));

    const [first, ...rest] = directory.agencies;
    if (!first) throw new Error('an empty directory');
    await seed({ territories, directory: { ...directory, agencies: [{ ...first, confidence: 'low' }, ...rest] } });

    expect(await repository.get(roads)).toEqual(renamed);
  });
});
