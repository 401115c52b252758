import { readFileSync } from 'node:fs';
import { wordsOf } from './spelling.ts';
import { keysOf } from './term-analysis.ts';

/** Keys that mean the same as a key, itself left out. */
export type Thesaurus = (key: string) => readonly string[];

export const NO_THESAURUS: Thesaurus = () => [];

/** One group of single words per line; `#` starts a comment. */
export function parseThesaurus(text: string): Thesaurus {
  const groups = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => new Set(wordsOf(line).flatMap(keysOf)));
  const groupsOf = new Map<string, Set<string>[]>();
  for (const group of groups) for (const key of group) groupsOf.set(key, [...(groupsOf.get(key) ?? []), group]);
  return (key) =>
    [...new Set((groupsOf.get(key) ?? []).flatMap((group) => [...group]))].filter((other) => other !== key);
}

export const loadThesaurus = (file: string): Thesaurus => parseThesaurus(readFileSync(file, 'utf8'));
