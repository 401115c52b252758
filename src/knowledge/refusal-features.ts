import { foldCyrillic, scriptOf, toCyrillic, wordsOf } from './spelling.ts';
import { keysOf } from './term-analysis.ts';

/** Words of one kind, however they end. */
export interface Concept {
  readonly name: string;
  /** As it is written … */
  readonly begins: RegExp;
  /** … and as it is written in Latin letters, or without the letters a keyboard lacks. */
  readonly beginsFolded: RegExp;
}

export const conceptOf = (name: string, beginnings: readonly string[]): Concept => {
  const plain = beginnings.map((words) =>
    wordsOf(words)
      .map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ''))
      .join(' '),
  );
  // An English word has one spelling; folded it would look like a Kazakh one.
  const folded = plain.filter((words) => scriptOf(words) === 'cyrillic').map(foldCyrillic);
  return {
    name,
    begins: new RegExp(` (?:${plain.join('|')})`, 'u'),
    beginsFolded: folded.length > 0 ? new RegExp(` (?:${folded.join('|')})`, 'u') : /(?!)/u,
  };
};

const foldedWord = (word: string): string => foldCyrillic(scriptOf(word) === 'latin' ? toCyrillic(word) : word);

/** Somebody is named: two capitalised words in a row, a title before one, or a surname's ending inside a sentence. */
const NAMED =
  /\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)+|(?:Mr|Mrs|Ms|Dr)\.?\s+\p{Lu}\p{Ll}+|(?<=[\p{Ll}»,]\s)\p{Lu}\p{Ll}{2,}/gu;
/** How names of medicines end, in both scripts and before any Kazakh or Russian ending. */
const MEDICINE =
  /(мицин|циллин|прил|сартан|статин|профен|азол|золон|метазон|формин|олол|циклин|дипин|фарин|оксацин|тидин|рамол|фенак|семид|растин|mycin|cillin|pril|sartan|statin|profen|azole|solone|olol|cycline|dipine|farin|oxacin|tidine|tamol|fenac|semide|codeine|rizine)/iu;

/**
 * What a question is judged by: its words and pairs of words as keys, beginnings of words for what has endings, and two
 * shapes that matter more than any word: a person is named, a medicine is named. Whose name it is must not count.
 */
export function refusalFeatures(text: string, concepts: readonly Concept[] = []): string[] {
  const place = concepts.find(({ name }) => name === 'place');
  const named = [...text.matchAll(NAMED)].flatMap(({ 0: name, index }) =>
    place?.begins.test(` ${wordsOf(around(text, index, name.length)).join(' ')}`) ? [] : name,
  );
  // The first word of a sentence is capitalised for another reason.
  const nameless = named.reduce((rest, name) => rest.replace(name, ' '), text);
  const words = wordsOf(nameless).map((word) => (MEDICINE.test(word) ? 'medicine' : keyOf(word)));
  const spoken = ` ${wordsOf(text).join(' ')}`;
  const folded = ` ${wordsOf(text).map(foldedWord).join(' ')}`;
  const seen = [
    ...concepts
      .filter(({ begins, beginsFolded }) => begins.test(spoken) || beginsFolded.test(folded))
      .map(({ name }) => `#${name}`),
    ...(named.length > 0 ? ['#named'] : []),
    ...(MEDICINE.test(text) ? ['#drug'] : []),
  ];
  const features = new Set<string>(['bias', ...seen]);
  for (const [at, one] of seen.entries()) for (const other of seen.slice(at + 1)) features.add(`${one}${other}`);
  words.forEach((word, at) => {
    features.add(word);
    if (word.length > 5) features.add(`${word.slice(0, 5)}-`);
    const next = words[at + 1];
    if (next !== undefined) features.add(`${word} ${next}`);
  });
  return [...features];
}

/** The word before a name and the word behind it: they tell a street from a person. */
const around = (text: string, index: number, length: number): string =>
  [
    text.slice(0, index).trim().split(/\s+/u).at(-1) ?? '',
    text
      .slice(index + length)
      .trim()
      .split(/\s+/u)[0] ?? '',
  ].join(' ');

/** The Kazakh key, which every script and spelling has; small words count here, so they keep theirs. */
function keyOf(word: string): string {
  const key = keysOf(word).at(-1);
  return key ?? foldedWord(word);
}
