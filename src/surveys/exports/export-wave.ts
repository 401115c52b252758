import type { Language } from '../../kernel/language.ts';
import type { Questionnaire } from '../questionnaire/questionnaire.ts';
import { wordsIn } from '../questionnaire/words.ts';
import type { CountedSubmission } from '../results/submission.ts';
import { weightsFor } from '../results/survey-results.ts';
import type { Wave } from '../wave.ts';
import { codebookJson, ddiXml, spssSyntax } from './codebooks.ts';
import { dataCsv, dataXlsx, type ExportData } from './tables.ts';
import { variablesOf } from './variables.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'sps', 'codebook.json', 'codebook.xml', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly body: string | Uint8Array;
}

const MEDIA: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  sps: 'text/plain; charset=utf-8',
  'codebook.json': 'application/json',
  'codebook.xml': 'application/xml',
  json: 'application/json',
};

interface Inputs {
  readonly wave: Pick<Wave, 'id' | 'number' | 'margins'>;
  readonly questionnaire: Questionnaire;
  readonly submissions: readonly CountedSubmission[];
  readonly language: Language;
  readonly mask: (text: string) => string;
}

/** One file of a wave's data. Words are masked; rows stand in an order of lot and carry no person. */
export async function exportWave(
  { wave, questionnaire, submissions, language, mask }: Inputs,
  format: ExportFormat,
): Promise<ExportFile> {
  const complete = submissions.filter(({ isComplete }) => isComplete);
  const raked = wave.margins ? weightsFor(complete, wave.margins) : null;
  const data: ExportData = {
    title: wordsIn(questionnaire.title, language),
    language,
    variables: variablesOf(questionnaire, language, mask).filter(({ name }) => name !== 'weight' || raked !== null),
    submissions: [...complete, ...submissions.filter(({ isComplete }) => !isComplete)],
    weights: raked?.weights ?? null,
  };
  const name = `survey-${wave.id.slice(0, 8)}-wave-${wave.number}`;
  const body = async (): Promise<string | Uint8Array> => {
    switch (format) {
      case 'csv':
        return dataCsv(data);
      case 'xlsx':
        return dataXlsx(data);
      case 'sps':
        return spssSyntax(data, `${name}.csv`);
      case 'codebook.json':
        return JSON.stringify(codebookJson(data), null, 2);
      case 'codebook.xml':
        return ddiXml(data);
      case 'json':
        return JSON.stringify(
          data.submissions.map((submission, row) =>
            Object.fromEntries(
              data.variables.map((variable) => [variable.name, variable.read(submission, data.weights?.[row] ?? null)]),
            ),
          ),
        );
    }
  };
  return { fileName: `${name}.${format}`, mediaType: MEDIA[format], body: await body() };
}
