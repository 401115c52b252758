import { z } from 'zod';
import { Day } from '../../kernel/day.ts';
import { Language } from '../../kernel/language.ts';
import type { NewFile } from '../thread-entry.ts';

export const OUTCOMES = ['done', 'explained', 'partly', 'refused', 'planned'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface OfficialAnswer {
  readonly text: string;
  readonly language: Language;
  readonly outcome: Outcome;
  readonly files: readonly NewFile[];
  /** Where the body works so: who signs, and under which outgoing number and date. */
  readonly signatory?: string | undefined;
  readonly approver?: string | undefined;
  readonly outgoingNumber?: string | undefined;
  readonly outgoingOn?: Day | undefined;
  /** Positions of the citizen's points that the officer ticked; absent: worked out from the words. */
  readonly addressed?: readonly number[] | undefined;
  /** The template it was begun from. */
  readonly templateId?: string | undefined;
}

const Kept = z.object({
  text: z.string(),
  language: Language,
  outcome: z.enum(OUTCOMES),
  files: z.array(
    z.object({
      kind: z.enum(['photo', 'voice', 'document', 'video']),
      mediaType: z.string(),
      sizeBytes: z.number(),
      fileName: z.string().nullable(),
      channelRef: z.string().nullable(),
      contentHash: z.base64().optional(),
    }),
  ),
  signatory: z.string().optional(),
  approver: z.string().optional(),
  outgoingNumber: z.string().optional(),
  outgoingOn: Day.optional(),
  addressed: z.array(z.number()).optional(),
  templateId: z.string().optional(),
});

export const keepAnswer = ({ files, ...answer }: OfficialAnswer): string =>
  JSON.stringify({
    ...answer,
    files: files.map(({ contentHash, ...file }) => ({
      ...file,
      ...(contentHash ? { contentHash: Buffer.from(contentHash).toString('base64') } : {}),
    })),
  });

export function openAnswer(kept: string): OfficialAnswer {
  const { files, ...answer } = Kept.parse(JSON.parse(kept));
  return {
    ...answer,
    files: files.map(({ contentHash, ...file }) => ({
      ...file,
      ...(contentHash ? { contentHash: Uint8Array.from(Buffer.from(contentHash, 'base64')) } : {}),
    })),
  };
}
