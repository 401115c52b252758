import type { Day } from '../kernel/day.ts';
import type { Language } from '../kernel/language.ts';
import type { Reference } from './record.ts';

/** A piece of an approved source in one language: the smallest thing an answer is made of. */
export interface Passage {
  readonly id: string;
  /** The source it belongs to, e.g. `kz.appeal.term`. */
  readonly source: string;
  /** Translations of one passage share it. */
  readonly group: string;
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly notice: string | null;
  readonly references: readonly Reference[];
  readonly owner: string;
  /** The day of the text the source was checked against. */
  readonly sourceOn: Day;
}

export interface Found {
  /** In the language asked for when there is such a translation. */
  readonly passage: Passage;
  readonly score: number;
  readonly coverage: number;
  readonly likeness: number;
  readonly matched: number;
}

/** Finds passages of approved, valid sources; best first, one per group. Works on PostgreSQL or in memory alike. */
export interface PassageSearch {
  find(text: string, language: Language, limit: number): Promise<readonly Found[]>;
}
