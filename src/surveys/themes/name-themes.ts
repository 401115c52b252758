import { z } from 'zod';
import type { Language } from '../../kernel/language.ts';
import type { LanguageModel } from '../../kernel/language-model.ts';
import type { MaskedText } from '../../kernel/masked-text.ts';

export const THEME_NAMES_PROMPT = 'surveys/theme-names.v1';
const TIMEOUT_MS = 20_000;
const QUOTES = 6;
const MOST_LETTERS = 160;
const Names = z.object({ names: z.array(z.object({ group: z.number().int(), name: z.string().max(80) })) });

/** A group of masked answers that waits for a name. */
export interface UnnamedTheme {
  readonly words: readonly string[];
  readonly quotes: readonly MaskedText[];
}

/**
 * Names for groups of answers, proposed by a model where one is configured; people keep or change them. Null where there
 * is none, it is switched off, or what came back cannot be used: then the words of the group itself are its name.
 */
export async function nameThemes(
  model: LanguageModel,
  themes: readonly UnnamedTheme[],
  language: Language,
): Promise<(string | null)[] | null> {
  if (themes.length === 0) return [];
  const groups = themes
    .map(
      ({ words, quotes }, index) =>
        `${index + 1}. [${words.join(', ')}]\n${quotes
          .slice(0, QUOTES)
          .map((quote) => `   - ${quote.slice(0, MOST_LETTERS)}`)
          .join('\n')}`,
    )
    .join('\n');
  const reply = await model.ask({
    use: 'themes',
    prompt: THEME_NAMES_PROMPT,
    values: { language, groups: groups as MaskedText },
    output: Names,
    timeoutMs: TIMEOUT_MS,
  });
  if (reply.type !== 'answered') return null;
  return themes.map((_, index) => reply.output.names.find(({ group }) => group === index + 1)?.name.trim() || null);
}
