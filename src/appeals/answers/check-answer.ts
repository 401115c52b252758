import type { Language } from '../../kernel/language.ts';
import { type CasePoint, stemsOf, touchedPoints } from './points.ts';
import { HARD_BELOW, type ReadingEase, readingEase } from './reading-ease.ts';
import { writtenLanguage } from './written-language.ts';

/** What may be wrong with an answer. It warns, and the journal keeps it; the officer decides. */
export const ANSWER_WARNINGS = [
  'points_unaddressed',
  'no_legal_basis',
  'no_complaint_way',
  'hard_to_read',
  'template_only',
  'wrong_language',
  'third_persons',
] as const;
export type AnswerWarning = (typeof ANSWER_WARNINGS)[number];

export interface AnswerToCheck {
  readonly text: string;
  readonly language: Language;
  readonly outcome: string;
  /** Ticked by the officer; null: worked out from the words. */
  readonly addressed: readonly number[] | null;
}

export interface CaseToAnswer {
  readonly points: readonly CasePoint[];
  readonly citizensLanguage: Language;
  /** The law's procedures want a basis and a way to complain; a service that only promises owes neither. */
  readonly isStatutory: boolean;
  /** Words of approved templates as they would be filled in for this case, in the language of the answer. */
  readonly templateTexts: readonly string[];
  /** Sorts of personal data that were found in the answer: the tokens of the mask. */
  readonly foundInAnswer: readonly string[];
  /** The same for what the citizen wrote of themselves: their own name in an answer is no third person's. */
  readonly knownNames: readonly string[];
}

export interface AnswerCheck {
  readonly points: readonly (CasePoint & { readonly addressed: boolean; readonly by: 'officer' | 'words' })[];
  readonly warnings: readonly AnswerWarning[];
  readonly reading: ReadingEase;
  readonly writtenIn: Language | null;
}

/** References to law: an article, a code, rules. The word alone is no proof of a good basis, its absence is telling. */
const LEGAL_BASIS: Record<Language, RegExp> = {
  ru: /(?:^|[^\p{L}])(?:ст\.|стать[еёияюй]\p{L}*|закон\p{L}*|кодекс\p{L}*|правил(?:а|ам|ами|ах)?|постановлени\p{L}*|приказ\p{L}*|норматив\p{L}*|ГОСТ)(?=$|[^\p{L}])/iu,
  kk: /(?:^|[^\p{L}])(?:\d+-бап\p{L}*|бап\p{L}*|заң\p{L}*|кодекс\p{L}*|қағида\p{L}*|қаулы\p{L}*|бұйры[қғ]\p{L}*|норматив\p{L}*)(?=$|[^\p{L}])/iu,
  en: /(?:^|[^\p{L}])(?:article|section|law|act|code|rules?|regulations?|order no)(?=$|[^\p{L}])/iu,
};
const COMPLAINT_WAY: Record<Language, RegExp> = {
  ru: /обжал|жалоб|не соглас|оспор|вышестоящ/iu,
  kk: /шағым|келіспе|даула|жоғары тұрған/iu,
  en: /complain|appeal|disagree|contest|review board/iu,
};
/** Sentences that say nothing: what remains without them is the answer. */
const EMPTY_PHRASES =
  /(?:ваше обращение (?:рассмотрено|принято)|приняты? меры|будут приняты меры|взято на контроль|находится на контроле|в пределах компетенции|в установленном (?:порядке|законом)|сообщаем следующее|өтінішіңіз (?:қаралды|қабылданды)|шаралар қабылданды|тиісті шаралар|бақылауға алынды|құзырет\p{L}* шегінде|белгіленген тәртіппен|your (?:appeal|request) has been (?:considered|received)|measures have been taken|taken under control)/giu;
/** Tokens of other people's data: a telephone or an address in an official answer is usually the body's own. */
const OFFICES_OWN = ['PHONE', 'EMAIL'];
const MIN_OWN_STEMS = 5;

/** Looks at an answer before it leaves. Pure: the same for the console, Slack and machines. */
export function checkAnswer(answer: AnswerToCheck, about: CaseToAnswer): AnswerCheck {
  const touched = touchedPoints(about.points, answer.text);
  const points = about.points.map((point) => ({
    ...point,
    addressed: (answer.addressed ?? touched).includes(point.position),
    by: answer.addressed ? ('officer' as const) : ('words' as const),
  }));
  const reading = readingEase(answer.text, answer.language);
  const writtenIn = writtenLanguage(answer.text);
  const isMeasured = about.isStatutory && answer.outcome !== 'done';
  const has: Record<AnswerWarning, boolean> = {
    points_unaddressed: points.some(({ addressed }) => !addressed),
    no_legal_basis: isMeasured && !LEGAL_BASIS[answer.language].test(answer.text),
    no_complaint_way: about.isStatutory && !COMPLAINT_WAY[answer.language].test(answer.text),
    hard_to_read: reading.score !== null && reading.score < HARD_BELOW,
    template_only: isTemplateOnly(answer.text, about.templateTexts),
    wrong_language:
      answer.language !== about.citizensLanguage || (writtenIn !== null && writtenIn !== about.citizensLanguage),
    third_persons: hasThirdPersons(answer.text, about),
  };
  return { points, reading, writtenIn, warnings: ANSWER_WARNINGS.filter((warning) => has[warning]) };
}

/** Hardly anything is left when templates and empty phrases are taken away. A short answer of one's own is none of it. */
function isTemplateOnly(text: string, templateTexts: readonly string[]): boolean {
  const borrowed = new Set(templateTexts.flatMap((template) => [...stemsOf(template)]));
  const all = [...stemsOf(text)];
  const own = [...stemsOf(text.replace(EMPTY_PHRASES, ' '))].filter((stem) => !borrowed.has(stem));
  return own.length < MIN_OWN_STEMS && own.length * 2 < all.length;
}

function hasThirdPersons(text: string, { foundInAnswer, knownNames }: CaseToAnswer): boolean {
  const found = foundInAnswer.filter((token) => !OFFICES_OWN.includes(token));
  if (found.length === 0) return false;
  if (found.some((token) => token !== 'NAME')) return true;
  return !knownNames.some((name) => name !== '' && text.toLocaleLowerCase().includes(name.toLocaleLowerCase()));
}
