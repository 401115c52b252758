import { Composer, InlineKeyboard } from 'grammy';
import { zoned } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Translate } from '../../../../platform/texts/texts.ts';
import { type Surveys, type TopicNews, type TopicSession, wordsIn } from '../../../../surveys/index.ts';
import type { TelegramDeps } from '../../deps.ts';
import type { Names } from '../../names.ts';
import { FormattedString, lines } from '../../rich-text.ts';
import type { BotContext, Screen } from '../../turn.ts';

const FORM = 'topic_contribution';
const BUTTON = /^tp:([owre]):([0-9a-f-]{36})$/;
const SHOWN_AT_ONCE = 5;

interface Deps extends Pick<TelegramDeps, 'forms' | 'names'> {
  readonly topics: Surveys['topics'];
  readonly timezone: string;
}

export const topicButton = (id: string): string => `tp:o:${id}`;

/** A topic held open in the chat for fixed hours: read the rules, write as often as one likes, see what others say. */
export function topicSessions({ topics, forms, names, timezone }: Deps): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  composer.command('start', async (ctx, next) => {
    const [, hex] = /^tp_([0-9a-f]{32})$/.exec(ctx.match) ?? [];
    if (!hex) return next();
    const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    ctx.show(introduction(ctx, await topics.get(id)));
  });

  composer.callbackQuery(BUTTON, async (ctx) => {
    const [, verb = '', id = ''] = ctx.match;
    const { tx, owner } = ctx.turn;
    const topic = await topics.get(id);
    ctx.toast();
    switch (verb) {
      case 'w':
        await forms.begin(tx, { owner, formId: FORM, formVersion: 1, stepKey: 'words', subjectId: id });
        return ctx.show({ text: ctx.t('topic-write-how', { time: until(topic) }), keyboard: endButton(ctx, id) });
      case 'r':
        return ctx.show(await others(ctx, topic));
      case 'e':
        await forms.end(tx, owner);
        return ctx.edit({ text: ctx.t('topic-ended'), keyboard: moreButtons(ctx, id) });
      default:
        return ctx.edit(introduction(ctx, topic));
    }
  });

  composer.on('message:text', async (ctx, next) => {
    const { tx, citizen, owner } = ctx.turn;
    const form = await forms.current(tx, owner);
    if (form?.formId !== FORM || !form.subjectId || ctx.message.text.startsWith('/')) return next();
    const topic = await topics.contribute(tx, form.subjectId, {
      citizenId: citizen.id,
      text: ctx.message.text,
      language: citizen.language,
    });
    ctx.show({ text: ctx.t('topic-written'), keyboard: endButton(ctx, topic.id) });
  });

  const until = ({ closesAt }: TopicSession): string =>
    closesAt.toLocaleTimeString('ru-RU', { hour: '2-digit', minute: '2-digit', timeZone: timezone });

  const endButton = (ctx: BotContext, id: string): InlineKeyboard =>
    new InlineKeyboard()
      .text(ctx.t('topic-button-end'), `tp:e:${id}`)
      .row()
      .text(ctx.t('topic-button-others'), `tp:r:${id}`);

  const moreButtons = (ctx: BotContext, id: string): InlineKeyboard =>
    new InlineKeyboard()
      .text(ctx.t('topic-button-write'), `tp:w:${id}`)
      .row()
      .text(ctx.t('topic-button-others'), `tp:r:${id}`);

  function introduction(ctx: BotContext, topic: TopicSession): Screen {
    const { language } = ctx.turn.citizen;
    const on = zoned(topic.closesAt, timezone).on;
    return {
      ...lines(
        FormattedString.b(wordsIn(topic.title, language)),
        names.agency(topic.agencyCode, language),
        '\n',
        wordsIn(topic.question, language),
        '\n',
        wordsIn(topic.background, language),
        '\n',
        wordsIn(topic.rules, language),
        ctx.t('topic-hours', { day: names.day(on, language), time: until(topic) }),
        ctx.t('topic-reply-by', { day: names.day(topic.replyDueOn, language) }),
      ),
      keyboard: moreButtons(ctx, topic.id),
    };
  }

  async function others(ctx: BotContext, { id }: TopicSession): Promise<Screen> {
    const shown = await topics.contributions(id, 'shown', SHOWN_AT_ONCE);
    const keyboard = new InlineKeyboard().text(ctx.t('topic-button-write'), `tp:w:${id}`);
    if (shown.length === 0) return { text: ctx.t('topic-others-none'), keyboard };
    return {
      ...lines(FormattedString.b(ctx.t('topic-others')), '\n', ...shown.map(({ words }) => `— ${words}`)),
      keyboard,
    };
  }

  return composer;
}

interface NewsDeps {
  readonly t: Translate;
  readonly topics: Surveys['topics'];
  readonly names: Pick<Names, 'agency' | 'day'>;
  readonly publicUrl: string;
}

/** Thanks when the hours are over, then the published summary, then the body's reply. */
export function topicNews({ t, topics, names, publicUrl }: NewsDeps) {
  return async (facts: Readonly<Record<string, unknown>>, _citizen: unknown, language: Language): Promise<Screen> => {
    const topic = await topics.get(String(facts['sessionId']));
    const stage = facts['stage'] as TopicNews;
    const say = (key: string, args?: Parameters<Translate>[2]) => t(language, key, args);
    const link = say('topic-link', { url: `${publicUrl}/topics/${topic.id}?lang=${language}` });
    const title = FormattedString.b(wordsIn(topic.title, language));
    const by = names.day(topic.replyDueOn, language);
    switch (stage) {
      case 'thanks':
        return lines(title, say('topic-thanks', { day: by }), link);
      case 'summary':
        return lines(
          title,
          say('topic-summary'),
          '\n',
          wordsIn(topic.summary ?? {}, language),
          '\n',
          say('topic-reply-by', { day: by }),
          link,
        );
      case 'reply':
        return lines(
          title,
          say('topic-reply', { agency: names.agency(topic.agencyCode, language) }),
          '\n',
          wordsIn(topic.reply ?? {}, language),
          link,
        );
    }
  };
}
