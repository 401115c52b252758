import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CitizenId, type PetitionId } from '../../src/kernel/ids.ts';
import { verifyPetitionLog } from '../../src/petitions/index.ts';
import { aCitizen, buttons } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

const ASK = 'Сделать освещённый переход у школы № 159';

/** A person of the demonstration in the console, by the same API as the pages. */
async function staff(product: Product, role: string, agency: string | null, at = 0) {
  const api = `${product.publicUrl}/api/v1`;
  const headers = { 'x-dauys-console': '1', 'content-type': 'application/json' };
  const { items } = (await (await fetch(`${api}/demo/staff`, { headers })).json()) as {
    items: { id: string; role: string; agency: { code: string } | null }[];
  };
  const person = items.filter((one) => one.role === role && (one.agency?.code ?? null) === agency)[at];
  const session = await fetch(`${api}/demo/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ staffId: person?.id }),
  });
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return async (method: 'GET' | 'POST', path: string, body: object = {}) => {
    const response = await fetch(`${api}${path}`, {
      method,
      headers: { ...headers, cookie },
      ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: await response.json() };
  };
}

describe('Asel starts a petition', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  it('and follows it from five neighbours over the threshold and the answer to what was built', async () => {
    const asel = await aCitizen(product, 'Асель', 'ru');
    asel.send('Петиции');
    await asel.waitForReply((message) => buttons(message).includes('Начать петицию'));
    await asel.press('last', 'Начать петицию');
    await asel.waitFor('Чего вы просите?');
    asel.send(ASK);
    await asel.waitFor('В каком городе');
    asel.send('Алматы');
    const whom = await asel.waitFor('Кому адресуем?');
    await asel.press(whom.message_id, buttons(whom).find((label) => label.includes('Городская инициатива')) ?? '');
    await asel.waitFor('Почему это важно?');
    asel.send('Дети перебегают дорогу в темноте, за год было три наезда.');
    const preview = await asel.waitFor('Так увидят все');
    await asel.press(preview.message_id, 'Отправить');
    const sent = await asel.waitFor('перешлите эту ссылку');
    const [, code = '', mark = ''] = /start=p_([a-z2-9]{10})_([0-9a-f]{8})/.exec(sent.text ?? '') ?? [];

    // Five neighbours, each with two taps; the last of them is 75 and has never used the bot.
    let receipt = '';
    for (const name of ['Аня', 'Бек', 'Вера', 'Гани']) {
      const person = await aCitizen(product, name, 'ru');
      person.send(`/start p_${code}_${mark}`);
      const card = await person.waitFor((message) => buttons(message).includes('Поддержать'));
      await person.press(card.message_id, 'Поддержать');
      await person.waitFor((message) => buttons(message).includes('Да, поддерживаю'));
      await person.press(card.message_id, 'Да, поддерживаю');
      await person.waitFor((message) => (message.text ?? '').includes('Вы поддержали'));
    }
    const raisa = product.simulator.citizen('Раиса', { language: 'ru' });
    raisa.send(`/start p_${code}`);
    const card = await raisa.waitFor((message) => buttons(message).includes('Поддержать'));
    await raisa.press(card.message_id, 'Поддержать');
    await raisa.waitFor((message) => buttons(message).includes('Да, поддерживаю'));
    await raisa.press(card.message_id, 'Да, поддерживаю');
    const done = await raisa.waitFor((message) => (message.text ?? '').includes('Код вашей записи'));
    receipt = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(done.text ?? '')?.[0] ?? '';
    await asel.waitFor('Первые сторонники собраны');

    const operator = await staff(product, 'operator', null);
    const queue = (await operator('GET', '/petitions/moderation')).body.items;
    const { id } = queue.find((item: { code: string }) => item.code === code) as { id: PetitionId };
    expect((await operator('POST', `/petitions/${id}/check-out`)).status).toBe(200);
    expect((await operator('POST', `/petitions/${id}/publish`)).status).toBe(200);
    await raisa.waitFor('Петиция открыта');

    const { petitions } = product.parts.participation;
    await Promise.all(
      Array.from({ length: 294 }, () =>
        petitions.intake({
          petitionId: id,
          citizenId: CitizenId.parse(randomUUID()),
          tier: 'account',
          source: 'site',
          referrer: null,
        }),
      ),
    );
    await petitions.worker.tally();
    await raisa.waitFor('Порог достигнут');
    const page = async () => (await fetch(`${product.publicUrl}/petitions/${code}?lang=ru`)).text();
    expect(await page()).toContain('Должны ответить до');

    // Raisa checks her code on the site against the signed root.
    await petitions.worker.publishHead(0);
    const check = await fetch(`${product.publicUrl}/petitions/log?lang=ru&code=${encodeURIComponent(receipt)}`);
    expect(await check.text()).toContain('Доказательство сошлось');

    const akimat = await staff(product, 'supervisor', 'almaty.akimat');
    const duties = (await akimat('GET', '/petition-duties')).body.items;
    expect(duties).toHaveLength(1);
    const today = petitions.terms.today(await product.services.clock.now());
    await akimat('POST', `/petitions/${id}/hearing`, { on: today, place: 'акимат, зал 2' });
    await raisa.waitFor('Обсуждение петиции');
    await raisa.press('last', 'Не присылать новости');
    await akimat('POST', `/petitions/${id}/reply`, { text: 'Переход построим до 1 сентября.' });
    await asel.waitFor('Переход построим до 1 сентября.');
    expect((await akimat('GET', '/petition-duties')).body.items).toEqual([]);
    await akimat('POST', `/petitions/${id}/follow-up`, { text: 'Переход открыт 25 августа.' });
    await asel.waitFor('Переход открыт 25 августа.');
    expect(await page()).toContain('Переход открыт 25 августа.');
    expect(raisa.fromBot().some(({ text }) => text?.includes('Переход построим'))).toBe(false);

    // She takes nothing back, and nobody can have changed anything: the whole log adds up.
    expect((await verifyPetitionLog(product.services.db)).breaks).toEqual([]);
  });

  it('hears why a second one is not published, objects once, and others look again', async () => {
    const { petitions } = product.parts.participation;
    const bolat = await aCitizen(product, 'Болат', 'ru');
    bolat.send('Петиции');
    await bolat.waitForReply((message) => buttons(message).includes('Начать петицию'));
    await bolat.press('last', 'Начать петицию');
    await bolat.waitFor('Чего вы просите?');
    bolat.send('Поднять пенсии всем жителям города Алматы');
    await bolat.waitFor('В каком городе');
    bolat.send('Алматы');
    const whom = await bolat.waitFor('Кому адресуем?');
    await bolat.press(whom.message_id, buttons(whom).find((label) => label.includes('Городская инициатива')) ?? '');
    await bolat.waitFor('Почему это важно?');
    bolat.send('Цены растут быстрее, чем пенсии моих родителей.');
    const preview = await bolat.waitFor('Так увидят все');
    await bolat.press(preview.message_id, 'Отправить');
    const sent = await bolat.waitFor('перешлите эту ссылку');
    const code = /start=p_([a-z2-9]{10})/.exec(sent.text ?? '')?.[1] ?? '';
    const id = (await petitions.view.view({ code }))?.petition.id as PetitionId;
    for (let at = 0; at < 5; at += 1)
      await petitions.intake({
        petitionId: id,
        citizenId: CitizenId.parse(randomUUID()),
        tier: 'account',
        source: 'chat',
        referrer: null,
      });
    await bolat.waitFor('Первые сторонники собраны');

    const [first, second] = [await staff(product, 'operator', null), await staff(product, 'operator', null, 1)];
    await first('POST', `/petitions/${id}/propose-rejection`, {
      code: 'not_competent',
      note: 'Пенсии решает парламент.',
    });
    expect((await first('POST', `/petitions/${id}/confirm-rejection`)).status).toBe(422);
    await second('POST', `/petitions/${id}/confirm-rejection`);
    const told = await bolat.waitFor('Петиция не опубликована');
    expect(told.text).toContain('Адресат не решает этот вопрос');
    await bolat.press(told.message_id, 'Страница петиции');
    const card = await bolat.waitFor((message) => buttons(message).includes('Не согласиться'));
    await bolat.press(card.message_id, 'Не согласиться');
    await bolat.waitFor('Петицию посмотрят другие люди');
    expect((await first('POST', `/petitions/${id}/publish`)).body.code).toBe('petition.needs_other_eyes');
    const decisions = await (await fetch(`${product.publicUrl}/petitions/decisions?lang=ru`)).text();
    expect(decisions).toContain('Адресат не решает этот вопрос');
    expect(decisions).toContain('Сейчас на проверке: 1');
  });
});
