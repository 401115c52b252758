import { Composer, InlineKeyboard } from 'grammy';
import type { Message } from 'grammy/types';
import { zoned } from '../../../kernel/day.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../kernel/unit-of-work.ts';
import { type Answer, type Surveys, type SurveyTurn, wordsIn } from '../../../surveys/index.ts';
import { readContribution } from '../contribution.ts';
import type { TelegramDeps } from '../deps.ts';
import { createMenuReader } from '../menu.ts';
import { FormattedString, lines } from '../rich-text.ts';
import type { BotContext, Screen } from '../turn.ts';
import { opinionMaps } from './surveys/opinion-maps.ts';
import { stepScreen, waitsForMessage } from './surveys/step-screen.ts';
import { readSurveyButton, type SurveyButton, surveyButton } from './surveys/survey-buttons.ts';
import { createSurveyList } from './surveys/survey-list.ts';
import { createInvitation } from './surveys/survey-news.ts';
import { topicSessions } from './surveys/topic-sessions.ts';

export { surveyRenderers } from './surveys/survey-news.ts';
export { topicNews } from './surveys/topic-sessions.ts';

const ACTS: readonly SurveyButton['verb'][] = ['choose', 'done', 'back', 'skip', 'decline'];

/** A press on a button of a running survey. */
export function foreseeSurvey({ answering }: Pick<Surveys, 'answering'>, tx: Tx, data: string): void {
  const button = readSurveyButton(data);
  if (button && ACTS.includes(button.verb)) answering.foresee(tx, button.id);
}

const FORM = 'survey_answer';

export interface SurveysFeatureDeps
  extends Pick<TelegramDeps, 't' | 'forms' | 'citizens' | 'names' | 'places' | 'publicUrl'> {
  readonly surveys: Surveys;
  readonly agencyOf: (waveId: string) => Promise<string>;
  readonly timezone: string;
  /** An unguessable word for one-time addresses. */
  readonly newToken: () => string;
}

/** The question that was answered in words, and where it stands. */
interface Written {
  readonly messageId: number | null;
  readonly text: string;
}

/** Surveys in a private chat: the list, one question per message edited in place, and coming back tomorrow. */
export function surveysFeature(deps: SurveysFeatureDeps): Composer<BotContext> {
  const { t, forms, citizens, names, places, surveys, timezone } = deps;
  const { answering, waves } = surveys;
  const composer = new Composer<BotContext>();
  const readMenu = createMenuReader(t);
  const invitation = createInvitation(deps);
  const showList = createSurveyList(deps);

  composer.use(opinionMaps({ maps: surveys.maps, forms }));
  composer.use(topicSessions({ topics: surveys.topics, forms, names, timezone }));

  composer.on('message:text', async (ctx, next) => (readMenu(ctx.message.text) === 'surveys' ? showList(ctx) : next()));

  composer.command('start', async (ctx, next) => {
    const [, code] = /^sv_([A-Za-z0-9_-]{8,40})$/.exec(ctx.match) ?? [];
    const wave = code ? await waves.byOpenCode(code) : null;
    if (!code) return next();
    if (!wave) throw new Refusal('survey.wave_not_found');
    ctx.show(await invitation(wave.id, ctx.turn.citizen.language));
  });

  composer.callbackQuery('surveys:optin', async (ctx) => {
    const { tx, citizen } = ctx.turn;
    ctx.turn.citizen = await citizens.setSettings(tx, citizen, { surveys: true });
    ctx.turn.citizen = await citizens.consent(tx, ctx.turn.citizen, {
      purpose: 'survey_contact',
      given: true,
      text: ctx.t('survey-list-opt-in'),
      evidence: `telegram update ${ctx.update.update_id}`,
    });
    ctx.toast();
    ctx.edit(ctx.t('survey-opted-in'));
  });

  composer.callbackQuery(/^v:/, async (ctx, next) => {
    const button = readSurveyButton(ctx.callbackQuery.data);
    if (!button) return next();
    await press(ctx, button);
  });

  composer.on('message', async (ctx, next) => {
    const { tx, owner, citizen } = ctx.turn;
    const form = await forms.current(tx, owner);
    if (form?.formId !== FORM || !form.subjectId) return next();
    const text = ctx.message.text ?? '';
    if (text.startsWith('/') || readMenu(text) || ctx.message.reply_to_message) {
      await forms.end(tx, owner);
      return next();
    }
    const before = await answering.view(tx, form.subjectId, citizen.id);
    const hasButtons = before.type === 'ask' && !waitsForMessage(before.view);
    const answer = hasButtons ? null : answerOf(ctx.message);
    const words = ctx.message.text ?? ctx.message.caption ?? '';
    const turn = answer
      ? await answering.give(tx, form.subjectId, citizen.id, form.stepKey, answer)
      : await answering.write(tx, form.subjectId, citizen.id, form.stepKey, words);
    // Beside buttons one may type their words; anything else is not meant for the survey.
    if (hasButtons && (text === '' || (turn.type === 'ask' && turn.wrong?.reason === 'unreadable'))) {
      await forms.end(tx, owner);
      return next();
    }
    const written =
      before.type === 'ask'
        ? { messageId: before.session.messageId, text: ctx.t('survey-answered-line', { question: before.view.text }) }
        : null;
    await present(ctx, turn, written ?? { messageId: null, text: '' });
  });

  async function press(ctx: BotContext, { verb, id, mark, index }: SurveyButton): Promise<void> {
    const { tx, citizen } = ctx.turn;
    ctx.toast();
    switch (verb) {
      case 'begin':
        return present(ctx, await answering.begin(tx, id, citizen, 'telegram'));
      case 'not_now':
        return ctx.edit({
          text: ctx.t('survey-not-now', { day: await lastDay(ctx, id) }),
          keyboard: new InlineKeyboard().text(ctx.t('survey-button-start'), surveyButton('begin', id)),
        });
      case 'no_more':
        ctx.turn.citizen = await citizens.setSettings(tx, citizen, { surveys: false });
        return ctx.edit(ctx.t('survey-no-more'));
      case 'choose':
        return present(ctx, await answering.choose(tx, id, citizen.id, mark, index ?? -1));
      case 'done':
        return present(ctx, await answering.done(tx, id, citizen.id, mark));
      case 'back':
        return present(ctx, await answering.back(tx, id, citizen.id, mark));
      case 'skip':
        return present(ctx, await answering.skip(tx, id, citizen.id, mark));
      case 'decline':
        return present(ctx, await answering.decline(tx, id, citizen.id, mark));
      case 'later': {
        const turn = await answering.view(tx, id, citizen.id);
        await endForm(ctx);
        if (turn.type !== 'ask') return present(ctx, turn);
        const keyboard = new InlineKeyboard()
          .text(ctx.t('survey-button-continue'), surveyButton('begin', turn.session.waveId))
          .row()
          .text(ctx.t('survey-button-page'), surveyButton('page', id));
        return ctx.edit({ text: ctx.t('survey-later', { day: await lastDay(ctx, turn.session.waveId) }), keyboard });
      }
      case 'page': {
        const token = deps.newToken();
        await answering.giveLink(tx, id, citizen.id, token);
        return ctx.show(ctx.t('survey-page-link', { url: `${deps.publicUrl}/s/${token}` }));
      }
    }
  }

  /** Edits the question's message; after words typed below it the next question is asked below them. */
  async function present(ctx: BotContext, turn: SurveyTurn, written: Written | null = null): Promise<void> {
    const { tx, owner } = ctx.turn;
    if (turn.type !== 'ask') {
      await endForm(ctx);
      return put(ctx, lastScreen(ctx, turn), written);
    }
    const { view, session } = turn;
    await forms.begin(tx, { owner, formId: FORM, formVersion: 1, stepKey: view.stepKey, subjectId: view.sessionId });
    // What was typed pushes the question up: the next one is a new message, known again by its first button.
    const messageId = ctx.callbackQuery?.message?.message_id ?? null;
    if (session.messageId !== messageId) answering.shownAt(tx, session.id, messageId);
    put(ctx, stepScreen(ctx.t, turn), written);
  }

  function put(ctx: BotContext, screen: Screen, written: Written | null): void {
    if (!written) {
      ctx.edit(screen);
      return;
    }
    if (written.messageId !== null)
      ctx.turn.effects.push({ type: 'edit', messageId: written.messageId, screen: { text: written.text } });
    ctx.show(screen);
  }

  function lastScreen(
    ctx: BotContext,
    { type, wave, questionnaire, language }: Exclude<SurveyTurn, { type: 'ask' }>,
  ): Screen {
    if (type === 'screened') return { text: ctx.t('survey-screened') };
    return lines(
      FormattedString.b(wordsIn(questionnaire.thanks, language)),
      ctx.t('survey-thanks-next', { day: names.day(wave.dutyDueOn, ctx.turn.citizen.language) }),
    );
  }

  async function endForm(ctx: BotContext): Promise<void> {
    const { tx, owner } = ctx.turn;
    if ((await forms.current(tx, owner))?.formId === FORM) await forms.end(tx, owner);
  }

  async function lastDay(ctx: BotContext, waveId: string): Promise<string> {
    const { closesAt } = await waves.get(waveId);
    return names.day(zoned(closesAt, timezone).on, ctx.turn.citizen.language);
  }

  /** A photo, a voice or a place; words are read by the step itself. */
  function answerOf(message: Message): Answer | null {
    const read = readContribution(message, places);
    if (read.type !== 'contribution') return null;
    const [file] = read.contribution.files;
    const { place } = read.contribution;
    if (file?.channelRef && (file.kind === 'photo' || file.kind === 'voice'))
      return {
        kind: 'given',
        value: {
          type: 'file',
          file: { kind: file.kind, channelRef: file.channelRef, mediaType: file.mediaType, sizeBytes: file.sizeBytes },
        },
      };
    return place
      ? {
          kind: 'given',
          value: { type: 'place', territoryCode: place.territoryCode ?? null, words: place.addressText ?? '' },
        }
      : null;
  }

  return composer;
}
