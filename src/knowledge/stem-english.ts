/** Plural, tense and a few derivations; enough to let "applying" meet "apply" without a dictionary. */
const VOWEL = /[aeiouy]/;

export function stemEnglish(word: string): string {
  let stem = word.replace(/'s?$/, '').replaceAll("'", '');
  if (stem.length < 4) return stem;
  stem = stem
    .replace(/sses$/, 'ss')
    .replace(/ies$/, 'y')
    .replace(/([^su])s$/, '$1');
  for (const ending of ['ingly', 'edly', 'ing', 'ed', 'ly', 'ment', 'ation', 'ition', 'ion', 'ness']) {
    const before = stem.slice(0, -ending.length);
    if (!stem.endsWith(ending) || before.length < 3 || !VOWEL.test(before)) continue;
    stem = before.replace(/([^aeiouylsz])\1$/, '$1');
    break;
  }
  return stem.replace(/([^aeiou])y$/, '$1i').replace(/e$/, '');
}
