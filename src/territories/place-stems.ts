import { closeUp } from './place-spelling.ts';

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
    const begins = folded.length - ending.length;
    if (begins >= 3 && folded.endsWith(ending) && isHarmonic(folded, ending)) {
      stems.push({ key: folded.slice(0, begins), form: 'inflected' });
    }
    // `Шымкенттен` folds to one `t`, which belongs to the name as well as to the ending.
    if (begins >= 3 && folded.endsWith(ending.slice(1)) && folded.charAt(begins) === ending.charAt(0)) {
      stems.push({ key: folded.slice(0, begins + 1), form: 'inflected' });
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
