import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import { AgencyCode } from '../kernel/ids.ts';
import { LANGUAGES, type Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import { CARD_LABELS } from './load-records.ts';
import { CARD_KEYS, type CardLines, cardBody, RecordKind } from './record.ts';
import { SourceContent } from './source.ts';

const MAX_LINE = 600;

const CardFields = z.object({
  who: z.string().trim().max(MAX_LINE),
  documents: z.string().trim().max(MAX_LINE),
  term: z.string().trim().max(MAX_LINE),
  fee: z.string().trim().max(MAX_LINE),
  where: z.string().trim().max(MAX_LINE),
});

/** One language of a source as its editor sees it. */
export const TextForm = z.object({
  title: z.string().trim().max(300),
  body: z.string().trim().max(60_000),
  /** The lines of a service card; the text of an article or an answer stands in `body`. */
  card: CardFields.nullable(),
  synonyms: z.array(z.string().trim().min(1).max(200)).max(40),
  references: z.array(z.object({ title: z.string().trim().min(1).max(300), url: z.url().nullable() })).max(12),
});
export type TextForm = z.infer<typeof TextForm>;

/** A source as its editor sees it: what is asked of people, not how it is stored. */
export const SourceForm = z.object({
  kind: RecordKind,
  owner: AgencyCode,
  topics: z.array(z.string().max(80)).max(12),
  validFrom: Day,
  validUntil: Day.nullable(),
  reviewOn: Day,
  sourceOn: Day,
  texts: z.object({ kk: TextForm.nullable(), ru: TextForm.nullable(), en: TextForm.nullable() }),
});
export type SourceForm = z.infer<typeof SourceForm>;

const isEmpty = (text: TextForm | null): boolean =>
  text === null ||
  (text.title === '' && text.body === '' && (!text.card || CARD_KEYS.every((key) => !text.card?.[key])));

/** What will be stored. Keeps of the version before what the form does not show: that a place is fictional, and its owner's name. */
export function contentOf(
  form: SourceForm,
  ownerName: SourceContent['ownerName'] | null,
  before: SourceContent | null,
): SourceContent {
  const name = ownerName ?? (before?.owner === form.owner ? before.ownerName : null);
  if (!name) throw new Refusal('knowledge.no_such_owner', { owner: form.owner });
  const translations = LANGUAGES.flatMap((language): [Language, unknown][] => {
    const text = form.texts[language];
    if (!text || isEmpty(text)) return [];
    const { title, synonyms, references } = text;
    const body = form.kind === 'service_card' && text.card ? laidOut(text.card, language) : text.body;
    const notice = before?.translations[language]?.notice ?? null;
    return [[language, { title, body, synonyms, notice, references }]];
  });
  const content = SourceContent.safeParse({
    kind: form.kind,
    owner: form.owner,
    ownerName: name,
    topics: form.topics,
    validFrom: form.validFrom,
    validUntil: form.validUntil,
    reviewOn: form.reviewOn,
    sourceOn: form.sourceOn,
    translations: Object.fromEntries(translations),
  });
  if (!content.success) throw new Refusal('knowledge.not_well_formed', { source: form.owner });
  return content.data;
}

function laidOut(card: CardLines, language: Language): string {
  if (CARD_KEYS.some((key) => card[key] === '')) throw new Refusal('knowledge.card_incomplete', { language });
  return cardBody(card, language, CARD_LABELS);
}

/** The form that would be stored as this content. */
export function formOf(content: SourceContent): SourceForm {
  const text = (language: Language): TextForm | null => {
    const translation = content.translations[language];
    if (!translation) return null;
    const { title, body, synonyms, references } = translation;
    const card = content.kind === 'service_card' ? cardOf(body, language) : null;
    return { title, body: card ? '' : body, card, synonyms, references };
  };
  const { kind, owner, topics, validFrom, validUntil, reviewOn, sourceOn } = content;
  return {
    kind,
    owner,
    topics,
    validFrom,
    validUntil,
    reviewOn,
    sourceOn,
    texts: { kk: text('kk'), ru: text('ru'), en: text('en') },
  };
}

/** The lines of a card out of its text; null when somebody wrote it as prose. */
function cardOf(body: string, language: Language): CardLines | null {
  const lines = body.split('\n');
  const found = CARD_KEYS.map((key) => {
    const label = `${CARD_LABELS[key][language]}: `;
    return [
      key,
      lines
        .find((line) => line.startsWith(label))
        ?.slice(label.length)
        .replace(/\.$/, ''),
    ] as const;
  });
  return found.every(([, line]) => line !== undefined) ? (Object.fromEntries(found) as unknown as CardLines) : null;
}
