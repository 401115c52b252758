import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { CalendarYear, SpecialDay } from './calendar-data.ts';

export interface FileProblem {
  /** Counted from 1; 0 where the whole file is meant. */
  readonly line: number;
  readonly problem: string;
}
export type ReadCalendarFile = { type: 'year'; year: CalendarYear } | { type: 'refused'; problems: FileProblem[] };

const Columns = z.object({
  date: z.string(),
  working: z.enum(['yes', 'no', 'true', 'false', '1', '0']),
  kind: SpecialDay.shape.kind,
  name_kk: z.string().min(1),
  name_ru: z.string().min(1),
  name_en: z.string().min(1),
});

interface Frame {
  readonly jurisdiction: string;
  readonly year: number;
  readonly source: string;
}

/** A year of a calendar: the shipped JSON, or a table `date,working,kind,name_kk,name_ru,name_en`, one special day a line. */
export function readCalendarFile(content: string, { jurisdiction, year, source }: Frame): ReadCalendarFile {
  const text = content.replace(/^\uFEFF/, '').trim();
  if (text.startsWith('{')) return readJson(text, { jurisdiction, year, source });
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(text, { columns: true, trim: true, info: true, skip_empty_lines: true, delimiter: [',', ';', '\t'] });
  } catch (error) {
    return { type: 'refused', problems: [{ line: 0, problem: error instanceof Error ? error.message : 'unreadable' }] };
  }
  const problems: FileProblem[] = [];
  const days: SpecialDay[] = [];
  for (const { record, info } of rows) {
    const columns = Columns.safeParse(record);
    const day = SpecialDay.safeParse(
      columns.success && {
        on: columns.data.date,
        working: ['yes', 'true', '1'].includes(columns.data.working),
        kind: columns.data.kind,
        name: { kk: columns.data.name_kk, ru: columns.data.name_ru, en: columns.data.name_en },
      },
    );
    if (!columns.success) problems.push({ line: info.lines, problem: issueText(columns.error) });
    else if (!day.success) problems.push({ line: info.lines, problem: issueText(day.error) });
    else if (!day.data.on.startsWith(`${year}-`)) problems.push({ line: info.lines, problem: `date: not in ${year}` });
    else if (days.some(({ on }) => on === day.data.on)) problems.push({ line: info.lines, problem: 'date: twice' });
    else days.push(day.data);
  }
  if (rows.length === 0) problems.push({ line: 0, problem: 'no lines' });
  if (problems.length > 0) return { type: 'refused', problems };
  const sorted = days.sort((a, b) => (a.on < b.on ? -1 : 1));
  return { type: 'year', year: { jurisdiction, year, coverage: 'full', trust: 'high', source, days: sorted } };
}

function readJson(text: string, { jurisdiction, year, source }: Frame): ReadCalendarFile {
  try {
    const parsed = CalendarYear.safeParse({ source, ...JSON.parse(text) });
    if (!parsed.success) return { type: 'refused', problems: [{ line: 0, problem: issueText(parsed.error) }] };
    const isOurs = parsed.data.jurisdiction === jurisdiction && parsed.data.year === year;
    if (!isOurs) return { type: 'refused', problems: [{ line: 0, problem: `not ${jurisdiction} ${year}` }] };
    return { type: 'year', year: parsed.data };
  } catch (error) {
    return { type: 'refused', problems: [{ line: 0, problem: error instanceof Error ? error.message : 'unreadable' }] };
  }
}

const issueText = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
