/**
 * A small suffix stripper over folded spelling (`foldCyrillic`), with no dictionary: endings are taken off from the
 * outside in while a stem of three letters with a vowel remains. Order follows the grammar: predicate and tense, then
 * case, possessive, plural. It is meant for search, where both sides are cut alike; it is not a lemmatiser.
 */
const VOWEL = /[аеоуыюя]/;
const MIN_STEM = 3;

const VERB = [
  'майтын',
  'мейтын',
  'майды',
  'мейды',
  'маымын',
  'меымын',
  'паымын',
  'баымын',
  'амын',
  'емын',
  'ымын',
  'сам',
  'сем',
  'сан',
  'сен',
  'атын',
  'етын',
  'ытын',
  'гысы',
  'ганда',
  'генде',
  'канда',
  'кенде',
  'гансын',
  'ганмын',
  'генмын',
  'ган',
  'ген',
  'кан',
  'кен',
  'ады',
  'еды',
  'ыды',
  'ганша',
  'генше',
  'ыныз',
  'ыныздар',
  'гым',
  'гын',
  'мады',
  'меды',
  'пады',
  'педы',
  'бады',
  'беды',
  'уге',
  'уды',
  'уга',
  'удын',
  'уы',
  'у',
  'ып',
  'уге',
  'са',
  'се',
];
const KI = ['дагы', 'дегы', 'тагы', 'тегы', 'ндагы', 'ндегы'];
const CASE = [
  'ымызга',
  'ынызга',
  'ыма',
  'ыме',
  'ына',
  'ыне',
  'ымды',
  'ынды',
  'ымда',
  'ымде',
  'ымнын',
  'ымнан',
  'ымнен',
  'сына',
  'сыне',
  'сынын',
  'сынан',
  'сынен',
  'сында',
  'сынде',
  'ыннын',
  'нын',
  'дын',
  'тын',
  'нан',
  'нен',
  'дан',
  'ден',
  'тан',
  'тен',
  'мен',
  'бен',
  'пен',
  'нда',
  'нде',
  'да',
  'де',
  'та',
  'те',
  'га',
  'ге',
  'ка',
  'ке',
  'на',
  'не',
  'ны',
  'ды',
  'ты',
  'ша',
  'ше',
];
const POSSESSIVE = ['ымыз', 'ыныз', 'мыз', 'ныз', 'сы', 'ым', 'ын', 'м', 'ы'];
const PLURAL = ['лар', 'лер', 'дар', 'дер', 'тар', 'тер'];

const longestFirst = (endings: readonly string[]): readonly string[] =>
  [...new Set(endings)].sort((one, other) => other.length - one.length);
const ROUNDS = [KI, CASE, POSSESSIVE, PLURAL].map(longestFirst);
const VERB_ENDINGS = longestFirst(VERB);

function strip(word: string, endings: readonly string[]): string {
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length >= MIN_STEM && VOWEL.test(stem)) return stem;
  }
  return word;
}

export function stemKazakh(folded: string): string {
  const noun = ROUNDS.reduce(strip, folded);
  const stem = noun === folded ? strip(folded, VERB_ENDINGS) : noun;
  // The last consonant of a stem is voiced before a vowel: мектеп, мектебі.
  return stem.replace(/б$/, 'п').replace(/г$/, 'к');
}
