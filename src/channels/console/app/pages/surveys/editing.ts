import { copyOf, moved, type Question, type Questionnaire, questionsOf } from './model.ts';
import { nextQuestionKey } from './question-card.tsx';

type Blocks = Questionnaire['blocks'];

const inBlock = (
  questionnaire: Questionnaire,
  blockKey: string,
  change: (questions: Question[]) => Question[],
): Questionnaire => ({
  ...questionnaire,
  blocks: questionnaire.blocks.map((block) =>
    block.key === blockKey ? { ...block, questions: change(block.questions) } : block,
  ),
});

/** Acts of the editor, each from a questionnaire to the next. */
export const edit = {
  change: (questionnaire: Questionnaire, blockKey: string, key: string, question: Question): Questionnaire =>
    inBlock(questionnaire, blockKey, (questions) => questions.map((one) => (one.key === key ? question : one))),

  add: (questionnaire: Questionnaire, blockKey: string, question: Question): Questionnaire =>
    inBlock(questionnaire, blockKey, (questions) => [...questions, question]),

  copy(questionnaire: Questionnaire, blockKey: string, key: string): Questionnaire {
    const next = nextQuestionKey(questionsOf(questionnaire));
    return inBlock(questionnaire, blockKey, (questions) =>
      questions.flatMap((one) => (one.key === key ? [one, copyOf(one, next)] : [one])),
    );
  },

  move: (questionnaire: Questionnaire, blockKey: string, key: string, by: -1 | 1): Questionnaire =>
    inBlock(questionnaire, blockKey, (questions) =>
      moved(
        questions,
        questions.findIndex((one) => one.key === key),
        by,
      ),
    ),

  /** A block keeps at least one question; the last one of a block takes its block along. */
  remove(questionnaire: Questionnaire, blockKey: string, key: string): Questionnaire {
    const after = inBlock(questionnaire, blockKey, (questions) => questions.filter((one) => one.key !== key));
    const blocks = after.blocks.filter(({ questions }) => questions.length > 0);
    return blocks.length > 0 ? { ...after, blocks } : questionnaire;
  },

  rename(questionnaire: Questionnaire, key: string, next: string): Questionnaire {
    if (next === key || questionsOf(questionnaire).some((one) => one.key === next)) return questionnaire;
    return renamed(questionnaire, key, next);
  },

  blocks: (questionnaire: Questionnaire, blocks: Blocks): Questionnaire => ({ ...questionnaire, blocks }),
};

/** Every place that names the question: its own key, conditions, skips, and `{{…}}` in texts. */
function renamed<Value>(value: Value, key: string, next: string, isQuestion = false): Value {
  if (typeof value === 'string') return value.replaceAll(new RegExp(`\\{\\{${key}(?=[|}])`, 'g'), `{{${next}`) as Value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, key, next, isQuestion)) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const names = name === 'question' || name === 'to' || (name === 'key' && isQuestion);
      return [name, names && item === key ? next : renamed(item, key, next, name === 'questions')];
    }),
  ) as Value;
}
