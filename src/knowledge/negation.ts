import { wordsOf } from './spelling.ts';
import { keysOf } from './term-analysis.ts';

/** These deny the word after them … */
const BEFORE = /^(не|ни|нельзя|без|никогда|запрещ\p{L}*|not|no|never|cannot|without|nobody|nothing|\p{L}+n't)$/u;
/** … these the word before them … */
const AFTER = /^(емес|жоқ|болмайды|тыйым)$/u;
/** … and these endings the word they stand in. */
const ENDING = /\p{L}{2,}[мпб][ае](?:й|йды|йді|са|се|ған|ген|с|йтын|йтін)$/u;

export interface Denials {
  readonly denied: ReadonlySet<string>;
  readonly said: ReadonlySet<string>;
}

/** Which words a text denies and which it says. Works on words, not on grammar: the scope is the nearest word of substance. */
export function denialsOf(text: string): Denials {
  const words = wordsOf(text);
  const denied = new Set<string>();
  const said = new Set<string>();
  words.forEach((word, at) => {
    const keys = keysOf(sayingOf(word));
    const before = lastOfSubstance(words.slice(Math.max(0, at - 3), at)) ?? '';
    const after = words.slice(at + 1, at + 4).find((next) => keysOf(next).length > 0 || AFTER.test(next)) ?? '';
    const isDenied = BEFORE.test(before) || AFTER.test(after) || (ENDING.test(word) && !AFTER.test(word));
    for (const key of keys) (isDenied ? denied : said).add(key);
  });
  return { denied, said };
}

/** `ұзартылмайды` is about `ұзартылады`: both must meet under one key. */
const sayingOf = (word: string): string =>
  ENDING.test(word)
    ? word.replace(
        /[мпб]([ае])(?:й|йды|йді|са|се|ған|ген|с|йтын|йтін)$/u,
        (_, vowel: string) => `${vowel}${vowel === 'а' ? 'ды' : 'ді'}`,
      )
    : word;

const lastOfSubstance = (words: readonly string[]): string | undefined =>
  words.findLast((word) => keysOf(word).length > 0 || BEFORE.test(word));

/** The text denies what the source says, or says what the source denies. */
export function turnsMeaning(text: string, source: string): boolean {
  const claim = denialsOf(text);
  const given = denialsOf(source);
  const saysDenied = [...claim.said].some((key) => given.denied.has(key) && !given.said.has(key));
  const deniesSaid = [...claim.denied].some((key) => !given.denied.has(key));
  return saysDenied || deniesSaid || denials(text) > denials(source);
}

/** How often a text denies anything, small words included. */
const denials = (text: string): number =>
  wordsOf(text).filter((word) => BEFORE.test(word) || AFTER.test(word) || ENDING.test(word)).length;
