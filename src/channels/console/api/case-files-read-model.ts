import type { FileKind, FileRef } from '../../../appeals/index.ts';
import type { AppealId, FileId } from '../../../kernel/ids.ts';
import type { Db } from '../../../platform/db/database.ts';

export interface StoredFile {
  readonly appealId: AppealId;
  readonly contentHash: Uint8Array | null;
  readonly kind: FileKind;
  readonly mediaType: string;
  readonly fileName: string | null;
  readonly isInternal: boolean;
  readonly sealed: boolean;
}

/** Files of cases, with what decides who may have them. */
export function createCaseFilesReadModel(db: Db) {
  return {
    async file(id: FileId): Promise<StoredFile | null> {
      const row = await db.fileRef.findUnique({
        where: { id },
        include: { entry: { select: { appealId: true, kind: true, appeal: { select: { sensitive: true } } } } },
      });
      return (
        row && {
          appealId: row.entry.appealId as AppealId,
          contentHash: row.contentHash,
          kind: row.kind as FileKind,
          mediaType: row.mediaType,
          fileName: row.fileName,
          isInternal: row.entry.kind === 'note',
          sealed: row.entry.appeal.sensitive,
        }
      );
    },

    async filesOfAppeal(appealId: AppealId): Promise<Pick<FileRef, 'id' | 'kind' | 'state'>[]> {
      const rows = await db.fileRef.findMany({
        where: { entry: { appealId, author: 'citizen' } },
        orderBy: { createdAt: 'asc' },
        select: { id: true, kind: true, state: true },
        take: 10,
      });
      return rows.map((row) => ({
        ...row,
        id: row.id as FileId,
        kind: row.kind as FileKind,
        state: row.state as FileRef['state'],
      }));
    },
  };
}
