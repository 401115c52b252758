import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database/test-database.ts';
import { migrate, pendingMigrations } from './migrate.ts';

let database: TestDatabase;
let directory: string;

beforeEach(async () => {
  database = await createTestDatabase({ empty: true });
  directory = mkdtempSync(join(tmpdir(), 'dauys-migrations-'));
});

afterEach(async () => {
  await database.drop();
  rmSync(directory, { recursive: true });
});

function commit(name: string, sql: string): void {
  mkdirSync(join(directory, name), { recursive: true });
  writeFileSync(join(directory, name, 'migration.sql'), sql);
}

async function ask<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** A process of its own, so that nothing but the database can keep them apart. */
async function migrateElsewhere(): Promise<string[]> {
  const script = `
    import { migrate } from ${JSON.stringify(join(import.meta.dirname, 'migrate.ts'))};
    console.log(JSON.stringify(await migrate(${JSON.stringify(database.url)}, ${JSON.stringify(directory)})));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  const { applied } = JSON.parse(stdout) as { applied: string[] };
  return applied;
}

describe('migrations', () => {
  it('are applied once, in the order of their names, and told to the log', async () => {
    commit('20260102000000_fill_words', "insert into words values ('сөз')");
    commit('20260101000000_create_words', 'create table words (word text not null)');
    const told: string[] = [];

    const first = await migrate(database.url, directory, (name) => told.push(name));
    const second = await migrate(database.url, directory);

    expect(first.applied).toEqual(['20260101000000_create_words', '20260102000000_fill_words']);
    expect(told).toEqual(first.applied);
    expect(second.applied).toEqual([]);
    expect(await ask('select word from words')).toEqual([{ word: 'сөз' }]);
  });

  it('are applied once by three processes that start together', async () => {
    commit('20260101000000_create_words', 'create table words (word text not null)');
    commit('20260102000000_fill_words', "insert into words select 'сөз' from generate_series(1, 1000)");

    const applied = await Promise.all([migrateElsewhere(), migrateElsewhere(), migrateElsewhere()]);

    expect(applied.map((names) => names.length).sort()).toEqual([0, 0, 2]);
    expect(await ask('select count(*)::int as words from words')).toEqual([{ words: 1000 }]);
  });

  it('stop at the one that fails, name it, keep those before and leave no half of it', async () => {
    commit('20260101000000_create_words', 'create table words (word text not null)');
    commit('20260102000000_break_words', 'create table half (id int); alter table wrods add column id int');
    commit('20260103000000_create_later', 'create table later (id int)');

    await expect(migrate(database.url, directory)).rejects.toMatchObject({
      migration: '20260102000000_break_words',
      message: 'migration 20260102000000_break_words failed: relation "wrods" does not exist',
    });

    expect(
      await ask(
        "select to_regclass('words')::text as words, to_regclass('half') as half, to_regclass('later') as later",
      ),
    ).toEqual([{ words: 'words', half: null, later: null }]);
    commit('20260102000000_break_words', 'alter table words add column id int');
    expect((await migrate(database.url, directory)).applied).toHaveLength(2);
  });

  it('edited after they were applied are refused by name', async () => {
    commit('20260101000000_create_words', 'create table words (word text not null)');
    await migrate(database.url, directory);
    commit('20260101000000_create_words', 'create table words (word text)');

    await expect(migrate(database.url, directory)).rejects.toThrow(
      /migration 20260101000000_create_words was edited after it had been applied/,
    );
  });

  it('that Prisma left unfinished are refused by name', async () => {
    commit('20260101000000_create_words', 'create table words (word text not null)');
    await migrate(database.url, directory);
    await ask('update _prisma_migrations set finished_at = null');

    await expect(migrate(database.url, directory)).rejects.toThrow(
      /migration 20260101000000_create_words failed earlier/,
    );
  });

  it('of a newer product are named to an older one, and left', async () => {
    commit('20260101000000_create_words', 'create table words (word text not null)');
    await migrate(database.url, directory);
    rmSync(join(directory, '20260101000000_create_words'), { recursive: true });

    expect(await migrate(database.url, directory)).toEqual({ applied: [], unknown: ['20260101000000_create_words'] });
  });

  it('still missing are listed without being applied', async () => {
    commit('20260101000000_create_words', 'create table words (word text not null)');
    expect(await pendingMigrations(database.url, directory)).toEqual(['20260101000000_create_words']);

    await migrate(database.url, directory);

    expect(await pendingMigrations(database.url, directory)).toEqual([]);
  });
});
