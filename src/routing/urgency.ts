import { z } from 'zod';
import { Localised } from '../kernel/language.ts';
import { normalise } from './normalise.ts';
import { foldCyrillic, foldText } from './spelling.ts';

/**
 * A pattern is a few words in order with at most two other words between them. `word*` stands for every word that begins
 * so, `a|b` for either. Written once in ordinary spelling; Latin script and missing Kazakh letters are folded away.
 */
const Pattern = z.string().min(2);

export const EmergencyData = z.strictObject({
  checkedOn: z.string(),
  numbers: z.array(z.strictObject({ number: z.string().regex(/^\d{3,4}$/), name: Localised, source: z.string() })),
  dangers: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z_]+$/),
      /** In the order they are shown; the unified number comes first. */
      numbers: z.array(z.string()).min(1),
      advice: Localised,
      patterns: z.array(Pattern).min(1),
      /** Harmless phrases that hold the same words. */
      except: z.array(Pattern),
    }),
  ),
  sensitive: z.array(
    z.strictObject({
      id: z.enum(['corruption', 'whistleblower']),
      numbers: z.array(z.string()),
      /** Seen only by the few who may see sealed cases. */
      sealed: z.boolean(),
      patterns: z.array(Pattern).min(1),
      except: z.array(Pattern),
    }),
  ),
});
export type EmergencyData = z.infer<typeof EmergencyData>;

export interface Urgency {
  readonly dangers: readonly { readonly id: string; readonly numbers: readonly string[]; readonly words: string }[];
  readonly sensitive: readonly ('corruption' | 'whistleblower')[];
  readonly sealed: boolean;
}

interface WordTest {
  readonly exact: ReadonlySet<string>;
  readonly beginnings: readonly string[];
}
type Phrase = readonly WordTest[];

const MOST_WORDS_BETWEEN = 2;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function compile(pattern: string): Phrase {
  return foldCyrillic(foldText(pattern))
    .split(/\s+/u)
    .map((word) => {
      const forms = word.split('|');
      const isBeginning = (form: string) => form.endsWith('*');
      return {
        exact: new Set(forms.filter((form) => !isBeginning(form))),
        beginnings: forms.filter(isBeginning).map((form) => form.slice(0, -1)),
      };
    });
}

const fits = ({ exact, beginnings }: WordTest, word: string): boolean =>
  exact.has(word) || beginnings.some((beginning) => word.startsWith(beginning));

/** Positions of the first occurrence, or null. */
function find(phrase: Phrase, words: readonly string[]): number[] | null {
  const [first, ...rest] = phrase;
  if (!first) return null;
  for (let start = 0; start < words.length; start += 1) {
    if (!fits(first, words[start] ?? '')) continue;
    const positions = [start];
    for (const test of rest) {
      const from = (positions.at(-1) ?? start) + 1;
      const window = words.slice(from, from + MOST_WORDS_BETWEEN + 1);
      const offset = window.findIndex((word) => fits(test, word));
      if (offset < 0) break;
      positions.push(from + offset);
    }
    if (positions.length === phrase.length) return positions;
  }
  return null;
}

interface Watch {
  readonly phrases: readonly Phrase[];
  readonly except: readonly Phrase[];
}

/** The words that raised the alarm, or null. Harmless phrases are taken out first, the rest of the message still counts. */
function match({ phrases, except }: Watch, words: readonly string[]): string | null {
  let left = words;
  for (const phrase of except) {
    let found = find(phrase, left);
    while (found) {
      const gone = new Set(found);
      left = left.map((word, at) => (gone.has(at) ? '' : word));
      found = find(phrase, left);
    }
  }
  for (const phrase of phrases) {
    const found = find(phrase, left);
    if (found) return found.map((at) => words[at] ?? '').join(' ');
  }
  return null;
}

/** Danger to life, and reports that must not lie open. It errs on the side of showing an emergency number once too often. */
export function createUrgencyDetector(data: EmergencyData) {
  const watch = <Entry extends { patterns: string[]; except: string[] }>(entries: readonly Entry[]) =>
    entries.map((entry) => ({
      entry,
      watch: { phrases: entry.patterns.map(compile), except: entry.except.map(compile) },
    }));
  const dangers = watch(data.dangers);
  const sensitive = watch(data.sensitive);
  /** The advice to the citizen and the router ask about the same words one after the other. */
  let latest: { readonly of: string; readonly urgency: Urgency } | null = null;

  return function detectUrgency(text: string): Urgency {
    const { key } = normalise(text);
    if (latest?.of === key) return latest.urgency;
    const urgency = read(wordsOf(key));
    latest = { of: key, urgency };
    return urgency;
  };

  function read(words: readonly string[]): Urgency {
    const found = sensitive.filter((candidate) => match(candidate.watch, words) !== null);
    return {
      dangers: dangers.flatMap(({ entry, watch: patterns }) => {
        const matched = match(patterns, words);
        return matched === null ? [] : [{ id: entry.id, numbers: entry.numbers, words: matched }];
      }),
      sensitive: found.map(({ entry }) => entry.id),
      sealed: found.some(({ entry }) => entry.sealed),
    };
  }
}
