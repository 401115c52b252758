/**
 * One key for the many ways people write the same word: Kazakh with and without its own letters, in Cyrillic or in
 * three Latin spellings, Russian in Latin letters, lookalike letters from the wrong keyboard. Spelling is not restored:
 * both sides are folded to the same key, so nothing depends on guessing what was meant.
 */
const CYRILLIC_FOLD: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'ы',
  и: 'ы',
  й: 'ы',
  ё: 'е',
  э: 'е',
  щ: 'ш',
  ь: '',
  ъ: '',
};

/** Longest first. */
const LATIN_GROUPS: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['shh', 'щ'],
  ['sch', 'щ'],
  ['tsya', 'ться'],
  ['iya', 'ия'],
  ['sh', 'ш'],
  ['ch', 'ч'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['gh', 'г'],
  ['ng', 'нг'],
  ['ts', 'ц'],
  ['ya', 'я'],
  ['ia', 'я'],
  ['yu', 'ю'],
  ['iu', 'ю'],
  ['yo', 'е'],
  ['io', 'е'],
];
const LATIN_LETTERS: Readonly<Record<string, string>> = {
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
  i: 'и',
  ı: 'ы',
  j: 'ж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  ñ: 'н',
  ń: 'н',
  ŋ: 'н',
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
  w: 'у',
  x: 'х',
  y: 'й',
  ý: 'у',
  z: 'з',
  "'": '',
};
const LOOKALIKES: Readonly<Record<string, string>> = {
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

const CYRILLIC = /[\u0400-\u04ff]/;
const LATIN = /[a-zà-ɏ]/;
const KAZAKH_LETTERS = /[әғқңөұүһі]/;

export type Script = 'cyrillic' | 'latin' | 'digits';

export function scriptOf(word: string): Script {
  if (CYRILLIC.test(word)) return 'cyrillic';
  return LATIN.test(word) ? 'latin' : 'digits';
}

export const hasKazakhLetters = (text: string): boolean => KAZAKH_LETTERS.test(text);

/** Lower-case words of a text, lookalike letters put right; tag characters and other invisible signs are dropped. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Cf}\u{e0000}-\u{e007f}]/gu, '')
    .replace(/[’`´ʼ]/g, "'");
  return (plain.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [])
    .flatMap((word) => word.split('-'))
    .map(repairLookalikes);
}

function repairLookalikes(word: string): string {
  if (!CYRILLIC.test(word) || !LATIN.test(word)) return word;
  return [...word].map((letter) => LOOKALIKES[letter] ?? letter).join('');
}

/** Latin letters to Cyrillic, for people who type Kazakh or Russian without a Cyrillic keyboard. */
export function toCyrillic(word: string): string {
  let out = '';
  let at = 0;
  while (at < word.length) {
    const group = LATIN_GROUPS.find(([latin]) => word.startsWith(latin, at));
    if (group) {
      out += group[1];
      at += group[0].length;
    } else {
      const letter = word[at] ?? '';
      out += LATIN_LETTERS[letter] ?? letter;
      at += 1;
    }
  }
  return out;
}

/** The key under which a Cyrillic word is kept and looked for. */
export const foldCyrillic = (word: string): string =>
  [...word]
    .map((letter) => CYRILLIC_FOLD[letter] ?? letter)
    .join('')
    .replace(/(.)\1+/gu, '$1');
