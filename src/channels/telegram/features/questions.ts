import { setTimeout as pause } from 'node:timers/promises';
import { Composer, InlineKeyboard } from 'grammy';
import { type Contribution, parseCaseNumber } from '../../../appeals/index.ts';
import { type Asked, type AskJourney, contextAfter } from '../../../journeys/ask-question.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { answerView, type ChatContext } from '../../../knowledge/index.ts';
import { readContribution } from '../contribution.ts';
import type { TelegramDeps } from '../deps.ts';
import { createMenuReader } from '../menu.ts';
import { createPacedEdits } from '../paced-edits.ts';
import type { BotContext, Effect, Screen } from '../turn.ts';
import { answerScreen } from './answer-screen.ts';

interface Deps extends TelegramDeps {
  readonly ask: AskJourney;
  readonly formatDay: (language: Language, on: Day) => string;
  readonly runEffects: (chatId: number, effects: readonly Effect[]) => Promise<void>;
  readonly draftsQuestion: (ctx: BotContext, contribution: Contribution) => Promise<void>;
}

const SMALL_TALK_WORDS = 4;
/** Telegram allows about one change a second in a chat. */
const EDIT_PAUSE_MS = 1_200;

/** How long a follow-up question still belongs to the one before. */
const CONTEXT_MS = 15 * 60_000;

/** What is kept of an answer while the chat may still go on from it. */
interface Kept {
  /** The citizen's own message, for "ask people". */
  readonly contribution: Contribution;
  readonly context: ChatContext;
  readonly groups: readonly string[];
  /** What was asked and answered before, and now: people who take over see it. */
  readonly dialogue: readonly Exchange[];
}

interface Exchange {
  readonly question: string;
  /** Title of the source that was shown; null when nothing was. */
  readonly shown: string | null;
}

const EXCHANGES = 4;
const LONGEST_QUESTION = 300;

/** Questions: the menu entry, answers with their source, "was it that?", follow-ups, and people one tap away. */
export function questions(deps: Deps) {
  const { forms, ask, t, formatDay, places, draftsQuestion } = deps;
  const composer = new Composer<BotContext>();
  const readMenu = createMenuReader(t);

  composer.on('message:text', async (ctx, next) => {
    const { tx, owner } = ctx.turn;
    const command = /^\/ask(?:@\w+)?(?:\s+(?<question>[\s\S]+))?$/.exec(ctx.message.text)?.groups;
    if (readMenu(ctx.message.text) === 'ask' || (command && !command.question)) {
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
    const isCommand = ctx.message.text.startsWith('/') && !command;
    if (isCommand || readMenu(ctx.message.text) || ctx.message.reply_to_message) return next();
    const session = await forms.current(tx, owner);
    if (session && session.formId !== 'ask') return next();
    const chosen = command !== undefined || session?.stepKey === 'question';
    const draft = chosen ? null : await deps.findDraft(tx, ctx.turn.citizen.id);
    // Beside a draft only a greeting or a thank-you is answered; other words may belong to it.
    if (draft && ctx.message.text.trim().split(/\s+/u).length > SMALL_TALK_WORDS) return next();
    const read = readContribution(ctx.message, places);
    if (read.type !== 'contribution' || parseCaseNumber(read.contribution.text)) return next();
    const contribution = { ...read.contribution, text: command?.question ?? read.contribution.text };
    if (draft) return (await greeted(ctx, contribution.text)) ? undefined : next();
    const handled = await answer(ctx, contribution, chosen ? 'asked' : 'free', keptOf(session));
    if (handled) return;
    return chosen ? draftsQuestion(ctx, contribution) : next();
  });

  async function greeted(ctx: BotContext, text: string): Promise<boolean> {
    const { citizen } = ctx.turn;
    const said = await ask.smallTalk({ text, language: citizen.language });
    if (said) ctx.show(ctx.t(said));
    return said !== null;
  }

  composer.callbackQuery(/^q:([yn]):([0-9a-f-]{36})$/, async (ctx) => {
    const [, verdict = '', answerId = ''] = ctx.match;
    await ask.rate(ctx.turn.tx, answerId, verdict === 'y');
    ctx.toast(ctx.t(verdict === 'y' ? 'ask-rated-yes' : 'ask-rated-no'));
    if (verdict === 'n')
      ctx.show({
        text: ctx.t('ask-people-offer'),
        keyboard: new InlineKeyboard().text(ctx.t('knowledge-ask-people'), `q:p:${answerId}`),
      });
  });

  composer.callbackQuery(/^q:o:(\d):([0-9a-f-]{36})$/, async (ctx) => {
    const [, place = '', answerId = ''] = ctx.match;
    const { tx, owner, citizen } = ctx.turn;
    const session = await forms.current(tx, owner);
    const kept = session?.subjectId === answerId ? keptOf(session) : null;
    const group = kept?.groups[Number(place)];
    const opened =
      kept && group
        ? await ask.open(tx, {
            citizenId: citizen.id,
            question: kept.context.question,
            group,
            language: citizen.language,
          })
        : null;
    if (!kept || !opened) return ctx.toast(ctx.t('button-expired'), true);
    ctx.toast();
    await show(ctx, opened, kept.contribution, kept);
  });

  composer.callbackQuery(/^q:p:([0-9a-f-]{36})$/, async (ctx) => {
    const [, answerId = ''] = ctx.match;
    const { tx, owner, citizen } = ctx.turn;
    const session = await forms.current(tx, owner);
    const kept = session?.subjectId === answerId ? keptOf(session) : null;
    const words = kept ? null : await ask.questionOf(tx, answerId, citizen.id);
    const contribution = kept
      ? { ...kept.contribution, text: withDialogue(ctx, kept) }
      : words && { text: words, files: [], place: null, sourceRef: null };
    if (!contribution) return ctx.toast(ctx.t('button-expired'), true);
    if (session?.formId === 'ask') await forms.end(tx, owner);
    ctx.toast();
    await draftsQuestion(ctx, contribution);
  });

  /** @returns false when the words are no question: they are then filed like any message. */
  async function answer(
    ctx: BotContext,
    contribution: Contribution,
    mode: 'asked' | 'free',
    before: Kept | null,
  ): Promise<boolean> {
    const { tx, citizen } = ctx.turn;
    const context = before?.context ?? null;
    const { id: citizenId, language } = citizen;
    const result = await ask.ask(tx, { citizenId, text: contribution.text, language, mode, context });
    if (result.type === 'not_a_question') return false;
    if (result.type === 'small_talk') ctx.show(ctx.t(result.key));
    else await show(ctx, result, contribution, before);
    return true;
  }

  /** The question itself first; then what the chat had said, so that nobody has to tell it twice. */
  function withDialogue(ctx: BotContext, { contribution, dialogue }: Kept): string {
    const hasMore = dialogue.length > 1 || dialogue.some(({ shown }) => shown !== null);
    if (!hasMore) return contribution.text;
    const lines = dialogue.flatMap(({ question, shown }) => [
      `— ${question}`,
      shown === null ? ctx.t('ask-dialogue-nothing') : ctx.t('ask-dialogue-shown', { title: shown }),
    ]);
    return [contribution.text, '', ctx.t('ask-dialogue'), ...lines].join('\n');
  }

  async function show(
    ctx: BotContext,
    result: Extract<Asked, { type: 'answered' }>,
    contribution: Contribution,
    before: Kept | null,
  ): Promise<void> {
    const context = before?.context ?? null;
    const view = answerView(result.answer, { t, formatDay });
    const exchange = { question: contribution.text.slice(0, LONGEST_QUESTION), shown: view.title };
    // A question of its own begins a new conversation: what was asked before it belongs to another matter.
    const goesOn = result.answer.trace.some(({ outcome }) => outcome === 'joined' || outcome === 'chosen');
    const dialogue = [...(goesOn ? (before?.dialogue ?? []) : []), exchange].slice(-EXCHANGES);
    const groups = view.commands.flatMap((command) => (command.type === 'open' ? [command.group] : []));
    const kept: Kept = { contribution, context: contextAfter(result), groups, dialogue };
    await forms.begin(ctx.turn.tx, {
      owner: ctx.turn.owner,
      formId: 'ask',
      formVersion: 3,
      stepKey: 'answered',
      subjectId: result.answerId,
      keepMs: CONTEXT_MS,
      answers: JSON.parse(JSON.stringify(kept)),
    });
    const { chatId } = ctx.turn;
    const improves = ask.mayImprove && result.answer.status === 'answered';
    ctx.turn.effects.push({
      type: 'show',
      screen: answerScreen(view, result.answerId),
      ...(improves ? { onShown: (messageId) => improve(chatId, messageId, result, context) } : {}),
    });
  }

  /**
   * The passage is read while a model writes; its checked sentences then take the passage's place in the same message, one
   * after the other as they come. When the whole does not hold, the passage comes back.
   */
  async function improve(
    chatId: number,
    messageId: number,
    { answer: shown, answerId, question }: Extract<Asked, { type: 'answered' }>,
    context: ChatContext | null,
  ): Promise<void> {
    const { language } = shown;
    const alternatives = shown.status === 'answered' ? shown.alternatives : [];
    const edits = createPacedEdits<Screen>({
      edit: (screen) => deps.runEffects(chatId, [{ type: 'edit', messageId, screen }]),
      pause: () => pause(EDIT_PAUSE_MS),
    });
    let isChanged = false;
    const answer = await ask.improve({ answerId, question, language, context }, (soFar) => {
      isChanged = true;
      const view = answerView({ ...soFar, alternatives }, { t, formatDay });
      edits.offer(answerScreen({ ...view, question: t(view.language, 'knowledge-still-writing') }, answerId));
    });
    if (!answer && !isChanged) return;
    const whole = answer ? { ...answer, alternatives } : shown;
    await edits.finish(answerScreen(answerView(whole, { t, formatDay }), answerId));
  }

  return composer;
}

/** Null for a session of an older edition, and for one that waits for the question itself. */
function keptOf(
  session: { formId: string; formVersion: number; stepKey: string; answers: unknown } | null,
): Kept | null {
  const isKept = session?.formId === 'ask' && session.formVersion === 3 && session.stepKey === 'answered';
  return isKept ? (session.answers as Kept) : null;
}
