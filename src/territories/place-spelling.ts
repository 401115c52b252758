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

export interface Stem {
  readonly key: string;
  /** `adjective`: a Russian relational adjective, which wants a word such as "district" beside it. */
  readonly form: 'exact' | 'inflected' | 'adjective';
}

const ADJECTIVE = /sk(?:i|aia|aiu|ogo|omu|om|uiu|oi|oiu|oe|ie|ih|im|imi|y)?$/;

const CASES = [
  'nin',
  'din',
  'tin',
  'ga',
  'ge',
  'ka',
  'ke',
  'ni',
  'di',
  'ti',
  'da',
  'de',
  'ta',
  'te',
  'dan',
  'den',
  'tan',
  'ten',
  'nan',
  'nen',
  'men',
  'ben',
  'pen',
  'dagi',
  'degi',
  'tagi',
  'tegi',
  'dagidai',
  'lik',
  'dik',
  'tik',
  'liktar',
  'likter',
  'na',
  'ne',
  'nda',
  'nde',
  'ndagi',
  'ndegi',
  'sinda',
  'sinde',
  'sindagi',
  'sindegi',
  'sinin',
  'sina',
  'sine',
  'sinan',
  'sinen',
] as const;

const RUSSIAN_CASES = [
  'a',
  'u',
  'e',
  'i',
  'om',
  'em',
  'oi',
  'ei',
  'ami',
  'am',
  'ah',
  'ogo',
  'omu',
  'ia',
  'iu',
  'aia',
  'uiu',
  'oe',
  'ie',
  'ih',
  'im',
  'oiu',
] as const;

/** Kazakh endings follow the sound before them; without this rule `рудника` would be the dative of `Рудный`. */
function isHarmonic(folded: string, ending: string): boolean {
  const before = folded.charAt(folded.length - ending.length - 1);
  const begins = ending.charAt(0);
  if (begins === 't' || begins === 'k') return 'kpstfhcvbgd'.includes(before);
  if (begins === 'd' || begins === 'g') return !'kpstfhc'.includes(before);
  if (begins === 'n') return 'aeioumn'.includes(before);
  return true;
}

/** What the dictionary form of a folded word may be, likeliest first. */
export function stemsOf(folded: string): Stem[] {
  const stems: Stem[] = [{ key: folded, form: 'exact' }];
  const adjective = ADJECTIVE.exec(folded);
  if (adjective && adjective.index >= 3) {
    stems.push({ key: folded.slice(0, adjective.index), form: 'adjective' });
    if (folded.charAt(adjective.index - 1) !== 's')
      stems.push({ key: `${folded.slice(0, adjective.index)}sk`, form: 'inflected' });
  }
  for (const ending of CASES) {
    if (folded.length - ending.length >= 3 && folded.endsWith(ending) && isHarmonic(folded, ending)) {
      stems.push({ key: folded.slice(0, -ending.length), form: 'inflected' });
    }
  }
  for (const ending of RUSSIAN_CASES) {
    if (folded.length - ending.length < 3 || !folded.endsWith(ending)) continue;
    const base = folded.slice(0, -ending.length);
    stems.push(
      { key: base, form: 'inflected' },
      { key: `${base}a`, form: 'inflected' },
      { key: closeUp(`${base}i`), form: 'inflected' },
    );
  }
  return stems;
}

/** Optimal string alignment distance (insert, delete, replace, swap), given up as soon as it exceeds the limit. */
export function isWithinDistance(left: string, right: string, limit: number): boolean {
  if (Math.abs(left.length - right.length) > limit) return false;
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= right.length; column += 1) {
      const same = left.charAt(row - 1) === right.charAt(column - 1) ? 0 : 1;
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      const swapped =
        row > 1 &&
        column > 1 &&
        left.charAt(row - 1) === right.charAt(column - 2) &&
        left.charAt(row - 2) === right.charAt(column - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return false;
    beforeLast = last;
    last = current;
  }
  return (last[right.length] ?? limit + 1) <= limit;
}

/** The word with each letter left out once: two words one slip apart share one of these. */
export function withoutOneLetter(word: string): string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}
