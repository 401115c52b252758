import { Composer, InlineKeyboard } from 'grammy';
import { createMenuReader } from '../../menu.ts';
import { FormattedString, fmt, lines } from '../../rich-text.ts';
import type { BotContext, Screen } from '../../turn.ts';
import { petitionButton } from './petition-buttons.ts';
import type { PetitionChatDeps } from './petition-chat-deps.ts';

const PAGE = 5;
const OPEN = ['open', 'threshold_reached', 'replied'] as const;

/** Open petitions, all or near, five to a page, numbered so that a finger finds them. */
export function petitionLists({ t, petitions, lineage }: PetitionChatDeps): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const readMenu = createMenuReader(t);

  composer.command('petitions', async (ctx) => ctx.show(await listScreen(ctx, homeOf(ctx), 0)));
  composer.on('message:text', async (ctx, next) => {
    if (readMenu(ctx.message.text) !== 'petitions') return next();
    ctx.show(await listScreen(ctx, homeOf(ctx), 0));
  });
  composer.callbackQuery(/^pl:(all|near):(\d{1,3})$/, async (ctx) => {
    ctx.toast();
    ctx.edit(await listScreen(ctx, ctx.match[1] === 'near' ? 'near' : 'all', Number(ctx.match[2])));
  });
  composer.callbackQuery('pl:own:0', async (ctx) => {
    ctx.toast();
    ctx.edit(await ownScreen(ctx));
  });

  const homeOf = (ctx: BotContext): 'near' | 'all' => (ctx.turn.citizen.territoryCode ? 'near' : 'all');

  async function listScreen(ctx: BotContext, scope: 'near' | 'all', page: number): Promise<Screen> {
    const home = ctx.turn.citizen.territoryCode;
    const near = scope === 'near' && home !== null;
    const { items, total } = await petitions.view.list({
      states: OPEN,
      offset: page * PAGE,
      limit: PAGE,
      ...(near ? { territories: [...lineage(home), null] } : {}),
    });
    const keyboard = new InlineKeyboard();
    const rows = items.map((item, index) => {
      const at = page * PAGE + index + 1;
      keyboard.text(String(at), petitionButton('show', item.id));
      const head = FormattedString.b(ctx.t('petition-list-item', { at, ask: item.ask }));
      return fmt`${head}${'\n'}${ctx.t('petition-list-counts', { support: item.support })}`;
    });
    if (items.length > 0) keyboard.row();
    if (page > 0) keyboard.text('←', `pl:${scope}:${page - 1}`);
    if ((page + 1) * PAGE < total) keyboard.text('→', `pl:${scope}:${page + 1}`);
    if (total > PAGE) keyboard.row();
    keyboard.text(ctx.t('petition-button-new'), 'pn:new').row();
    if (near) keyboard.text(ctx.t('petition-button-all'), 'pl:all:0');
    else if (home) keyboard.text(ctx.t('petition-button-near'), 'pl:near:0');
    keyboard.text(ctx.t('petition-button-own'), 'pl:own:0').row().text(ctx.t('votes-button-all'), 'vt:list');
    if (total === 0) return { text: ctx.t(near ? 'petition-list-none-near' : 'petition-list-none'), keyboard };
    const title = FormattedString.b(ctx.t(near ? 'petition-list-mine' : 'petition-list-title', { total }));
    return { ...lines(title, ctx.t('petition-list-how'), '\n', ...rows), keyboard };
  }

  async function ownScreen(ctx: BotContext): Promise<Screen> {
    const items = await petitions.view.ofCitizen(ctx.turn.citizen.id, 10);
    const keyboard = new InlineKeyboard();
    const rows = items.map((item, index) => {
      keyboard.text(String(index + 1), petitionButton('show', item.id));
      const whose = ctx.t(item.own ? 'petition-own-yours' : 'petition-own-supported');
      const head = FormattedString.b(ctx.t('petition-list-item', { at: index + 1, ask: item.ask }));
      return fmt`${head}${'\n'}${whose} · ${ctx.t('petition-state', { state: item.state })}`;
    });
    if (items.length > 0) keyboard.row();
    keyboard.text(ctx.t('petition-button-all'), 'pl:all:0').text(ctx.t('petition-button-new'), 'pn:new');
    if (items.length === 0) return { text: ctx.t('petition-own-none'), keyboard };
    return { ...lines(FormattedString.b(ctx.t('petition-own-title')), '\n', ...rows), keyboard };
  }

  return composer;
}
