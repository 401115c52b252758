import { contactsIn, type LinkTable, unknownTokens } from './link-tokens.ts';
import { turnsMeaning } from './negation.ts';
import { numbersIn } from './number-words.ts';
import type { Passage } from './passage.ts';
import { wordsOf } from './spelling.ts';
import type { ProposedSentence } from './steps/step.ts';
import { keysOf } from './term-analysis.ts';
import { isGlue, weightyIn } from './weighty-words.ts';

export type Verdict =
  | 'supported'
  | 'no_citation'
  | 'quote_not_found'
  | 'invented_link'
  | 'number_not_in_source'
  | 'name_not_in_source'
  | 'promise_not_in_source'
  | 'negation_turned'
  | 'words_not_in_source';

const MIN_QUOTE = 12;
/** A name, or what is written like one: a capital inside a sentence, or all capitals anywhere. */
const NAME = /(?<=[\p{L}\d,»)]\s+["«(]?)\p{Lu}[\p{L}-]+|(?<!\p{L})\p{Lu}{2,}(?!\p{Ll})/gu;
const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();

/**
 * Whether a sentence says no more than the passage it cites. Errs on the side of removing: a sentence in other words
 * than its source's is lost, an invented one is not kept. Meaning is not understood here, so two things that stand in
 * the same cited sentences can still be joined wrongly.
 */
export function checkSentence(sentence: ProposedSentence, passages: readonly Passage[], links: LinkTable): Verdict {
  const passage = passages[sentence.passage - 1];
  if (!passage) return 'no_citation';
  if (unknownTokens(sentence.text, links)) return 'invented_link';
  const source = citedSentences(sentence.quote, passage);
  if (source === null) return 'quote_not_found';
  const contacts = new Set(contactsIn(source));
  if (contactsIn(sentence.text).some((contact) => !contacts.has(contact))) return 'invented_link';
  const numbers = numbersIn(`${source} ${passage.title}`);
  if ([...numbersIn(withoutTokens(sentence.text))].some((number) => !numbers.has(number)))
    return 'number_not_in_source';
  const given = wordsOf(`${source} ${passage.title}`);
  const claimed = wordsOf(withoutTokens(sentence.text));
  const known = new Set(given.flatMap(keysOf));
  if (!namesOf(withoutTokens(sentence.text)).every((name) => isKnown(name, known))) return 'name_not_in_source';
  const promised = weightyIn(given);
  if ([...weightyIn(claimed)].some((meaning) => !promised.has(meaning))) return 'promise_not_in_source';
  if (turnsMeaning(sentence.text, source)) return 'negation_turned';
  return claimed.every((word) => isGlue(word) || isKnown(word, known)) ? 'supported' : 'words_not_in_source';
}

const namesOf = (text: string): string[] => [...text.matchAll(NAME)].flatMap(([name]) => wordsOf(name));

/** Small words have no key and need no support. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  const keys = keysOf(word);
  return keys.length === 0 || keys.some((key) => known.has(key));
}

const withoutTokens = (text: string): string => text.replace(/\[\[link:\d+\]\]/giu, '');

/** The whole sentences of the passage around the quote, so that a quote cannot be cut before its "not". */
function citedSentences(quote: string, passage: Passage): string | null {
  const wanted = plain(quote);
  const body = plain(passage.body);
  const at = wanted.length < MIN_QUOTE ? -1 : body.indexOf(wanted);
  if (at === -1) return null;
  const before = Math.max(...['. ', '? ', '! '].map((mark) => body.lastIndexOf(mark, at)));
  const ends = ['. ', '? ', '! '].map((mark) => body.indexOf(mark, at + wanted.length - 1)).filter((end) => end !== -1);
  return body.slice(before === -1 ? 0 : before + 2, ends.length === 0 ? body.length : Math.min(...ends) + 1);
}
