import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Refusal } from '../kernel/refusal.ts';
import { type CalendarData, CalendarYear, WorkingWeek } from './calendar-data.ts';
import { EscalationPlan } from './escalation-plan.ts';
import { Rule } from './rule.ts';
import { createRulebook, Procedures, Promises, type Rulebook } from './rulebook.ts';
import { createWorkingCalendar, type WorkingCalendar } from './working-calendar.ts';

const JURISDICTIONS = fileURLToPath(new URL('../../jurisdictions/', import.meta.url));
/** Promises and escalation steps of a jurisdiction that has none of its own. */
const FALLBACK = fileURLToPath(new URL('./default-rules/', import.meta.url));
const RuleFile = z.strictObject({ rules: z.array(Rule) });
const NAMED_FILES = new Set(['procedures.json', 'promises.json', 'escalation.json']);

export interface Jurisdiction {
  readonly code: string;
  readonly rulebook: Rulebook;
  readonly calendarData: CalendarData;
  readonly calendar: WorkingCalendar;
}

function read<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** Folders that hold rules: the jurisdictions this installation knows. */
export function knownJurisdictions(root: string = JURISDICTIONS): readonly string[] {
  return readdirSync(root)
    .filter((code) => existsSync(`${root}/${code}/rules/procedures.json`))
    .sort();
}

export function loadCalendarData(code: string, root: string = JURISDICTIONS): CalendarData {
  const folder = `${root}/${code}/calendar`;
  const years = readdirSync(folder)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .map((name) => read(`${folder}/${name}`, CalendarYear));
  return { id: code, week: read(`${folder}/week.json`, WorkingWeek), years };
}

/** Reads and checks a jurisdiction's law and calendar. A malformed file stops the start; an unknown code is refused. */
export function loadJurisdiction(code: string, root: string = JURISDICTIONS): Jurisdiction {
  if (!knownJurisdictions(root).includes(code)) throw new Refusal('deadline.jurisdiction_unknown', { code });
  const folder = `${root}/${code}/rules`;
  const rules = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !NAMED_FILES.has(name))
    .sort()
    .flatMap((name) => read(`${folder}/${name}`, RuleFile).rules);
  const own = (name: string) => (existsSync(`${folder}/${name}`) ? `${folder}/${name}` : `${FALLBACK}/${name}`);
  const calendarData = loadCalendarData(code, root);
  return {
    code,
    rulebook: createRulebook(
      code,
      rules,
      read(`${folder}/procedures.json`, Procedures),
      read(own('promises.json'), Promises),
      read(own('escalation.json'), EscalationPlan),
    ),
    calendarData,
    calendar: createWorkingCalendar(calendarData),
  };
}

/** The jurisdiction that knows the rule, or null. */
export function jurisdictionOfRule(id: string, root: string = JURISDICTIONS): Jurisdiction | null {
  for (const code of knownJurisdictions(root)) {
    const jurisdiction = loadJurisdiction(code, root);
    if (jurisdiction.rulebook.has(id)) return jurisdiction;
  }
  return null;
}
