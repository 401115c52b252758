import { Bot, type Composer } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { Citizen } from '../../citizens/index.ts';
import type { AskJourney } from '../../journeys/ask-question.ts';
import type { Day } from '../../kernel/day.ts';
import { Language } from '../../kernel/language.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { TelegramDeps } from './deps.ts';
import { behalf } from './features/behalf.ts';
import { caseButtons } from './features/case-buttons.ts';
import { commands } from './features/commands.ts';
import { compose } from './features/compose.ts';
import { filingDetails } from './features/filing-details.ts';
import { formAnswers } from './features/form-answers.ts';
import { onboarding } from './features/onboarding.ts';
import { ownData } from './features/own-data.ts';
import { questions } from './features/questions.ts';
import { secondContact } from './features/second-contact.ts';
import { secretWord } from './features/secret-word.ts';
import { silence } from './features/silence.ts';
import { terms } from './features/terms.ts';
import { waitingWords } from './features/waiting-words.ts';
import { watching } from './features/watching.ts';
import { refusalText } from './refusal-text.ts';
import { type BotContext, beginTurn, type Effect, type Screen, type Turn, turnOf } from './turn.ts';

interface Deps extends TelegramDeps {
  readonly token: string;
  readonly botInfo: UserFromGetMe;
  /** Composers of other features (petitions, surveys, questions), tried before free text. */
  readonly features: readonly Composer<BotContext>[];
  /** Answers from approved sources; null where no knowledge is loaded. */
  readonly ask: AskJourney | null;
  readonly formatDay: (language: Language, on: Day) => string;
  /** What is asked for from other chats (`@bot words`); it belongs to nobody's turn. */
  readonly inline?: Composer<BotContext>;
  /** Groups: staff chats and group polls. */
  readonly groups: Composer<BotContext> | null;
  readonly runEffects: (chatId: number, effects: readonly Effect[]) => Promise<void>;
  /** Nothing can be shown to a blocked chat; what waits there waits until the person comes back. */
  readonly onReachable: (tx: Tx, chatId: number, reachable: boolean) => Promise<void>;
}

/** The bot as one function: an update and a transaction in, state changed and effects queued. Middleware order is the list below. */
export function createBot(deps: Deps) {
  const bot = new Bot<BotContext>(deps.token, { botInfo: deps.botInfo });

  bot.on('my_chat_member', async (ctx, next) => {
    const turn = turnOf(ctx.update);
    if (ctx.chat.type !== 'private' || !turn) return next();
    await deps.onReachable(turn.tx, ctx.chat.id, !['kicked', 'left'].includes(ctx.myChatMember.new_chat_member.status));
  });
  if (deps.inline) bot.use(deps.inline);
  if (deps.groups) bot.filter((ctx) => ctx.chat?.type === 'group' || ctx.chat?.type === 'supergroup', deps.groups);
  const privately = bot.filter((ctx) => ctx.chat?.type === 'private' && turnOf(ctx.update) !== undefined);
  privately.use(withTurn(deps));
  const own = ownData(deps);
  const parts = [behalf(deps), secretWord(deps), secondContact(deps), filingDetails(deps), watching(deps), own];
  // Before the commands: a command ends what a form waits for.
  privately.use(waitingWords(deps, Object.assign({}, formAnswers(deps), ...parts.map(({ words }) => words))));
  for (const { composer } of parts) privately.use(composer);
  privately.use(onboarding(deps));
  privately.use(commands(deps));
  privately.use(terms(deps));
  privately.use(silence(deps));
  for (const feature of deps.features) privately.use(feature);
  const composing = compose(deps);
  if (deps.ask) {
    privately.use(
      questions({
        ...deps,
        ask: deps.ask,
        draftsQuestion: (ctx, contribution) => composing.startDraft(ctx, contribution, 'question'),
      }),
    );
  }
  privately.use(composing.composer);
  privately.use(caseButtons(deps));
  privately.on('callback_query', (ctx) => ctx.toast(ctx.t('button-expired'), true));

  return {
    async handle(tx: Tx, update: Update): Promise<void> {
      const chat =
        update.message?.chat ??
        update.edited_message?.chat ??
        update.callback_query?.message?.chat ??
        update.my_chat_member?.chat;
      const from =
        update.message?.from ??
        update.edited_message?.from ??
        update.callback_query?.from ??
        update.my_chat_member?.from;
      if (chat?.type === 'private') {
        const turn: Turn = {
          tx,
          citizen: await meet(tx, chat.id, from?.language_code),
          chatId: chat.id,
          effects: [],
          owner: `telegram:${chat.id}`,
        };
        beginTurn(update, turn);
        tx.afterCommit(() => void deps.runEffects(turn.chatId, turn.effects));
      }
      await bot.handleUpdate(update);
    },
  };

  function meet(tx: Tx, chatId: number, languageCode: string | undefined): Promise<Citizen> {
    const language = Language.safeParse(languageCode?.slice(0, 2));
    return deps.citizens.meet(tx, {
      channel: 'telegram',
      externalId: String(chatId),
      language: language.success ? language.data : 'ru',
    });
  }
}

/** Gives handlers their words and effects, and turns a refusal into a clear sentence instead of a failed update. */
function withTurn(deps: Deps) {
  return async (ctx: BotContext, next: () => Promise<void>): Promise<void> => {
    const turn = turnOf(ctx.update);
    if (!turn) return;
    ctx.turn = turn;
    ctx.t = (key, args) => deps.t(turn.citizen.language, key, args);
    ctx.show = (screen, replyTo) =>
      void turn.effects.push({ type: 'show', screen: asScreen(screen), ...(replyTo ? { replyTo } : {}) });
    ctx.edit = (screen) => {
      const messageId = ctx.callbackQuery?.message?.message_id;
      turn.effects.push(
        messageId ? { type: 'edit', messageId, screen: asScreen(screen) } : { type: 'show', screen: asScreen(screen) },
      );
    };
    ctx.toast = (text = '', alert = false) => {
      if (ctx.callbackQuery) turn.effects.push({ type: 'toast', callbackQueryId: ctx.callbackQuery.id, text, alert });
    };
    if (turn.citizen.state === 'stopped' && ctx.message && !ctx.message.text?.startsWith('/stop'))
      turn.citizen = await deps.citizens.setState(turn.tx, turn.citizen, 'active');
    try {
      await next();
    } catch (error) {
      const refusal = (error as { error?: unknown }).error ?? error;
      if (!isRefusal(refusal)) throw error;
      const words = refusalText(deps.t, turn.citizen.language, refusal);
      turn.effects.length = 0;
      if (ctx.callbackQuery) ctx.toast(words, true);
      else ctx.show(words);
    }
  };
}

const asScreen = (screen: Screen | string): Screen => (typeof screen === 'string' ? { text: screen } : screen);
