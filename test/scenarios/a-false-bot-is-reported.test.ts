import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCitizen, buttons } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

describe('a false bot is reported', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  /** The API as an operator of the demonstration sees it. */
  async function anOperator() {
    const call = async (method: string, path: string, cookie = '', body?: unknown) => {
      const response = await fetch(`${product.publicUrl}/api/v1${path}`, {
        method,
        headers: {
          cookie,
          'x-dauys-console': '1',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      return { status: response.status, cookie: response.headers.get('set-cookie') ?? '', body: await response.json() };
    };
    const { body } = await call('GET', '/demo/staff');
    const operator = body.items.find(({ role }: { role: string }) => role === 'operator');
    const { cookie } = await call('POST', '/demo/session', '', { staffId: operator.id });
    const session = cookie.split(';')[0] ?? '';
    return {
      notices: async (done = 'no') => (await call('GET', `/notices?done=${done}`, session)).body.items,
      post: (path: string, body?: unknown) => call('POST', path, session, body),
    };
  }

  it('in any of three languages, and an operator marks what was done', async () => {
    for (const [name, language] of [
      ['Айгерим', 'kk'],
      ['Инна', 'ru'],
      ['Kate', 'en'],
    ] as const) {
      const person = await aCitizen(product, name, language);
      person.send('/privacy');
      const screen = await person.waitForReply((message) =>
        buttons(message).includes(person.t('privacy-report-false-bot')),
      );
      await person.press(screen.message_id, person.t('privacy-report-false-bot'));
      await person.waitForReply(person.t('privacy-report-how'));
      person.send(`@dauys_${language}_prize_bot`);
      await person.waitForReply(person.t('privacy-report-thanks'));
    }
    const operator = await anOperator();
    const open = await operator.notices();
    expect(open.map(({ kind, words }: { kind: string; words: string }) => [kind, words])).toEqual([
      ['false_bot', '@dauys_kk_prize_bot'],
      ['false_bot', '@dauys_ru_prize_bot'],
      ['false_bot', '@dauys_en_prize_bot'],
    ]);
    expect((await operator.post(`/notices/${open[0].id}/done`, { remark: 'Reported' })).status).toBe(200);
    expect(await operator.notices()).toHaveLength(2);
    expect(await operator.notices('yes')).toMatchObject([{ remark: 'Reported', words: '@dauys_kk_prize_bot' }]);
    await operator.post(`/notices/${open[0].id}/open`);
    expect(await operator.notices()).toHaveLength(3);
    expect((await operator.post(`/notices/${crypto.randomUUID()}/done`, { remark: '' })).status).toBe(404);
    const row = await product.services.db.operatorNotice.findFirstOrThrow();
    expect(Buffer.from(row.sealedWords ?? []).toString()).not.toContain('prize_bot');
  });

  it('keeps what the outbox tells the operators', async () => {
    const { uow, notifications, notices } = product.services;
    await uow.run('test:digest', (tx) =>
      notifications.add(tx, {
        to: { kind: 'operators', id: 'operators' },
        kind: 'term_digest',
        facts: { points: [] },
        lane: 'official',
        dedupeKey: 'test:digest',
      }),
    );
    await expect
      .poll(async () => (await notices.list({ done: false, limit: 50 })).map(({ kind }) => kind), { timeout: 10_000 })
      .toContain('term_digest');
  });
});
