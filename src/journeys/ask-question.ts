import type { CitizenId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import type { MaskedText } from '../kernel/masked-text.ts';
import type { Tx, UnitOfWork } from '../kernel/unit-of-work.ts';
import type { Answer, AnswerPipeline, AnswerStatus, AnswersRepository, ChatContext } from '../knowledge/index.ts';
import type { Mask } from '../privacy/index.ts';

interface Deps {
  /** Answers at once, with the passage itself. */
  readonly pipeline: AnswerPipeline;
  /** The same with a model; null where none is configured. */
  readonly writing: AnswerPipeline | null;
  readonly uow: UnitOfWork;
  readonly answers: AnswersRepository;
  readonly mask: Mask;
}

type ShownAnswer = Extract<Answer, { type: 'answer' }>;
type WrittenSoFar = Extract<ShownAnswer, { status: 'answered' }>;

export type Asked =
  /** Shown to the citizen; the id is for the buttons under it, the question for what may follow. */
  | { type: 'answered'; answer: ShownAnswer; answerId: string; question: MaskedText }
  | { type: 'small_talk'; key: string }
  /** A problem, a complaint, danger: to be filed, not answered. */
  | { type: 'not_a_question' };

/** Endings that only say that we do not know: a plain message is then filed like any other. */
const RATHER_FILED: ReadonlySet<AnswerStatus> = new Set([
  'unanswerable_not_covered',
  'unanswerable_empty',
  'unanswerable_language',
  'error_search',
]);

/** What the next question of the same chat needs to be understood. */
export function contextAfter({ answer, question }: { answer: ShownAnswer; question: MaskedText }): ChatContext {
  const source =
    answer.status === 'answered'
      ? ((answer.body.type === 'passage' ? answer.body.passage : answer.body.passages[0])?.source ?? null)
      : null;
  return { question, source, wasClarification: answer.status === 'clarification' };
}

/** A citizen asks: answered from approved sources where they hold the answer, kept as a question for people where not. */
export function createAskJourney({ pipeline, writing, uow, answers, mask }: Deps) {
  return {
    /** A model may say it shorter; nobody waits for it, and no transaction stays open for it. */
    mayImprove: writing !== null,

    /**
     * After the passage has been shown: the same answer in a model's checked words, or null when the passage is to stay.
     * Never throws for what lies outside.
     */
    async improve(
      shown: {
        answerId: string;
        question: MaskedText;
        language: Language;
        context: ChatContext | null;
      },
      /** Hears the checked sentences as they come, before the rest is written. */
      onWriting?: (answer: WrittenSoFar) => void,
    ): Promise<WrittenSoFar | null> {
      if (!writing) return null;
      const { question: text, language, context } = shown;
      const answer = await writing.answer({ text, language, mode: 'asked', context }, onWriting);
      if (answer.type !== 'answer' || answer.status !== 'answered' || answer.body.type !== 'written') return null;
      await uow.run(`knowledge:written:${shown.answerId}`, (tx) => answers.rewrite(tx, shown.answerId, answer));
      return answer;
    },

    async ask(
      tx: Tx,
      asked: {
        /** Null in a group: nobody's question is kept there. */
        citizenId: CitizenId | null;
        text: string;
        language: Language;
        mode: 'asked' | 'free';
        context: ChatContext | null;
      },
    ): Promise<Asked> {
      const { masked } = mask(asked.text);
      const answer = await pipeline.answer({
        text: masked,
        language: asked.language,
        mode: asked.mode,
        context: asked.context,
      });
      switch (answer.type) {
        case 'small_talk':
          return { type: 'small_talk', key: `knowledge-small-talk-${answer.kind.replaceAll('_', '-')}` };
        case 'complaint':
        case 'danger':
          return { type: 'not_a_question' };
        case 'answer':
          // What nobody chose to ask and no source covers is better filed than turned away.
          if (asked.mode === 'free' && RATHER_FILED.has(answer.status)) return { type: 'not_a_question' };
          return {
            type: 'answered',
            answer,
            question: masked,
            answerId: await answers.record(tx, { citizenId: asked.citizenId, question: masked, answer }),
          };
      }
    },

    /** A greeting or thanks, as the key of what is said to it; null for everything else. Nothing is kept. */
    async smallTalk({ text, language }: { text: string; language: Language }): Promise<string | null> {
      const answer = await pipeline.answer({ text: mask(text).masked, language, mode: 'free', context: null });
      return answer.type === 'small_talk' ? `knowledge-small-talk-${answer.kind.replaceAll('_', '-')}` : null;
    },

    /** One of the offered passages, chosen by a tap; null when it no longer holds. */
    async open(
      tx: Tx,
      chosen: { citizenId: CitizenId; question: MaskedText; group: string; language: Language },
    ): Promise<Extract<Asked, { type: 'answered' }> | null> {
      const answer = await pipeline.open(chosen.group, chosen.language);
      if (!answer) return null;
      const { citizenId, question } = chosen;
      return {
        type: 'answered',
        answer,
        question,
        answerId: await answers.record(tx, { citizenId, question, answer }),
      };
    },

    rate: (tx: Tx, answerId: string, helpful: boolean): Promise<void> => answers.rate(tx, answerId, helpful),
    /** The words of an earlier question of this person, for "ask people" long after. */
    questionOf: (tx: Tx, answerId: string, citizenId: CitizenId): Promise<string | null> =>
      answers.questionOf(tx, answerId, citizenId),
  };
}
export type AskJourney = ReturnType<typeof createAskJourney>;
