import type { Page } from 'playwright-core';
import type { TicketId } from '../../../src/kernel/ids.ts';
import type { OfficerWorld } from '../officers/officer-world.ts';
import { startConsoleHouse } from './console-hands.ts';
import type { Desk, OfficerHouse } from './story.ts';

/** Both bodies in the console, by pointing and clicking. */
export const inConsole = (world: OfficerWorld): Promise<OfficerHouse> => startConsoleHouse(world, withTheMouse);

async function withTheMouse(
  page: Page,
  world: OfficerWorld,
  { inbox, ticketId }: { inbox: string; ticketId: TicketId },
): Promise<Desk> {
  await page.goto(`${inbox}tickets/${ticketId}`);
  const commands = page.getByRole('toolbar', { name: 'Что можно сделать' });
  const press = (name: string) => commands.getByRole('button', { name, exact: true }).click();
  const act = (name: string) => page.locator('.panel').getByRole('button', { name, exact: true }).click();
  const said = (words: string) => page.getByText(words).first().waitFor();
  return {
    async take() {
      await press('Взять себе');
      await said('Обращение теперь у вас.');
    },
    async ask(text) {
      await press('Спросить');
      await page.getByLabel('Вопрос', { exact: true }).fill(text);
      await act('Отправить гражданину');
      await said('Вопрос отправлен гражданину.');
    },
    async redirect(to, reason) {
      const name = world.services.directory.agencies.find(({ code }) => code === to)?.shortName.ru ?? '';
      await press('Передать');
      await page.getByRole('combobox', { name: 'Какому органу' }).fill(name);
      await page.getByRole('option', { name }).first().click();
      await page.getByLabel('Почему туда').fill(reason);
      await act('Передать');
      await said('Обращение передано.');
    },
    async register(number) {
      await press('Зарегистрировать');
      await page.getByLabel('Номер регистрации').fill(number);
      await act('Зарегистрировать');
      await said('Зарегистрировано.');
    },
    async extend(reason) {
      const { latest } = await world.services.clocks.offerExtension(ticketId, await world.room.desk.today());
      await press('Продлить');
      await page.getByLabel('Новый срок').fill(latest ?? '');
      await page.getByLabel('Причина').fill(reason);
      await act('Продлить и известить');
      await said('Срок продлён, гражданин извещён.');
    },
    async answer(text) {
      await page.reload();
      await press('Ответить');
      await page.getByLabel('Текст ответа').fill(text);
      await page.getByLabel('Сделано', { exact: true }).check();
      await act('Посмотреть, как придёт');
      await act('Отправить гражданину');
      await said('Ответ отправлен.');
    },
  };
}
