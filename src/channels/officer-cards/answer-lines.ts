import { Day } from '../../kernel/day.ts';

export interface AnswerLines {
  readonly text: string;
  readonly addressed?: number[];
  readonly outgoingNumber?: string;
  readonly outgoingOn?: Day;
}

const POINTS = /^(?:пункты|тармақтар|points)\s*[:：]\s*([\d\s,;и]+)$/iu;
const OUTGOING = /^(?:исх(?:одящий)?|шығыс|out(?:going)?)\.?\s*[:：]\s*(\S+)(?:\s+(?:от|on)?\s*(\S+))?$/iu;

/** The last lines of a written answer may say which points it takes up and its outgoing number: `Пункты: 1, 3`, `Исх: 12-3 от 09.12.2026`. */
export function readAnswerLines(written: string): AnswerLines {
  const lines = written.trimEnd().split('\n');
  let found: Omit<AnswerLines, 'text'> = {};
  for (let last = lines.at(-1)?.trim(); last !== undefined; last = lines.at(-1)?.trim()) {
    const [, points] = POINTS.exec(last) ?? [];
    const [, number, on] = OUTGOING.exec(last) ?? [];
    if (points) found = { ...found, addressed: [...new Set((points.match(/\d+/gu) ?? []).map(Number))] };
    else if (number) {
      const day = on ? readDay(on) : null;
      if (on && !day) break;
      found = { ...found, outgoingNumber: number, ...(day ? { outgoingOn: day } : {}) };
    } else if (last !== '' || Object.keys(found).length === 0) break;
    lines.pop();
  }
  return { text: lines.join('\n').trim(), ...found };
}

/** `2026-12-14` or `14.12.2026`. */
export function readDay(written: string): Day | null {
  const [, dayOfMonth, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written) ?? [];
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}` : written;
  const parsed = Day.safeParse(iso);
  return parsed.success ? parsed.data : null;
}
