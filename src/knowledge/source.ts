import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import { AgencyCode } from '../kernel/ids.ts';
import { LANGUAGES, type Language } from '../kernel/language.ts';
import { Refusal } from '../kernel/refusal.ts';
import { RecordKind } from './record.ts';

export const SourceId = z
  .string()
  .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/)
  .max(120);

const Translation = z.object({
  title: z.string().trim().min(1).max(300),
  body: z.string().trim().min(1).max(60_000),
  synonyms: z.array(z.string().trim().min(1).max(200)).max(40),
  notice: z.string().nullable(),
  references: z.array(z.object({ title: z.string().min(1), url: z.url().nullable() })),
});
export type SourceTranslation = z.infer<typeof Translation>;

/** What one version says. A source may exist in one language only; an answer in another then shows it and says so. */
export const SourceContent = z
  .object({
    kind: RecordKind,
    owner: AgencyCode,
    ownerName: z.partialRecord(z.enum(LANGUAGES), z.string().min(1)),
    topics: z.array(z.string()),
    validFrom: Day,
    validUntil: Day.nullable(),
    reviewOn: Day,
    sourceOn: Day,
    translations: z.partialRecord(z.enum(LANGUAGES), Translation),
  })
  .refine(({ translations }) => LANGUAGES.some((language) => translations[language]), 'no language at all')
  .refine(({ validFrom, validUntil }) => validUntil === null || validUntil >= validFrom, 'ends before it begins');
export type SourceContent = z.infer<typeof SourceContent>;

export const ORIGINS = ['shipped', 'written', 'imported', 'case_answer'] as const;
export type Origin = (typeof ORIGINS)[number];

export type SourceState = 'draft' | 'approved' | 'withdrawn';
/** `draft` is somebody's unfinished work; `proposed` waits for a second person. */
export type VersionState = 'draft' | 'proposed' | 'approved' | 'superseded' | 'rejected' | 'withdrawn';

export interface Source {
  readonly id: string;
  readonly state: SourceState;
  readonly origin: Origin;
  readonly owner: string;
  readonly currentVersionId: string | null;
  readonly revision: number;
}

export interface Version {
  readonly id: string;
  readonly sourceId: string;
  readonly number: number;
  readonly state: VersionState;
  readonly content: SourceContent;
  readonly writtenBy: string;
}

export type VersionEvent = 'proposed' | 'approved' | 'superseded' | 'rejected' | 'withdrawn';

/** Versions that may still become the one that answers. A newer one takes their place. */
export const UNDECIDED: readonly VersionState[] = ['draft', 'proposed'];

const ALLOWED_FROM: Record<VersionEvent, readonly VersionState[]> = {
  proposed: ['draft'],
  approved: ['proposed'],
  superseded: ['approved', ...UNDECIDED],
  rejected: ['proposed'],
  withdrawn: ['approved'],
};

export function nextVersionState(version: Version, event: VersionEvent): VersionState {
  if (!ALLOWED_FROM[event].includes(version.state)) {
    throw new Refusal('knowledge.move_refused', { source: version.sourceId, state: version.state, event });
  }
  return event;
}

export const isExpired = ({ validUntil }: SourceContent, today: Day): boolean =>
  validUntil !== null && validUntil < today;

/** Refuses content that nothing may be answered from any more, or that nobody has promised to look at again. */
export function refuseStale(content: SourceContent, today: Day): void {
  if (isExpired(content, today)) throw new Refusal('knowledge.expired', { validUntil: content.validUntil });
  if (content.reviewOn < today) throw new Refusal('knowledge.review_overdue', { reviewOn: content.reviewOn });
}

/** `changed`: another text answers now. `ended`: none does. */
export type RecallReason = 'changed' | 'ended';

/** Whether a reader of the one was told what the other says; dates and owners do not count. */
export const saysTheSame = (one: SourceContent, other: SourceContent): boolean =>
  LANGUAGES.every((language) => {
    const [before, after] = [one.translations[language], other.translations[language]];
    return before?.title === after?.title && before?.body === after?.body && before?.notice === after?.notice;
  });

export const hashOf = (content: SourceContent): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash('sha256').update(JSON.stringify(content)).digest());

export const isLanguage = (text: string): text is Language => LANGUAGES.some((language) => language === text);
