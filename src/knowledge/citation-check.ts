import { contactsIn, type LinkTable, unknownTokens } from './link-tokens.ts';
import { turnsMeaning } from './negation.ts';
import { numbersIn } from './number-words.ts';
import type { Passage } from './passage.ts';
import { wordsOf } from './spelling.ts';
import type { ProposedSentence } from './steps/step.ts';
import { keysOf } from './term-analysis.ts';

export type Verdict =
  | 'supported'
  | 'no_citation'
  | 'quote_not_found'
  | 'invented_link'
  | 'number_not_in_source'
  | 'negation_turned'
  | 'words_not_in_source';

const MIN_QUOTE = 12;
/** Shares of a sentence's and of a clause's content words that the cited sentences must hold. */
const ENOUGH_OF_SENTENCE = 0.66;
const ENOUGH_OF_CLAUSE = 0.5;

const CLAUSE = /[,;:—–()]|\s(?:и|а|но|или|что|and|but|or|so|because|және|ал|бірақ|немесе)\s/giu;
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
  const known = new Set(contactsIn(source));
  if (contactsIn(sentence.text).some((contact) => !known.has(contact))) return 'invented_link';
  const numbers = numbersIn(`${source} ${passage.title}`);
  if ([...numbersIn(withoutTokens(sentence.text))].some((number) => !numbers.has(number)))
    return 'number_not_in_source';
  if (turnsMeaning(sentence.text, source)) return 'negation_turned';
  return holdsWords(sentence.text, `${source} ${passage.title}`) ? 'supported' : 'words_not_in_source';
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

function holdsWords(text: string, source: string): boolean {
  const known = new Set(wordsOf(source).flatMap(keysOf));
  const share = (words: readonly string[]): number => {
    const content = words.map(keysOf).filter((keys) => keys.length > 0);
    return content.length === 0
      ? 1
      : content.filter((keys) => keys.some((key) => known.has(key))).length / content.length;
  };
  if (share(wordsOf(withoutTokens(text))) < ENOUGH_OF_SENTENCE) return false;
  return withoutTokens(text)
    .split(CLAUSE)
    .every((clause) => share(wordsOf(clause)) >= ENOUGH_OF_CLAUSE);
}
