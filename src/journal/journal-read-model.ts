import type { Db } from '../platform/db/database.ts';
import { type ActorKind, chain, commitmentOf, digestOf, type Facts } from './journal-entry.ts';

export interface JournalBreak {
  readonly stream: string;
  readonly seq: number;
  readonly problem: 'gap' | 'digest' | 'chain' | 'text' | 'head';
}

export interface JournalVerification {
  readonly streams: number;
  readonly entries: number;
  readonly breaks: readonly JournalBreak[];
}

const PAGE = 5_000;

/** Recomputes every chain from its entries, page by page, so that memory does not grow with the journal. */
export async function verifyJournal(db: Db): Promise<JournalVerification> {
  const breaks: JournalBreak[] = [];
  let streams = 0;
  let entries = 0;
  let cursor = { streamId: '', seq: 0 };
  let current = { stream: '', seq: 0, hash: new Uint8Array() as Uint8Array };

  const finish = async () => {
    if (current.stream === '') return;
    const head = await db.journalStream.findUnique({ where: { id: current.stream } });
    if (!head || head.seq !== current.seq || !same(head.headHash, current.hash))
      breaks.push({ stream: current.stream, seq: current.seq, problem: 'head' });
  };

  for (;;) {
    const page = await db.$queryRaw<Row[]>`
      select e.stream_id, e.seq, e.at, e.type, e.actor_kind, e.actor_id, e.facts, e.commitment, e.digest, e.hash, t.salt, t.body
      from journal_entries e left join journal_texts t using (stream_id, seq)
      where (e.stream_id, e.seq) > (${cursor.streamId}, ${cursor.seq}) order by e.stream_id, e.seq limit ${PAGE}`;
    for (const row of page) {
      if (row.stream_id !== current.stream) {
        await finish();
        current = { stream: row.stream_id, seq: 0, hash: new Uint8Array() };
        streams += 1;
      }
      const problem = problemOf(row, current);
      if (problem) breaks.push({ stream: row.stream_id, seq: row.seq, problem });
      current = { stream: row.stream_id, seq: row.seq, hash: row.hash };
      entries += 1;
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    cursor = { streamId: last.stream_id, seq: last.seq };
  }
  await finish();
  return { streams, entries, breaks };
}

interface Row {
  stream_id: string;
  seq: number;
  at: Date;
  type: string;
  actor_kind: ActorKind;
  actor_id: string | null;
  facts: Facts;
  commitment: Uint8Array | null;
  digest: Uint8Array;
  hash: Uint8Array;
  salt: Uint8Array | null;
  body: Facts | null;
}

function problemOf(row: Row, previous: { seq: number; hash: Uint8Array }): JournalBreak['problem'] | null {
  if (row.seq !== previous.seq + 1) return 'gap';
  const digest = digestOf({
    at: row.at,
    type: row.type,
    actor: { kind: row.actor_kind, id: row.actor_id },
    facts: row.facts,
    commitment: row.commitment,
  });
  if (!same(digest, row.digest)) return 'digest';
  if (!same(chain(previous.hash, row.digest), row.hash)) return 'chain';
  if (row.salt && row.body && row.commitment && !same(commitmentOf(row.salt, row.body), row.commitment)) return 'text';
  return null;
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
