import { parse } from 'csv-parse/sync';
import { Day } from '../kernel/day.ts';
import { parseCaseNumber } from './case-number.ts';

/** One line of a register: our number, the body's own number, and the day it was entered there. */
export interface RegistrationLine {
  readonly line: number;
  readonly caseNumber: string;
  readonly number: string;
  readonly on: Day;
}

export type RegistrationProblem =
  | 'unreadable'
  | 'columns_missing'
  | 'too_many_lines'
  | 'case_number_wrong'
  | 'number_wrong'
  | 'day_wrong'
  | 'case_twice'
  | 'number_twice'
  | 'case_unknown'
  | 'registered_already'
  | 'closed_already'
  | 'no_register'
  | 'in_future'
  | 'before_delivery';

export interface RejectedLine {
  readonly line: number;
  readonly text: string;
  readonly problem: RegistrationProblem;
}

export interface ReadRegistrations {
  readonly lines: readonly RegistrationLine[];
  readonly rejected: readonly RejectedLine[];
}

export const MAX_REGISTRATION_LINES = 2_000;

/** Headings as registers call them, in three languages. */
const HEADINGS = {
  case: ['case', 'case number', 'case_number', 'обращение', 'номер обращения', 'өтініш', 'өтініш нөмірі'],
  number: [
    'number',
    'register',
    'registration number',
    'registration_number',
    'рег. номер',
    'регистрационный номер',
    'тіркеу нөмірі',
  ],
  on: ['date', 'registered on', 'registered_on', 'дата', 'дата регистрации', 'күні', 'тіркелген күні'],
} as const;

const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

function readDay(text: string): Day | null {
  const [, dayOfMonth, month, year] = DOTTED.exec(text) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}` : text;
  const parsed = Day.safeParse(iso);
  return parsed.success ? parsed.data : null;
}

/** Reads what a body exported from its register; nothing is looked up here. */
export function readRegistrations(content: string): ReadRegistrations {
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parse(content.replace(/^\uFEFF/, ''), {
      trim: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      delimiter: [',', ';', '\t'],
      // With `info` each record comes with its place in the file; the library's types do not say so.
    }) as unknown as typeof rows;
  } catch {
    return { lines: [], rejected: [{ line: 0, text: '', problem: 'unreadable' }] };
  }
  const heading = (rows[0]?.record ?? []).map((cell) => cell.toLocaleLowerCase());
  const columnOf = (name: keyof typeof HEADINGS) =>
    heading.findIndex((cell) => (HEADINGS[name] as readonly string[]).includes(cell));
  const [caseAt, numberAt, onAt] = [columnOf('case'), columnOf('number'), columnOf('on')];
  if (caseAt < 0 || numberAt < 0 || onAt < 0)
    return { lines: [], rejected: [{ line: 1, text: heading.join(', '), problem: 'columns_missing' }] };
  if (rows.length - 1 > MAX_REGISTRATION_LINES)
    return { lines: [], rejected: [{ line: 0, text: String(rows.length - 1), problem: 'too_many_lines' }] };

  const lines: RegistrationLine[] = [];
  const rejected: RejectedLine[] = [];
  const seen = { cases: new Set<string>(), numbers: new Set<string>() };
  for (const { record, info } of rows.slice(1)) {
    const caseNumber = parseCaseNumber(record[caseAt] ?? '');
    const number = record[numberAt] ?? '';
    const on = readDay(record[onAt] ?? '');
    const problem: RegistrationProblem | null = !caseNumber
      ? 'case_number_wrong'
      : number === '' || number.length > 60
        ? 'number_wrong'
        : !on
          ? 'day_wrong'
          : seen.cases.has(caseNumber)
            ? 'case_twice'
            : seen.numbers.has(number)
              ? 'number_twice'
              : null;
    if (problem || !caseNumber || !on) {
      rejected.push({ line: info.lines, text: record.join(', ').slice(0, 120), problem: problem ?? 'unreadable' });
      continue;
    }
    seen.cases.add(caseNumber);
    seen.numbers.add(number);
    lines.push({ line: info.lines, caseNumber, number, on });
  }
  return { lines, rejected };
}
