import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCitizen, buttons } from '../../../test/support/product/people.ts';
import { type Product, startProduct } from '../../../test/support/product/start-product.ts';
import { createCardsRepository } from './cards-repository.ts';

const POTHOLE = 'Яма на дороге, Алматы, Алмалинский район, улица Абая';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

/** As if the process had died between Telegram's yes and the note of it: the card is on the screen, nobody knows. */
async function forgetCard(chatId: number, messageId: number): Promise<void> {
  const { pool } = product.services.database;
  const onItsWay = "select 1 from notifications where kind = 'case_card' and state <> 'delivered'";
  await expect.poll(async () => (await pool.query(onItsWay)).rowCount).toBe(0);
  // Ids of messages are a chat's own: two chats may have the same one.
  const { rows } = await pool.query(
    'delete from telegram_cards where chat_id = $1 and message_id = $2 returning appeal_id',
    [chatId, messageId],
  );
  await pool.query(
    `update notifications set state = 'sending', delivered_at = null, lease_until = clock_timestamp() - interval '1 second'
     where kind = 'case_card' and facts ->> 'appealId' = $1`,
    [rows[0]?.appeal_id],
  );
}

/** A message is on the screen a moment before it is noted. */
const isNoted = (chatId: number, messageId: number) =>
  expect
    .poll(async () => {
      const { pool } = product.services.database;
      const noted = 'select 1 from telegram_cards where chat_id = $1 and message_id = $2';
      return (await pool.query(noted, [chatId, messageId])).rowCount;
    })
    .toBe(1);

const isCard = (message: Parameters<typeof buttons>[0]) => buttons(message).includes('Отправить');

describe('a card whose sending was never noted', () => {
  it('becomes the card when it is pressed, and the one sent in its place goes', async () => {
    const marat = await aCitizen(product, 'Марат', 'ru');
    marat.send(POTHOLE);
    const first = await marat.waitForReply(isCard);
    await forgetCard(marat.user.id, first.message_id);
    const second = await marat.waitFor((message) => message.message_id > first.message_id && isCard(message), 10_000);
    await isNoted(marat.user.id, second.message_id);

    await marat.press(first.message_id, 'Отправить');
    await marat.waitFor((message) => message.message_id === first.message_id && /№ \d/.test(message.text ?? ''));
    await expect.poll(() => marat.chat().some(({ message_id }) => message_id === second.message_id)).toBe(false);

    const { rows } = await product.services.database.pool.query(
      'select message_id, is_card from telegram_cards where chat_id = $1',
      [marat.user.id],
    );
    expect(rows).toEqual([{ message_id: first.message_id, is_card: true }]);
    expect(marat.chat().filter(({ text }) => text?.includes('Яма на дороге') && text.includes('№'))).toHaveLength(1);
  });

  it('leaves the second as the card when that one is pressed', async () => {
    const dana = await aCitizen(product, 'Дана', 'ru');
    dana.send(POTHOLE);
    const first = await dana.waitForReply(isCard);
    await forgetCard(dana.user.id, first.message_id);
    const second = await dana.waitFor((message) => message.message_id > first.message_id && isCard(message), 10_000);

    await dana.press(second.message_id, 'Отправить');
    await dana.waitFor((message) => message.message_id === second.message_id && /№ \d/.test(message.text ?? ''));
  });

  it('is not made of another message of the chat, or of another chat, while nothing is in doubt', async () => {
    const oleg = await aCitizen(product, 'Олег', 'ru');
    oleg.send(POTHOLE);
    const card = await oleg.waitForReply(isCard);
    const { pool } = product.services.database;
    const cardOf = async () =>
      (await pool.query('select message_id from telegram_cards where chat_id = $1', [oleg.user.id])).rows;
    const { rows } = await pool.query('select id, citizen_id from appeals order by created_at desc limit 1');

    await product.services.uow.run('adopt:forged', async (tx) => {
      const stale = await createCardsRepository(product.services.db).adopt(
        tx,
        { appealId: rows[0].id, citizenId: rows[0].citizen_id },
        oleg.user.id,
        4_711,
      );
      expect(stale).toEqual([]);
    });
    expect(await cardOf()).toEqual([{ message_id: card.message_id }]);
  });
});
