import { LANGUAGES, useTexts } from '../../texts.tsx';
import type { Words } from './model.ts';

/** The sentence in the reader's language, else in whichever there is. */
export function wordsOf(words: Words | undefined, language: (typeof LANGUAGES)[number]): string {
  const order = [language, ...LANGUAGES];
  return order.map((one) => words?.[one]?.trim()).find((text) => text) ?? '';
}

const MOST = 48;

/** A question or an option in a list: its words, shortened, else its key. */
export function useQuestionName() {
  const { language } = useTexts();
  return (item: { readonly key: string; readonly text?: Words; readonly label?: Words }): string => {
    const words = wordsOf(item.text ?? item.label, language);
    return words.length > MOST ? `${words.slice(0, MOST)}…` : words || item.key;
  };
}
