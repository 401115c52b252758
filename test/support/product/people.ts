import type { Officer, StaffRole, Ticket } from '../../../src/appeals/index.ts';
import type { AgencyCode } from '../../../src/kernel/ids.ts';
import { newId, StaffId } from '../../../src/kernel/ids.ts';
import type { Language } from '../../../src/kernel/language.ts';
import type { Tx } from '../../../src/kernel/unit-of-work.ts';
import { loadTexts } from '../../../src/platform/texts/texts.ts';
import type { Product } from './start-product.ts';

const { t } = loadTexts();

/** A citizen who has chosen a language and agreed, sitting at the simulator. */
export async function aCitizen(product: Product, name: string, language: Language) {
  const citizen = product.simulator.citizen(name, { language });
  citizen.start();
  await citizen.waitForReply(t('ru', 'start-language'));
  await citizen.press('last', { kk: 'Қазақша', ru: 'Русский', en: 'English' }[language]);
  await citizen.waitFor(t(language, 'consent-text').slice(0, 40));
  await citizen.press('last', t(language, 'consent-yes'));
  await citizen.waitFor(t(language, 'menu-ready'));
  return Object.assign(citizen, { t: (key: string, args?: Record<string, string | number>) => t(language, key, args) });
}
export type TestCitizen = Awaited<ReturnType<typeof aCitizen>>;

/** Writes a message, takes the first answer to a question about whose it is, and sends it; resolves with the number as shown. */
export async function sendCase(citizen: TestCitizen, text: string): Promise<{ number: string; cardId: number }> {
  citizen.send(text);
  const canSend = (message: Parameters<typeof buttons>[0]) => buttons(message).includes(citizen.t('button-send'));
  const isAsked = (message: Parameters<typeof buttons>[0]) => buttons(message).includes(citizen.t('button-other-send'));
  const card = await citizen.waitForReply((message) => canSend(message) || isAsked(message));
  if (isAsked(card)) {
    await citizen.press(card.message_id, buttons(card)[0] ?? '');
    await citizen.waitFor((message) => message.message_id === card.message_id && canSend(message));
  }
  await citizen.press(card.message_id, citizen.t('button-send'));
  const sent = await citizen.waitFor(
    (message) => message.message_id === card.message_id && /\d{3}-\d{3}-\d/.test(message.text ?? ''),
  );
  return { number: /\d{3}-\d{3}-\d/.exec(sent.text ?? '')?.[0] ?? '', cardId: card.message_id };
}

export const buttons = (message: { reply_markup?: { inline_keyboard: { text: string }[][] } | undefined }): string[] =>
  message.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? [];

/** Acts for the body that holds a case, through the same use cases as every channel of officers. */
export function atTheDesk(product: Product, role: StaffRole = 'officer') {
  const id = StaffId.parse(newId());
  const { uow, tickets, db } = product.services;
  let step = 0;

  async function ticketOf(number: string): Promise<Ticket['id'] & string> {
    const row = await db.ticket.findFirstOrThrow({
      where: { appeal: { number: number.replaceAll('-', '') }, state: { notIn: ['redirected', 'withdrawn'] } },
      orderBy: { deliveredAt: 'desc' },
    });
    agency = row.agencyCode as AgencyCode;
    return row.id as Ticket['id'] & string;
  }
  let agency: AgencyCode | null = null;

  return {
    id,
    get agency() {
      return agency;
    },
    async act<Result>(
      number: string,
      command: (tx: Tx, ticketId: Ticket['id'], officer: Officer) => Promise<Result>,
    ): Promise<Result> {
      const ticketId = await ticketOf(number);
      const officer: Officer = {
        id,
        role,
        agencyCode: role === 'operator' || role === 'monitor' ? null : agency,
        unitIds: [],
      };
      step += 1;
      const { result } = await uow.run(`desk:${id}:${step}`, async (tx) => void (await command(tx, ticketId, officer)));
      return result as Result;
    },
    tickets,
  };
}
