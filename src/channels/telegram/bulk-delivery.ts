import { type Api, InputFile } from 'grammy';
import type { CitizenId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import {
  type BulkNotification,
  type BulkOutbox,
  type DeliveryOutcome,
  LANES,
  type Lane,
} from '../../notifications/index.ts';
import type { TelegramSender } from '../../platform/telegram-transport/index.ts';
import { createSendLog, NotWrittenDown } from './send-log.ts';
import { CHANNEL, settled } from './sent-message.ts';
import { fitting, type Screen } from './turn.ts';

/** Words that are the same for everybody are drawn once per language and kept this long. */
const KEEP_SCREEN_MS = 5_000;
/** Words under a picture may be a quarter as long as a message. */
const MAX_CAPTION = 1_024;

interface Deps {
  readonly api: Api;
  readonly sender: TelegramSender;
  readonly outbox: BulkOutbox;
  readonly lane: Lane;
  /** Messages whose words depend on their facts and the language only, not on the person. */
  readonly renderers: ReadonlyMap<
    string,
    (facts: Readonly<Record<string, unknown>>, citizenId: CitizenId, language: Language) => Promise<Screen | null>
  >;
  readonly markUnreachable: (externalId: string) => Promise<void>;
  readonly nowMs: () => number;
  readonly schedule: (run: () => void, afterMs: number) => void;
  /** How many are taken at once; about two seconds' worth of the token's rate. */
  readonly batch: number;
  /** The parts of the chats that this process serves; null is all of them. */
  readonly parts?: () => readonly number[] | null;
}

/** Sends one lane to very many people: read by the hundred, worded once, sent at the token's pace, noted by the hundred. */
export function createBulkDelivery({
  api,
  sender,
  outbox,
  lane,
  renderers,
  markUnreachable,
  nowMs,
  schedule,
  batch,
  parts = () => null,
}: Deps) {
  const sendLog = createSendLog({ outbox, channel: CHANNEL, schedule });
  /** Pictures that Telegram has already. */
  const uploaded = new Map<string, string>();
  const screens = new Map<string, { screen: Promise<Screen | null>; at: number }>();

  function screenFor({ kind, facts, citizenId, language }: BulkNotification): Promise<Screen | null> {
    const key = `${kind} ${language} ${JSON.stringify(facts)}`;
    const known = screens.get(key);
    if (known && nowMs() - known.at < KEEP_SCREEN_MS) return known.screen;
    if (screens.size > 1_000) screens.clear();
    const render = renderers.get(kind);
    const screen = render
      ? render(facts, citizenId as CitizenId, language).then((found) => found && fitting(found))
      : Promise.resolve(null);
    screens.set(key, { screen, at: nowMs() });
    return screen;
  }

  async function show(chat: string, screen: Screen): Promise<{ message_id: number }> {
    const keyboard = screen.keyboard ? { reply_markup: screen.keyboard } : {};
    if (!screen.photo)
      return api.sendMessage(chat, screen.text, {
        entities: [...(screen.entities ?? [])],
        link_preview_options: { is_disabled: true },
        ...keyboard,
      });
    const { key, bytes } = screen.photo;
    const caption = fitting(screen, MAX_CAPTION);
    const sent = await api.sendPhoto(chat, uploaded.get(key) ?? new InputFile(await bytes(), 'results.png'), {
      caption: caption.text,
      caption_entities: [...(caption.entities ?? [])],
      ...keyboard,
    });
    const id = sent.photo.at(-1)?.file_id;
    if (uploaded.size > 1_000) uploaded.clear();
    if (id) uploaded.set(key, id);
    return sent;
  }

  async function deliver(notification: BulkNotification): Promise<DeliveryOutcome> {
    const { externalId, reachable, stopped } = notification;
    if (externalId === null) return { type: 'refused', channel: CHANNEL, problem: 'no account' };
    if (!reachable) return { type: 'unreachable', channel: CHANNEL, problem: 'blocked earlier' };
    if (stopped) return { type: 'refused', channel: CHANNEL, problem: 'stopped' };
    const screen = await screenFor(notification);
    if (!screen) return { type: 'refused', channel: CHANNEL, problem: 'nothing to show' };
    const outcome = settled(
      await sender.call(externalId, LANES[lane], 'sendMessage', () =>
        sendLog.leaving(notification.id, () => show(externalId, screen)),
      ),
    );
    if (outcome.type === 'unreachable') await markUnreachable(externalId);
    return outcome;
  }

  return {
    /** Takes a batch and sees it through, noting outcomes as they come. @returns how many were taken; zero means that nothing waits. */
    async round(): Promise<number> {
      const taken = await outbox.claim(lane, CHANNEL, batch, parts());
      await Promise.all(
        taken.map(async (notification) => {
          const outcome = await deliver(notification).catch(
            (error: unknown): DeliveryOutcome =>
              error instanceof NotWrittenDown
                ? { type: 'later', afterMs: 1_000, problem: 'intent not written down' }
                : { type: 'unknown', problem: error instanceof Error ? error.name : 'unknown' },
          );
          await sendLog.done(notification, outcome);
        }),
      );
      return taken.length;
    },
  };
}
export type BulkDelivery = ReturnType<typeof createBulkDelivery>;
