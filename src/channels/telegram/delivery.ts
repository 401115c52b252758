import { type Api, InputFile } from 'grammy';
import type { CasesReadModel, CitizenCaseView, FileRef } from '../../appeals/index.ts';
import type { CitizensRepository } from '../../citizens/index.ts';
import { AppealId, CitizenId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type DeliveryOutcome, LANES, type Notification } from '../../notifications/index.ts';
import type { NotedSends, TelegramSender } from '../../platform/telegram-transport/index.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import { createCardDelivery } from './card-delivery.ts';
import type { CardsRepository } from './cards-repository.ts';
import type { CaseCard } from './case-card.ts';
import { createCaseNewsScreen } from './case-news-screen.ts';
import type { Names } from './names.ts';
import { CHANNEL, messageOf, settled } from './sent-message.ts';
import type { Screen } from './turn.ts';

interface Deps {
  readonly api: Api;
  readonly sender: TelegramSender;
  readonly notedSends: NotedSends;
  readonly citizens: CitizensRepository;
  readonly cards: CardsRepository;
  readonly casesView: CasesReadModel;
  readonly caseCard: CaseCard;
  readonly names: Names;
  readonly t: Translate;
  readonly readFile: (file: FileRef) => Promise<Uint8Array | null>;
  readonly markUnreachable: (externalId: string) => Promise<void>;
  /** Other domains' notifications to citizens, by kind (petitions, surveys, knowledge). */
  readonly renderers: ReadonlyMap<
    string,
    (facts: Readonly<Record<string, unknown>>, citizenId: CitizenId, language: Language) => Promise<Screen | null>
  >;
}

/** Turns "this happened" into messages. The words are chosen when it leaves, in the language and state of that moment. */
export function createTelegramDelivery({
  api,
  sender,
  notedSends,
  citizens,
  cards,
  casesView,
  caseCard,
  names,
  t,
  readFile,
  markUnreachable,
  renderers,
}: Deps) {
  const { card, sendOfCase } = createCardDelivery({ api, sender, notedSends, cards, caseCard });
  const newsScreen = createCaseNewsScreen({ t, names });

  async function deliver(notification: Notification): Promise<DeliveryOutcome> {
    const citizenId = CitizenId.parse(notification.recipient.id);
    const reading = readCase(notification, citizenId);
    const person = await citizens.reach(citizenId, CHANNEL);
    if (!person) return { type: 'refused', channel: CHANNEL, problem: 'no account' };
    if (!person.reachable) {
      if (notification.lane === 'conversation' || notification.lane === 'official')
        await markUnreachable(person.externalId);
      return { type: 'unreachable', channel: CHANNEL, problem: 'blocked earlier' };
    }
    if (person.state === 'stopped' && notification.lane !== 'conversation' && notification.lane !== 'official')
      return { type: 'refused', channel: CHANNEL, problem: 'stopped' };
    const chatId = Number(person.externalId);
    try {
      const outcome = await show(notification, reading, chatId, citizenId, person.language);
      if (outcome.type === 'unreachable') await markUnreachable(person.externalId);
      return outcome;
    } catch (error) {
      if (isRefusal(error)) return { type: 'refused', channel: CHANNEL, problem: error.code };
      throw error;
    }
  }

  /** The case and its cards are asked for together with the person: one packet, one answer. */
  function readCase({ kind, facts }: Notification, citizenId: CitizenId) {
    if (renderers.has(kind)) return null;
    const id = AppealId.parse(facts['appealId']);
    const reading = Promise.all([casesView.citizenCase(id, citizenId), cards.cardsOf(id)]);
    reading.catch(() => undefined);
    return reading;
  }

  async function show(
    notification: Notification,
    reading: ReturnType<typeof readCase>,
    chatId: number,
    citizenId: CitizenId,
    language: Language,
  ): Promise<DeliveryOutcome> {
    const lane = LANES[notification.lane];
    const render = renderers.get(notification.kind);
    if (render) {
      const screen = await render(notification.facts, citizenId, language);
      return screen
        ? settled(await send(chatId, lane, screen))
        : { type: 'refused', channel: CHANNEL, problem: 'nothing to show' };
    }
    if (!reading) return { type: 'refused', channel: CHANNEL, problem: 'nothing to show' };
    const [view, shown] = await reading;
    if (notification.kind === 'case_card')
      return card(view, shown.find((known) => known.chatId === chatId) ?? null, chatId, lane, language);
    const screen = newsScreen(notification, view, language);
    if (!screen) return { type: 'refused', channel: CHANNEL, problem: `unknown kind ${notification.kind}` };
    const outcome = await sendOfCase(view, chatId, lane, screen, { isCard: false, shownHash: null });
    if (outcome.type === 'ok' && notification.kind === 'case_answer')
      await sendFiles(view, notification.facts['entryId'], chatId, lane);
    return settled(outcome);
  }

  async function sendFiles(view: CitizenCaseView, entryId: unknown, chatId: number, lane: number): Promise<void> {
    for (const file of view.entries.find(({ id }) => id === entryId)?.files ?? []) {
      const bytes = await readFile(file);
      if (!bytes) continue;
      const input = new InputFile(bytes, file.fileName ?? (file.kind === 'photo' ? 'photo.jpg' : 'file'));
      await sender.call(
        chatId,
        lane,
        'sendDocument',
        async (): Promise<unknown> =>
          file.kind === 'photo' ? api.sendPhoto(chatId, input) : api.sendDocument(chatId, input),
      );
    }
  }

  function send(chatId: number, lane: number, screen: Screen) {
    const { text, ...extras } = messageOf(screen);
    return sender.call(chatId, lane, 'sendMessage', () => api.sendMessage(chatId, text, extras));
  }

  return { deliver, send };
}
