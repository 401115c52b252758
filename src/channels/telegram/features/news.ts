import { Composer, InlineKeyboard } from 'grammy';
import type { TerritoryCode } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/language.ts';
import {
  type AnnouncementsRepository,
  NEWS_SUBJECTS,
  type NewsSubject,
  type Subscriptions,
} from '../../../knowledge/index.ts';
import type { TelegramDeps } from '../deps.ts';
import { FormattedString, fmt, lines } from '../rich-text.ts';
import type { BotContext, Screen } from '../turn.ts';

interface Deps extends TelegramDeps {
  readonly announcements: AnnouncementsRepository;
  readonly territoryName: (code: string, language: Language) => string | null;
  /** Topics whose name begins with these words. */
  readonly findTopics: (words: string, language: Language) => readonly { id: string; name: string }[];
  readonly topicName: (id: string, language: Language) => string | null;
}

const KEEP_MS = 15 * 60_000;
const MOST_TOPICS = 6;

/** What a citizen chooses to hear of: subjects by a tap, the place and the matter by a word. Nothing is on by itself. */
export function newsFeature(deps: Deps) {
  const { announcements, forms, places, territoryName, findTopics, topicName } = deps;
  const composer = new Composer<BotContext>();

  composer.command('news', async (ctx) => ctx.show(await screen(ctx)));
  composer.callbackQuery('n:show', async (ctx) => {
    ctx.toast();
    ctx.show(await screen(ctx));
  });

  composer.callbackQuery(/^n:s:(\w+)$/, async (ctx) => {
    const subject = NEWS_SUBJECTS.find((one) => one === ctx.match[1]);
    if (!subject) return ctx.toast(ctx.t('button-expired'), true);
    const before = await chosen(ctx);
    const has = before.subjects.includes(subject);
    await choose(ctx, {
      ...before,
      subjects: has ? before.subjects.filter((one) => one !== subject) : [...before.subjects, subject],
    });
    ctx.toast(ctx.t(has ? 'news-off' : 'news-on'));
    ctx.edit(await screen(ctx));
  });

  composer.callbackQuery(/^n:(place|topic)$/, async (ctx) => {
    const step = ctx.match[1] === 'place' ? 'place' : 'topic';
    await forms.begin(ctx.turn.tx, {
      owner: ctx.turn.owner,
      formId: 'news',
      formVersion: 1,
      stepKey: step,
      subjectId: null,
      keepMs: KEEP_MS,
    });
    ctx.toast();
    ctx.show({
      text: ctx.t(`news-which-${step}`),
      keyboard: new InlineKeyboard().text(ctx.t(`news-any-${step}`), `n:any:${step}`),
    });
  });

  composer.callbackQuery(/^n:any:(place|topic)$/, async (ctx) => {
    const before = await chosen(ctx);
    await forms.end(ctx.turn.tx, ctx.turn.owner);
    await choose(ctx, ctx.match[1] === 'place' ? { ...before, territoryCode: '' } : { ...before, topic: '' });
    ctx.toast();
    ctx.show(await screen(ctx));
  });

  composer.callbackQuery(/^n:t:([a-z_.]+)$/, async (ctx) => {
    const before = await chosen(ctx);
    await forms.end(ctx.turn.tx, ctx.turn.owner);
    await choose(ctx, { ...before, topic: ctx.match[1] ?? '' });
    ctx.toast();
    ctx.show(await screen(ctx));
  });

  composer.on('message:text', async (ctx, next) => {
    const { tx, owner, citizen } = ctx.turn;
    const session = ctx.message.text.startsWith('/') ? null : await forms.current(tx, owner);
    if (session?.formId !== 'news') return next();
    if (session.stepKey === 'topic') {
      const found = findTopics(ctx.message.text, citizen.language).slice(0, MOST_TOPICS);
      const keyboard = new InlineKeyboard();
      for (const { id, name } of found) keyboard.text(name, `n:t:${id}`).row();
      return ctx.show({
        text: ctx.t(found.length > 0 ? 'news-topic-found' : 'news-topic-unknown'),
        keyboard: keyboard.text(ctx.t('news-any-topic'), 'n:any:topic'),
      });
    }
    const place = places.find(ctx.message.text, citizen.territoryCode);
    if (!place) return ctx.show(ctx.t('news-place-unknown'));
    const before = await chosen(ctx);
    await forms.end(tx, owner);
    await choose(ctx, { ...before, territoryCode: place.territoryCode });
    ctx.show(await screen(ctx));
  });

  /** Before the first choice the place is the one the person usually writes from: a suggestion, shown and changeable. */
  async function chosen(ctx: BotContext): Promise<Subscriptions> {
    const { tx, citizen, owner } = ctx.turn;
    const kept = await announcements.subscriptions(tx, citizen.id);
    if (kept.subjects.length > 0) return kept;
    const session = await forms.current(tx, owner);
    const filter =
      session?.formId === 'news_filter' ? (session.answers as { topic: string; territoryCode: string }) : null;
    return {
      subjects: [],
      topic: filter?.topic ?? '',
      territoryCode: filter?.territoryCode ?? citizen.territoryCode ?? '',
    };
  }

  async function choose(ctx: BotContext, wanted: Subscriptions): Promise<void> {
    const { tx, citizen, owner } = ctx.turn;
    await announcements.choose(tx, citizen.id, wanted);
    const { topic, territoryCode } = wanted;
    if (wanted.subjects.length === 0)
      await forms.begin(tx, {
        owner,
        formId: 'news_filter',
        formVersion: 1,
        stepKey: 'filter',
        subjectId: null,
        keepMs: KEEP_MS,
        answers: { topic, territoryCode },
      });
  }

  async function screen(ctx: BotContext): Promise<Screen> {
    const { language } = ctx.turn.citizen;
    const { subjects, topic, territoryCode } = await chosen(ctx);
    const keyboard = new InlineKeyboard();
    const label = (subject: NewsSubject): string =>
      `${subjects.includes(subject) ? '✓ ' : ''}${ctx.t(`news-subject-${subject}`)}`;
    for (const subject of NEWS_SUBJECTS) keyboard.text(label(subject), `n:s:${subject}`).row();
    keyboard.text(ctx.t('news-place'), 'n:place').text(ctx.t('news-topic'), 'n:topic');
    const place = territoryName(territoryCode as TerritoryCode, language) ?? ctx.t('news-any-place');
    return {
      ...lines(
        FormattedString.b(ctx.t('news-title')),
        ctx.t('news-how'),
        '\n',
        fmt`${ctx.t('news-place')}: ${place}`,
        fmt`${ctx.t('news-topic')}: ${topicName(topic, language) ?? ctx.t('news-any-topic')}`,
      ),
      keyboard,
    };
  }

  return composer;
}
