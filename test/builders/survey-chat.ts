import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { surveyRenderers, surveysFeature } from '../../src/channels/telegram/features/surveys.ts';
import type { BotContext, Effect, Screen } from '../../src/channels/telegram/turn.ts';
import { createCitizensRepository, createCitizensService } from '../../src/citizens/index.ts';
import { createFormSessions } from '../../src/forms/index.ts';
import type { CitizenId } from '../../src/kernel/ids.ts';
import { loadTexts } from '../../src/platform/texts/texts.ts';
import type { SurveysOnADatabase } from './surveys-on-a-database.ts';

const texts = loadTexts();
let updateId = 0;

/** One person's private chat: literal updates in, what would be shown out. A new one is a new process. */
export function openSurveyChat(on: SurveysOnADatabase, citizenId: CitizenId, chatId: number) {
  const { t } = texts;
  const citizensRepository = createCitizensRepository(on.database.prisma);
  const citizens = createCitizensService({
    citizens: citizensRepository,
    sealing: {} as never,
    privacyRules: {} as never,
  });
  const deps = {
    t,
    forms: createFormSessions(),
    citizens,
    names: { agency: () => 'Акимат', day: (on: string) => on } as never,
    places: { find: () => null, locate: () => null },
    publicUrl: 'https://dauys.test',
    surveys: on.surveys,
    agencyOf: async () => 'test.city',
    timezone: 'Asia/Almaty',
    newToken: () => `token-${on.next()}`,
  };
  const bot = new Bot<BotContext>('1:x', { botInfo: { id: 1, is_bot: true, first_name: 'x', username: 'x' } as never });
  let effects: Effect[] = [];
  let tx: unknown;
  bot.use(async (ctx, next) => {
    const citizen = await citizensRepository.get(tx as never, citizenId);
    ctx.turn = { tx: tx as never, citizen, chatId, effects, owner: `telegram:${chatId}` };
    ctx.t = (key, args) => t('ru', key, args);
    const screen = (given: Screen | string): Screen => (typeof given === 'string' ? { text: given } : given);
    ctx.show = (given) => void effects.push({ type: 'show', screen: screen(given) });
    ctx.edit = (given) =>
      void effects.push({
        type: 'edit',
        messageId: ctx.callbackQuery?.message?.message_id ?? 0,
        screen: screen(given),
      });
    ctx.toast = () => undefined;
    await next();
  });
  bot.use(surveysFeature(deps));

  async function feed(update: Omit<Update, 'update_id'>): Promise<Effect[]> {
    effects = [];
    updateId += 1;
    await on.uow.run(`telegram:${updateId}`, async (opened) => {
      tx = opened;
      await bot.handleUpdate({ ...update, update_id: updateId } as Update);
    });
    return effects;
  }
  const from = { id: chatId, is_bot: false, first_name: 'A' };
  const at = { chat: { id: chatId, type: 'private' as const, first_name: 'A' }, date: 1 };
  let shown: Screen = { text: '' };
  const keep = (found: Effect[]): Screen => {
    const last = found.findLast((effect) => effect.type === 'edit' || effect.type === 'show');
    shown = last && 'screen' in last ? last.screen : { text: '' };
    return shown;
  };
  return {
    renderers: surveyRenderers(deps),
    begin: (screen: Screen) => {
      shown = screen;
    },
    buttons: () => shown.keyboard?.inline_keyboard.flat().map(({ text }) => text) ?? [],
    async press(label: string, messageId = 7): Promise<Screen> {
      const button = shown.keyboard?.inline_keyboard.flat().find(({ text }) => text === label);
      if (!button || !('callback_data' in button))
        throw new Error(`no button ${label} among ${shown.keyboard?.inline_keyboard.flat().map(({ text }) => text)}`);
      if (Buffer.byteLength(button.callback_data ?? '') > 64)
        throw new Error(`too long for Telegram: ${button.callback_data}`);
      return keep(
        await feed({
          callback_query: {
            id: 'q',
            from,
            chat_instance: 'c',
            data: button.callback_data ?? '',
            message: { ...at, message_id: messageId, text: 'x' },
          },
        } as never),
      );
    },
    say: async (message: object): Promise<Screen> =>
      keep(await feed({ message: { ...at, from, message_id: 50 + updateId, ...message } } as never)),
    feed,
    message: { ...at, from },
  };
}
