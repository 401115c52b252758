import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../../src/platform/db/migrate.ts';
import { startTestServer } from './test-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServerUrl: string;
    databaseTemplate: string;
  }
}

interface Prepared {
  readonly url: string;
  readonly template: string;
  stop(): Promise<void>;
}

interface Shared {
  users: number;
  readonly prepared: Promise<Prepared>;
}

const KEY = Symbol.for('dauys.test-database');
const holder = globalThis as typeof globalThis & { [KEY]?: Shared | undefined };

/** One server for the whole run, however many vitest projects ask for it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = holder[KEY] ?? { users: 0, prepared: prepare() };
  holder[KEY] = shared;
  shared.users += 1;
  const { url, template, stop } = await shared.prepared;
  project.provide('databaseServerUrl', url);
  project.provide('databaseTemplate', template);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    holder[KEY] = undefined;
    await stop();
  };
}

async function prepare(): Promise<Prepared> {
  const template = `dauys_template_${process.pid}`;
  const given = process.env.TEST_DATABASE_URL;
  const server = given === undefined ? await startTestServer() : { url: given, stop: () => Promise.resolve() };
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  try {
    await admin.query(`create database ${template}`);
    const target = new URL(server.url);
    target.pathname = `/${template}`;
    await migrate(target.href, join(import.meta.dirname, '../../../prisma/migrations'));
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await admin.end();
  }
  return {
    url: server.url,
    template,
    stop: async () => {
      if (given !== undefined) await dropDatabase(given, template);
      await server.stop();
    },
  };
}

async function dropDatabase(url: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.end();
}
