import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from './test-database.ts';

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  it('has the migrations applied and shares nothing with another one', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);

    await ask(one.url, 'create table mine (id int)');

    expect(await ask(one.url, "select to_regclass('_prisma_migrations') is not null as found")).toEqual([
      { found: true },
    ]);
    expect(await ask(other.url, "select to_regclass('mine') is null as absent")).toEqual([{ absent: true }]);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('understands Kazakh letters: case, order, trigrams and full text', async () => {
    const database = await createTestDatabase({ empty: true });

    const rows = await ask(
      database.url,
      `select lower('ӘІҢҒҮҰҚӨҺ') as lowered,
              (select string_agg(x, '' order by x collate "kk-x-icu") from unnest(array['ө','о','қ','к','ә','а']) x) as ordered,
              to_tsvector('simple', 'Әуезов ауданы')::text as words`,
    );

    expect(rows).toEqual([{ lowered: 'әіңғүұқөһ', ordered: 'аәкқоө', words: "'ауданы':2 'әуезов':1" }]);
    await database.drop();
  });
});
