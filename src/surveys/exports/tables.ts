import type { Cell } from './protect-rows.ts';
import type { SafeRows } from './safe-rows.ts';
import { MISSING_LABELS } from './variables.ts';

/** A cell that begins like a formula would run in a spreadsheet: an apostrophe keeps it words. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const csv = (lines: readonly (readonly Cell[])[]): string =>
  `\uFEFF${lines.map((line) => `${line.map(csvCell).join(',')}\n`).join('')}`;

const rowsOf = ({ columns, rows }: SafeRows): Cell[][] =>
  Array.from({ length: rows }, (_, row) => columns.map(({ cells }) => cells[row] ?? null));

/** Codes, not labels: the same file serves people, R, and the SPSS syntax beside it. */
export const dataCsv = (data: SafeRows): string => csv([data.columns.map(({ name }) => name), ...rowsOf(data)]);

/** What people wrote, beside nothing else. */
export const wordsCsv = ({ words }: SafeRows): string =>
  csv([['question', 'words'], ...words.flatMap(({ question, texts }) => texts.map((text) => [question, text]))]);

/** Four sheets: answers in words, answers in codes, what people wrote, and what the codes mean. */
export async function dataXlsx(data: SafeRows): Promise<Uint8Array> {
  const { columns, language } = data;
  // Loaded when somebody asks for a table: few processes ever do.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const inWords = workbook.addWorksheet('answers', { views: [{ state: 'frozen', ySplit: 1 }] });
  const inCodes = workbook.addWorksheet('codes', { views: [{ state: 'frozen', ySplit: 1 }] });
  const written = workbook.addWorksheet('words', { views: [{ state: 'frozen', ySplit: 1 }] });
  const meaning = workbook.addWorksheet('codebook');
  inWords.addRow(columns.map(({ label }) => label)).font = { bold: true };
  inCodes.addRow(columns.map(({ name }) => name)).font = { bold: true };
  const labels = columns.map(
    ({ values }) => new Map([...values, ...MISSING_LABELS[language]].map(({ code, label }) => [code, label])),
  );
  for (const row of rowsOf(data)) {
    inCodes.addRow(row);
    inWords.addRow(
      row.map((value, column) => (typeof value === 'number' ? (labels[column]?.get(value) ?? value) : value)),
    );
  }
  written.addRow(['question', 'words']).font = { bold: true };
  for (const { question, texts } of data.words) for (const text of texts) written.addRow([question, text]);
  meaning.addRow(['variable', 'label', 'code', 'meaning']).font = { bold: true };
  for (const { name, label, values } of columns) {
    if (values.length === 0) meaning.addRow([name, label]);
    for (const { code, label: words } of values) meaning.addRow([name, label, code, words]);
  }
  for (const { code, label } of MISSING_LABELS[language]) meaning.addRow(['*', '', code, label]);
  meaning.addRow(['*', 'left out by lot', data.leftOut]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
