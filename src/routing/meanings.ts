import { type Bag, meaningBag } from './features.ts';
import { foldCyrillic, foldText } from './spelling.ts';

/**
 * Words that mean one thing, in any language: what was learnt from "су жоқ" also holds for "воды нет". `word*` stands
 * for every word that begins so; the longest beginning decides.
 */
export interface Meanings {
  /** Numbers of the meanings of the words, and of the pairs that meet in the message. */
  bag(words: readonly string[]): Bag;
}

const SHORTEST = 2;

/** One meaning a line, its words apart by blanks. */
export function createMeanings(lines: readonly string[]): Meanings {
  const whole = new Map<string, number[]>();
  const beginnings = new Map<string, number[]>();
  let longest = 0;
  for (const [meaning, line] of lines.entries()) {
    for (const word of foldCyrillic(foldText(line)).match(/[\p{L}\p{N}]+\*?/gu) ?? []) {
      const open = word.endsWith('*');
      const written = open ? word.slice(0, -1) : word;
      const into = open ? beginnings : whole;
      into.set(written, [...new Set([...(into.get(written) ?? []), meaning])]);
      longest = Math.max(longest, written.length);
    }
  }

  function meaningsOf(word: string): readonly number[] {
    const found = new Set(whole.get(word));
    for (let length = Math.min(longest, word.length); length >= SHORTEST; length -= 1) {
      const begun = beginnings.get(word.slice(0, length));
      if (!begun) continue;
      for (const meaning of begun) found.add(meaning);
      break;
    }
    return [...found];
  }

  return { bag: (words) => meaningBag(words.map(meaningsOf)) };
}
