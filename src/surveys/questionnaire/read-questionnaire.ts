import { parse, stringify } from 'yaml';
import { Refusal } from '../../kernel/refusal.ts';
import { Questionnaire } from './questionnaire.ts';

const MAX_CHARACTERS = 400_000;

/** Reads the YAML or JSON form (JSON is YAML). Says where it is wrong. */
export function readQuestionnaire(source: string): Questionnaire {
  if (source.length > MAX_CHARACTERS) throw new Refusal('survey.source_too_long', { limit: MAX_CHARACTERS });
  let document: unknown;
  try {
    document = parse(source, { maxAliasCount: 0 });
  } catch (error) {
    const line = (error as { linePos?: { line: number }[] }).linePos?.[0]?.line ?? 0;
    throw new Refusal('survey.source_unreadable', { line });
  }
  const read = Questionnaire.safeParse(document);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new Refusal('survey.source_wrong', { path: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}

/** The same questionnaire as YAML, without what is only a default. */
export const writeQuestionnaire = (questionnaire: Questionnaire): string =>
  stringify(withoutDefaults(questionnaire), { lineWidth: 120 });

function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined && item !== false && !(Array.isArray(item) && item.length === 0))
      .map(([key, item]) => [key, withoutDefaults(item)]),
  );
}
