import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly url: string;
  readonly name: string;
  /** Closes every connection to it and removes it. */
  drop(): Promise<void>;
}

/**
 * A database of one test file's own, with all migrations applied: `beforeAll(async () => { db = await
 * createTestDatabase(); })` and `afterAll(() => db.drop())`. `empty` gives one without a single table.
 */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const server = inject('databaseServerUrl');
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, `create database ${name} template ${empty ? 'template0' : inject('databaseTemplate')}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    name,
    drop: () => asAdmin(server, `drop database if exists ${name} with (force)`),
  };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
