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

  it.each(['kk', 'ru', 'en'] as const)(
    'answers every expired, forged and foreign button with one clear sentence: %s',
    async (language) => {
      const words = { kk: 'Аулада қоқыс шығарылмайды, Алматы, Алмалы ауданы', ru: MATTER, en: MATTER }[language];
      const owner = await aCitizen(product, `Владелица ${language}`, 'ru');
      const foreign = await appealOf((await sendCase(owner, MATTER)).number);
      const person = await aCitizen(product, `Кнопки ${language}`, language);
      const { number, cardId } = await sendCase(person, words);
      const own = await appealOf(number);
      const before = await product.services.db.appeal.findUniqueOrThrow({ where: { id: own } });

      const told = await answersTo(person, cardId, [
        'x'.repeat(64),
        `c:?:${'A'.repeat(22)}`,
        caseButton('choose_topic', own, 99),
        caseButton('cancel', own),
        caseButton('read_answer', foreign),
        caseButton('send', foreign),
      ]);

      expect(told).toEqual([
        person.t('button-expired'),
        person.t('button-expired'),
        person.t('button-expired'),
        person.t('refusal-appeal-move-refused'),
        person.t('refusal-appeal-not-found'),
        person.t('refusal-appeal-not-found'),
      ]);
      expect(await product.services.db.appeal.findUniqueOrThrow({ where: { id: own } })).toEqual(before);
      person.send((await product.services.db.appeal.findUniqueOrThrow({ where: { id: foreign } })).number ?? '');
      await person.waitForReply(person.t('compose-no-such-number'));
    },
  );

  const MATTER = 'Во дворе не вывозят мусор, Алматы, Алмалинский район';
  const appealOf = async (number: string): Promise<string> =>
    (await product.services.db.appeal.findUniqueOrThrow({ where: { number: number.replaceAll('-', '') } })).id;

  /** What the person is shown after each of these presses, however the buttons came to be. */
  async function answersTo(
    person: { user: { id: number } },
    messageId: number,
    presses: readonly string[],
  ): Promise<string[]> {
    const told = new Map<string, string>();
    product.parts.telegram.api.config.use((call, method, payload, signal) => {
      const { callback_query_id: id, text = '' } = payload as { callback_query_id?: string; text?: string };
      if (method === 'answerCallbackQuery' && id) told.set(id, text);
      return call(method, payload, signal);
    });
    const intake = await product.parts.intake;
    const ids = presses.map((_data, index) => `pressed ${person.user.id} ${index}`);
    for (const [index, data] of presses.entries()) {
      rawId += 1;
      await intake.accept([
        {
          update_id: 998_000_000 + rawId,
          callback_query: {
            id: ids[index],
            from: person.user,
            chat_instance: '1',
            data,
            message: {
              message_id: messageId,
              date: 1,
              chat: { id: person.user.id, type: 'private', first_name: 'x' },
            },
          },
        } as never,
      ]);
    }
    await expect.poll(() => ids.filter((id) => told.has(id)), { timeout: 20_000 }).toEqual(ids);
    return ids.map((id) => told.get(id) ?? '');
  }

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

  /** An update as it could come over the wire, with what no client of Telegram would write. */
  async function raw(person: { user: { id: number } }, message: Record<string, unknown>): Promise<void> {
    const intake = await product.parts.intake;
    rawId += 1;
    await intake.accept([
      {
        update_id: 997_000_000 + rawId,
        message: {
          message_id: 900_000 + rawId,
          date: 1,
          chat: { id: person.user.id, type: 'private', first_name: 'x' },
          from: person.user,
          ...message,
        },
      } as never,
    ]);
    await intake.idle();
  }
  let rawId = 0;

  it('takes 4,097 characters whole, and says clearly that 9,000 are too many', async () => {
    const person = await aCitizen(product, 'Длинная', 'ru');
    await raw(person, { text: `Во дворе не вывозят мусор, Алматы, Алмалинский район. ${'я'.repeat(4_043)}` });
    const card = await person.waitForReply((message) => buttons(message).includes('Отмена'));
    const entry = await product.services.db.threadEntry.findFirstOrThrow({ orderBy: { at: 'desc' } });
    expect(entry.maskedText).toHaveLength(4_097);
    await person.press(card.message_id, 'Отмена');
    await raw(person, { text: 'я'.repeat(9_000) });
    await person.waitForReply('Слишком длинно');
  });

  it.each([
    ['half an emoji', 'Во дворе \ud83d не вывозят мусор, Алматы, Алмалинский район'],
    ['a null character', 'Во дворе \u0000 не вывозят мусор, Алматы, Алмалинский район'],
    ['zero-width marks inside words', 'Во дво\u200Bре не выво\u2060зят мусор, Алматы, Алмалинский район'],
    ['right-to-left overrides', '\u202EВо дворе не вывозят мусор\u202C, Алматы, Алмалинский район\u2066'],
  ])('survives %s and shows clean words', async (name, text) => {
    const person = await aCitizen(product, `Знаки ${name}`, 'ru');
    await raw(person, { text });
    const card = await person.waitForReply((message) => buttons(message).includes('Отправить'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must be gone
    expect(card.text).not.toMatch(/[\u0000\u200B\u2060\u202A-\u202E\u2066-\u2069]/u);
    expect(card.text?.isWellFormed()).toBe(true);
    expect(card.text).toContain('мусор');
  });

  it('shows a name with HTML and SQL in it as plain letters everywhere, and files it whole', async () => {
    const person = await aCitizen(product, "<b>Роберт</b>'; drop table citizens; --", 'ru');
    await sendCase(person, 'Во дворе не вывозят мусор <script>alert(1)</script>, Алматы, Алмалинский район');
    const card = await person.waitFor('<script>alert(1)</script>');
    expect(card.entities?.some(({ type }) => type !== 'bold') ?? false).toBe(false);
    expect(await product.services.db.citizen.count()).toBeGreaterThan(0);
  });

  it.each([
    ['a sticker', { sticker: { file_id: 's', file_unique_id: 's', type: 'regular', width: 1, height: 1 } }],
    ['a dice', { dice: { emoji: '🎲', value: 3 } }],
    ['a lone smile', { text: '👍' }],
    ['a row of dots', { text: '....' }],
    ['an unknown command', { text: '/drop' }],
  ])('asks for words after %s instead of filing it', async (name, message) => {
    const person = await aCitizen(product, `Пусто ${name}`, 'ru');
    const before = await product.services.db.appeal.count();
    await raw(person, message);
    await person.waitForReply('что случилось');
    expect(await product.services.db.appeal.count()).toBe(before);
  });

  it('takes a forwarded message, a video note and a venue as what they say', async () => {
    const person = await aCitizen(product, 'Пересыл', 'ru');
    await raw(person, {
      text: 'Не горят фонари на улице Абая 10 в Алматы, Алмалинский район',
      forward_origin: { type: 'hidden_user', sender_user_name: 'Сосед', date: 1 },
    });
    await person.waitForReply((message) => buttons(message).includes('Отправить'));
    await raw(person, { video_note: { file_id: 'v', file_unique_id: 'v', length: 1, duration: 1, file_size: 10 } });
    await person.waitForReply('1 файл');
    await raw(person, {
      venue: { location: { latitude: 43.2425, longitude: 76.9561 }, title: 'Школа 12', address: 'Достык 5' },
      location: { latitude: 43.2425, longitude: 76.9561 },
    });
    await person.waitForReply('Школа 12');
  });

  it('never gets stuck: everything that came was carried out', async () => {
    expect(await product.services.db.telegramUpdate.count()).toBe(0);
  });
});
