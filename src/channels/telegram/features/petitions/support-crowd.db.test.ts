import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { petitionsOf } from '../../../../../test/support/petitions/demo-petitions.ts';
import { type Product, startProduct } from '../../../../../test/support/product/start-product.ts';
import { petitionButton } from './petition-buttons.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

const FIRST_CHAT = 700_000;
let nextUpdate = 9_000_000;

/** People who have agreed to the processing of their data, each with a chat. */
async function people(count: number, consent = true): Promise<number[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const first = FIRST_CHAT + nextUpdate;
  const { pool } = product.services.database;
  await pool.query(
    `insert into citizens (id, language, state, consent_version, created_at)
     select id, 'ru', 'active', case when $2 then '1' end, now() from unnest($1::uuid[]) id`,
    [ids, consent],
  );
  await pool.query(
    `insert into citizen_accounts (channel, external_id, citizen_id, since)
     select 'telegram', ($2 + n - 1)::text, id, now() from unnest($1::uuid[]) with ordinality as w (id, n)`,
    [ids, first],
  );
  nextUpdate += count;
  return ids.map((_id, at) => first + at);
}

const tap = (chatId: number, data: string, updateId = nextUpdate++) =>
  ({
    update_id: updateId,
    callback_query: {
      id: String(updateId),
      from: { id: chatId, is_bot: false, first_name: 'x' },
      chat_instance: '1',
      data,
      message: { message_id: 5, date: 1, chat: { id: chatId, type: 'private', first_name: 'x' }, text: 'x' },
    },
  }) as never;

const house = () => ({ services: product.services, participation: product.parts.participation });
const supportOf = async (id: Awaited<ReturnType<ReturnType<typeof petitionsOf>['open']>>['id']) => {
  await product.parts.participation.petitions.worker.tally();
  return (await product.parts.participation.petitions.view.view({ id }))?.counts.support;
};

describe('a crowd that taps at once', () => {
  it('counts each person once, however often Telegram delivers a tap, and keeps by whose link they came', async () => {
    const { id } = await petitionsOf(house()).open('Открыть тёплую остановку на Саина', 'Зимой ждать автобус холодно.');
    const intake = await product.parts.intake;
    const taps = (await people(60)).map((chat) => tap(chat, petitionButton('support', id, 'abcdef12')));
    await Promise.all([...taps, ...taps].map((one) => intake.accept([one])));
    await intake.accept(taps.slice(0, 20));
    await intake.idle();
    expect(await supportOf(id)).toBe(66);
    const { rows } = await product.services.database.pool.query(
      `select source, referrer, count(*)::int as n from petition_supports where petition_id = $1 and referrer is not null group by 1, 2`,
      [id],
    );
    expect(rows).toEqual([{ source: 'chat', referrer: 'abcdef12', n: 60 }]);
    const left = await product.services.database.pool.query(`select count(*)::int as n from telegram_updates`);
    expect(left.rows[0].n).toBe(0);
  });

  it('lets those who have not agreed yet, and those who come too late, go their usual way', async () => {
    const open = await petitionsOf(house()).open(
      'Посадить деревья на улице Толе би',
      'Летом на этой улице совсем нет тени.',
    );
    const closed = await petitionsOf(house()).open('Убрать рекламу с остановок', 'Из-за неё ничего не видно.');
    await petitionsOf(house()).run(
      async (tx) =>
        void (await product.parts.participation.petitions.duties.stop(tx, closed.id, 'Решение суда.', {
          kind: 'operator',
          id: null,
        })),
    );
    const intake = await product.parts.intake;
    const [newcomer = 0] = await people(1, false);
    const known = await people(10);
    await Promise.all([
      intake.accept([tap(newcomer, petitionButton('support', open.id))]),
      ...known.map((chat) => intake.accept([tap(chat, petitionButton('support', open.id))])),
      ...known.map((chat) => intake.accept([tap(chat, petitionButton('support', closed.id))])),
    ]);
    await intake.idle();
    expect([await supportOf(open.id), await supportOf(closed.id)]).toEqual([17, 6]);
  });
});
