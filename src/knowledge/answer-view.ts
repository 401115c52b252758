import type { Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import type { Answer, Suggestion } from './answer.ts';
import type { Passage, Reference } from './passage.ts';

type Question = Extract<Answer, { type: 'answer' }>;
export type Translate = (language: Language, key: string, args?: Readonly<Record<string, string | number>>) => string;

export type AnswerCommand =
  | { readonly type: 'rate'; readonly helpful: boolean; readonly label: string }
  | { readonly type: 'open'; readonly source: string; readonly group: string; readonly label: string }
  | { readonly type: 'ask_people'; readonly label: string };

/** What any channel shows of an answer, in words of its language; the channel only lays it out. */
export interface AnswerView {
  readonly language: Language;
  readonly title: string | null;
  readonly paragraphs: readonly string[];
  readonly sources: readonly { readonly title: string; readonly url: string | null }[];
  /** Lines under the answer: whose and of which day it is, that the city is fictional, that AI wrote it. */
  readonly notes: readonly string[];
  readonly question: string | null;
  /** In the order of importance; "ask people" is always among them. */
  readonly commands: readonly AnswerCommand[];
}

export interface Words {
  readonly t: Translate;
  readonly formatDay: (language: Language, on: Day) => string;
}

export function answerView(answer: Question, { t, formatDay }: Words): AnswerView {
  const { language } = answer;
  const say = (key: string, args?: Readonly<Record<string, string | number>>): string =>
    t(language, `knowledge-${key}`, args);
  const open = ({ source, group, title }: Suggestion): AnswerCommand => ({ type: 'open', source, group, label: title });
  const askPeople: AnswerCommand = { type: 'ask_people', label: say('ask-people') };

  switch (answer.status) {
    case 'answered': {
      const shown = shownOf(answer);
      const [first] = shown.passages;
      if (!first) throw new Error('an answer without a passage');
      return {
        language,
        title: shown.title,
        paragraphs: shown.paragraphs,
        sources: distinct(shown.passages.flatMap(({ references }) => references)),
        notes: [
          ...new Set(shown.passages.flatMap(({ notice }) => (notice === null ? [] : [notice]))),
          ...(first.language === language ? [] : [say(`shown-in-${first.language}`)]),
          say('source-line', { owner: first.owner, day: formatDay(language, oldest(shown.passages)) }),
          ...(answer.body.type === 'written' ? [say('written-by-ai')] : []),
        ],
        question: say('was-it-that'),
        commands: [
          { type: 'rate', helpful: true, label: say('yes') },
          { type: 'rate', helpful: false, label: say('no') },
          ...answer.alternatives.map(open),
          askPeople,
        ],
      };
    }
    case 'clarification':
      return {
        language,
        title: null,
        paragraphs: [say('which-one')],
        sources: [],
        notes: [],
        question: null,
        commands: [...answer.options.map(open), askPeople],
      };
    default:
      return {
        language,
        title: null,
        paragraphs: [
          say(`status-${answer.status.replaceAll('_', '-')}`),
          ...(answer.alternatives.length > 0 ? [say('near')] : []),
        ],
        sources: [],
        notes: [],
        question: null,
        commands: [...answer.alternatives.map(open), askPeople],
      };
  }
}

function shownOf(answer: Extract<Question, { status: 'answered' }>): {
  title: string | null;
  paragraphs: string[];
  passages: Passage[];
} {
  const { body } = answer;
  if (body.type === 'passage')
    return { title: body.passage.title, paragraphs: [body.passage.body], passages: [body.passage] };
  const places = [...new Set(body.sentences.flatMap(({ passages }) => passages))];
  const passages = places.flatMap((place) => body.passages[place - 1] ?? []);
  // The marks count what is listed below, not what the model was given.
  const mark = (cited: readonly number[]): string => cited.map((place) => `[${places.indexOf(place) + 1}]`).join('');
  return {
    title: null,
    paragraphs: [body.sentences.map(({ text, passages: cited }) => `${text} ${mark(cited)}`).join(' ')],
    passages,
  };
}

const oldest = (passages: readonly Passage[]): Day =>
  passages.map(({ sourceOn }) => sourceOn).reduce((one, other) => (other < one ? other : one));

const distinct = (references: readonly Reference[]): Reference[] => [
  ...new Map(references.map((reference) => [`${reference.title} ${reference.url}`, reference])).values(),
];
