import type { Language } from '../../kernel/language.ts';
import type { CountedSubmission } from '../results/submission.ts';
import { MISSING_LABELS, type Variable } from './variables.ts';

export interface ExportData {
  readonly title: string;
  readonly language: Language;
  readonly variables: readonly Variable[];
  readonly submissions: readonly CountedSubmission[];
  readonly weights: readonly number[] | null;
}

const readCell = (variable: Variable, { submissions, weights }: ExportData, row: number): number | string | null => {
  const submission = submissions[row];
  return submission ? variable.read(submission, weights?.[row] ?? null) : null;
};

/** A cell that begins like a formula would run in a spreadsheet: an apostrophe keeps it words. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function csvCell(value: number | string | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Codes, not labels: the same file serves people, R, and the SPSS syntax beside it. */
export function dataCsv(data: ExportData): string {
  const lines = data.submissions.map((_, row) =>
    data.variables.map((variable) => csvCell(readCell(variable, data, row))).join(','),
  );
  return `\uFEFF${data.variables.map(({ name }) => name).join(',')}\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** Three sheets: answers in words, answers in codes, and what the codes mean. */
export async function dataXlsx(data: ExportData): Promise<Uint8Array> {
  const { variables, submissions, language } = data;
  // Loaded when somebody asks for a table: few processes ever do.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const inWords = workbook.addWorksheet('answers', { views: [{ state: 'frozen', ySplit: 1 }] });
  const inCodes = workbook.addWorksheet('codes', { views: [{ state: 'frozen', ySplit: 1 }] });
  const meaning = workbook.addWorksheet('codebook');
  inWords.addRow(variables.map(({ label }) => label)).font = { bold: true };
  inCodes.addRow(variables.map(({ name }) => name)).font = { bold: true };
  const labels = variables.map(
    ({ values }) => new Map([...values, ...MISSING_LABELS[language]].map(({ code, label }) => [code, label])),
  );
  submissions.forEach((_, row) => {
    const values = variables.map((variable) => readCell(variable, data, row));
    inCodes.addRow(values);
    inWords.addRow(
      values.map((value, column) => (typeof value === 'number' ? (labels[column]?.get(value) ?? value) : value)),
    );
  });
  meaning.addRow(['variable', 'label', 'code', 'meaning']).font = { bold: true };
  for (const { name, label, values } of variables) {
    if (values.length === 0) meaning.addRow([name, label]);
    for (const { code, label: words } of values) meaning.addRow([name, label, code, words]);
  }
  for (const { code, label } of MISSING_LABELS[language]) meaning.addRow(['*', '', code, label]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
