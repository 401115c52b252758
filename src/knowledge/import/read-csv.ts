import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import type { ImportedText } from './imported-text.ts';

/** What people call the columns. */
const COLUMNS: Readonly<Record<string, 'question' | 'answer' | 'language' | 'synonyms'>> = {
  question: 'question',
  вопрос: 'question',
  сұрақ: 'question',
  answer: 'answer',
  ответ: 'answer',
  жауап: 'answer',
  language: 'language',
  язык: 'language',
  тіл: 'language',
  synonyms: 'synonyms',
  синонимы: 'synonyms',
  басқаша: 'synonyms',
};

const Row = z.object({
  question: z.string().trim().min(1).max(300),
  answer: z.string().trim().min(1).max(60_000),
  language: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(['kk', 'ru', 'en', '']))
    .default(''),
  synonyms: z.string().default(''),
});

/** Pairs of a question and its answer, one a line; comma, semicolon or tab, whatever the office saved. */
export function readCsv(text: string): ImportedText[] {
  const rows = rowsOf(text);
  const [first] = rows;
  if (!first || !('question' in first) || !('answer' in first)) throw new Refusal('import.no_columns', {});
  return rows.map((row, index) => {
    const read = Row.safeParse(row);
    if (!read.success)
      throw new Refusal('import.bad_row', { row: index + 2, column: String(read.error.issues[0]?.path[0] ?? '') });
    const { question, answer, language, synonyms } = read.data;
    return {
      title: question,
      body: answer,
      synonyms: synonyms.split(/[|;]/).flatMap((words) => words.trim() || []),
      ...(language === '' ? {} : { language }),
    };
  });
}

function rowsOf(text: string): Record<string, string>[] {
  const head = text.slice(0, 2_000).split('\n')[0] ?? '';
  const delimiter = [',', ';', '\t'].sort((a, b) => head.split(b).length - head.split(a).length)[0] ?? ',';
  try {
    return parse(text, {
      bom: true,
      delimiter,
      columns: (names: string[]) => names.map((name) => COLUMNS[name.trim().toLowerCase()] ?? name.trim()),
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: 200_000,
    }) as Record<string, string>[];
  } catch (error) {
    throw new Refusal('import.unreadable', { problem: (error as { code?: string }).code ?? 'csv' });
  }
}
