import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { serveConsole } from '../support/console/serve-console.ts';
import { dayAt } from '../support/today.ts';

const ROADS = 'almaty.roads';

let console: Awaited<ReturnType<typeof serveConsole>>;
let browser: TestBrowser;

beforeAll(async () => {
  await buildConsole();
  console = await serveConsole();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await console.stop();
});

/** Clicks a name in the list of the demonstration, as a newcomer does. */
async function signIn(name: string, options: Parameters<TestBrowser['newPage']>[0] = { locale: 'ru' }) {
  const page = await browser.newPage(options);
  await page.goto(`${console.url}/console/`);
  await page.getByRole('button', { name }).click();
  await page.waitForURL(`${console.url}/console/`);
  return page;
}

describe('an officer in the console', () => {
  it('takes, registers and answers without touching the mouse, and the answer waits for the citizen', async () => {
    const { ticketId, appealId } = await console.writeCase({
      text: 'Не горят фонари на Абая, 10',
      agencyCode: ROADS,
      topicId: 'light.street',
    });
    const page = await signIn('Асель Нұрланқызы');
    const { keyboard } = page;
    await page.waitForSelector('.row');
    await keyboard.press('j');
    await keyboard.press('Enter');
    await page.waitForURL(`${console.url}/console/tickets/${ticketId}`);

    await page.getByRole('button', { name: 'Взять себе' }).waitFor();
    await keyboard.press('t');
    await page.getByText('Обращение теперь у вас.').waitFor();
    await keyboard.press('r');
    await keyboard.type('Ж-881');
    await keyboard.press('Enter');
    await page.getByText('Срок по закону пошёл').waitFor();

    await keyboard.press('a');
    await keyboard.type('Кабель заменён 9 декабря, фонари горят.');
    await keyboard.press('Tab');
    await keyboard.press('Space');
    await keyboard.press('Control+Enter');
    await page.waitForSelector('.preview-letter');
    expect(await page.locator('.preview-letter').innerText()).toMatch(/Сделано[\s\S]*Кабель заменён 9 декабря/);
    await keyboard.press('Enter');
    await page.getByText('Ответ отправлен').waitFor();

    expect(await page.locator('.entry-answer').innerText()).toContain('Отправляется');
    expect((await console.services.thread.of(appealId)).at(-1)).toMatchObject({ kind: 'answer' });
    await page.context().close();
  });

  it('attaches a file to the answer, and the colleague after them can open it', async () => {
    const { ticketId, appealId } = await console.writeCase({ text: 'Провал на Момышулы', agencyCode: ROADS });
    const { person } = await console.signIn('officer', ROADS);
    await console.services.uow.run('test:register', async (tx) => {
      const on = dayAt(console.services, tx.now);
      await console.services.tickets.register(tx, ticketId, person, { number: 'Ж-7', on });
      return null;
    });
    const page = await signIn('Асель Нұрланқызы');
    await page.goto(`${console.url}/console/tickets/${ticketId}`);
    await page.getByRole('button', { name: 'Ответить' }).click();
    await page.getByLabel('Текст ответа').fill('Провал засыпан.');
    await page.getByLabel('Сделано', { exact: true }).check();
    const attachment = join(tmpdir(), `act-${process.pid}.txt`);
    writeFileSync(attachment, 'Акт выполненных работ');
    await page.setInputFiles('input[type=file]', attachment);
    await page.getByRole('button', { name: 'Посмотреть, как придёт' }).click();
    await page.getByRole('button', { name: 'Отправить гражданину' }).click();
    await page.getByText('Ответ отправлен').waitFor();

    const stored = await console.services.thread.of(appealId);
    expect(stored.at(-1)).toMatchObject({ files: [{ mediaType: 'text/plain', state: 'stored' }] });
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.file-document a').click()]);
    expect(readFileSync(await download.path(), 'utf8')).toBe('Акт выполненных работ');
    await page.context().close();
  });

  it('is asked to sign in again when the session has ended, and finds the words where they were', async () => {
    const { ticketId } = await console.writeCase({ text: 'Бордюр разбит', agencyCode: ROADS });
    const page = await signIn('Асель Нұрланқызы');
    await page.goto(`${console.url}/console/tickets/${ticketId}`);
    await page.getByRole('button', { name: 'Внутренняя заметка' }).click();
    await page.getByLabel('Для коллег').fill('Заказали камень');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Сохранить заметку' }).click();
    await page.locator('.panel').getByRole('link', { name: 'Войти' }).click();
    await page.getByRole('button', { name: 'Асель Нұрланқызы' }).click();
    await page.waitForURL(`${console.url}/console/tickets/${ticketId}`);
    await page.getByRole('button', { name: 'Внутренняя заметка' }).click();
    expect(await page.getByLabel('Для коллег').inputValue()).toBe('Заказали камень');
    await page.context().close();
  });

  it('keeps what was typed when the line is gone, and does not send it twice', async () => {
    const { ticketId, appealId } = await console.writeCase({ text: 'Яма у школы 25', agencyCode: ROADS });
    const page = await signIn('Дмитрий Орлов');
    await page.goto(`${console.url}/console/tickets/${ticketId}`);
    await page.getByRole('button', { name: 'Внутренняя заметка' }).click();
    await page.getByLabel('Для коллег').fill('Осмотрели, нужна карта');
    // The server does it, the answer is lost on the way back.
    await page.route('**/note', async (route) => {
      await route.fetch();
      await route.abort();
      await page.unroute('**/note');
    });
    await page.getByRole('button', { name: 'Сохранить заметку' }).click();
    await page.getByText('Написанное сохранено здесь.').waitFor();
    expect(await page.getByLabel('Для коллег').inputValue()).toBe('Осмотрели, нужна карта');
    await page.getByRole('button', { name: 'Сохранить заметку' }).click();
    await page.getByText('Заметка сохранена').waitFor();

    const notes = (await console.services.thread.of(appealId)).filter(({ kind }) => kind === 'note');
    expect(notes).toHaveLength(1);
    await page.context().close();
  });

  it('sees a change that somebody else made without asking again', async () => {
    const { ticketId } = await console.writeCase({ text: 'Нет разметки на Розыбакиева', agencyCode: ROADS });
    const page = await signIn('Асель Нұрланқызы');
    await page.goto(`${console.url}/console/tickets/${ticketId}`);
    await page.getByRole('button', { name: 'Взять себе' }).waitFor();
    const { person: supervisor } = await console.signIn('supervisor', ROADS);
    await console.services.uow.run('test:somebody-else', async (tx) => {
      await console.services.tickets.take(tx, ticketId, supervisor);
      return null;
    });
    await page.locator('.facts').getByText('Дмитрий Орлов').waitFor();
    await page.context().close();
  });
});

describe('a page that a new version has replaced', () => {
  it('offers to open again instead of a blank window', async () => {
    const page = await signIn('Дмитрий Орлов');
    await page.route('**/assets/team-*.js', (route) => route.abort());
    await page.getByRole('link', { name: 'Команда' }).click();
    await page.getByText('Страница не открылась.').waitFor();
    await page.unroute('**/assets/team-*.js');
    await page.getByRole('button', { name: 'Открыть заново' }).click();
    await page.getByText('Пригласить коллегу').waitFor();
    await page.context().close();
  });
});

describe('a supervisor in the console', () => {
  it('passes a matter on to a body found by its name', async () => {
    const { ticketId, appealId } = await console.writeCase({ text: 'Прорыв трубы на Сатпаева', agencyCode: ROADS });
    const page = await signIn('Дмитрий Орлов');
    await page.goto(`${console.url}/console/tickets/${ticketId}`);
    await page.getByRole('button', { name: 'Передать' }).click();
    await page.getByRole('combobox', { name: 'Какому органу' }).fill('Алматы Су');
    await page.getByRole('option', { name: /Алматы Су/ }).click();
    await page.getByLabel('Почему туда').fill('Водопровод ведёт «Алматы Су».');
    await page.locator('.panel').getByRole('button', { name: 'Передать' }).click();
    await page.getByText('Обращение передано.').waitFor();

    const tickets = await console.services.uow.run('test:tickets', (tx) =>
      console.services.appeals.ticketsOf(tx, appealId),
    );
    expect(tickets.result.map(({ agencyCode, state }) => [agencyCode, state])).toEqual([
      [ROADS, 'redirected'],
      ['almaty.water', 'delivered'],
    ]);
    await page.context().close();
  });

  it('invites a colleague, who signs in by the link once', async () => {
    const page = await signIn('Дмитрий Орлов');
    await page.goto(`${console.url}/console/team`);
    await page.getByText('Пригласить коллегу').click();
    await page.getByLabel('Имя', { exact: true }).fill('Гаухар');
    await page.getByLabel('Фамилия').fill('Сапарова');
    await page.getByLabel('Почта').fill('gaukhar@almaty-roads.example');
    await page.getByRole('button', { name: 'Создать ссылку' }).click();
    const link = await page.getByRole('textbox', { name: 'Ссылка' }).inputValue();
    await page.context().close();

    const newcomer = await browser.newPage({ locale: 'kk' });
    await newcomer.goto(link.replace('http://127.0.0.1/', `${console.url}/`));
    await newcomer.getByRole('button', { name: 'Кіру' }).click();
    await newcomer.waitForURL(`${console.url}/console/`);
    await newcomer.getByText('Гаухар Сапарова').waitFor();
    await newcomer.context().close();

    const latecomer = await browser.newPage({ locale: 'kk' });
    await latecomer.goto(link.replace('http://127.0.0.1/', `${console.url}/`));
    await latecomer.getByRole('button', { name: 'Кіру' }).click();
    await latecomer.getByText('Сілтеме пайдаланылған немесе ескірген.').waitFor();
    await latecomer.context().close();
  });
});

describe('an operator in the console', () => {
  it('sends what nobody could place to a body with one key, and the next message slides in', async () => {
    const first = await console.writeCase({
      text: 'Тротуар разбит',
      topicId: 'road.surface',
      place: { territoryCode: '751110000' as never },
    });
    await console.writeCase({
      text: 'Светофор не работает',
      topicId: 'road.signs',
      place: { territoryCode: '751110000' as never },
    });
    const page = await signIn('Жанна Бекова');
    await page.goto(`${console.url}/console/triage`);
    await page.getByText('Тротуар разбит').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Светофор не работает').waitFor();

    const tickets = await console.services.uow.run('test:triage', (tx) =>
      console.services.appeals.ticketsOf(tx, first.appealId),
    );
    expect(tickets.result.map(({ agencyCode }) => agencyCode)).toEqual([ROADS]);
    await page.context().close();
  });
});
