import { createHash } from 'node:crypto';
import { type Api, InlineKeyboard, InputFile } from 'grammy';
import {
  type CasesReadModel,
  type CitizenCaseView,
  type FileRef,
  isOpenTicket,
  showCaseNumber,
} from '../../appeals/index.ts';
import type { CitizensRepository } from '../../citizens/index.ts';
import { AppealId, CitizenId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type DeliveryOutcome, LANES, type Notification } from '../../notifications/index.ts';
import type { NotedSends, TelegramOutcome, TelegramSender } from '../../platform/telegram-transport/index.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import { pointLines } from './answer-points.ts';
import { caseButton } from './callback-data.ts';
import { oneLine } from './card-lines.ts';
import type { CardsRepository, ShownCard } from './cards-repository.ts';
import type { CaseCard } from './case-card.ts';
import type { Names } from './names.ts';
import { FormattedString, fmt, lines } from './rich-text.ts';
import { termNewsScreen } from './term-news.ts';
import { fitting, type Screen } from './turn.ts';

const CHANNEL = 'telegram';

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

  /** Edits the case's one message; a card that is gone or was never sent is sent anew. */
  async function card(
    view: CitizenCaseView,
    shown: ShownCard | null,
    chatId: number,
    lane: number,
    language: Language,
  ): Promise<DeliveryOutcome> {
    const screen = fitting(caseCard(view, language));
    const shownHash = createHash('sha256').update(JSON.stringify(screen)).digest('base64url').slice(0, 22);
    if (shown?.shownHash === shownHash)
      return { type: 'delivered', channel: CHANNEL, ref: { messageId: shown.messageId } };
    if (shown) {
      const outcome = await sender.call(chatId, lane, 'editMessageText', () =>
        api.editMessageText(chatId, shown.messageId, screen.text, {
          entities: [...(screen.entities ?? [])],
          ...(screen.keyboard ? { reply_markup: screen.keyboard } : {}),
          link_preview_options: { is_disabled: true },
        }),
      );
      if (outcome.type === 'ok' || outcome.type === 'not_modified') {
        // Leaves together with the outcome. Were it lost, the next drawing would only repeat this one.
        cards.remember(view.appeal.id, chatId, shown.messageId, { isCard: true, shownHash }).catch(() => undefined);
        return { type: 'delivered', channel: CHANNEL, ref: { messageId: shown.messageId } };
      }
      if (outcome.type !== 'message_gone') return settled(outcome);
      await cards.forget(chatId, shown.messageId);
    }
    return settled(await sendOfCase(view, chatId, lane, screen, { isCard: true, shownHash }));
  }

  /** Sends what belongs to a case; that it does is written down before anything else happens. */
  async function sendOfCase(
    { appeal }: CitizenCaseView,
    chatId: number,
    lane: number,
    screen: Screen,
    shown: { isCard: boolean; shownHash: string | null },
  ) {
    const note = cards.noteOf(appeal.id, chatId, shown);
    const outcome = await sender.call(chatId, lane, 'sendMessage', () =>
      notedSends.send({ chat_id: chatId, ...messageOf(screen) }, note),
    );
    if (outcome.type === 'ok' && !outcome.result.isNoted)
      await cards.remember(appeal.id, chatId, outcome.result.message_id, shown);
    return outcome;
  }

  function newsScreen({ kind, facts }: Notification, view: CitizenCaseView, language: Language): Screen | null {
    const { appeal } = view;
    const number = showCaseNumber(appeal.number ?? '');
    const ticket = [...view.tickets, ...view.pastTickets].find(({ id }) => id === facts['ticketId']);
    const agency = ticket ? names.agency(ticket.agencyCode, language) : '';
    const entry = view.entries.find(({ id }) => id === facts['entryId']);
    const day = (on: Parameters<Names['day']>[0] | null | undefined) => (on ? names.day(on, language) : '—');
    const text = (key: string, args: Record<string, string> = {}) => t(language, key, { number, agency, ...args });
    const title = (key: string, args: Record<string, string> = {}) => FormattedString.b(text(key, args));
    const words = entry?.maskedText ?? '';
    const verdict = () =>
      new InlineKeyboard()
        .text(t(language, 'button-resolved'), caseButton('resolved', appeal.id))
        .text(t(language, 'button-partly'), caseButton('partly', appeal.id))
        .text(t(language, 'button-unresolved'), caseButton('unresolved', appeal.id));
    switch (kind) {
      case 'case_closed_in_silence':
        return { ...lines(title('news-closed-in-silence'), text('news-closed-in-silence-what')), keyboard: verdict() };
      case 'case_external_overdue':
        return {
          ...lines(
            title('news-external-overdue', { external: ticket?.registrationNumber ?? '' }),
            text('news-external-overdue-what'),
          ),
          keyboard: new InlineKeyboard()
            .text(t(language, 'button-external-answered'), caseButton('external_answered', appeal.id))
            .row()
            .text(t(language, 'button-complain-silence'), caseButton('complain_silence', appeal.id)),
        };
      case 'case_registered':
        return lines(
          title('news-registered'),
          text('news-registered-what', { register: ticket?.registrationNumber ?? '', day: day(ticket?.statutoryOn) }),
        );
      case 'case_question':
        return {
          ...lines(title('news-question'), words),
          keyboard: new InlineKeyboard().text(t(language, 'button-reply'), caseButton('reply', appeal.id)),
        };
      case 'case_answer': {
        const points = entry ? pointLines(t, language, entry) : [];
        const outgoing = entry?.details?.['outgoingNumber'];
        const outcome = entry?.details?.['outcome'];
        const waiting = view.tickets.filter(({ id, state }) => id !== ticket?.id && isOpenTicket(state));
        return {
          ...lines(
            title('answer-title'),
            ticket?.matter ? text('answer-about', { matter: oneLine(ticket.matter.text) }) : null,
            fmt`${agency}${typeof outcome === 'string' ? ` · ${t(language, 'outcome-name', { outcome })}` : ''}`,
            '\n',
            ...points,
            points.length > 0 ? '\n' : null,
            words,
            typeof outgoing === 'string'
              ? fmt`${'\n'}${text('answer-outgoing', { outgoing, on: day(entry?.details?.['outgoingOn'] as Parameters<Names['day']>[0] | undefined) })}`
              : null,
            waiting.length > 0
              ? fmt`${'\n'}${text('answer-others', { others: waiting.map(({ agencyCode }) => names.agency(agencyCode, language)).join(', ') })}`
              : fmt`${'\n'}${t(language, 'answer-helped')}`,
          ),
          // Whether it helped is asked with the last body's answer.
          ...(waiting.length > 0 ? {} : { keyboard: verdict() }),
        };
      }
      default:
        return termNewsScreen({ kind, view, ticket, entry, number, agency, language }, { t, names });
    }
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

function messageOf(wanted: Screen) {
  const { text, entities, keyboard, replyKeyboard } = fitting(wanted);
  const markup = keyboard ?? replyKeyboard;
  return {
    text,
    entities: [...(entities ?? [])],
    link_preview_options: { is_disabled: true },
    ...(markup ? { reply_markup: markup } : {}),
  };
}

/** What Telegram said, as the outbox wants to know it. */
export function settled(outcome: TelegramOutcome<{ message_id: number }>): DeliveryOutcome {
  switch (outcome.type) {
    case 'ok':
      return { type: 'delivered', channel: CHANNEL, ref: { messageId: outcome.result.message_id } };
    case 'not_modified':
      return { type: 'delivered', channel: CHANNEL };
    case 'blocked':
      return { type: 'unreachable', channel: CHANNEL, problem: outcome.description };
    case 'too_many':
      return { type: 'later', afterMs: outcome.retryAfterMs, problem: 'too many requests' };
    case 'message_gone':
      return { type: 'refused', channel: CHANNEL, problem: outcome.description };
    case 'refused':
      return { type: 'refused', channel: CHANNEL, problem: outcome.description };
    case 'unreachable':
      return outcome.mayHaveArrived
        ? { type: 'unknown', problem: 'no reply from Telegram' }
        : { type: 'later', afterMs: 3_000, problem: 'Telegram unreachable' };
  }
}
