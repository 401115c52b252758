import type { Language } from '../kernel/language.ts';
import { checkSentence, type Verdict } from './citation-check.ts';
import { hideLinks, type LinkTable } from './link-tokens.ts';
import { type Passage, passagesOf } from './passage.ts';
import type { KnowledgeRecord } from './record.ts';
import type { ProposedSentence } from './steps/step.ts';

export interface Truth {
  readonly passage: Passage;
  readonly links: LinkTable;
  readonly sentence: string;
}

/** A true sentence of every passage, cited as a model would. */
export function truthsOf(records: readonly KnowledgeRecord[]): Truth[] {
  return records.flatMap(passagesOf).flatMap((passage) => {
    const hidden = hideLinks([passage.body]);
    const body = hidden.texts[0] ?? '';
    const sentence = body.split(/(?<=[.!?])\s+/).find((one) => one.length > 40 && one.length < 300);
    return sentence ? [{ passage: { ...passage, body }, links: hidden.links, sentence: sentence.trim() }] : [];
  });
}

/** Null: this lie cannot be told of this sentence. */
type Lie = (truth: Truth) => string | null | Partial<ProposedSentence>;

const words = (language: Language, kk: string, ru: string, en: string): string => ({ kk, ru, en })[language];
const ended = (sentence: string, more: string): string => `${sentence.replace(/[.!?]$/, '')}${more}.`;
const changed = (before: string, after: string): string | null => (after === before ? null : after);

export const LIES: Readonly<Record<string, Lie>> = {
  'another number': ({ sentence }) => changed(sentence, sentence.replace(/\d+/, '8642')),
  'a number more': ({ sentence, passage: { language } }) =>
    ended(sentence, words(language, ', барлығы 8642', ', всего 8642', ', 8642 in all')),
  'a fee': ({ sentence, passage: { language } }) =>
    `${sentence} ${words(language, 'Ақысы 8642 теңге.', 'Стоимость 8642 тенге.', 'The fee is 8642 tenge.')}`,
  'a day of the year': ({ sentence, passage: { language } }) =>
    ended(sentence, words(language, ' 31 наурызға дейін', ' до 31 марта', ' until 31 March')),
  'another unit of time': ({ sentence }) =>
    changed(
      sentence,
      sentence
        .replace(/\bdays?\b/, 'minutes')
        .replace(/(?<=\s)дн(?:ей|я)(?!\p{L})/u, 'минут')
        .replace(/(?<=\s)күн(?!\p{L})/u, 'минут'),
    ),
  'calendar for working days': ({ sentence }) =>
    changed(
      sentence,
      sentence
        .replace('working', 'calendar')
        .replace('рабочих', 'календарных')
        .replace(/жұмыс күн/u, 'күнтізбелік күн'),
    ),
  'a person': ({ sentence, passage: { language } }) =>
    ended(
      sentence,
      words(language, ', жауаптысы Марат Ибраев', ', отвечает Марат Ибраев', ', Marat Ibraev answers for it'),
    ),
  'a person without a comma': ({ sentence, passage: { language } }) =>
    ended(sentence, words(language, ' Марат Ибраевта', ' у Марата Ибраева', ' with Marat Ibraev')),
  'another actor': ({ sentence, passage: { language } }) =>
    ended(sentence, words(language, ', соны прокурор растайды', ' по решению астронома', ' by order of an astronomer')),
  'a punishment': ({ sentence, passage: { language } }) =>
    ended(
      sentence,
      words(
        language,
        ', ал кешіккен шенеунік түрмеге қамалады',
        ', а опоздавшего чиновника сажают в тюрьму',
        ', and a late official goes to prison',
      ),
    ),
  'an address of a site': ({ sentence }) => `${sentence} https://fake.example/form`,
  'a bare domain': ({ sentence }) => `${sentence} otvet.kz`,
  'a mailbox': ({ sentence }) => `${sentence} help@otvet.info`,
  'an account': ({ sentence }) => `${sentence} @otvet_bot`,
  'a telephone': ({ sentence }) => `${sentence} +7 701 123 45 67`,
  'a link nobody gave': ({ sentence }) => `${sentence} [[link:99]]`,
  'a passage that is not there': () => ({ passage: 7 }),
  'the number zero for a passage': () => ({ passage: 0 }),
  'a quote nobody wrote': ({ sentence }) => ({ quote: `${sentence} И так всегда бывает` }),
  'a quote too short': () => ({ quote: 'а' }),
  'a denial': ({ sentence, passage: { language } }) => {
    if (language === 'en')
      return changed(sentence, sentence.replace(/\b(is|are|must|can|may|will)\b(?! not)/, '$1 not'));
    if (language === 'ru')
      return changed(
        sentence,
        sentence.replace(
          /(?<!не )(?<=\s)(рассматрива|реша|дают|выда|принима|подают|платят|получа|отвеча|сообща|проверя|работа(?=ет|ют)|храни)/u,
          'не $1',
        ),
      );
    return changed(
      sentence,
      sentence.replace(
        /(\p{L}{3,}[аеиіыу])(?:йды|йді)(?=[\s,.])/u,
        (_, stem: string) => `${stem}${/[еіи]$/.test(stem) ? 'мейді' : 'майды'}`,
      ),
    );
  },
  'a denial taken away': ({ sentence, passage: { language } }) => {
    if (language === 'en') return changed(sentence, sentence.replace(/\bnot\b /, '').replace(/\bcannot\b/, 'can'));
    if (language === 'ru')
      return changed(sentence, sentence.replace(/(?<=\s)не\s/u, '').replace(/(?<=\s)нельзя/u, 'можно'));
    return changed(sentence, sentence.replace(/майды/u, 'ады').replace(/мейді/u, 'еді'));
  },
  'freely and for everybody': ({ sentence, passage: { language } }) =>
    ended(sentence, words(language, ', әрқашан тегін', ', всегда бесплатно', ', always free of charge')),
};

export function verdictOf({ passage, links, sentence }: Truth, lie: ReturnType<Lie>): Verdict {
  const told = typeof lie === 'string' ? { text: lie } : (lie ?? {});
  return checkSentence({ text: sentence, passage: 1, quote: sentence, ...told }, [passage], links);
}

/** What a model that lies in every known way would get past the check, and what a model that copies would lose. */
export function measureClaims(records: readonly KnowledgeRecord[]) {
  const truths = truthsOf(records);
  const lies = Object.entries(LIES).map(([kind, lie]) => {
    const told = truths.flatMap((truth) => {
      const wrong = lie(truth);
      return wrong === null ? [] : [verdictOf(truth, wrong) !== 'supported'];
    });
    return [kind, { planted: told.length, caught: told.filter(Boolean).length }] as const;
  });
  const sum = (part: 'planted' | 'caught'): number => lies.reduce((total, [, figures]) => total + figures[part], 0);
  return {
    planted: sum('planted'),
    caught: sum('caught'),
    truths: truths.length,
    kept: truths.filter((truth) => verdictOf(truth, truth.sentence) === 'supported').length,
    kinds: Object.fromEntries(lies),
  };
}
