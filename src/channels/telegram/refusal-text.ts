import type { Language } from '../../kernel/language.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Translate } from '../../platform/texts/texts.ts';

/** `appeal.text_too_long` → the sentence `refusal-appeal-text-too-long`. A missing sentence is a bug that the check finds. */
export function refusalText(t: Translate, language: Language, { code, facts }: Refusal): string {
  const args = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'number' ? value : String(value ?? '')]),
  );
  return t(language, `refusal-${code.replaceAll(/[._]/g, '-')}`, args);
}
