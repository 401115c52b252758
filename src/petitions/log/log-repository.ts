import { PetitionId } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import { prismaOf } from '../../platform/db/unit-of-work.ts';
import { effectOf, encodeLeaf, LEAF_BYTES, type LeafKind } from './log-leaf.ts';
import { HASH_BYTES, leafHash, rootOf } from './merkle.ts';
import type { HeadSigner, SignedHead } from './signed-head.ts';
import { createRangeHash, entriesOf, TILE, TILE_BITS } from './tiles.ts';

export interface Appended {
  readonly lines: number;
  readonly size: number;
  /** Petitions whose counts changed. */
  readonly petitions: readonly PetitionId[];
}

interface QueuedLine {
  readonly id: bigint;
  readonly petition_id: string;
  readonly kind: LeafKind;
  readonly commitment: Uint8Array;
}

/** How far behind the newest taken line one may still be on its way to its commit. */
const LATE_LINES = 20_000n;

/** Lines of the log inside a transaction. One adds at a time; all who support meanwhile only queue. */
export function createLogRepository() {
  /**
   * Below it nothing waits but what came late. A long queue is taken from its beginning, where every line that was taken
   * leaves a dead row behind: without the floor each batch would step over all those before it.
   */
  let floor = 0n;

  async function take(tx: Tx, limit: number): Promise<QueuedLine[]> {
    // As an array, so that each is found by the key whatever the planner believes about a queue that grows and shrinks.
    const lines = await prismaOf(tx).$queryRaw<QueuedLine[]>`
      delete from petition_log_queue
      where id = any(array(select id from petition_log_queue where id > ${floor} order by id limit ${limit}))
      returning id, petition_id, kind, commitment`;
    const newest = lines.reduce((most, { id }) => (id > most ? id : most), 0n);
    if (lines.length === limit) {
      if (newest - LATE_LINES > floor) floor = newest - LATE_LINES;
      return lines;
    }
    if (floor === 0n) return lines;
    // The end of the queue: now for what came late.
    floor = 0n;
    return [...lines, ...(await take(tx, limit - lines.length))];
  }

  /** The lock of whoever adds lines, held until the commit. */
  async function lockSize(tx: Tx): Promise<number> {
    const [row] = await prismaOf(tx).$queryRaw<
      { size: bigint }[]
    >`select size from petition_log where id = 1 for update`;
    return Number(row?.size ?? 0);
  }

  async function tile(tx: Tx, level: number, index: number): Promise<Buffer> {
    const [from, to] = [BigInt(index * TILE), BigInt((index + 1) * TILE)];
    const [row] =
      level === 0
        ? await prismaOf(tx).$queryRaw<{ hashes: Uint8Array | null }[]>`
            select string_agg(hash, ''::bytea order by index) as hashes from petition_log_leaves where index >= ${from} and index < ${to}`
        : await prismaOf(tx).$queryRaw<{ hashes: Uint8Array | null }[]>`
            select string_agg(hash, ''::bytea order by index) as hashes from petition_log_nodes where level = ${level} and index >= ${from} and index < ${to}`;
    return Buffer.from(row?.hashes ?? []);
  }

  /** Keeps the hash of every subtree that became whole between two sizes. */
  async function addNodes(tx: Tx, before: number, after: number): Promise<void> {
    for (let level = TILE_BITS; 2 ** level <= after; level += TILE_BITS) {
      for (let index = Math.floor(before / 2 ** level); index < Math.floor(after / 2 ** level); index += 1) {
        const whole = rootOf(entriesOf(await tile(tx, level - TILE_BITS, index)));
        await prismaOf(tx).$executeRaw`
          insert into petition_log_nodes (level, index, hash) values (${level}, ${BigInt(index)}, ${Uint8Array.from(whole)}::bytea)`;
      }
    }
  }

  return {
    /** Takes up to `limit` queued lines into the log and into the counts. */
    async append(tx: Tx, limit: number): Promise<Appended> {
      const size = await lockSize(tx);
      const lines = await take(tx, limit);
      if (lines.length === 0) return { lines: 0, size, petitions: [] };
      // By commitment, which is random: the order of lines must not tell the order of taps.
      lines.sort((a, b) => Buffer.compare(a.commitment, b.commitment));
      const data = lines.map((line) =>
        encodeLeaf({ kind: line.kind, petitionId: line.petition_id, at: tx.now, commitment: line.commitment }),
      );
      await prismaOf(tx).$executeRaw`
        insert into petition_log_leaves (index, petition_id, data, hash, receipt)
        select ${BigInt(size)} + n, encode(substring(d.bytes from n * ${LEAF_BYTES}::int + 3 for 16), 'hex')::uuid,
          substring(d.bytes from n * ${LEAF_BYTES}::int + 1 for ${LEAF_BYTES}::int), substring(d.hashes from n * ${HASH_BYTES}::int + 1 for ${HASH_BYTES}::int),
          substring(d.bytes from n * ${LEAF_BYTES}::int + 23 for 10)
        from (select ${Uint8Array.from(Buffer.concat(data))}::bytea as bytes, ${Uint8Array.from(Buffer.concat(data.map(leafHash)))}::bytea as hashes) d,
          generate_series(0, ${lines.length - 1}::int) n`;
      await addNodes(tx, size, size + lines.length);
      await prismaOf(tx).$executeRaw`update petition_log set size = ${BigInt(size + lines.length)} where id = 1`;
      const petitions = await count(tx, lines);
      return { lines: lines.length, size: size + lines.length, petitions };
    },

    /** Signs the log as it stands, if it grew since the last head. */
    async publishHead(tx: Tx, signer: HeadSigner): Promise<SignedHead | null> {
      const size = await lockSize(tx);
      const newest = await prismaOf(tx).petitionLogHead.findFirst({ orderBy: { size: 'desc' } });
      if (size === 0 || (newest && Number(newest.size) >= size)) return null;
      const mth = createRangeHash((level, index) => tile(tx, level, index));
      const head = signer.sign({ size, root: await mth(0, size), at: tx.now });
      await prismaOf(tx).$executeRaw`
        insert into petition_log_keys (key_id, public_key, since) values (${signer.keyId}, ${signer.publicKey}::bytea, ${tx.now}::timestamptz(3)) on conflict do nothing`;
      await prismaOf(tx).$executeRaw`
        insert into petition_log_heads (size, root, at, key_id, signature)
        values (${BigInt(size)}, ${Uint8Array.from(head.root)}::bytea, ${tx.now}::timestamptz(3), ${head.keyId}, ${Uint8Array.from(head.signature)}::bytea)`;
      return head;
    },

    async lastHeadAt(tx: Tx): Promise<Date | null> {
      return (
        (await prismaOf(tx).petitionLogHead.findFirst({ orderBy: { at: 'desc' }, select: { at: true } }))?.at ?? null
      );
    },
  };

  async function count(tx: Tx, lines: readonly QueuedLine[]): Promise<PetitionId[]> {
    const deltas = new Map<string, { support: number; signatures: number; held: number }>();
    for (const { petition_id, kind } of lines) {
      const sum = deltas.get(petition_id) ?? { support: 0, signatures: 0, held: 0 };
      const effect = effectOf(kind);
      deltas.set(petition_id, {
        support: sum.support + effect.support,
        signatures: sum.signatures + effect.signatures,
        held: sum.held + effect.held,
      });
    }
    // In one order everywhere, so that two writers of the same rows can only queue, not deadlock.
    const ids = [...deltas.keys()].sort();
    for (const id of ids) {
      const { support = 0, signatures = 0, held = 0 } = deltas.get(id) ?? {};
      await prismaOf(tx).$executeRaw`
        update petition_counts set support = support + ${support}, signatures = signatures + ${signatures}, held = held + ${held},
          counted_at = ${tx.now}::timestamptz(3) where petition_id = ${id}::uuid`;
    }
    return ids.map((id) => PetitionId.parse(id));
  }
}
export type LogRepository = ReturnType<typeof createLogRepository>;
