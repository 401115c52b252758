/**
 * Names as they sound, not as they are spelt. Kazakh Cyrillic, Russian, Latin-script Kazakh and English all fold to one
 * skeleton, so that `Қостанай`, `Костанай`, `Qostanai` and `Kostanay` are the same key.
 */
const SOUNDS: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  і: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

const LATIN_PAIRS: readonly (readonly [RegExp, string])[] = [
  [/shch/g, 'sh'],
  [/zh/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ts/g, 'c'],
  [/^ye/, 'e'],
];

const LATIN_LETTERS: Readonly<Record<string, string>> = { q: 'k', x: 'h', w: 'u', y: 'i', ı: 'i', ß: 's' };

/** The skeleton of one word or of several written together. */
export function fold(word: string): string {
  const small = word.toLowerCase();
  let out = '';
  if (/[\u0400-\u04ff]/.test(small)) {
    for (const letter of small) out += SOUNDS[letter] ?? (letter >= '0' && letter <= 'z' ? letter : '');
  } else {
    let latin = small
      .replaceAll('ş', 'sh')
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '');
    for (const [pattern, sound] of LATIN_PAIRS) latin = latin.replace(pattern, sound);
    for (const letter of latin) out += LATIN_LETTERS[letter] ?? (/[a-z0-9]/.test(letter) ? letter : '');
  }
  return closeUp(out);
}

/** Doubled consonants and a doubled `i` (`ый`, `ий`) are where spellings differ most. */
export const closeUp = (folded: string): string => folded.replace(/([bcdfghjklmnprstvzi])\1+/g, '$1');

export interface Word {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
  readonly dotted: boolean;
  readonly isNumber: boolean;
}

const WORD = /(?:р-н|мкр-н|пр-т|пр-к|к-сі|м-н|ы\.а\.|с\/о)\p{L}*|[\p{L}\p{M}\p{N}]+/giu;

/** Words with their place in the text; short forms with a hyphen (`р-н`) stay whole, other hyphens divide. */
export function toWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    const end = match.index + word.length;
    words.push({
      text: word,
      folded: fold(word),
      start: match.index,
      end,
      capital: word.charAt(0) !== word.charAt(0).toLowerCase(),
      dotted: text.charAt(end) === '.',
      isNumber: /^\p{N}/u.test(word),
    });
  }
  return words;
}
