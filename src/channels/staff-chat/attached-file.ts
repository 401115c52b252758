import type { Message } from 'grammy/types';

export interface AttachedFile {
  readonly fileId: string;
  readonly kind: 'photo' | 'document';
  readonly mediaType: string;
  readonly fileName: string | null;
}

export type StoreFile = (fileId: string) => Promise<{ contentHash: Uint8Array; sizeBytes: number } | null>;

/** The photo or document that comes with a written answer. */
export function fileOf({ photo, document }: Message): AttachedFile | null {
  const largest = photo?.at(-1);
  if (largest) return { fileId: largest.file_id, kind: 'photo', mediaType: 'image/jpeg', fileName: null };
  if (!document) return null;
  const mediaType = document.mime_type ?? 'application/octet-stream';
  return { fileId: document.file_id, kind: 'document', mediaType, fileName: document.file_name?.slice(0, 200) ?? null };
}
