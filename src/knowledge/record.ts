import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import { AgencyCode, TopicId } from '../kernel/ids.ts';
import { LANGUAGES, type Language, Localised } from '../kernel/language.ts';

export const RecordKind = z.enum(['article', 'faq', 'service_card']);
export type RecordKind = z.infer<typeof RecordKind>;

const line = z.string().trim().min(1);
const Prose = z.strictObject({ title: line, text: line, synonyms: z.array(line).default([]) });
const Card = z.strictObject({
  title: line,
  who: line,
  documents: line,
  term: line,
  fee: line,
  where: line,
  synonyms: z.array(line).default([]),
});
const inEveryLanguage = <Shape extends z.ZodType>(shape: Shape) => ({ kk: shape, ru: shape, en: shape });

const common = {
  id: z.string().regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/),
  topics: z.array(TopicId).default([]),
  owner: AgencyCode.optional(),
  valid_from: Day.optional(),
  valid_until: Day.optional(),
  review_on: Day.optional(),
  /** Where it is written: acts of the real law … */
  basis: z.array(z.strictObject({ act: z.string(), article: z.string() })).default([]),
  /** … or a rule of the fictional city. */
  rule: z.number().int().optional(),
};
const ProseRecord = z.strictObject({ ...common, kind: z.enum(['article', 'faq']), ...inEveryLanguage(Prose) });
const CardRecord = z.strictObject({ ...common, kind: z.literal('service_card'), ...inEveryLanguage(Card) });

export const RecordSet = z.strictObject({
  set: z.string(),
  fictional: z.boolean(),
  defaults: z.strictObject({ owner: AgencyCode, valid_from: Day, review_on: Day }),
  owners: z.record(AgencyCode, Localised),
  acts: z
    .record(z.string(), z.strictObject({ name: Localised, url: z.url().optional(), edition: Day.optional() }))
    .default({}),
  records: z.array(z.discriminatedUnion('kind', [ProseRecord, CardRecord])),
});
export type RecordSet = z.infer<typeof RecordSet>;

export const ModelCity = z.strictObject({ name: Localised, mark: Localised, notice: Localised, basis: Localised });
export type ModelCity = z.infer<typeof ModelCity>;

export const CARD_KEYS = ['who', 'documents', 'term', 'fee', 'where'] as const;
export type CardLines = Readonly<Record<(typeof CARD_KEYS)[number], string>>;
/** Labels of a service card's lines. */
export type CardLabels = Readonly<Record<(typeof CARD_KEYS)[number], Localised>>;

export interface Reference {
  readonly title: string;
  readonly url: string | null;
}

/** A record as one language shows it. */
export interface Translation {
  readonly title: string;
  readonly body: string;
  readonly synonyms: readonly string[];
  /** Shown with every answer from it: that the place is fictional. */
  readonly notice: string | null;
  readonly references: readonly Reference[];
}

/** One shipped piece of knowledge with its owner and its dates, in every language. */
export interface KnowledgeRecord {
  readonly id: string;
  readonly kind: RecordKind;
  readonly topics: readonly string[];
  readonly owner: AgencyCode;
  readonly ownerName: Localised;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly reviewOn: Day;
  /** The day of the text the record was checked against. */
  readonly sourceOn: Day;
  readonly translations: Readonly<Record<Language, Translation>>;
}

type RawRecord = RecordSet['records'][number];

/** Lays the records of a file out. Refuses a fictional record without its notice and a real one without its article. */
export function recordsOf(set: RecordSet, city: ModelCity, labels: CardLabels): KnowledgeRecord[] {
  return set.records.map((record) => {
    const owner = record.owner ?? set.defaults.owner;
    const ownerName = set.owners[owner];
    if (!ownerName) throw new Error(`${record.id}: no name of owner ${owner}`);
    if (set.fictional ? record.rule === undefined : record.basis.length === 0)
      throw new Error(`${record.id}: no basis`);
    const editions = record.basis.map(({ act }) => set.acts[act]?.edition).filter((day) => day !== undefined);
    const translations = Object.fromEntries(
      LANGUAGES.map((language) => [language, translate(record, language, set, city, labels)]),
    );
    return {
      id: record.id,
      kind: record.kind,
      topics: record.topics,
      owner,
      ownerName,
      validFrom: record.valid_from ?? set.defaults.valid_from,
      validUntil: record.valid_until ?? null,
      reviewOn: record.review_on ?? set.defaults.review_on,
      sourceOn: editions.sort()[0] ?? record.valid_from ?? set.defaults.valid_from,
      translations: translations as Record<Language, Translation>,
    };
  });
}

function translate(
  record: RawRecord,
  language: Language,
  set: RecordSet,
  city: ModelCity,
  labels: CardLabels,
): Translation {
  const content = record[language];
  const references = set.fictional
    ? [{ title: city.basis[language].replace('{rule}', String(record.rule)), url: null }]
    : record.basis.map(({ act, article }) => {
        const source = set.acts[act];
        if (!source) throw new Error(`${record.id}: no act ${act}`);
        return { title: `${source.name[language]}, ${ARTICLE[language](article)}`, url: source.url ?? null };
      });
  return {
    title: set.fictional ? `${content.title} (${city.mark[language]})` : content.title,
    body: 'text' in content ? content.text : cardBody(content, language, labels),
    synonyms: content.synonyms,
    notice: set.fictional ? city.notice[language] : null,
    references,
  };
}

const ARTICLE: Readonly<Record<Language, (article: string) => string>> = {
  kk: (article) => `${article}-бап`,
  ru: (article) => `ст. ${article}`,
  en: (article) => `art. ${article}`,
};

/** A service card as one text, a labelled line per question people ask about it. */
export function cardBody(card: CardLines, language: Language, labels: CardLabels): string {
  return CARD_KEYS.map((key) => `${labels[key][language]}: ${card[key].replace(/\.$/, '')}.`).join('\n');
}
