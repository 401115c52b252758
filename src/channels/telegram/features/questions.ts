import { Composer, InlineKeyboard } from 'grammy';
import { type Contribution, parseCaseNumber } from '../../../appeals/index.ts';
import type { AskJourney } from '../../../journeys/ask-question.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { type AnswerView, answerView } from '../../../knowledge/index.ts';
import { readContribution } from '../contribution.ts';
import type { TelegramDeps } from '../deps.ts';
import { createMenuReader } from '../menu.ts';
import { FormattedString, fmt, lines } from '../rich-text.ts';
import type { BotContext } from '../turn.ts';

interface Deps extends TelegramDeps {
  readonly ask: AskJourney;
  readonly formatDay: (language: Language, on: Day) => string;
  readonly draftsQuestion: (ctx: BotContext, contribution: Contribution) => Promise<void>;
}

/** How long a follow-up question still belongs to the one before. */
const CONTEXT_MS = 15 * 60_000;
const MAX_LABEL = 60;

/** Questions: the menu entry, answers with their source, "was it that?", and people one tap away. */
export function questions(deps: Deps) {
  const { forms, ask, t, formatDay, places, draftsQuestion } = deps;
  const composer = new Composer<BotContext>();
  const readMenu = createMenuReader(t);

  composer.on('message:text', async (ctx, next) => {
    const { tx, owner } = ctx.turn;
    if (readMenu(ctx.message.text) === 'ask' || ctx.message.text.startsWith('/ask')) {
      await forms.begin(tx, {
        owner,
        formId: 'ask',
        formVersion: 1,
        stepKey: 'question',
        subjectId: null,
        keepMs: CONTEXT_MS,
      });
      return ctx.show(ctx.t('menu-ask-how'));
    }
    if (ctx.message.text.startsWith('/') || readMenu(ctx.message.text) || ctx.message.reply_to_message) return next();
    const session = await forms.current(tx, owner);
    const chosen = session?.formId === 'ask' && session.stepKey === 'question';
    if (session && session.formId !== 'ask') return next();
    if (!chosen && (await deps.findDraft(tx, ctx.turn.citizen.id))) return next();
    const read = readContribution(ctx.message, places);
    if (read.type !== 'contribution' || parseCaseNumber(read.contribution.text)) return next();
    const handled = await answer(ctx, read.contribution, chosen ? 'asked' : 'free');
    if (!handled) {
      if (chosen) return draftsQuestion(ctx, read.contribution);
      return next();
    }
  });

  composer.callbackQuery(/^q:([yn]):([0-9a-f-]{36})$/, async (ctx) => {
    const [, verdict = '', answerId = ''] = ctx.match;
    await ask.rate(ctx.turn.tx, answerId, verdict === 'y');
    ctx.toast(ctx.t(verdict === 'y' ? 'ask-rated-yes' : 'ask-rated-no'));
    if (verdict === 'n')
      ctx.show({
        text: ctx.t('ask-people-offer'),
        keyboard: new InlineKeyboard().text(ctx.t('knowledge-ask-people'), 'q:p'),
      });
  });

  composer.callbackQuery(/^q:o:(\d)$/, async (ctx) => {
    const session = await forms.current(ctx.turn.tx, ctx.turn.owner);
    const titles = session?.formId === 'ask' ? (session.answers['titles'] as string[] | undefined) : undefined;
    const title = titles?.[Number(ctx.match[1])];
    if (!title) return ctx.toast(ctx.t('button-expired'), true);
    ctx.toast();
    await answer(
      ctx,
      { text: title, files: [], place: null, sourceRef: null },
      'asked',
      session?.answers['contribution'] as Contribution | undefined,
    );
  });

  composer.callbackQuery('q:p', async (ctx) => {
    const { tx, owner } = ctx.turn;
    const session = await forms.current(tx, owner);
    const contribution =
      session?.formId === 'ask' ? (session.answers['contribution'] as Contribution | undefined) : undefined;
    if (!contribution) return ctx.toast(ctx.t('button-expired'), true);
    await forms.end(tx, owner);
    ctx.toast();
    await draftsQuestion(ctx, contribution);
  });

  /** @returns false when the words are no question: they are then filed like any message. */
  async function answer(
    ctx: BotContext,
    contribution: Contribution,
    mode: 'asked' | 'free',
    original = contribution,
  ): Promise<boolean> {
    const { tx, citizen, owner } = ctx.turn;
    const result = await ask.ask(tx, {
      citizenId: citizen.id,
      text: contribution.text,
      language: citizen.language,
      mode,
      context: null,
    });
    if (result.type === 'not_a_question') return false;
    if (result.type === 'small_talk') {
      ctx.show(ctx.t(result.key));
      return true;
    }
    const view = answerView(result.answer, { t, formatDay });
    const titles = view.commands.flatMap((command) => (command.type === 'open' ? [command.label] : []));
    await forms.begin(tx, {
      owner,
      formId: 'ask',
      formVersion: 1,
      stepKey: 'answered',
      subjectId: result.answerId,
      keepMs: CONTEXT_MS,
      answers: { contribution: JSON.parse(JSON.stringify(original)), titles },
    });
    ctx.show(screenOf(view, result.answerId));
    return true;
  }

  return composer;
}

function screenOf(view: AnswerView, answerId: string) {
  const keyboard = new InlineKeyboard();
  let opened = 0;
  for (const command of view.commands) {
    switch (command.type) {
      case 'rate':
        keyboard.text(command.label, `q:${command.helpful ? 'y' : 'n'}:${answerId}`);
        if (!command.helpful) keyboard.row();
        break;
      case 'open':
        keyboard.text(command.label.slice(0, MAX_LABEL), `q:o:${opened}`).row();
        opened += 1;
        break;
      case 'ask_people':
        keyboard.text(command.label, 'q:p').row();
    }
  }
  const sources = view.sources.map(({ title, url }) => (url ? fmt`${FormattedString.a(title, url)}` : title));
  return {
    ...lines(
      view.title ? FormattedString.b(view.title) : null,
      ...view.paragraphs,
      sources.length > 0 ? '\n' : null,
      ...sources,
      ...view.notes.map((note) => FormattedString.i(note)),
      view.question ? fmt`${'\n'}${view.question}` : null,
    ),
    keyboard,
  };
}
