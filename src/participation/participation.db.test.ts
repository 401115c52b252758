import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../test/support/database/test-database.ts';
import { createJournal } from '../journal/index.ts';
import { addDays, day, zoned } from '../kernel/day.ts';
import { CitizenId, TerritoryCode } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { createNotificationsRepository } from '../notifications/index.ts';
import { openDatabase } from '../platform/db/database.ts';
import { createUnitOfWork } from '../platform/db/unit-of-work.ts';
import { createLog } from '../platform/log/log.ts';
import { createParticipation } from './create-participation.ts';
import type { NewRound } from './rounds-service.ts';
import { forgetVoter } from './voting-repository.ts';

const ZONE = 'Asia/Almaty';
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let db: ReturnType<typeof openDatabase>;
let votes: ReturnType<typeof createParticipation>;
let run: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;
const desk = { kind: 'operator', id: randomUUID() } as const;
const aCitizenId = () => CitizenId.parse(randomUUID());
const setClock = (moment: string) =>
  db.pool.query(
    `update business_clock set offset_ms = extract(epoch from $1::timestamptz - clock_timestamp()) * 1000`,
    [moment],
  );

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  const uow = createUnitOfWork(db.prisma, createLog('silent'));
  run = async (work) => (await uow.run(randomUUID(), work)).result;
  votes = createParticipation({
    db: db.prisma,
    uow,
    journal: createJournal(db.prisma),
    notifications: createNotificationsRepository(db.prisma),
    mask: (text) => text.replace(/\d{12}/g, '[IIN]'),
    today: (now) => zoned(now, ZONE).on,
    timezone: ZONE,
    heldDueOn: (now) => addDays(zoned(now, ZONE).on, 3),
    currency: 'KZT',
  });
  await setClock('2026-11-23T10:00:00+05:00');
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const words = { kk: 'Аула', ru: 'Двор', en: 'Yard' };
const aRound = (change: Partial<NewRound> = {}): NewRound => ({
  kind: 'ideas',
  title: words,
  about: words,
  agencyCode: null,
  territoryCode: null,
  rule: { type: 'none' },
  budget: null,
  currency: null,
  collectUntil: null,
  voteFrom: null,
  voteUntil: day('2026-12-20'),
  ...change,
});
const propose = (roundId: string, title: string, cost: number | null = null, citizenId = aCitizenId()) =>
  run((tx) =>
    votes.items.propose(tx, roundId, {
      citizenId,
      language: 'ru',
      title,
      body: 'Во дворе темно, дети играют у дороги, 900101300123.',
      cost,
      territoryCode: null,
    }),
  );
const told = async (news: string) =>
  Number((await db.pool.query(`select count(*) from notifications where facts->>'news' = $1`, [news])).rows[0].count);

describe('ideas under equal exposure', () => {
  it('are proposed, checked, shown one at a time, judged once, and ranked by share of those who saw them', async () => {
    const round = await run((tx) => votes.rounds.create(tx, aRound(), desk));
    await expect(propose(round.id, 'Поставить фонари')).rejects.toMatchObject({ code: 'round.not_collecting' });
    await run((tx) => votes.rounds.open(tx, round.id, desk));
    const ids = [];
    for (const title of ['Поставить фонари', 'Посадить деревья', 'Сделать площадку', 'Закрыть проезд'])
      ids.push(await propose(round.id, title));
    expect(await run((tx) => votes.voting.next(tx, round.id, { id: randomUUID(), channel: 'chat' }))).toBeNull();
    for (const id of ids) await run((tx) => votes.items.admit(tx, id, desk));
    expect(await told('admitted')).toBe(4);

    const [liked] = ids;
    for (let person = 0; person < 20; person += 1) {
      const voter = { id: randomUUID(), channel: 'chat' } as const;
      for (let look = 0; look < 2; look += 1) {
        const shown = await run((tx) => votes.voting.next(tx, round.id, voter));
        const again = await run((tx) => votes.voting.next(tx, round.id, voter));
        expect(again?.item.id).toBe(shown?.item.id);
        const id = shown?.item.id ?? '';
        await run((tx) => votes.voting.judge(tx, id, voter, id === liked ? 'for' : 'against'));
        expect(await run((tx) => votes.voting.judge(tx, id, voter, 'for'))).toBe(false);
        if (id !== liked)
          await run(async (tx) => void (await votes.voting.reason(tx, id, voter, 'Мешает машинам 900101300123')));
      }
    }
    const view = await votes.view.view({ id: round.id });
    const exposures = view?.items.map((item) => item.exposures) ?? [];
    expect(exposures.reduce((a, b) => a + b)).toBe(40);
    expect(Math.max(...exposures) - Math.min(...exposures)).toBeLessThanOrEqual(4);
    expect(view?.ranking[0]?.item.id).toBe(liked);
    expect(view?.items[0]?.body).toContain('[IIN]');
    const objections = await votes.view.objections({ heard: false });
    expect(objections.length).toBeGreaterThan(10);
    expect(JSON.stringify(objections)).not.toContain('900101300123');
    const [first] = objections;
    expect(await run((tx) => votes.voting.hideReason(tx, first?.itemId ?? '', first?.mark ?? ''))).toBe(true);
    expect(await run((tx) => votes.voting.hideReason(tx, first?.itemId ?? '', '0'.repeat(32)))).toBe(false);
    await run((tx) => votes.voting.heard(tx, objections[0]?.itemId ?? '', desk.id));
    expect((await votes.view.objections({ heard: false })).length).toBeLessThan(objections.length);
  });

  it('counts what browsers say apart from what people in the chat say', async () => {
    const round = await run((tx) => votes.rounds.create(tx, aRound(), desk));
    await run((tx) => votes.rounds.open(tx, round.id, desk));
    const id = await propose(round.id, 'Поставить скамейки');
    await run((tx) => votes.items.admit(tx, id, desk));
    const browser = { id: randomUUID(), channel: 'browser' } as const;
    await run((tx) => votes.voting.next(tx, round.id, browser));
    await run((tx) => votes.voting.judge(tx, id, browser, 'for'));
    const item = (await votes.view.view({ id: round.id }))?.items[0];
    expect([item?.exposures, item?.inFavour, item?.browsers.exposures, item?.browsers.inFavour]).toEqual([0, 0, 1, 1]);
  });
});

describe('votes that look like a machine’s', () => {
  it('are told once, set apart, let back in or struck out, and the numbers say so', async () => {
    const round = await run((tx) => votes.rounds.create(tx, aRound(), desk));
    await run((tx) => votes.rounds.open(tx, round.id, desk));
    const id = await propose(round.id, 'Поставить скамейки у дома');
    await run((tx) => votes.items.admit(tx, id, desk));
    const device = Uint8Array.from([1, 2, 3]);
    for (let at = 0; at < 10; at += 1) {
      const voter = { id: aCitizenId(), channel: 'site', device } as const;
      await run((tx) => votes.voting.arrive(tx, round.id, voter.id, at < 9 ? 'abcdef01' : 'abcdef02'));
      await run((tx) => votes.voting.next(tx, round.id, voter));
      await run((tx) => votes.voting.judge(tx, id, voter, at < 8 ? 'for' : 'against'));
    }
    const numbers = async () => {
      const item = (await votes.view.view({ id: round.id }))?.items[0];
      return [item?.exposures, item?.inFavour, item?.against, item?.held];
    };
    expect(await numbers()).toEqual([10, 8, 2, 0]);
    expect([await votes.watch(), await votes.watch()]).toEqual([1, 0]);
    expect((await votes.signals.kept(round.id)).map(({ kind }) => kind)).toEqual(['one_device']);

    const stretch = { since: new Date(0), until: new Date('2100-01-01'), referrer: 'abcdef01' };
    const by = { kind: 'operator', id: desk.id } as const;
    const { integrity } = votes;
    await expect(run((tx) => integrity.hold(tx, round.id, stretch, ' ', by))).rejects.toMatchObject({
      code: 'round.reason_missing',
    });
    expect(await votes.signals.inStretch(round.id, stretch)).toEqual({ counted: 9, held: 0 });
    expect(await run((tx) => integrity.hold(tx, round.id, stretch, 'Девять людей из одного браузера.', by))).toBe(9);
    expect(await numbers()).toEqual([1, 0, 1, 9]);
    expect((await votes.view.view({ id: round.id }))?.integrityNote?.text).toContain('Девять');
    expect(await run((tx) => integrity.release(tx, round.id, stretch, 'Это семья.', by))).toBe(9);
    expect(await numbers()).toEqual([10, 8, 2, 0]);
    expect(await run((tx) => integrity.invalidate(tx, round.id, stretch, 'Нет, не семья.', by))).toBe(9);
    expect(await numbers()).toEqual([1, 0, 1, 0]);
    expect(await run((tx) => integrity.release(tx, round.id, stretch, 'Поздно.', by))).toBe(0);
    expect(await run((tx) => integrity.looked(tx, round.id, desk.id))).toBe(1);
  });
});

describe('a budget', () => {
  it('goes from proposals over the check and the vote to projects whose progress everybody sees', async () => {
    const wanted = aRound({
      kind: 'budget',
      rule: { type: 'knapsack' },
      budget: 100,
      currency: 'KZT',
      collectUntil: day('2026-12-01'),
      voteFrom: day('2026-12-05'),
    });
    await expect(run((tx) => votes.rounds.create(tx, { ...wanted, budget: null }, desk))).rejects.toMatchObject({
      code: 'round.budget_incomplete',
    });
    const round = await run((tx) => votes.rounds.create(tx, wanted, desk));
    await run((tx) => votes.rounds.open(tx, round.id, desk));
    const author = aCitizenId();
    const park = await propose(round.id, 'Новый парк', 60, author);
    const lamps = await propose(round.id, 'Фонари во дворе', null);
    const moon = await propose(round.id, 'Мост на Луну', 90);
    await expect(propose(round.id, 'Дворец спорта', 500)).rejects.toMatchObject({ code: 'round.over_budget' });

    await setClock('2026-12-02T10:00:00+05:00');
    expect(await votes.tick()).toBeGreaterThan(0);
    await expect(propose(round.id, 'Слишком поздно', 5)).rejects.toMatchObject({ code: 'round.not_collecting' });
    await run((tx) => votes.items.admit(tx, park, desk));
    await expect(run((tx) => votes.items.admit(tx, lamps, desk))).rejects.toMatchObject({ code: 'round.cost_missing' });
    await run((tx) => votes.items.admit(tx, lamps, desk, { cost: 30 }));
    await setClock('2026-12-05T10:00:00+05:00');
    await votes.tick();
    expect((await votes.view.view({ id: round.id }))?.round.state).toBe('checking');
    await run((tx) => votes.items.refuse(tx, moon, desk, { code: 'not_lawful', note: 'Не наша территория.' }));
    await votes.tick();
    expect((await votes.view.view({ id: round.id }))?.round.state).toBe('voting');

    const almaty = TerritoryCode.parse('750000000');
    const voters = Array.from({ length: 7 }, aCitizenId);
    for (const [at, voter] of voters.entries())
      await run((tx) => votes.voting.vote(tx, round.id, voter, at < 5 ? [park, lamps] : [lamps], almaty));
    const [first = aCitizenId()] = voters;
    await expect(run((tx) => votes.voting.vote(tx, round.id, first, [moon], almaty))).rejects.toMatchObject({
      code: 'round.ballot_unknown_item',
    });
    await run((tx) => votes.voting.vote(tx, round.id, first, [park], almaty));
    const stranger = aCitizenId();
    await run((tx) => votes.voting.arrive(tx, round.id, stranger, 'abcdef01'));
    await run((tx) => votes.voting.vote(tx, round.id, stranger, [park], almaty));
    const stretch = { since: new Date(0), until: new Date('2100-01-01'), referrer: 'abcdef01' };
    await run((tx) => votes.integrity.hold(tx, round.id, stretch, 'Смотрим.', { kind: 'operator', id: desk.id }));
    await run((tx) => votes.voting.vote(tx, round.id, stranger, [lamps], almaty));
    const held = { ballots: 7, heldBallots: 1, heldDueOn: '2026-12-08' };
    expect(await votes.view.view({ id: round.id })).toMatchObject(held);

    // What is set apart is decided on first, however late: a result is final.
    await setClock('2026-12-21T00:30:00+05:00');
    while ((await votes.tick()) > 0);
    expect(await votes.view.view({ id: round.id })).toMatchObject({ ...held, round: { state: 'voting' } });
    const { rows } = await db.pool.query(`select facts from notifications where kind = 'vote_held_overdue'`);
    expect(rows).toMatchObject([{ facts: { roundId: round.id, dueOn: '2026-12-08' } }]);
    await expect(run((tx) => votes.rounds.close(tx, round.id, desk))).rejects.toMatchObject({
      code: 'round.votes_undecided',
    });
    const by = { kind: 'operator', id: desk.id } as const;
    await run((tx) => votes.integrity.invalidate(tx, round.id, stretch, 'Один и тот же браузер.', by));
    while ((await votes.tick()) > 0);
    const view = await votes.view.view({ id: round.id });
    expect(view?.round.state).toBe('closed');
    expect(view?.ballots).toBe(7);
    expect(view?.items.map(({ state, votes: count }) => [state, count])).toEqual([
      ['chosen', 5],
      ['chosen', 6],
      ['refused', null],
    ]);
    expect(await told('closed')).toBe(8);
    expect(await votes.view.byTerritory(round.id)).toEqual([{ territoryCode: '750000000', ballots: 7 }]);
    await run((tx) => votes.items.progress(tx, park, desk, { stage: 'tender', note: 'Объявлен конкурс.' }));
    expect((await votes.view.view({ id: round.id }))?.items[0]?.progress[0]).toMatchObject({ stage: 'tender' });
    expect(await told('progress')).toBe(1);

    await run(async (tx) => void (await forgetVoter(tx, author)));
    expect((await votes.view.view({ id: round.id }))?.items[0]?.citizenId).toBeNull();
    expect((await votes.view.view({ id: round.id }))?.ballots).toBe(7);
  });
});
