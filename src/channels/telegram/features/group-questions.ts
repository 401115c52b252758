import type { Update } from 'grammy/types';
import type { AskJourney } from '../../../journeys/ask-question.ts';
import type { Day } from '../../../kernel/day.ts';
import { Language } from '../../../kernel/language.ts';
import type { Tx } from '../../../kernel/unit-of-work.ts';
import { answerView } from '../../../knowledge/index.ts';
import type { Translate } from '../../../platform/texts/texts.ts';
import { createGroupLimits } from '../group-limits-repository.ts';
import type { Effect } from '../turn.ts';
import { answerText } from './answer-screen.ts';

interface Deps {
  readonly ask: AskJourney;
  readonly t: Translate;
  readonly formatDay: (language: Language, on: Day) => string;
  /** Our name in Telegram, without the @. */
  readonly botName: () => Promise<string>;
  readonly runEffects: (chatId: number, effects: readonly Effect[]) => Promise<void>;
}

/**
 * A question in a group, only when we are addressed: `/ask@us …`, `/ask …` or our name in the text. Answered by a reply
 * with its source; nothing is kept of who asked, and nothing personal is asked there. Nobody can make us flood a group.
 */
export function createGroupQuestions({ ask, t, formatDay, botName, runEffects }: Deps) {
  const limits = createGroupLimits();
  return async (tx: Tx, update: Update): Promise<boolean> => {
    const message = update.message;
    const isGroup = message?.chat.type === 'group' || message?.chat.type === 'supergroup';
    const question = isGroup && message.text ? await addressedTo(message.text, botName) : null;
    if (!message || question === null) return false;
    const spoken = Language.safeParse(message.from?.language_code?.slice(0, 2));
    const language = spoken.success ? spoken.data : 'ru';
    const taken = await limits.take(tx, message.chat.id, message.from.id);
    if (taken === 'silent') return true;
    const screen =
      taken === 'tell' ? { text: t(language, 'knowledge-group-slower') } : await reply(tx, question, language);
    tx.afterCommit(() => runEffects(message.chat.id, [{ type: 'show', screen, replyTo: message.message_id }]));
    return true;
  };

  async function reply(tx: Tx, question: string, language: Language) {
    if (question === '') return { text: t(language, 'knowledge-group-how') };
    const result = await ask.ask(tx, { citizenId: null, text: question, language, mode: 'asked', context: null });
    if (result.type === 'small_talk') return { text: t(language, result.key) };
    if (result.type === 'not_a_question') return { text: t(language, 'knowledge-group-privately') };
    const view = answerView(result.answer, { t, formatDay });
    const offers = view.commands.flatMap((command) => (command.type === 'open' ? [`• ${command.label}`] : []));
    return answerText({ ...view, question: null }, ...offers, '\n', t(view.language, 'knowledge-group-privately'));
  }
}

/** The words after the address; null when somebody else is meant. */
async function addressedTo(text: string, botName: Deps['botName']): Promise<string | null> {
  const command = /^\/ask(?:@(?<whom>\w+))?(?:\s+(?<question>[\s\S]*))?$/i.exec(text);
  if (command) {
    const whom = command.groups?.['whom'];
    const isOurs = whom === undefined || whom.toLowerCase() === (await botName()).toLowerCase();
    return isOurs ? (command.groups?.['question'] ?? '').trim() : null;
  }
  if (!text.includes('@')) return null;
  const mention = new RegExp(`(^|\\s)@${name}(?![\\w])`, 'i');
  return mention.test(text) ? text.replace(mention, ' ').trim() : null;
}
