import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT, type Eid, startEid } from '../../src/channels/site/petitions/eid-server.fixture.ts';
import { addDays } from '../../src/kernel/day.ts';
import type { TerritoryCode } from '../../src/kernel/ids.ts';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';
import { petitionsOf } from '../support/petitions/demo-petitions.ts';
import { aCitizen, buttons } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

const ASK = 'Поставить навес и лавочки на остановке «Сайран»';
const WHY = 'Осенью и зимой люди ждут автобус под дождём и снегом, пожилым негде присесть.';
const WIDE = { locale: 'ru', colorScheme: 'light', width: 1280, height: 860 } as const;
const PHONE = { locale: 'kk', colorScheme: 'dark', width: 390, height: 844 } as const;

let product: Product;
let browser: TestBrowser;
let eid: Eid;
type Page = Awaited<ReturnType<TestBrowser['newPage']>>;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

beforeAll(async () => {
  const port = await freePort();
  eid = await startEid(`http://127.0.0.1:${port}/petitions/eid/callback`);
  product = await startProduct({
    PORT: String(port),
    OIDC_ISSUER: eid.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
  });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await eid?.stop();
});

async function look(page: Page, name: string, width: number): Promise<void> {
  await screenshot(page, `story-${name}-${width}`, { fullPage: true });
  expect(await page.locator('script').count(), name).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} scrolls`).toBeLessThanOrEqual(width);
}

/** From their own chat to the site, as people do it: a message, a link, a button. */
async function fromChat(name: string, page: Page, shot = false): Promise<void> {
  const person = await aCitizen(product, name, 'ru');
  person.send('/site');
  const told = await person.waitFor('Откройте сайт по этой ссылке');
  const link = /http\S+\/enter\?\S+/.exec(told.text ?? '')?.[0] ?? '';
  await page.goto(link);
  if (shot) await look(page, 'enter', WIDE.width);
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/petitions\/new/);
}

const petitions = () => product.parts.participation.petitions;
const house = () => petitionsOf({ services: product.services, participation: product.parts.participation });
const desk = { kind: 'operator', id: null } as const;

describe('a petition in the browser', () => {
  it('is written, sponsored, checked, signed with an eID, reaches its goal, is answered and followed up', {
    timeout: 180_000,
  }, async () => {
    const page = await browser.newPage(WIDE);
    await page.goto(`${product.publicUrl}/petitions/new?lang=ru`);
    await look(page, 'begin', WIDE.width);
    await fromChat('Алия', page, true);
    await page.fill('#ask', ASK);
    await page.fill('#place', 'Алматы');
    await look(page, 'ask', WIDE.width);
    await page.getByRole('button', { name: 'Дальше' }).click();
    await page.getByRole('radio').first().waitFor();
    await page.getByText('Городская инициатива').first().click();
    await page.fill('#why', WHY);
    await look(page, 'whom', WIDE.width);
    await page.getByRole('button', { name: 'Посмотреть' }).click();
    await page.waitForURL(/\/petitions\/mine\//);
    const code = page.url().split('/').at(-1) ?? '';
    await look(page, 'preview', WIDE.width);
    await page.getByRole('button', { name: 'Отправить' }).click();
    await page.getByText('Соберите первых сторонников').waitFor();
    await look(page, 'sponsors', WIDE.width);

    const view = async () => {
      const found = await petitions().view.view({ code });
      if (!found) throw new Error('no petition');
      return found;
    };
    const { id } = (await view()).petition;
    const { support, supports, run } = house();
    // One sponsor on the site, the others in their chats.
    const friend = await browser.newPage(PHONE);
    await fromChat('Дос', friend);
    await friend.goto(`${product.publicUrl}/petitions/${code}?lang=kk`);
    await friend.getByRole('button', { name: 'Қолдау', exact: true }).click();
    await look(friend, 'supported', PHONE.width);
    for (let at = 0; at < 4; at += 1) await support(id);
    await run((tx) =>
      petitions()
        .moderation.publish(tx, id, randomUUID())
        .then(() => null),
    );

    await friend.goto(`${product.publicUrl}/petitions/${code}?lang=kk`);
    await look(friend, 'open', PHONE.width);
    await friend.locator('a[href$="/sign"]').click();
    await friend.waitForURL(/\/eid\/callback/);
    await look(friend, 'sign', PHONE.width);
    await friend.locator('main form button').click();
    await friend.getByText(/([0-9A-Z]{4}-){3}[0-9A-Z]{4}/).waitFor();
    await petitions().worker.tally();
    expect((await view()).counts.signatures).toBe(1);

    await supports(id, 294);
    expect((await view()).petition.state).toBe('threshold_reached');
    await page.goto(`${product.publicUrl}/petitions/${code}?lang=ru`);
    await page.getByText('Должны ответить до').first().waitFor();
    await look(page, 'reached', WIDE.width);
    await run((tx) =>
      petitions()
        .duties.reply(tx, id, 'Навес и лавочки поставим до 1 мая.', desk)
        .then(() => null),
    );
    await run((tx) =>
      petitions()
        .duties.followUp(tx, id, 'Навес стоит с 20 апреля.', desk)
        .then(() => null),
    );
    await page.reload();
    await page.getByText('Навес стоит с 20 апреля.').first().waitFor();
    await look(page, 'followed-up', WIDE.width);
    await page.goto(`${product.publicUrl}/petitions/mine?lang=ru`);
    await look(page, 'mine', WIDE.width);
    const card = await page.request.get(`${product.publicUrl}/petitions/${code}/card.png?lang=ru`);
    expect([card.status(), card.headers()['content-type']]).toEqual([200, 'image/png']);
    await page.goto(`${product.publicUrl}/petitions/${code}/card.png?lang=ru`);
    await screenshot(page, 'story-card-1280');
    await Promise.all([page.context().close(), friend.context().close()]);
  });

  it('that is turned down says why, and its author may object once', { timeout: 120_000 }, async () => {
    const page = await browser.newPage({ ...PHONE, locale: 'ru' });
    await fromChat('Ерлан', page);
    await page.fill('#ask', 'Поднять пенсии всем жителям города Алматы');
    await page.fill('#place', 'Алматы');
    await page.getByRole('button', { name: 'Дальше' }).click();
    await page.getByText('Городская инициатива').first().click();
    await page.fill('#why', 'Цены растут быстрее, чем пенсии моих родителей.');
    await look(page, 'whom-phone', PHONE.width);
    await page.getByRole('button', { name: 'Посмотреть' }).click();
    await page.getByRole('button', { name: 'Отправить' }).click();
    const code = page.url().split('/').at(-1) ?? '';
    const id = (await petitions().view.view({ code }))?.petition.id;
    if (!id) throw new Error('no petition');
    const { support, run } = house();
    for (let at = 0; at < 5; at += 1) await support(id);
    const refusal = { code: 'not_competent', note: 'Пенсии решает парламент.' };
    await run((tx) =>
      petitions()
        .moderation.proposeRejection(tx, id, randomUUID(), refusal)
        .then(() => null),
    );
    await run((tx) =>
      petitions()
        .moderation.confirmRejection(tx, id, randomUUID())
        .then(() => null),
    );
    await page.reload();
    await page.getByText('Адресат не решает этот вопрос').waitFor();
    await look(page, 'rejected', PHONE.width);
    await page.getByRole('button', { name: 'Не согласиться' }).click();
    await page.getByText('Петицию проверяют').waitFor();
    await page.context().close();
  });

  it('a person of 75 supports with two taps in the chat', async () => {
    const petition = await house().open('Вернуть скамейку у дома 14', 'Пожилым негде отдохнуть по дороге из магазина.');
    const raisa = product.simulator.citizen('Раиса', { language: 'ru' });
    raisa.send(`/start p_${petition.code}`);
    const card = await raisa.waitFor((message) => buttons(message).includes('Поддержать'));
    await raisa.press(card.message_id, 'Поддержать');
    await raisa.waitFor((message) => buttons(message).includes('Да, поддерживаю'));
    await raisa.press(card.message_id, 'Да, поддерживаю');
    await raisa.waitFor((message) => (message.text ?? '').includes('Код вашей записи'));
  });
});

describe('votes in the browser', () => {
  it('count like those of the chat: judged one at a time, a ballot within the budget, results and progress', {
    timeout: 120_000,
  }, async () => {
    const { votes } = product.parts.participation;
    const { run } = house();
    const today = votes.today(await product.services.clock.now());
    const title = { kk: 'Аула бюджеті', ru: 'Бюджет двора', en: 'The yard’s budget' };
    const round = await run((tx) =>
      votes.rounds.create(
        tx,
        {
          kind: 'budget',
          title,
          about: { kk: 'Не істейміз?', ru: 'Что сделаем в этом году?', en: 'What shall we do this year?' },
          agencyCode: null,
          territoryCode: null,
          rule: { type: 'knapsack' },
          budget: 10_000_000,
          currency: votes.currency,
          collectUntil: today,
          voteFrom: today,
          voteUntil: addDays(today, 5),
        },
        desk,
      ),
    );
    await run((tx) => votes.rounds.open(tx, round.id, desk));
    for (const [name, cost] of [
      ['Фонари вдоль дорожки', 4_000_000],
      ['Площадка для детей', 7_000_000],
      ['Деревья у дороги', 2_500_000],
    ] as const) {
      const proposal = {
        citizenId: randomUUID() as never,
        language: 'ru',
        title: name,
        body: `${name}: подробности здесь.`,
        cost,
        territoryCode: null,
      } as const;
      const id = await run((tx) => votes.items.propose(tx, round.id, proposal));
      await run((tx) => votes.items.admit(tx, id, desk));
    }
    await run((tx) => votes.rounds.endCollecting(tx, round.id, desk));
    await run((tx) => votes.rounds.startVoting(tx, round.id, desk));
    const page = await browser.newPage({ ...PHONE, locale: 'ru' });
    await page.goto(`${product.publicUrl}/votes/${round.code}?lang=ru`);
    await look(page, 'round-unknown', PHONE.width);
    await fromChat('Жанар', page);
    await page.goto(`${product.publicUrl}/votes/${round.code}?lang=ru`);
    await page.getByRole('button', { name: 'Оценивать здесь' }).click();
    await look(page, 'judging', PHONE.width);
    await page.getByRole('button', { name: 'Против' }).click();
    await page.getByText('Сказать, почему').click();
    await page.fill('#reason', 'Мешает проезду скорой помощи.');
    await look(page, 'reason', PHONE.width);
    await page.getByRole('button', { name: 'Записать' }).click();
    await page.getByText('Записали.').waitFor();
    for (const verdict of ['За', 'Пропустить']) await page.getByRole('button', { name: verdict, exact: true }).click();
    const counted = (await votes.view.view({ id: round.id }))?.items ?? [];
    expect(counted.reduce((sum, { exposures }) => sum + exposures, 0)).toBe(3);
    expect(counted.reduce((sum, { browsers }) => sum + browsers.exposures, 0)).toBe(0);

    await page.goto(`${product.publicUrl}/votes/${round.code}/ballot?lang=ru`);
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: 'Записать выбор' }).click();
    await page.getByText('Не помещается в бюджет').waitFor();
    await look(page, 'ballot-over', PHONE.width);
    await page.getByRole('checkbox', { name: /Площадка/ }).uncheck();
    await page.getByRole('button', { name: 'Записать выбор' }).click();
    await page.getByText('Выбор записан').waitFor();
    await look(page, 'ballot', PHONE.width);
    const almaty = '750000000' as TerritoryCode;
    for (let at = 0; at < 6; at += 1) {
      const items = counted.slice(0, 1).map(({ id }) => id);
      await run((tx) => votes.voting.vote(tx, round.id, randomUUID() as never, items, almaty).then(() => null));
    }
    await run((tx) => votes.rounds.close(tx, round.id, desk).then(() => null));
    const chosen = (await votes.view.view({ id: round.id }))?.items.find(({ state }) => state === 'chosen');
    await run((tx) =>
      votes.items.progress(tx, chosen?.id ?? '', desk, { stage: 'works', note: 'Начали 1 декабря.' }).then(() => null),
    );
    await page.goto(`${product.publicUrl}/votes/${round.code}?lang=ru`);
    await page.getByText('Проекты по территориям').first().waitFor();
    await look(page, 'results', PHONE.width);
    await page.context().close();
  });
});
