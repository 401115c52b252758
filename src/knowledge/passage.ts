import type { Day } from '../kernel/day.ts';
import { LANGUAGES, type Language } from '../kernel/language.ts';
import type { Reference, Translation } from './record.ts';

export type { Reference };

/** A piece of an approved source in one language: the smallest thing an answer is made of. */
export interface Passage {
  readonly id: string;
  /** The version it was cut from; null for passages that only live in memory. */
  readonly version: string | null;
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
  /** A passage by its group, as an alternative or an option names it; null when it is no longer valid. */
  open(group: string, language: Language): Promise<Passage | null>;
}

/** What passages are cut from: a shipped record or the approved version of a source. */
export interface Cuttable {
  readonly id: string;
  readonly ownerName: Readonly<Partial<Record<Language, string>>>;
  readonly sourceOn: Day;
  readonly translations: Readonly<Partial<Record<Language, Translation>>>;
}

export interface CutPassage extends Passage {
  readonly synonyms: readonly string[];
}

/** A piece a chat can show and a person can check at a glance. */
const MAX_PIECE = 1_200;

/** The passages of a source, cut at blank lines, short neighbours joined again; the n-th pieces are each other's translations. */
export function passagesOf(source: Cuttable): CutPassage[] {
  return LANGUAGES.flatMap((language) => {
    const translation = source.translations[language];
    if (!translation) return [];
    const { title, body, synonyms, notice, references } = translation;
    return piecesOf(body).map((piece, ordinal) => ({
      id: `${source.id}#${ordinal}:${language}`,
      version: null,
      source: source.id,
      group: `${source.id}#${ordinal}`,
      language,
      title,
      body: piece,
      synonyms: ordinal === 0 ? synonyms : [],
      notice,
      references,
      owner: source.ownerName[language] ?? Object.values(source.ownerName)[0] ?? '',
      sourceOn: source.sourceOn,
    }));
  });
}

function piecesOf(body: string): string[] {
  const pieces: string[] = [];
  for (const paragraph of body.split(/\n{2,}/)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + paragraph.length < MAX_PIECE)
      pieces[pieces.length - 1] = `${last}\n\n${paragraph}`;
    else pieces.push(paragraph);
  }
  return pieces;
}

/** The translation asked for, else the first there is. */
export function inLanguage<Item extends { readonly language: Language }>(
  translations: readonly Item[],
  language: Language,
): Item | undefined {
  return translations.find((item) => item.language === language) ?? translations[0];
}
