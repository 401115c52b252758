/**
 * The many spellings of one word, folded to one. Kazakh is written in Cyrillic, in three official Latin drafts and in
 * chat Latin; Russian in chat Latin; both with look-alike letters. Restoring the right spelling is not needed: both
 * sides of every comparison go through the same folding.
 */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;
const REPEATED = /(\p{L})\1{2,}/gu;
const WORD = /[\p{L}\p{N}'’ʼ]+/gu;

const LOOKALIKE_TO_CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  h: 'һ',
  k: 'к',
  m: 'м',
  t: 'т',
  b: 'в',
};
const LOOKALIKE_TO_LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  с: 'c',
  е: 'e',
  і: 'i',
  о: 'o',
  р: 'p',
  х: 'x',
  у: 'y',
  һ: 'h',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
};

const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;

export const countCyrillic = (text: string): number => text.match(CYRILLIC)?.length ?? 0;
export const countLatin = (text: string): number => text.match(LATIN)?.length ?? 0;

/** Lower case, one form of each letter, nothing invisible, no direction overrides, no "aaaaa". */
export const foldText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(REPEATED, '$1');

const swap = (word: string, table: Readonly<Record<string, string>>): string =>
  [...word].map((letter) => table[letter] ?? letter).join('');

/** A word in two scripts is a word in one script with look-alikes in it; the larger part decides. */
export const unmixScripts = (text: string): string =>
  text.replace(WORD, (word) => {
    const cyrillic = countCyrillic(word);
    const latin = countLatin(word);
    if (cyrillic === 0 || latin === 0) return word;
    return cyrillic >= latin ? swap(word, LOOKALIKE_TO_CYRILLIC) : swap(word, LOOKALIKE_TO_LATIN);
  });

const KAZAKH_LETTER: Readonly<Record<string, string>> = {
  ә: 'а',
  і: 'ы',
  ң: 'н',
  ғ: 'г',
  ү: 'у',
  ұ: 'у',
  қ: 'к',
  ө: 'о',
  һ: 'х',
  и: 'ы',
  й: 'ы',
  щ: 'ш',
  ё: 'е',
  ь: '',
  ъ: '',
};

const CHAT_PAIRS: readonly (readonly [string, string])[] = [
  ['shch', 'ш'],
  ['shh', 'ш'],
  ['sch', 'ш'],
  ['ch', 'ч'],
  ['kh', 'х'],
  ['sh', 'ш'],
  ['zh', 'ж'],
  ['gh', 'г'],
  ['ts', 'ц'],
  ['ya', 'я'],
  ['ia', 'я'],
  ['ja', 'я'],
  ['yu', 'ю'],
  ['iu', 'ю'],
  ['ju', 'ю'],
  ['yo', 'е'],
  ['io', 'е'],
  ['ye', 'е'],
];

const CHAT_LETTER: Readonly<Record<string, string>> = {
  a: 'а',
  ä: 'а',
  á: 'а',
  b: 'б',
  c: 'с',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  ğ: 'г',
  ǵ: 'г',
  h: 'х',
  i: 'ы',
  ı: 'ы',
  j: 'ж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  ñ: 'н',
  ŋ: 'н',
  ń: 'н',
  o: 'о',
  ö: 'о',
  ó: 'о',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  ş: 'ш',
  t: 'т',
  u: 'у',
  ü: 'у',
  ū: 'у',
  ú: 'у',
  v: 'в',
  w: 'ш',
  x: 'х',
  y: 'ы',
  ý: 'у',
  z: 'з',
  "'": '',
  '’': '',
  ʼ: '',
};

/** Kazakh Cyrillic without its own letters, Russian without soft signs: the form people fall back to on a foreign keyboard. */
export const foldCyrillic = (text: string): string => swap(text, KAZAKH_LETTER);

/** Latin-script Kazakh or Russian, in any of the tables, as folded Cyrillic. */
export function latinToFoldedCyrillic(text: string): string {
  let result = '';
  let at = 0;
  while (at < text.length) {
    const pair = CHAT_PAIRS.find(([latin]) => text.startsWith(latin, at));
    const letter = text.charAt(at);
    result += pair ? pair[1] : (CHAT_LETTER[letter] ?? KAZAKH_LETTER[letter] ?? letter);
    at += pair ? pair[0].length : 1;
  }
  return result;
}
