import { LANGUAGES, type Language } from '../kernel/language.ts';
import type { PassageSearch } from './passage.ts';

export interface LabelledQuestion {
  /** `mixed` questions are asked in the interface language of Kazakh. */
  readonly language: Language | 'mixed';
  readonly style: string;
  readonly part: 'development' | 'held_out';
  readonly question: string;
  readonly records: readonly string[];
}

export interface Recall {
  readonly questions: number;
  readonly recallAt1: number;
  readonly recallAt5: number;
}

export interface Miss {
  readonly question: string;
  readonly part: string;
  readonly wanted: readonly string[];
  readonly got: readonly string[];
}

export const questionLanguage = (language: LabelledQuestion['language']): Language =>
  language === 'mixed' ? 'kk' : language;

/** A question counts as found when any of its right records is among the first five. */
export async function measureRecall(
  questions: readonly LabelledQuestion[],
  search: PassageSearch,
): Promise<{ groups: Record<string, Recall>; misses: Miss[] }> {
  const tallies = new Map<string, { questions: number; first: number; five: number }>();
  const misses: Miss[] = [];
  for (const labelled of questions) {
    const found = await search.find(labelled.question, questionLanguage(labelled.language), 8);
    const got = [...new Set(found.map(({ passage }) => passage.source))].slice(0, 5);
    const first = labelled.records.includes(got[0] ?? '');
    const five = got.some((id) => labelled.records.includes(id));
    if (!five) misses.push({ question: labelled.question, part: labelled.part, wanted: labelled.records, got });
    for (const group of [
      'all',
      labelled.language,
      `${labelled.language}.${labelled.style}`,
      labelled.part,
      `${labelled.part}.${labelled.language}`,
    ]) {
      const tally = tallies.get(group) ?? { questions: 0, first: 0, five: 0 };
      tallies.set(group, {
        questions: tally.questions + 1,
        first: tally.first + Number(first),
        five: tally.five + Number(five),
      });
    }
  }
  const share = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 1000;
  const groups = [...tallies].map(([group, { questions: count, first, five }]): [string, Recall] => [
    group,
    { questions: count, recallAt1: share(first, count), recallAt5: share(five, count) },
  ]);
  return { groups: Object.fromEntries(groups), misses };
}

export function parseQuestions(tsv: string): LabelledQuestion[] {
  return rowsOf(tsv).map(([language = '', style = '', part = '', question = '', records = '']) => {
    if (!isLanguage(language) || (part !== 'development' && part !== 'held_out') || records === '')
      throw new Error(`not a labelled question: ${question}`);
    return { language, style, part, question, records: records.split(',') };
  });
}

export const rowsOf = (tsv: string): string[][] =>
  tsv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'));

const isLanguage = (text: string): text is LabelledQuestion['language'] =>
  text === 'mixed' || LANGUAGES.some((language) => language === text);
