import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseButton } from '../../src/channels/telegram/index.ts';
import { aCitizen, buttons, sendCase } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

describe('strangers and bad input', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  it('shows nobody another person’s case, by number or by a forged button', async () => {
    const owner = await aCitizen(product, 'Хозяйка', 'ru');
    const { number } = await sendCase(owner, 'Яма на дороге, Алматы, Алмалинский район, тайна-123');
    const stranger = await aCitizen(product, 'Чужой', 'ru');
    stranger.send(number);
    await stranger.waitForReply('Обращения с таким номером у вас нет');
    const appeal = await product.services.db.appeal.findUniqueOrThrow({
      where: { number: number.replaceAll('-', '') },
    });
    const intake = await product.parts.intake;
    await intake.accept([
      {
        update_id: 999_000_001,
        callback_query: {
          id: 'forged',
          from: stranger.user as never,
          chat_instance: '1',
          data: caseButton('read_answer', appeal.id),
          message: { message_id: 5, date: 1, chat: { id: stranger.user.id, type: 'private', first_name: 'x' } },
        },
      } as never,
    ]);
    await intake.idle();
    expect(stranger.transcript()).not.toContain('тайна-123');
  });

  it.each([
    ['4,097 characters and more', 'я'.repeat(4_096)],
    ['direction overrides and invisible marks', 'Яма на \u202Eдороге\u200B, Алматы, Алмалинский район'],
    ['SQL and HTML', "'; drop table appeals; -- <b>Яма</b> на дороге, Алматы, Алмалинский район"],
    ['emoji and combined characters', 'Яма 👩‍👩‍👧‍👦🇰🇿 на дороге, Алматы, Алмалинский район'],
  ])('takes %s as plain words', async (_name, text) => {
    const person = await aCitizen(product, `Гость ${text.length}`, 'ru');
    person.send(text);
    const card = await person.waitForReply((message) => buttons(message).includes('Отмена'));
    expect((card.text ?? '').length).toBeLessThanOrEqual(4_096);
    expect(card.text).not.toMatch(/[\u202A-\u202E\u200B]/u);
    expect(await product.services.db.appeal.count()).toBeGreaterThan(0);
  });

  it('says clearly that a file is too big, and keeps the rest', async () => {
    const person = await aCitizen(product, 'Большой Файл', 'ru');
    person.sendDocument('video.bin', Buffer.alloc(21_000_000), { mime: 'application/octet-stream' });
    await person.waitForReply('Файл больше 20 МБ');
  });

  it('explains an expired or foreign button instead of failing', async () => {
    const person = await aCitizen(product, 'Старая Кнопка', 'ru');
    const intake = await product.parts.intake;
    for (const [index, data] of ['c:s:not-an-id', 'x'.repeat(64), 'my:-1', "open:' or 1=1"].entries()) {
      await intake.accept([
        {
          update_id: 999_100_000 + index,
          callback_query: {
            id: `b${index}`,
            from: person.user as never,
            chat_instance: '1',
            data,
            message: { message_id: 5, date: 1, chat: { id: person.user.id, type: 'private', first_name: 'x' } },
          },
        } as never,
      ]);
    }
    await intake.idle();
    expect(await product.services.db.telegramUpdate.count()).toBe(0);
  });

  it('hides personal numbers from the body until it asks, and from every log', async () => {
    const person = await aCitizen(product, 'Анна', 'ru');
    await sendCase(person, 'Яма на дороге, Алматы, Алмалинский район. Мой ИИН 850101199993, телефон +7 701 123-45-67');
    const entry = await product.services.db.threadEntry.findFirstOrThrow({
      where: { maskedText: { contains: '[IIN]' } },
    });
    expect(entry.maskedText).toContain('[PHONE]');
    expect(product.logLines.join('')).not.toMatch(/850101199993|123-45-67/);
  });

  it('puts the emergency number before everything else and still files the case', async () => {
    const person = await aCitizen(product, 'Тревога', 'kk');
    person.send('Үйімізден газ иісі шығып тұр, Алматы, Алмалы ауданы');
    await person.waitForReply(
      (message) => (message.text ?? '').includes('112') && (message.text ?? '').includes('104'),
    );
    await person.waitForReply(
      (message) =>
        buttons(message).includes(person.t('button-send')) || buttons(message).includes(person.t('button-cancel')),
    );
  });
});
