import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../../../../test/support/product/start-product.ts';
import { addDays } from '../../../kernel/day.ts';
import type { Tx } from '../../../kernel/unit-of-work.ts';

let product: Product;
let code: string;
let roundId: string;
const desk = { kind: 'operator', id: null } as const;
const votes = () => product.parts.participation.votes;
const run = async <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  (await product.services.uow.run(randomUUID(), work)).result;

beforeAll(async () => {
  product = await startProduct();
  const today = votes().today(await product.services.clock.now());
  const title = { kk: 'Аулалар', ru: 'Дворы', en: 'Yards' };
  const round = await run((tx) =>
    votes().rounds.create(
      tx,
      {
        kind: 'ideas',
        title,
        about: title,
        agencyCode: null,
        territoryCode: null,
        rule: { type: 'none' },
        budget: null,
        currency: null,
        collectUntil: null,
        voteFrom: null,
        voteUntil: addDays(today, 10),
      },
      desk,
    ),
  );
  await run((tx) => votes().rounds.open(tx, round.id, desk));
  for (const name of ['<b>Фонари</b> во дворе', 'Деревья у дороги']) {
    const id = await run((tx) =>
      votes().items.propose(tx, round.id, {
        citizenId: randomUUID() as never,
        language: 'ru',
        title: name,
        body: 'Вечером темно, и дети идут из школы по дороге.',
        cost: null,
        territoryCode: null,
      }),
    );
    await run((tx) => votes().items.admit(tx, id, desk));
  }
  ({ code, id: roundId } = round);
});
afterAll(() => product?.stop());

const get = (path: string) => fetch(`${product.publicUrl}${path}`);

describe('votes on the site', () => {
  it.each(['kk', 'ru', 'en'])('read in %s without a script', async (language) => {
    for (const path of ['/votes', `/votes/${code}`]) {
      const response = await get(`${path}?lang=${language}`);
      const body = await response.text();
      expect([path, response.status]).toEqual([path, 200]);
      expect(body).not.toMatch(/<script| style=|undefined|\[object|NaN|<b>Фонари/);
    }
    expect((await get('/votes/aaaaaaaaaa')).status).toBe(404);
  });

  it('show a browser one thing at a time, judged once, counted apart, and nothing by being looked at', async () => {
    let cookie = '';
    const next = async (form: Record<string, string> = {}) => {
      const response = await fetch(`${product.publicUrl}/votes/${code}/next`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'ru' },
        body: new URLSearchParams(form).toString(),
      });
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
      const body = await response.text();
      return { body, item: /name="item" value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? '' };
    };
    const first = await next();
    expect((await next()).item).toBe(first.item);
    const second = await next({ item: first.item, verdict: 'for' });
    expect(second.item).not.toBe(first.item);
    const end = await next({ item: second.item, verdict: 'against' });
    expect(end.body).toContain('Вы посмотрели всё');
    await next({ item: second.item, verdict: 'for' });
    const view = await votes().view.view({ id: roundId });
    expect(
      view?.items.map(({ exposures, browsers }) => [
        exposures,
        browsers.exposures,
        browsers.inFavour + browsers.against,
      ]),
    ).toEqual([
      [0, 1, 1],
      [0, 1, 1],
    ]);
  });

  it('publish the seed, how often each was shown, and the interval', async () => {
    const data = await (await get(`/votes/${code}.json`)).json();
    expect(data.seed).toMatch(/^[0-9a-f]{32}$/);
    expect(data.items[0]).toMatchObject({ exposures: 0, browser_exposures: 1, wilson_low: 0, wilson_high: 1 });
    const csv = await (await get(`/votes/${code}.csv`)).text();
    expect(csv.split('\r\n')[0]).toContain('exposures,for,against');
  });
});
