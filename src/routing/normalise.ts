import { countCyrillic, countLatin, foldCyrillic, foldText, latinToFoldedCyrillic, unmixScripts } from './spelling.ts';

export type GuessedLanguage = 'kk' | 'ru' | 'en' | 'mixed' | 'unknown';
export type Script = 'cyrillic' | 'latin' | 'mixed' | 'none';

export interface LanguageGuess {
  /** `mixed`: Kazakh and Russian in one message, as many people write. */
  readonly language: GuessedLanguage;
  /** `ru` in `latin` is transliterated Russian, `kk` in `latin` is Kazakh in any Latin alphabet. */
  readonly script: Script;
  readonly confidence: number;
}

export interface NormalisedText extends LanguageGuess {
  /** Clean, lower case, one script per word. */
  readonly text: string;
  /** Spelling folded away: what the topic model reads. */
  readonly key: string;
}

type Spoken = 'kk' | 'ru' | 'en';
type Cues = Readonly<Record<Spoken, RegExp>>;

/** Words and endings that one of the two languages has and the other has not. */
const CYRILLIC_CUES: Readonly<Record<'kk' | 'ru', RegExp>> = {
  kk: /[әғқңөұүһі]|^(жок|бар|керек|калай|кашан|кайда|неге|кандай|бул|мен|биз|сиз|емес|ушин|жане|туралы|болады|рахмет|салем|жылы|кун|бала|уй|жол|су|шыгып|турмыз|отыр|жатыр|тур|жасап|бермейди|болмайды|осы|ауыл|коше|каласы)$|(нын|нин|дын|дин|тын|тин|лар|лер|дар|дер|тар|тер|мыз|ныз|гын|ган|ген|кан|кен|майды|мейди|пайды|пейди|байды|бейди|дагы|деги|тагы|теги|дыр|дир)$/u,
  ru: /[щъэф]|^(и|в|на|не|нет|что|как|где|когда|почему|это|мы|я|он|она|они|вы|у|по|за|из|с|к|до|от|для|уже|или|но|же|ли|бы|есть|был|была|было|нам|нас|мне|меня|спасибо|пожалуйста|здравствуйте|дом|вода|дорога|улица|очень|все|день|дня|дней|год|дети|детей)$|(ого|его|ому|ему|ыми|ими|ая|яя|ое|ые|ие|ый|ий|ть|ться|тся|ешь|ишь|ют|ят|ает|яет|ует|ают|ость|ние|ния|ний|ция|ции|ах|ях|ов|ев|ами|ями|ство|ла|ло|ли)$/u,
};

const LATIN_CUES: Cues = {
  en: /^(the|a|an|is|are|was|were|of|to|in|on|at|for|and|or|not|no|my|our|your|we|i|you|it|they|he|she|this|that|there|has|have|had|been|with|from|please|when|where|why|how|what|who|can|do|does|did|will|would|should|street|road|water|school|doctor|thanks|thank|hello|city|people|children|light|bus|every|after|before|since|again|nobody|without|by|be|as|but|if|so|all|any|one|two|three|days|weeks|months|year|years)$|(tion|ing|ness|ment|ould|ght|tch|ould|ck)$|(wh|th|ough|ee|oo)/u,
  kk: /[äáğǵıñńŋöóşüūúý]|q(?!u)|^(joq|zhoq|zhok|jok|bar|kerek|qalai|kalai|qashan|kashan|qaida|kaida|nege|bul|men|biz|siz|emes|ushin|jane|zhane|bolady|rahmet|rakhmet|salem|kun|bala|balalar|ui|uy|jol|zhol|su|otyr|jatyr|zhatyr|tur|osy|auyl|koshe|ne|ma|me|ba|be|pa|pe|goi|koi|da|de)$|(nyn|nin|ning|nyng|dyn|din|tyn|tin|lar|ler|dar|der|tar|ter|myz|miz|nyz|niz|gan|gen|qan|ken|maidy|meidi|pady|bady|dagy|degi|tagy|tegi|yp|ip|uge|uga|ymyz|imiz)$/u,
  ru: /^(i|v|na|ne|net|chto|shto|kak|gde|kogda|pochemu|eto|my|ya|on|ona|oni|vy|u|po|za|iz|s|k|do|ot|dlya|uzhe|ili|no|zhe|li|by|est|byl|byla|bylo|nam|nas|mne|menya|spasibo|pozhaluysta|pozhalusta|zdravstvuyte|dom|voda|vody|doroga|ulica|ulitsa|ochen|vse|den|dnya|dney|god|deti|detey|skolko|mozhno|nado|nikto|ni|svet|sveta)$|(ogo|ego|omu|emu|ymi|imi|aya|yaya|oye|oe|ye|yy|iy|yi|tsya|tsa|esh|ish|yut|yat|aet|yaet|uet|ayut|ost|nie|niya|nii|tsiya|tsii|akh|yakh|ov|ev|ami|yami|stvo|la|lo|li|ali|ili|et|it|at|yu|am|om|oy|ey)$|(zh|shch|kh)/u,
};

const ENOUGH = 3;

export function guessLanguage(text: string): LanguageGuess {
  const clean = unmixScripts(foldText(text));
  const cyrillic = countCyrillic(clean);
  const latin = countLatin(clean);
  if (cyrillic + latin === 0) return { language: 'unknown', script: 'none', confidence: 0 };
  const latinShare = latin / (cyrillic + latin);
  const script = latinShare > 0.8 ? 'latin' : latinShare < 0.2 ? 'cyrillic' : 'mixed';
  const votes = { kk: 0, ru: 0, en: 0 };
  for (const word of clean.match(/[\p{L}'’ʼ]+/gu) ?? []) {
    for (const language of speakersOf(word)) votes[language] += 1;
  }
  return { script, ...decide(votes, script) };
}

function speakersOf(word: string): Spoken[] {
  if (countCyrillic(word) > 0) return (['kk', 'ru'] as const).filter((language) => CYRILLIC_CUES[language].test(word));
  return (['kk', 'ru', 'en'] as const).filter((language) => LATIN_CUES[language].test(word));
}

function decide(votes: Record<Spoken, number>, script: Script): Pick<LanguageGuess, 'language' | 'confidence'> {
  const ranked = (Object.entries(votes) as [Spoken, number][]).sort((a, b) => b[1] - a[1]);
  const [best = ['ru', 0], second = ['ru', 0]] = ranked;
  const total = best[1] + second[1];
  if (total === 0) return { language: script === 'cyrillic' ? 'ru' : 'unknown', confidence: 0.3 };
  const lead = best[1] / total;
  const bothSpoken = Math.min(votes.kk, votes.ru) >= ENOUGH && lead < 0.62 && script !== 'latin';
  const certainty = lead * (1 - 0.5 / (1 + total));
  return { language: bothSpoken ? 'mixed' : best[0], confidence: Number(certainty.toFixed(3)) };
}

/** The steps of one message's way all ask for the same text. */
let latest: { readonly of: string; readonly normalised: NormalisedText } | null = null;

/** Everything that is the same word to the reader becomes the same text to the machine. */
export function normalise(text: string): NormalisedText {
  if (latest?.of === text) return latest.normalised;
  const guess = guessLanguage(text);
  const clean = unmixScripts(foldText(text)).replace(/\s+/gu, ' ').trim();
  const normalised = { ...guess, text: clean, key: toKey(clean, guess) };
  latest = { of: text, normalised };
  return normalised;
}

function toKey(clean: string, { language, script }: LanguageGuess): string {
  const english = language === 'en' || (language === 'unknown' && script === 'latin');
  return clean.replace(/[\p{L}\p{N}'’ʼ]+/gu, (word) => {
    if (countCyrillic(word) > 0) return foldCyrillic(word);
    return english || countLatin(word) === 0 ? word : latinToFoldedCyrillic(word);
  });
}
