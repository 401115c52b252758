import type { Language } from '../../kernel/language.ts';
import type { Answer, Answers } from './answer.ts';
import { holds } from './condition.ts';
import { createLot, shuffled } from './lot.ts';
import { type Option, OTHER, type Question, type Questionnaire, questionsOf } from './questionnaire.ts';
import type { Respondent } from './route.ts';
import { wordsIn } from './words.ts';

const PIPE = /\{\{([a-z][a-z0-9_]*)(?:\|([^}]*))?\}\}/g;

/** Which wording this person reads: `a` is the question's own text. */
export function wordingOf({ key, wordings }: Question, seed: string): string {
  if (wordings.length === 0) return 'a';
  const drawn = Math.floor(createLot(`${seed}:${key}:wording`)() * (wordings.length + 1));
  return drawn === 0 ? 'a' : (wordings[drawn - 1]?.key ?? 'a');
}

export function textOf(
  questionnaire: Questionnaire,
  question: Question,
  answers: Answers,
  { seed, language }: Respondent,
): string {
  const wording = wordingOf(question, seed);
  const words = question.wordings.find(({ key }) => key === wording)?.text ?? question.text;
  return piped(wordsIn(words, language), questionnaire, answers, language);
}

/** `{{question}}` becomes what was answered there; `{{question|other words}}` says what to write when nothing was. */
export function piped(text: string, questionnaire: Questionnaire, answers: Answers, language: Language): string {
  return text.replaceAll(PIPE, (_all, key: string, otherwise?: string) => {
    const question = questionsOf(questionnaire).find((candidate) => candidate.key === key);
    return (question && answerInWords(question, answers[key], language)) || (otherwise ?? '…');
  });
}

export const pipesIn = (text: string): { question: string; otherwise: string | null }[] =>
  [...text.matchAll(PIPE)].map(([, question = '', otherwise]) => ({ question, otherwise: otherwise ?? null }));

/** Options this person may choose, in the order they are shown. */
export function optionsShown(
  question: Extract<Question, { options: Option[] }>,
  answers: Answers,
  { seed, language }: Respondent,
): readonly Option[] {
  const open = question.options.filter(({ when }) => !when || holds(when, answers, language));
  if (!('randomise' in question && question.randomise)) return open;
  return shuffled(open, createLot(`${seed}:${question.key}`), ({ fixed, exclusive }) => fixed || exclusive);
}

/** The answer as people read it; empty for one that was skipped or declined. */
export function answerInWords(question: Question, answer: Answer | undefined, language: Language): string {
  if (answer?.kind !== 'given') return '';
  const { value } = answer;
  const labels = new Map('options' in question ? question.options.map(({ key, label }) => [key, label]) : []);
  const name = (key: string, other?: string): string =>
    key === OTHER ? (other ?? '') : wordsIn(labels.get(key), language);
  switch (value.type) {
    case 'option':
      return name(value.option, value.other);
    case 'options':
      return value.options.map((key) => name(key, value.other)).join(', ');
    case 'order':
      return value.order.map((key, index) => `${index + 1}. ${name(key)}`).join(', ');
    case 'number':
      return String(value.number);
    case 'day':
      return value.day;
    case 'text':
      return value.text;
    case 'place':
      return value.words;
    case 'shares':
      return Object.entries(value.shares)
        .map(([key, share]) => `${name(key)}: ${share}`)
        .join(', ');
    case 'rows':
    case 'file':
      return '';
  }
}
