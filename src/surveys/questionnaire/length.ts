import type { Language } from '../../kernel/language.ts';
import { everyWords } from './check-questionnaire.ts';
import { type Question, type Questionnaire, questionsOf } from './questionnaire.ts';

/** Read attentively on a phone; slower than a book. */
const WORDS_PER_SECOND = 2.6;

/** Seconds to decide and tap or write, beside reading. */
const ANSWER_SECONDS: Record<Question['type'], number> = {
  single: 3,
  multiple: 6,
  scale: 3,
  nps: 3,
  stars: 3,
  ranking: 14,
  matrix: 3,
  number: 6,
  date: 8,
  short_text: 15,
  long_text: 40,
  voice: 30,
  photo: 20,
  place: 15,
  constant_sum: 25,
};

const countWords = (text: string): number => text.split(/\s+/u).filter(Boolean).length;

/** How long the longest way takes, in seconds. */
export function estimateSeconds(questionnaire: Questionnaire, language: Language): number {
  const words = everyWords(questionnaire).reduce((sum, item) => sum + countWords(item.words[language] ?? ''), 0);
  const answering = questionsOf(questionnaire).reduce(
    (sum, question) => sum + ANSWER_SECONDS[question.type] * (question.type === 'matrix' ? question.rows.length : 1),
    0,
  );
  return Math.round(words / WORDS_PER_SECOND + answering);
}
