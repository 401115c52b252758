/** The Snowball stemmer for Russian (snowballstem.org/algorithms/russian), written from its description. `ё` is `е`. */
const VOWELS = 'аеиоуыэюя';
const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWELS.includes(letter);

const PERFECTIVE_AFTER_A = ['вшись', 'вши', 'в'];
const PERFECTIVE = ['ывшись', 'ившись', 'ывши', 'ивши', 'ыв', 'ив'];
const ADJECTIVE = [
  'ыми',
  'ими',
  'его',
  'ого',
  'ему',
  'ому',
  'ее',
  'ие',
  'ые',
  'ое',
  'ей',
  'ий',
  'ый',
  'ой',
  'ем',
  'им',
  'ым',
  'ом',
  'их',
  'ых',
  'ую',
  'юю',
  'ая',
  'яя',
  'ою',
  'ею',
];
const PARTICIPLE_AFTER_A = ['ем', 'нн', 'вш', 'ющ', 'щ'];
const PARTICIPLE = ['ивш', 'ывш', 'ующ'];
const VERB_AFTER_A = [
  'ете',
  'йте',
  'ешь',
  'нно',
  'ла',
  'на',
  'ли',
  'ем',
  'ло',
  'но',
  'ет',
  'ют',
  'ны',
  'ть',
  'й',
  'л',
  'н',
];
const VERB = [
  'ейте',
  'уйте',
  'ила',
  'ыла',
  'ена',
  'ите',
  'или',
  'ыли',
  'ило',
  'ыло',
  'ено',
  'ует',
  'уют',
  'ены',
  'ить',
  'ыть',
  'ишь',
  'ей',
  'уй',
  'ил',
  'ыл',
  'им',
  'ым',
  'ен',
  'ят',
  'ит',
  'ыт',
  'ую',
  'ю',
];
const NOUN = [
  'иями',
  'ями',
  'ами',
  'ией',
  'иям',
  'ием',
  'иях',
  'ев',
  'ов',
  'ие',
  'ье',
  'еи',
  'ии',
  'ей',
  'ой',
  'ий',
  'ям',
  'ем',
  'ам',
  'ом',
  'ах',
  'ях',
  'ию',
  'ью',
  'ия',
  'ья',
  'а',
  'е',
  'и',
  'й',
  'о',
  'у',
  'ы',
  'ь',
  'ю',
  'я',
];

interface Regions {
  readonly rv: number;
  readonly r2: number;
}

function regionsOf(word: string): Regions {
  const first = [...word].findIndex(isVowel);
  const rv = first === -1 ? word.length : first + 1;
  const after = (from: number): number => {
    for (let at = Math.max(from, 1); at < word.length; at += 1)
      if (!isVowel(word[at]) && isVowel(word[at - 1])) return at + 1;
    return word.length;
  };
  return { rv, r2: after(after(0) + 1) };
}

export function stemRussian(word: string): string {
  const plain = word.replaceAll('ё', 'е').replace(/тся$/, 'ться');
  const { rv, r2 } = regionsOf(plain);
  let stem = plain;
  const cut = (endings: readonly string[], afterA = false): boolean => {
    const ending = endings.find((item) => stem.length - item.length >= rv && stem.endsWith(item));
    if (ending === undefined) return false;
    const before = stem[stem.length - ending.length - 1];
    if (afterA && !(before === 'а' || before === 'я')) return false;
    stem = stem.slice(0, -ending.length);
    return true;
  };
  if (!(cut(PERFECTIVE) || cut(PERFECTIVE_AFTER_A, true))) {
    if (!cut(['ся'])) cut(['сь']);
    if (cut(ADJECTIVE)) {
      if (!cut(PARTICIPLE)) cut(PARTICIPLE_AFTER_A, true);
    } else if (!(cut(VERB) || cut(VERB_AFTER_A, true))) cut(NOUN);
  }
  cut(['и']);
  const derivational = ['ость', 'ост'].find((item) => stem.length - item.length >= r2 && stem.endsWith(item));
  if (derivational) stem = stem.slice(0, -derivational.length);
  if (stem.endsWith('нн')) stem = stem.slice(0, -1);
  else if (stem.length > rv && /ейше?$/.test(stem)) stem = stem.replace(/ейше?$/, '');
  return stem.endsWith('ь') ? stem.slice(0, -1) : stem;
}
