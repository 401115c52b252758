import type { Language } from '../../kernel/language.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Translate } from '../../platform/texts/texts.ts';

/** `ticket.not_allowed` → the sentence `refusal-ticket-not-allowed`; a refusal without words of its own is still explained. */
export function refusalWords(t: Translate, language: Language, { code, facts }: Refusal): string {
  const args = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'number' ? value : String(value ?? '')]),
  );
  try {
    return t(language, `refusal-${code.replaceAll(/[._]/g, '-')}`, args);
  } catch {
    return t(language, 'officers-refused', { code });
  }
}
