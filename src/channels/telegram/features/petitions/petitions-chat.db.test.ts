import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCitizen, buttons } from '../../../../../test/support/product/people.ts';
import { type Product, startProduct } from '../../../../../test/support/product/start-product.ts';
import { PetitionId } from '../../../../kernel/ids.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

const ASK = 'Сделать освещённый переход у школы № 159';
const run = <Result>(key: string, work: Parameters<typeof product.services.uow.run<Result>>[1]) =>
  product.services.uow.run(key, work);

/** An author in Almaty writes a petition and sends it; resolves with the code of its link. */
async function aSentPetition(
  name: string,
  ask = ASK,
): Promise<{ code: string; author: Awaited<ReturnType<typeof aCitizen>> }> {
  const author = await aCitizen(product, name, 'ru');
  author.send('Петиции');
  await author.waitForReply((message) => buttons(message).includes('Начать петицию'));
  await author.press('last', 'Начать петицию');
  await author.waitFor('Чего вы просите?');
  author.send(ask);
  await author.waitFor('В каком городе');
  author.send('Алматы');
  const whom = await author.waitFor('Кому адресуем?');
  const city = buttons(whom).find((label) => label.includes('Городская инициатива'));
  expect(city).toBeDefined();
  await author.press(whom.message_id, city ?? '');
  await author.waitFor('Почему это важно?');
  author.send('Дети перебегают дорогу в темноте, за год было три наезда.');
  const preview = await author.waitFor('Так увидят все');
  expect(preview.text).toContain('Нужно поддержки в чате: 300');
  await author.press(preview.message_id, 'Отправить');
  const sent = await author.waitFor('перешлите эту ссылку');
  return { code: /start=p_([a-z2-9]{10})/.exec(sent.text ?? '')?.[1] ?? '', author };
}

describe('petitions in the chat', () => {
  it('a neighbour of 75 who never used the bot supports with two taps from a link, and can take it back', async () => {
    const { code } = await aSentPetition('Асель');
    const grandmother = product.simulator.citizen('Раиса', { language: 'ru' });
    grandmother.send(`/start p_${code}`);
    const card = await grandmother.waitFor((message) => buttons(message).includes('Поддержать'));
    expect(card.text).toContain(ASK);
    expect(card.text).toContain('Уже есть: 0');

    await grandmother.press(card.message_id, 'Поддержать');
    const sure = await grandmother.waitFor(
      (message) => message.message_id === card.message_id && buttons(message).includes('Да, поддерживаю'),
    );
    expect(sure.text).toContain('нужно ваше согласие');
    await grandmother.press(card.message_id, 'Да, поддерживаю');
    const done = await grandmother.waitFor(
      (message) => message.message_id === card.message_id && (message.text ?? '').includes('Вы поддержали'),
    );
    expect(done.text).toMatch(/Код вашей записи: ([0-9A-Z]{4}-){3}[0-9A-Z]{4}/);
    expect(done.text).toContain('Уже есть: 1');
    expect(grandmother.fromBot()).toHaveLength(1);

    await grandmother.press(card.message_id, 'Отозвать поддержку');
    const back = await grandmother.waitFor(
      (message) => message.message_id === card.message_id && buttons(message).includes('Поддержать'),
    );
    expect(back.text).not.toContain('Вы поддержали');
  });

  it('goes from sponsors through the desk to everybody, and each supporter hears of it once', async () => {
    const { code, author } = await aSentPetition('Болат', 'Открыть тёплую остановку на улице Саина');
    const { petitions } = product.parts.participation;
    const people = await Promise.all(
      ['Аня', 'Бек', 'Вера', 'Гани', 'Дина'].map((name) => aCitizen(product, name, 'ru')),
    );
    for (const person of people) {
      person.send(`/start p_${code}`);
      const card = await person.waitFor((message) => buttons(message).includes('Поддержать'));
      await person.press(card.message_id, 'Поддержать');
      await person.waitFor((message) => buttons(message).includes('Да, поддерживаю'));
      await person.press(card.message_id, 'Да, поддерживаю');
      await person.waitFor((message) => (message.text ?? '').includes('Вы поддержали'));
    }
    await author.waitFor('Первые сторонники собраны');
    const [waiting] = await petitions.desk.queue();
    const id = PetitionId.parse(waiting?.petition.id);
    await run('moderate', async (tx) => void (await petitions.moderation.publish(tx, id, crypto.randomUUID())));
    for (const person of [author, ...people]) await person.waitFor('Петиция открыта: «Открыть тёплую остановку');

    author.send('/petitions');
    const list = await author.waitForReply(
      (message) => (message.text ?? '').includes('тёплую остановку') && buttons(message).includes('1'),
    );
    expect(list.text).toContain('Поддержали в чате: 6');
    await author.press(list.message_id, '1');
    const card = await author.waitFor(
      (message) => message.message_id === list.message_id && (message.text ?? '').includes('Кому:'),
    );
    expect(card.text).toContain('Поддержали в чате: 6 из 300');
    expect(card.text).toContain('Подтвердили личность и подписали: 0 из 500');

    const page = await fetch(`${product.publicUrl}/petitions/${code}?lang=ru`);
    expect(await page.text()).toContain('Поддержали в чате: 6 из 300');

    const [quiet] = people;
    await quiet?.press('last', 'Не присылать новости');
    const akimat = { kind: 'officer', id: null } as const;
    await run(
      'stop',
      async (tx) =>
        void (await petitions.duties.announceHearing(
          tx,
          id,
          { on: waiting?.petition.moderationDueOn ?? ('2026-12-01' as never), place: 'акимат, зал 2' },
          akimat,
        )),
    );
    for (const person of people.slice(1)) await person.waitFor('Обсуждение петиции');
    expect(quiet?.fromBot().some(({ text }) => text?.includes('Обсуждение петиции'))).toBe(false);
  });

  it('shows what is already there before anybody writes the same again, and lists what is one’s own', async () => {
    const late = await aCitizen(product, 'Зарина', 'ru');
    late.send('Петиции');
    await late.waitForReply((message) => buttons(message).includes('Начать петицию'));
    await late.press('last', 'Начать петицию');
    await late.waitFor('Чего вы просите?');
    late.send('Нужна тёплая остановка на Саина');
    const similar = await late.waitFor('об этом уже есть петиция');
    await late.press(similar.message_id, 'Открыть тёплую остановку на улице Саина');
    await late.waitFor(
      (message) => message.message_id === similar.message_id && buttons(message).includes('Поддержать'),
    );
    await late.press(similar.message_id, '← К списку');
    await late.waitFor((message) => message.message_id === similar.message_id && buttons(message).includes('Мои'));
    await late.press(similar.message_id, 'Мои');
    await late.waitFor('Вы ещё не начинали');
  });

  it('never opens a stranger’s draft, and says so plainly for a wrong link', async () => {
    const stranger = await aCitizen(product, 'Ерлан', 'kk');
    stranger.send('/start p_aaaaaaaaaa');
    await stranger.waitFor('Мұндай петиция жоқ');
  });

  it('can be shared from any other chat', async () => {
    const sharer = await aCitizen(product, 'Фарида', 'ru');
    const results = await sharer.inlineQuery('остановку');
    expect(JSON.stringify(results)).toContain('Поддержали в чате: 6 из 300');
  });
});

describe('words about petitions', () => {
  it('never call support in the chat a signature', async () => {
    const { t } = product.services;
    for (const [language, word] of [
      ['ru', 'подпис'],
      ['kk', 'қол қой'],
      ['en', 'sign'],
    ] as const)
      for (const key of [
        'petition-support',
        'petition-support-of',
        'petition-support-sure',
        'petition-you-support',
        'petition-support-done',
        'petition-button-support',
        'petition-list-counts',
      ])
        expect(t(language, key, { count: 1, required: 2, ask: '', support: 3 }).toLowerCase()).not.toContain(word);
  });
});
