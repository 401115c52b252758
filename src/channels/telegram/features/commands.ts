import { Composer, InlineKeyboard } from 'grammy';
import { showCaseNumber } from '../../../appeals/index.ts';
import { AppealId } from '../../../kernel/ids.ts';
import type { TelegramDeps } from '../deps.ts';
import { createMenuReader, mainMenu } from '../menu.ts';
import { FormattedString, fmt, lines } from '../rich-text.ts';
import type { BotContext } from '../turn.ts';
import { bringCard } from './bring-card.ts';
import { languageKeyboard } from './onboarding.ts';

const PAGE = 5;

/** Menu and commands that show something or change a setting. */
export function commands(deps: TelegramDeps) {
  const { casesView, citizens, names, t } = deps;
  const composer = new Composer<BotContext>();
  const readMenu = createMenuReader(t);

  composer.command('help', (ctx) => ctx.show({ text: ctx.t('help'), replyKeyboard: mainMenu(ctx.t) }));
  composer.command('my', (ctx) => showMine(ctx, 0));
  composer.command('settings', (ctx) => ctx.show(settingsScreen(ctx)));
  composer.command('stop', async (ctx) => {
    ctx.turn.citizen = await citizens.setState(ctx.turn.tx, ctx.turn.citizen, 'stopped');
    ctx.show(ctx.t('stop-done'));
  });

  composer.on('message:text', async (ctx, next) => {
    switch (readMenu(ctx.message.text)) {
      case 'complain':
        return ctx.show(ctx.t('menu-complain-how'));
      case 'my':
        return showMine(ctx, 0);
      default:
        return next();
    }
  });

  composer.callbackQuery(/^my:(\d{1,4})$/, async (ctx) => {
    ctx.toast();
    await showMine(ctx, Number(ctx.match[1]), true);
  });

  composer.callbackQuery(/^open:([0-9a-f-]{36})$/, async (ctx) => {
    const { citizen } = ctx.turn;
    const id = AppealId.parse(ctx.match[1]);
    ctx.toast();
    await casesView.citizenCase(id, citizen.id);
    await bringCard(ctx, deps, id);
  });

  composer.callbackQuery('settings:language', (ctx) => {
    ctx.toast();
    ctx.edit({ text: ctx.t('settings-language'), keyboard: languageKeyboard() });
  });

  composer.callbackQuery('settings:surveys', async (ctx) => {
    const { tx, citizen } = ctx.turn;
    ctx.turn.citizen = await citizens.setSettings(tx, citizen, { surveys: !citizen.settings.surveys });
    ctx.toast();
    ctx.edit(settingsScreen(ctx));
  });

  async function showMine(ctx: BotContext, page: number, inPlace = false): Promise<void> {
    const { citizen } = ctx.turn;
    const { items, total } = await casesView.casesOf(citizen.id, { offset: page * PAGE, limit: PAGE });
    if (total === 0) return ctx.show({ text: ctx.t('my-none'), replyKeyboard: mainMenu(ctx.t) });
    const keyboard = new InlineKeyboard();
    const rows = items.map((item) => {
      const label = item.number ? showCaseNumber(item.number) : ctx.t('my-draft');
      keyboard.text(label, `open:${item.id}`).row();
      return fmt`${FormattedString.b(label)} · ${names.dayOf(item.createdAt, citizen.language)} · ${ctx.t(`my-state-${item.state.replaceAll('_', '-')}`)}${'\n'}${item.title}`;
    });
    if (page > 0) keyboard.text('←', `my:${page - 1}`);
    if ((page + 1) * PAGE < total) keyboard.text('→', `my:${page + 1}`);
    const screen = { ...lines(FormattedString.b(ctx.t('my-title', { total })), '\n', ...rows), keyboard };
    if (inPlace) ctx.edit(screen);
    else ctx.show(screen);
  }

  function settingsScreen(ctx: BotContext) {
    const { settings } = ctx.turn.citizen;
    const state = (on: boolean | undefined) => (on ? 'on' : 'off');
    const keyboard = new InlineKeyboard()
      .text(ctx.t('settings-language-button'), 'settings:language')
      .row()
      .text(ctx.t('settings-surveys', { state: state(settings.surveys) }), 'settings:surveys')
      .row()
      .text(ctx.t('settings-details'), 'details:menu')
      .row()
      .text(ctx.t('button-second-contact'), 'contact:menu');
    return { ...lines(FormattedString.b(ctx.t('settings-title')), ctx.t('settings-how')), keyboard };
  }

  return composer;
}
