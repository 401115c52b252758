import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, screenshot, type TestBrowser } from '../support/browser/index.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { serveConsole } from '../support/console/serve-console.ts';

let console: Awaited<ReturnType<typeof serveConsole>>;
let browser: TestBrowser;

beforeAll(async () => {
  await buildConsole();
  console = await serveConsole();
  browser = await launchBrowser();
  await console.services.database.pool.query(
    `with born as (
       insert into citizens (id, language, state, territory_code, settings, created_at)
       select gen_random_uuid(), (array['kk', 'ru'])[1 + n % 2], 'active', 'almaty', '{"surveys": true}', now()
       from generate_series(1, 300) n returning id
     )
     insert into citizen_accounts (channel, external_id, citizen_id, since)
     select 'telegram', (700000 + row_number() over ())::text, id, now() from born`,
  );
});
afterAll(async () => {
  await browser.close();
  await console.stop();
});

async function signIn(name: string, options: Parameters<TestBrowser['newPage']>[0] = { locale: 'ru' }): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(`${console.url}/console/`);
  await page.getByRole('button', { name }).click();
  await page.waitForURL(`${console.url}/console/`);
  return page;
}

/** Seconds of a person who has never seen it (keystroke-level model): a thought before each act, slow typing. */
const THINK = 2;
const POINT = 1.3;
const KEY = 0.28;

describe('a newcomer who runs surveys', () => {
  it('comes from an empty page to a fielded survey in under five minutes', async () => {
    let seconds = 0;
    const page = await signIn('Дмитрий Орлов', { locale: 'ru', width: 1280, height: 900 });
    const click = async (name: string | RegExp, role: 'button' | 'link' = 'button', on: Page = page): Promise<void> => {
      await on
        .getByRole(role, { name, exact: typeof name === 'string' })
        .first()
        .click();
      seconds += THINK + POINT;
    };
    const write = async (label: string, words: readonly [kk: string, ru: string, en: string]): Promise<void> => {
      for (const [index, language] of ['казахский', 'русский', 'английский'].entries()) {
        await page
          .getByLabel(`${label}, ${language}`, { exact: true })
          .first()
          .fill(words[index] ?? '');
        seconds += POINT + (words[index] ?? '').length * KEY;
      }
      seconds += THINK;
    };

    await click('Опросы', 'link');
    await click('С пустой страницы');
    await page.waitForURL(/\/surveys\/[0-9a-f-]{36}$/);
    const surveyUrl = page.url();
    await write('Название', ['Аула', 'Двор', 'Yard']);
    await write('Текст вопроса', ['Аулаңызда не жетпейді?', 'Чего не хватает во дворе?', 'What does your yard lack?']);
    await write('Ответы 1', ['Жарық', 'Света', 'Light']);
    await write('Ответы 2', ['Ағаш', 'Деревьев', 'Trees']);

    // The chat beside the editor already asks it, and the review says that nothing is missing.
    await page.locator('.phone').getByRole('button', { name: 'Деревьев' }).click();
    await page.locator('.phone').getByText('Спасибо. Итоги пришлём сюда').waitFor();
    seconds += THINK + POINT;
    await page.getByText('Заполнено на всех языках.').waitFor();
    await page.getByText('Сохранено').waitFor();
    await screenshot(page, 'survey-editor-ru-1280');
    await click('Отдать на одобрение');
    await page.getByText('Одобрит другой сотрудник').waitFor();

    const second = await signIn('Жанна Бекова');
    await second.goto(surveyUrl);
    await click('Одобрить', 'button', second);
    await second.getByRole('button', { name: 'Начать новую версию' }).waitFor();
    await second.context().close();

    await page.goto(`${surveyUrl}/waves`);
    await page.getByText('Напишем 300 из 300 подходящих').waitFor();
    await page.getByLabel('Случайная выборка').check();
    seconds += THINK + POINT;
    await page.getByLabel('Сколько человек').fill('100');
    seconds += POINT + 3 * KEY;
    await page.getByText('Напишем 100 из 300 подходящих').waitFor();
    await screenshot(page, 'survey-new-wave-ru-1280');
    await click('Составить список');
    await page.waitForURL(/\/surveys\/waves\//);
    await click('Начать рассылку');
    await page.getByText('идёт', { exact: true }).waitFor();
    await page.getByText('Обработано 0 из 100').waitFor();
    await screenshot(page, 'survey-wave-ru-1280');

    const { rows } = await console.services.database.pool.query(
      `select w.state, count(*)::int as people from survey_waves w join survey_recipients r on r.wave_id = w.id group by 1`,
    );
    expect(rows).toEqual([{ state: 'fielding', people: 100 }]);
    expect(seconds).toBeLessThan(300);
    await page.context().close();
  });

  it('reads the results on a phone without scrolling sideways, in Kazakh and in the dark', async () => {
    const { pool } = console.services.database;
    const { rows } = await pool.query<{ id: string }>('select id from survey_waves limit 1');
    const waveId = rows[0]?.id ?? '';
    for (let index = 0; index < 30; index += 1)
      await pool.query(
        `insert into survey_submissions (id, wave_id, mode, is_complete, channel, language, answered_on, seconds_band, strata, wordings, answers, mixed)
         values (gen_random_uuid(), $1, 'anonymous', true, 'telegram', 'kk', '2026-11-16', 'under_30s', '{"language": "kk"}', '{}', $2, true)`,
        [waveId, JSON.stringify({ q1: { kind: 'given', value: { type: 'option', option: index % 3 ? 'a' : 'b' } } })],
      );
    const page = await signIn('Дмитрий Орлов', { locale: 'kk', width: 390, height: 844, colorScheme: 'dark' });
    await page.goto(`${console.url}/console/surveys/waves/${waveId}/results`);
    await page.getByText('67 %').first().waitFor();
    await page.getByText('30 толық жауап').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await screenshot(page, 'survey-results-kk-390-dark');
    await page.context().close();
  });
});
