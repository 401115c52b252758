import type { Locator, Page } from 'playwright-core';
import type { TicketId } from '../../../src/kernel/ids.ts';
import type { OfficerWorld } from '../officers/officer-world.ts';
import { startConsoleHouse } from './console-hands.ts';
import type { Desk, OfficerHouse } from './story.ts';

const MOST_TABS = 60;

/** Both bodies in the console without a mouse: every act is keys pressed on the page as it is. */
export const byKeyboard = (world: OfficerWorld): Promise<OfficerHouse> => startConsoleHouse(world, atTheKeyboard);

async function atTheKeyboard(
  page: Page,
  world: OfficerWorld,
  { inbox, ticketId }: { inbox: string; ticketId: TicketId },
): Promise<Desk> {
  const { keyboard } = page;
  const panel = page.locator('.panel');
  const said = (words: string) => page.locator('.told').getByText(words).waitFor();
  const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

  await page.goto(inbox);
  await page.waitForSelector('.row');
  await keyboard.press('j');
  await keyboard.press('Enter');
  await page.waitForURL(`${inbox}tickets/${ticketId}`);

  /** The key of a command, once the page offers it; the form it opens has the focus in it. */
  async function press(key: string, command: string): Promise<void> {
    await page.locator(`[data-command=${command}]`).waitFor();
    await keyboard.press(key);
    if (command !== 'take') await panel.locator(':focus').waitFor();
  }

  /** As somebody does who sees where the focus is. */
  async function tabTo(target: Locator): Promise<void> {
    await target.waitFor();
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await hasFocus(target)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`${MOST_TABS} tabs do not lead to ${String(target)}`);
  }

  return {
    async take() {
      await press('t', 'take');
      await said('Обращение теперь у вас.');
    },
    async ask(text) {
      await press('q', 'ask');
      await tabTo(panel.getByLabel('Вопрос', { exact: true }));
      await keyboard.type(text);
      await keyboard.press('Control+Enter');
      await said('Вопрос отправлен гражданину.');
    },
    async redirect(to, reason) {
      const name = world.services.directory.agencies.find(({ code }) => code === to)?.shortName.ru ?? '';
      await press('p', 'redirect');
      await tabTo(page.getByRole('combobox', { name: 'Какому органу' }));
      await keyboard.type(name);
      await page.getByRole('option', { name }).first().waitFor();
      await keyboard.press('ArrowDown');
      await page.locator('[role=option][data-focused]', { hasText: name }).waitFor();
      await keyboard.press('Enter');
      await tabTo(panel.getByLabel('Почему туда'));
      await keyboard.type(reason);
      await keyboard.press('Control+Enter');
      await said('Обращение передано.');
    },
    async register(number) {
      await press('r', 'register');
      await keyboard.type(number);
      await keyboard.press('Enter');
      await said('Зарегистрировано.');
    },
    async extend(reason) {
      const { latest } = await world.services.clocks.offerExtension(ticketId, await world.room.desk.today());
      await press('e', 'extend');
      await tabTo(panel.getByLabel('Новый срок'));
      const [year = '', month = '', day = ''] = (latest ?? '').split('-');
      // The field of a date follows the language of the browser itself, which is English here.
      await keyboard.type(`${month}${day}${year}`);
      await tabTo(panel.getByLabel('Причина'));
      await keyboard.press('Control+a');
      await keyboard.type(reason);
      await keyboard.press('Control+Enter');
      await said('Срок продлён, гражданин извещён.');
    },
    async answer(text) {
      const answers = page.locator('.entry-answer');
      const before = await answers.count();
      await press('a', 'answer');
      await tabTo(panel.getByLabel('Текст ответа'));
      await keyboard.type(text);
      await tabTo(panel.locator('input[name=outcome]').first());
      await keyboard.press('Space');
      await keyboard.press('Control+Enter');
      await page.waitForSelector('.preview-letter');
      await keyboard.press('Control+Enter');
      await answers.nth(before).waitFor();
    },
  };
}
