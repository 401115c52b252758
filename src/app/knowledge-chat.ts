import type { Update } from 'grammy/types';
import { createEffectRunner, createGroupQuestions } from '../channels/telegram/index.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { createTelegramSender } from '../platform/telegram-transport/index.ts';
import type { Services } from './compose.ts';
import type { TelegramChannel } from './telegram.ts';

/** Questions where the private chat is not: in groups that address us. */
export function createKnowledgeChat(services: Services, telegram: Pick<TelegramChannel, 'api' | 'limiter'>) {
  const { t, log, names, ask } = services;
  const { api, limiter } = telegram;
  const sender = createTelegramSender({ limiter, onTooMany: () => log.warn({}, 'telegram asked for a pause') });
  const runEffects = createEffectRunner({ api, sender, t, log });
  let name: Promise<string> | null = null;
  const inGroups = createGroupQuestions({
    ask,
    t,
    formatDay: (language, on) => names.day(on, language),
    botName: () => {
      name ??= api.getMe().then(({ username }) => username);
      return name;
    },
    runEffects,
  });
  return {
    runEffects,
    handleTelegram: (tx: Tx, update: Update): Promise<boolean> => inGroups(tx, update),
  };
}
