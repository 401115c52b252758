import { parseArgs } from 'node:util';
import {
  computeDue,
  describeDue,
  type Jurisdiction,
  jurisdictionOfRule,
  knownJurisdictions,
  loadJurisdiction,
  readInstant,
  TermEvent,
} from '../deadlines/index.ts';
import { type Day, zoned } from '../kernel/day.ts';
import { Language } from '../kernel/language.ts';
import { isRefusal, Refusal } from '../kernel/refusal.ts';
import { loadTexts } from '../platform/texts/texts.ts';

export interface CommandOutput {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const USAGE = `Usage: dauys deadline compute --rule ID --from INSTANT [--event JSON …] [--lang kk|ru|en] [--json]
       dauys deadline rules [--json]

  --rule    a rule such as kz.appk.review; "deadline rules" lists them
  --from    the rule's own start: 2026-11-23, 2026-11-23T10:00 (local) or 2026-11-23T10:00:00+05:00
  --event   {"type":"extended","decisionOn":"2026-12-14","until":"2027-01-29","by":"…","reason":"…"}
            {"type":"redirected","on":"2026-11-25","to":"…"}
            {"type":"paused","on":"2026-11-25"} {"type":"resumed","on":"2026-11-30"}
`;

const OPTIONS = {
  rule: { type: 'string' },
  from: { type: 'string' },
  event: { type: 'string', multiple: true },
  lang: { type: 'string' },
  json: { type: 'boolean' },
} as const;

class UsageError extends Error {}

/** `dauys deadline …`. Returns the exit code; with `--json` one object goes to stdout and nothing else. */
export function deadlineCommand(args: readonly string[], io: CommandOutput): number {
  const asJson = args.includes('--json');
  try {
    const { values, positionals } = parse(args);
    const language = Language.safeParse(values.lang ?? 'en');
    if (!language.success) throw new UsageError('--lang is kk, ru or en');
    const [action] = positionals;
    if (action === 'rules') io.stdout.write(listRules(asJson, language.data));
    else if (action === 'compute') io.stdout.write(compute(values, asJson, language.data));
    else throw new UsageError(action ? `unknown action: ${action}` : 'say what to do');
    return 0;
  } catch (error) {
    return fail(error, asJson, io);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'cannot read the arguments');
  }
}

function fail(error: unknown, asJson: boolean, io: CommandOutput): number {
  if (error instanceof UsageError) {
    io.stderr.write(`${error.message}\n\n${USAGE}`);
    if (asJson) io.stdout.write(`${JSON.stringify({ error: { code: 'usage', message: error.message } })}\n`);
    return 1;
  }
  if (!isRefusal(error)) throw error;
  const message = loadTexts().t('en', `refusal-${error.code.replaceAll(/[._]/g, '-')}`, wordsOf(error));
  io.stderr.write(`${message}\n`);
  if (asJson) io.stdout.write(`${JSON.stringify({ error: { code: error.code, message, facts: error.facts } })}\n`);
  return 1;
}

function wordsOf({ facts }: Refusal): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, String(value)]));
}

function compute(
  values: { rule?: string | undefined; from?: string | undefined; event?: string[] | undefined },
  asJson: boolean,
  language: Language,
): string {
  if (!values.rule) throw new UsageError('--rule is missing');
  if (!values.from) throw new UsageError('--from is missing');
  const found: Jurisdiction | null = jurisdictionOfRule(values.rule);
  if (!found) throw new Refusal('deadline.rule_unknown', { rule: values.rule });
  const { rulebook, calendar } = found;
  const start = readInstant(values.from, calendar.timezone);
  const startOn: Day = typeof start === 'string' ? start : zoned(start, calendar.timezone).on;
  const events = (values.event ?? []).map((text) => readEvent(text, calendar.timezone));
  const due = computeDue(rulebook.rule(values.rule, startOn), start, events, calendar);
  const described = describeDue(due, language, loadTexts().t);
  if (asJson) {
    const { rule, dueOn, strictDueOn, steps } = due;
    return `${JSON.stringify({ rule, dueOn, strictDueOn, steps, sentences: described.steps })}\n`;
  }
  return `${described.summary}\n${described.steps.map((step) => `- ${step}`).join('\n')}\n`;
}

/** Days may be written as instants; the body's own zone decides which day that was. */
function readEvent(text: string, timezone: string): TermEvent {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`--event is not JSON: ${text}`);
  }
  const parsed = TermEvent.safeParse(withDays(json, timezone));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UsageError(`--event: ${issue?.path.join('.') || 'type'}: ${issue?.message ?? 'not understood'}`);
  }
  return parsed.data;
}

function withDays(json: unknown, timezone: string): unknown {
  if (typeof json !== 'object' || json === null) return json;
  const dayFields = ['on', 'decisionOn', 'until'];
  const entries = Object.entries(json).map(([key, value]) => {
    if (!dayFields.includes(key) || typeof value !== 'string') return [key, value];
    const read = readInstant(value, timezone);
    return [key, typeof read === 'string' ? read : zoned(read, timezone).on];
  });
  return Object.fromEntries(entries);
}

function listRules(asJson: boolean, language: Language): string {
  const rules = knownJurisdictions().flatMap((code) => loadJurisdiction(code).rulebook.rules);
  if (asJson) return `${JSON.stringify({ rules })}\n`;
  return rules.map((rule) => `${rule.id}\t${rule.title[language]}\t${rule.article}\n`).join('');
}
