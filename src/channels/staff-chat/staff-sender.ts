import type { Api } from 'grammy';
import type { DeliveryOutcome } from '../../notifications/index.ts';
import type { TelegramOutcome, TelegramSender } from '../../platform/telegram-transport/index.ts';
import type { StaffScreen } from './card-screen.ts';

const LANE = 1;

/** Where in a group something is said: in a topic, or as a reply. */
export interface SpokenAt {
  readonly threadId?: number | null;
  readonly replyTo?: number | null;
}

export function createStaffSender({ api, sender }: { api: Api; sender: TelegramSender }) {
  const quiet = { link_preview_options: { is_disabled: true } };
  return {
    say: (
      chatId: string,
      { text, entities, keyboard }: StaffScreen,
      { threadId, replyTo }: SpokenAt = {},
      forceReply = false,
    ) =>
      sender.call(chatId, LANE, 'sendMessage', () =>
        api.sendMessage(chatId, text, {
          ...quiet,
          entities,
          ...(keyboard
            ? { reply_markup: keyboard }
            : forceReply
              ? { reply_markup: { force_reply: true, selective: true } }
              : {}),
          ...(threadId ? { message_thread_id: threadId } : {}),
          ...(replyTo ? { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } } : {}),
        }),
      ),

    edit: (chatId: string, messageId: number, { text, entities, keyboard }: StaffScreen) =>
      sender.call(chatId, LANE, 'editMessageText', () =>
        api.editMessageText(chatId, messageId, text, {
          ...quiet,
          entities,
          ...(keyboard ? { reply_markup: keyboard } : {}),
        }),
      ),

    /** Only the one who pressed sees it. */
    tell: (callbackQueryId: string, text: string, alert: boolean) =>
      sender.call(callbackQueryId, LANE, 'answerCallbackQuery', () =>
        api.answerCallbackQuery(callbackQueryId, { text: [...text].slice(0, 200).join(''), show_alert: alert }),
      ),

    openTopic: (chatId: string, name: string) =>
      sender.call(chatId, LANE, 'createForumTopic', () =>
        api.createForumTopic(chatId, [...name].slice(0, 128).join('')),
      ),
  };
}
export type StaffSender = ReturnType<typeof createStaffSender>;

export function deliveryOutcomeOf(
  outcome: Exclude<TelegramOutcome<unknown>, { type: 'ok' | 'not_modified' }>,
): DeliveryOutcome {
  const channel = 'staff_chat';
  switch (outcome.type) {
    case 'blocked':
      return { type: 'unreachable', channel, problem: outcome.description };
    case 'too_many':
      return { type: 'later', afterMs: outcome.retryAfterMs, problem: 'too many requests' };
    case 'message_gone':
    case 'refused':
      return { type: 'refused', channel, problem: outcome.description };
    case 'unreachable':
      return outcome.mayHaveArrived
        ? { type: 'unknown', problem: 'no reply from Telegram' }
        : { type: 'later', afterMs: 3_000, problem: 'Telegram unreachable' };
  }
}
