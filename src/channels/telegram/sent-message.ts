import type { DeliveryOutcome } from '../../notifications/index.ts';
import type { TelegramOutcome } from '../../platform/telegram-transport/index.ts';
import { fitting, type Screen } from './turn.ts';

export const CHANNEL = 'telegram';

/** A screen as `sendMessage` takes it. */
export function messageOf(wanted: Screen) {
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
