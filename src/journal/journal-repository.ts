import { randomBytes } from 'node:crypto';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf, unanswered } from '../platform/db/unit-of-work.ts';
import {
  type ActorKind,
  commitmentOf,
  digestOf,
  type Facts,
  type JournalEntry,
  type NewEntry,
} from './journal-entry.ts';

/** The append-only record of everything that happened. One chain per stream (`appeal:<id>`, `petition:<id>` …). */
export interface Journal {
  /** Adds entries to the stream's chain inside the command's transaction; the stream is locked until the commit. */
  append(tx: Tx, stream: string, ...entries: readonly NewEntry[]): Promise<void>;
  /** Entries with their erasable text, oldest first. */
  read(stream: string): Promise<(JournalEntry & { text: Facts | null })[]>;
  /** Erases texts of a stream; the chain stays whole. */
  eraseTexts(tx: Tx, stream: string): Promise<number>;
}

export function createJournal(db: Db): Journal {
  return {
    async append(tx, stream, ...entries) {
      for (const { type, actor, facts = {}, text } of entries) {
        const salt = text ? Uint8Array.from(randomBytes(16)) : null;
        const commitment = salt && text ? commitmentOf(salt, text) : null;
        const digest = digestOf({ at: tx.now, type, actor, facts, commitment });
        const written = prismaOf(tx).$executeRaw`
          with head as (
            insert into journal_streams as s (id, seq, head_hash) values (${stream}, 1, sha256(${digest}::bytea))
            on conflict (id) do update set seq = s.seq + 1, head_hash = sha256(s.head_hash || ${digest}::bytea)
            returning seq, head_hash
          ), entry as (
            insert into journal_entries (stream_id, seq, at, type, actor_kind, actor_id, facts, commitment, digest, hash)
            select ${stream}, head.seq, ${tx.now}::timestamptz(3), ${type}, ${actor.kind}, ${actor.id}, ${JSON.stringify(facts)}::jsonb, ${commitment}::bytea, ${digest}::bytea, head.head_hash
            from head returning stream_id, seq
          )
          insert into journal_texts (stream_id, seq, salt, body)
          select stream_id, seq, ${salt}::bytea, ${text ? JSON.stringify(text) : null}::jsonb from entry where ${salt !== null}`;
        unanswered(tx, written);
      }
    },

    async read(stream) {
      const [entries, texts] = await Promise.all([
        db.journalEntry.findMany({ where: { streamId: stream }, orderBy: { seq: 'asc' } }),
        db.journalText.findMany({ where: { streamId: stream } }),
      ]);
      const textOf = new Map(texts.map(({ seq, body }) => [seq, body as Facts]));
      return entries.map((row) => ({
        stream,
        seq: row.seq,
        at: row.at,
        type: row.type,
        actor: { kind: row.actorKind as ActorKind, id: row.actorId },
        facts: row.facts as Facts,
        commitment: row.commitment,
        digest: row.digest,
        hash: row.hash,
        text: textOf.get(row.seq) ?? null,
      }));
    },

    async eraseTexts(tx, stream) {
      const { count } = await prismaOf(tx).journalText.deleteMany({ where: { streamId: stream } });
      return count;
    },
  };
}
