import { type Api, InputFile } from 'grammy';
import type { Log } from '../../platform/log/log.ts';
import type { TelegramSender } from '../../platform/telegram-transport/index.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import { type Effect, fitting, type Screen } from './turn.ts';

const LANE = 0;
const COMMANDS = ['start', 'help', 'my', 'news', 'settings', 'privacy', 'mydata', 'delete', 'stop'] as const;
const MAX_TOAST = 200;

/** Shows what a turn collected, after its commit. A failure here loses nothing: asking again shows it again. */
export function createEffectRunner({
  api,
  sender,
  t,
  log,
}: {
  api: Api;
  sender: TelegramSender;
  t: Translate;
  log: Log;
}) {
  const extras = ({ entities, keyboard, replyKeyboard }: Screen) => ({
    entities: [...(entities ?? [])],
    link_preview_options: { is_disabled: true },
    ...(keyboard ? { reply_markup: keyboard } : replyKeyboard ? { reply_markup: replyKeyboard } : {}),
  });

  async function run(chatId: number, effect: Effect, lane: number) {
    switch (effect.type) {
      case 'show': {
        const screen = fitting(effect.screen);
        return sender.call(chatId, lane, 'sendMessage', () =>
          api.sendMessage(chatId, screen.text, {
            ...extras(screen),
            ...(effect.replyTo
              ? { reply_parameters: { message_id: effect.replyTo, allow_sending_without_reply: true } }
              : {}),
          }),
        );
      }
      case 'edit': {
        const screen = fitting(effect.screen);
        const { replyKeyboard: _none, ...editable } = screen;
        return sender.call(chatId, lane, 'editMessageText', () => {
          const { entities, link_preview_options, reply_markup } = extras(editable) as {
            entities: [];
            link_preview_options: { is_disabled: boolean };
            reply_markup?: Screen['keyboard'];
          };
          return api.editMessageText(chatId, effect.messageId, screen.text, {
            entities,
            link_preview_options,
            ...(reply_markup ? { reply_markup } : {}),
          });
        });
      }
      case 'delete':
        return sender.call(chatId, lane, 'deleteMessage', () => api.deleteMessage(chatId, effect.messageId));
      case 'toast':
        return sender.call(chatId, lane, 'answerCallbackQuery', () =>
          api.answerCallbackQuery(
            effect.callbackQueryId,
            effect.text ? { text: [...effect.text].slice(0, MAX_TOAST).join(''), show_alert: effect.alert } : {},
          ),
        );
      case 'photo': {
        const bytes = await effect.bytes();
        return sender.call(chatId, lane, 'sendPhoto', () =>
          api.sendPhoto(chatId, new InputFile(bytes, effect.fileName), { caption: effect.caption }),
        );
      }
      case 'document': {
        const bytes = await effect.bytes();
        return sender.call(chatId, lane, 'sendDocument', () =>
          api.sendDocument(chatId, new InputFile(bytes, effect.fileName), { caption: effect.caption }),
        );
      }
      case 'commands':
        return sender.call(chatId, lane, 'setMyCommands', () =>
          api.setMyCommands(
            COMMANDS.map((command) => ({ command, description: t(effect.language, `command-${command}`) })),
            { scope: { type: 'chat', chat_id: chatId } },
          ),
        );
    }
  }

  return async (chatId: number, effects: readonly Effect[], lane: number = LANE): Promise<void> => {
    for (const effect of effects) {
      try {
        const outcome = await run(chatId, effect, lane);
        if (effect.type === 'show' && effect.onShown && outcome.type === 'ok')
          await effect.onShown((outcome.result as { message_id: number }).message_id);
        if (outcome.type !== 'ok' && outcome.type !== 'not_modified')
          log.warn({ effect: effect.type, outcome: outcome.type }, 'effect not shown');
      } catch (error) {
        log.warn({ err: error, effect: effect.type }, 'effect failed');
      }
    }
  };
}

/** The menu of commands in each language, set once at start. */
export async function publishCommands(api: Api, t: Translate): Promise<void> {
  for (const language of ['kk', 'ru', 'en'] as const) {
    await api.setMyCommands(
      COMMANDS.map((command) => ({ command, description: t(language, `command-${command}`) })),
      { language_code: language },
    );
  }
  await api.setMyCommands(COMMANDS.map((command) => ({ command, description: t('ru', `command-${command}`) })));
}
