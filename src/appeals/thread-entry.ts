import type { AppealId, FileId, MessageId, TicketId } from '../kernel/ids.ts';
import type { Language } from '../kernel/language.ts';
import type { MaskedText } from '../kernel/masked-text.ts';

export type EntryKind = 'statement' | 'addition' | 'question' | 'reply' | 'answer' | 'dispute' | 'note' | 'notice';
export type EntryAuthor = 'citizen' | 'officer' | 'operator' | 'system';

/** Notes and notices between officers never leave the house. */
export const INTERNAL_KINDS = ['note'] as const satisfies readonly EntryKind[];

export interface ThreadEntry {
  readonly id: MessageId;
  readonly appealId: AppealId;
  readonly ticketId: TicketId | null;
  readonly kind: EntryKind;
  readonly author: EntryAuthor;
  readonly authorId: string | null;
  readonly language: Language | null;
  readonly maskedText: MaskedText;
  /** The words as written, when masking changed them. */
  readonly sealedText: Uint8Array | null;
  readonly sourceRef: string | null;
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly at: Date;
  readonly editedAt: Date | null;
  readonly files: readonly FileRef[];
}

export type FileKind = 'photo' | 'voice' | 'document' | 'video';

export interface FileRef {
  readonly id: FileId;
  readonly kind: FileKind;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly fileName: string | null;
  readonly contentHash: Uint8Array | null;
  readonly channelRef: string | null;
  readonly state: 'pending' | 'stored' | 'refused' | 'lost';
}

export type NewFile = Pick<FileRef, 'kind' | 'mediaType' | 'sizeBytes' | 'fileName' | 'channelRef'> & {
  readonly contentHash?: Uint8Array<ArrayBuffer>;
};
