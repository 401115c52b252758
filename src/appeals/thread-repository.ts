import { type AppealId, FileId, MessageId, newId, TicketId } from '../kernel/ids.ts';
import { Language } from '../kernel/language.ts';
import { MaskedText } from '../kernel/masked-text.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { type Db, prepared } from '../platform/db/database.ts';
import type { ThreadEntry as EntryRow, FileRef as FileRow } from '../platform/db/generated/client.ts';
import { insertRow, insertRows, readRows } from '../platform/db/rows.ts';
import { prismaOf, unanswered } from '../platform/db/unit-of-work.ts';
import type { EntryAuthor, EntryKind, FileKind, FileRef, NewFile, ThreadEntry } from './thread-entry.ts';

export interface NewThreadEntry {
  readonly appealId: AppealId;
  readonly ticketId?: TicketId | null;
  readonly kind: EntryKind;
  readonly author: EntryAuthor;
  readonly authorId: string | null;
  readonly language: Language | null;
  readonly maskedText: MaskedText;
  readonly sealedText: Uint8Array<ArrayBuffer> | null;
  readonly sourceRef?: string | null;
  readonly details?: Readonly<Record<string, unknown>> | null;
  readonly files?: readonly NewFile[];
}

/** The conversation of a case. */
export interface ThreadRepository {
  add(tx: Tx, entry: NewThreadEntry): Promise<MessageId>;
  addFiles(tx: Tx, entryId: MessageId, from: number, files: readonly NewFile[]): Promise<FileId[]>;
  findBySource(tx: Tx, sourceRef: string): Promise<ThreadEntry | null>;
  rewrite(
    tx: Tx,
    id: MessageId,
    text: { maskedText: MaskedText; sealedText: Uint8Array<ArrayBuffer> | null },
  ): Promise<void>;
  of(appealId: AppealId, tx?: Tx): Promise<ThreadEntry[]>;
}

const FILES_OF_ENTRY = 'files where entry_id = $1 order by position';
const FILES_OF_APPEAL =
  'files where entry_id in (select id from thread_entries where appeal_id = $1) order by entry_id, position';

export function createThreadRepository(db: Db): ThreadRepository {
  return {
    async add(tx, { files = [], details, ...entry }) {
      const id = MessageId.parse(newId(tx.now.getTime()));
      unanswered(
        tx,
        insertRow(prismaOf(tx), 'thread_entries', { ...entry, id, at: tx.now, details: details ?? undefined }),
      );
      if (files.length > 0) await this.addFiles(tx, id, 0, files);
      return id;
    },

    async addFiles(tx, entryId, from, files) {
      const rows = files.map((file, index) => ({
        ...file,
        id: newId(tx.now.getTime()),
        entryId,
        position: from + index,
        state: file.contentHash ? 'stored' : 'pending',
        createdAt: tx.now,
      }));
      unanswered(tx, insertRows(prismaOf(tx), 'files', rows));
      return rows.map(({ id }) => FileId.parse(id));
    },

    async findBySource(tx, sourceRef) {
      const client = prismaOf(tx);
      const [row] = await readRows<EntryRow>(client, 'thread_entries where source_ref = $1 limit 1', sourceRef);
      return row ? toEntry({ ...row, files: await readRows<FileRow>(client, FILES_OF_ENTRY, row.id) }) : null;
    },

    async rewrite(tx, id, { maskedText, sealedText }) {
      await prismaOf(tx).threadEntry.update({ where: { id }, data: { maskedText, sealedText, editedAt: tx.now } });
    },

    async of(appealId, tx) {
      const client = tx ? prismaOf(tx) : prepared(db);
      const [rows, files] = await Promise.all([
        readRows<EntryRow>(client, 'thread_entries where appeal_id = $1 order by at, id', appealId),
        readRows<FileRow>(client, FILES_OF_APPEAL, appealId),
      ]);
      const filesOf = Map.groupBy(files, ({ entryId }) => entryId);
      return rows.map((row) => toEntry({ ...row, files: filesOf.get(row.id) ?? [] }));
    },
  };
}

function toEntry(row: EntryRow & { files: FileRow[] }): ThreadEntry {
  return {
    id: MessageId.parse(row.id),
    appealId: row.appealId as AppealId,
    ticketId: row.ticketId === null ? null : TicketId.parse(row.ticketId),
    kind: row.kind as EntryKind,
    author: row.author as EntryAuthor,
    authorId: row.authorId,
    language: row.language === null ? null : Language.parse(row.language),
    maskedText: MaskedText.parse(row.maskedText),
    sealedText: row.sealedText,
    sourceRef: row.sourceRef,
    details: row.details as Record<string, unknown> | null,
    at: row.at,
    editedAt: row.editedAt,
    files: row.files.map(toFile),
  };
}

export const toFile = (row: FileRow): FileRef => ({
  id: FileId.parse(row.id),
  kind: row.kind as FileKind,
  mediaType: row.mediaType,
  sizeBytes: row.sizeBytes,
  fileName: row.fileName,
  contentHash: row.contentHash,
  channelRef: row.channelRef,
  state: row.state as FileRef['state'],
});
