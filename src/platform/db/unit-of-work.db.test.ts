import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database/test-database.ts';
import type { UnitOfWork } from '../../kernel/unit-of-work.ts';
import { createLog } from '../log/log.ts';
import { type Database, openDatabase, prepared } from './database.ts';
import { updateRow } from './rows.ts';
import { createUnitOfWork, prismaOf, unanswered } from './unit-of-work.ts';

let server: TestDatabase;
let database: Database;
let uow: UnitOfWork;
const AT = new Date('2026-11-22T12:10:00.123Z');

beforeAll(async () => {
  server = await createTestDatabase();
  database = openDatabase(server.url, { maxConnections: 3 });
  uow = createUnitOfWork(database.prisma, createLog('silent'));
});

afterAll(async () => {
  await database.close();
  await server.drop();
});

const form = (owner: string) => ({ owner, formId: 'f', formVersion: 1, stepKey: 's', expiresAt: AT });
const owners = async () => (await database.prisma.formSession.findMany()).map(({ owner }) => owner).sort();

describe('a command', () => {
  it('writes through models and through raw statements in one transaction', async () => {
    await uow.run('both', async (tx) => {
      await prismaOf(tx).formSession.create({ data: form('model') });
      await prismaOf(tx)
        .$executeRaw`insert into form_sessions (owner, form_id, form_version, step_key, expires_at) select 'raw', form_id, 1, 's', expires_at from form_sessions where owner = ${'model'}`;
      expect(await prismaOf(tx).formSession.count()).toBe(2);
      expect(await owners()).toEqual([]);
    });

    expect(await owners()).toEqual(['model', 'raw']);
  });

  it.each([
    ['the work', async () => Promise.reject(new Error('no'))],
    ['a raw statement', async (tx: Parameters<typeof prismaOf>[0]) => prismaOf(tx).$executeRaw`select 1 / 0`],
    ['a model', async (tx: Parameters<typeof prismaOf>[0]) => prismaOf(tx).formSession.create({ data: form('model') })],
  ])('that fails in %s leaves nothing, and its key free', async (_where, fails) => {
    const before = await owners();
    const failing = uow.run('failing', async (tx) => {
      await prismaOf(tx).formSession.create({ data: form('half') });
      await prismaOf(tx).$executeRaw`update form_sessions set step_key = 'x'`;
      await fails(tx);
    });

    await expect(failing).rejects.toThrow();
    expect(await owners()).toEqual(before);
    expect(await uow.run('failing', async () => 'again')).toEqual({ type: 'done', result: 'again' });
    await uow.run(`clean ${_where}`, async (tx) => {
      await prismaOf(tx).$executeRaw`delete from command_keys where key = 'failing'`;
    });
  });

  it('whose failed statement was caught is no success', async () => {
    const quiet = uow.run('quiet', async (tx) => {
      await prismaOf(tx).$executeRaw`select 1 / 0`.catch(() => undefined);
    });

    await expect(quiet).rejects.toThrow('had failed');
  });

  it('that saves a row which somebody else has changed changes nothing, and says why', async () => {
    await uow.run('mine', async (tx) => void (await prismaOf(tx).formSession.create({ data: form('changed') })));
    const save = (tx: Parameters<typeof prismaOf>[0], stepKey: string, seen: string) =>
      updateRow(
        prismaOf(tx),
        'form_sessions',
        { stepKey },
        { owner: 'changed', stepKey: seen },
        () => new Error('late'),
      );
    const step = async () =>
      (await database.prisma.formSession.findUniqueOrThrow({ where: { owner: 'changed' } })).stepKey;

    await uow.run('in time', async (tx) => unanswered(tx, save(tx, 'next', 's')));
    const late = uow.run('late', async (tx) => {
      unanswered(tx, save(tx, 'other', 's'));
      await prismaOf(tx).$executeRaw`update form_sessions set step_key = 'after' where owner = 'changed'`;
    });
    await expect(late).rejects.toThrow('late');
    expect(await step()).toBe('next');
    await expect(uow.run('last', async (tx) => unanswered(tx, save(tx, 'other', 's')))).rejects.toThrow('late');
    expect(await step()).toBe('next');
    await uow.run('clean changed', async (tx) => {
      await prismaOf(tx).$executeRaw`delete from form_sessions where owner = 'changed'`;
    });
  });

  it('repeated returns its first result and does nothing', async () => {
    const first = await uow.run('once', async () => ({ number: 7 }));
    const second = await uow.run('once', async () => Promise.reject(new Error('never')));

    expect(first).toEqual({ type: 'done', result: { number: 7 } });
    expect(second).toEqual({ type: 'repeated', result: { number: 7 } });
  });

  it('gives every connection back, however it ends', async () => {
    await Promise.allSettled(
      Array.from({ length: 30 }, (_, index) =>
        uow.run(`many ${index}`, async (tx) => {
          if (index % 2) await prismaOf(tx).formSession.count();
          if (index % 3 === 0) throw new Error('no');
        }),
      ),
    );

    expect(database.pool.idleCount).toBe(database.pool.totalCount);
    expect(database.pool.waitingCount).toBe(0);
  });

  it('that kept the transaction for later is told that it is over', async () => {
    let kept: Parameters<typeof prismaOf>[0] | null = null;
    await uow.run('kept', async (tx) => {
      kept = tx;
    });

    await expect(kept && prismaOf(kept).$queryRaw`select 1`).rejects.toThrow('the transaction is over');
  });
});

describe('raw rows', () => {
  it.each([
    ['outside', () => database.prisma],
    ['prepared', () => prepared(database.prisma)],
  ])('look as they do through Prisma: %s', async (_name, db) => {
    const rows = await db().$queryRaw`
      select 1::int4 as int4, 2::int8 as int8, 1.5::float8 as float8, 1.25::numeric::text as numeric, true as yes, null::text as nothing,
        date '2026-11-22' as day, ${AT}::timestamptz(3) as at, ${{ a: [1] }}::jsonb as facts, ${Uint8Array.from([1, 255])}::bytea as bytes,
        ${['a', 'b,"c"']}::text[] as words, ${[AT]}::timestamptz[] as times, ${[1n, 2n]}::int8[] as ids`;

    expect(rows).toEqual([
      {
        int4: 1,
        int8: 2n,
        float8: 1.5,
        numeric: '1.25',
        yes: true,
        nothing: null,
        day: new Date('2026-11-22T00:00:00Z'),
        at: AT,
        facts: { a: [1] },
        bytes: Uint8Array.from([1, 255]),
        words: ['a', 'b,"c"'],
        times: [AT],
        ids: [1n, 2n],
      },
    ]);
  });
});
