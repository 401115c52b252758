import { Composer, InlineKeyboard } from 'grammy';
import { Refusal } from '../../../../kernel/refusal.ts';
import { type NextStatement, type OpinionTopic, type Surveys, wordsIn } from '../../../../surveys/index.ts';
import type { TelegramDeps } from '../../deps.ts';
import { FormattedString, lines } from '../../rich-text.ts';
import type { BotContext } from '../../turn.ts';

const FORM = 'opinion_statement';
const MAX_WORDS = 280;
const VOTES = { a: 1, d: -1, p: 0 } as const;
const BUTTON = /^m:([adpnwx]):([0-9a-f-]{36})$/;

interface Deps extends Pick<TelegramDeps, 'forms'> {
  readonly maps: Surveys['maps'];
}

/** `A`, `B` …: a group has no name but what is typical for it. */
export const groupLetter = (group: number): string => String.fromCharCode(65 + group);

export const mapButton = (mapId: string): string => `m:n:${mapId}`;

/** An opinion map in the chat: one statement in one message, and the next in its place. */
export function opinionMaps({ maps, forms }: Deps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  composer.command('start', async (ctx, next) => {
    const [, code] = /^om_([A-Za-z0-9_-]{8,40})$/.exec(ctx.match) ?? [];
    if (!code) return next();
    const topic = await maps.byCode(code);
    if (!topic) throw new Refusal('survey.map_not_found');
    await introduce(ctx, topic);
  });

  composer.callbackQuery(BUTTON, async (ctx) => {
    const [, verb = '', id = ''] = ctx.match;
    const { tx, citizen, owner } = ctx.turn;
    ctx.toast();
    if (verb === 'a' || verb === 'd' || verb === 'p')
      return showNext(ctx, await maps.vote(tx, id, citizen.id, VOTES[verb]));
    if (verb === 'n') return showNext(ctx, id);
    if (verb === 'w') return showStanding(ctx, id);
    await forms.begin(tx, { owner, formId: FORM, formVersion: 1, stepKey: 'words', subjectId: id });
    return ctx.show(ctx.t('survey-map-propose-how', { limit: MAX_WORDS }));
  });

  composer.on('message:text', async (ctx, next) => {
    const { tx, citizen, owner } = ctx.turn;
    const form = await forms.current(tx, owner);
    if (form?.formId !== FORM || !form.subjectId || ctx.message.text.startsWith('/')) return next();
    await maps.propose(tx, form.subjectId, citizen.id, ctx.message.text, citizen.language);
    await forms.end(tx, owner);
    ctx.show({
      text: ctx.t('survey-map-proposed'),
      keyboard: new InlineKeyboard().text(ctx.t('survey-map-next'), mapButton(form.subjectId)),
    });
  });

  async function introduce(ctx: BotContext, topic: OpinionTopic): Promise<void> {
    const { language } = ctx.turn.citizen;
    ctx.show({
      ...lines(
        FormattedString.b(wordsIn(topic.title, language)),
        wordsIn(topic.question, language),
        '\n',
        ctx.t('survey-map-intro'),
      ),
      keyboard: new InlineKeyboard().text(ctx.t('survey-button-start'), mapButton(topic.id)),
    });
  }

  async function showNext(ctx: BotContext, mapId: string): Promise<void> {
    const { tx, citizen } = ctx.turn;
    const found = await maps.next(tx, mapId, citizen.id);
    if (found) return ctx.edit(statementScreen(ctx, mapId, found));
    ctx.edit({ text: ctx.t('survey-map-all-seen'), keyboard: moreButtons(ctx, mapId) });
  }

  function statementScreen(ctx: BotContext, mapId: string, { statement, position, total }: NextStatement) {
    const keyboard = new InlineKeyboard()
      .text(ctx.t('survey-map-agree'), `m:a:${statement.id}`)
      .row()
      .text(ctx.t('survey-map-disagree'), `m:d:${statement.id}`)
      .row()
      .text(ctx.t('survey-map-pass'), `m:p:${statement.id}`)
      .row();
    for (const row of moreButtons(ctx, mapId).inline_keyboard) keyboard.add(...row).row();
    return {
      ...lines(ctx.t('survey-map-position', { position, total }), '\n', FormattedString.b(statement.words)),
      keyboard,
    };
  }

  const moreButtons = (ctx: BotContext, mapId: string): InlineKeyboard =>
    new InlineKeyboard()
      .text(ctx.t('survey-map-where'), `m:w:${mapId}`)
      .row()
      .text(ctx.t('survey-map-propose'), `m:x:${mapId}`);

  async function showStanding(ctx: BotContext, mapId: string): Promise<void> {
    const standing = await maps.standing(mapId, ctx.turn.citizen.id);
    const keyboard = new InlineKeyboard().text(ctx.t('survey-map-next'), mapButton(mapId));
    if (!standing) return ctx.edit({ text: ctx.t('survey-map-nowhere'), keyboard });
    const { group, size, people, groups, typical } = standing;
    ctx.edit({
      ...lines(
        FormattedString.b(ctx.t('survey-map-standing', { group: groupLetter(group), size, people, groups })),
        '\n',
        typical.length > 0 && ctx.t('survey-map-typical'),
        ...typical.map(({ statement, side }) => ctx.t(`survey-map-typical-${side}`, { words: statement.words })),
      ),
      keyboard,
    });
  }

  return composer;
}
