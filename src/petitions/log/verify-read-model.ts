import type { Db } from '../../platform/db/database.ts';
import { decodeLeaf, effectOf, LEAF_BYTES } from './log-leaf.ts';
import { EMPTY_ROOT, HASH_BYTES, type Hash, leafHash, nodeHash, rootOf } from './merkle.ts';
import { isSignedBy, readPublicKey, type SignedHead } from './signed-head.ts';
import { TILE, TILE_BITS } from './tiles.ts';

export type LogBreak =
  /** The line and its hash disagree, or the line is no line of ours. */
  | { readonly problem: 'line'; readonly index: number }
  | { readonly problem: 'gap'; readonly index: number }
  /** The lines of a whole subtree do not give its kept hash. */
  | {
      readonly problem: 'node';
      readonly level: number;
      readonly index: number;
      readonly from: number;
      readonly to: number;
    }
  /** What was signed then is not the beginning of what is there now. */
  | { readonly problem: 'head' | 'signature'; readonly size: number }
  | { readonly problem: 'size'; readonly expected: number; readonly found: number }
  | { readonly problem: 'count'; readonly petitionId: string };

export interface LogVerification {
  readonly lines: number;
  readonly heads: number;
  readonly breaks: readonly LogBreak[];
}

/** Tiles read at once: 16 MB of lines stay small in memory whatever the log's length. */
const TILES_PER_PAGE = 256;
const RECORD = 16 + LEAF_BYTES + HASH_BYTES + 10;
/** A broken log is broken: the first hundred places are enough to find out why. */
const MAX_BREAKS = 100;

/**
 * Recomputes every line, every kept subtree, every signed head and every count from the lines alone. Only what is in the
 * log now is looked at; lines that still wait for the tally are not part of it.
 */
export async function verifyPetitionLog(db: Db): Promise<LogVerification> {
  const breaks: LogBreak[] = [];
  const report = (found: LogBreak) => void (breaks.length < MAX_BREAKS && breaks.push(found));
  const [counts, heads, keys] = await Promise.all([countBreaks(db), headsOf(db), keysOf(db)]);
  // After the heads: a head signed meanwhile must not look longer than its log.
  const size = await sizeOf(db);
  for (const found of counts) report(found);

  /** Roots of the whole subtrees so far, largest first: the binary digits of the number of tiles. */
  const frontier: { level: number; hash: Hash }[] = [];
  let lines = 0;
  let nextHead = 0;

  const rootAt = (partial: readonly Hash[]): Hash => {
    const peaks =
      partial.length > 0 ? [...frontier.map(({ hash }) => hash), rootOf(partial)] : frontier.map(({ hash }) => hash);
    return peaks.reduceRight<Hash | null>((right, left) => (right ? nodeHash(left, right) : left), null) ?? EMPTY_ROOT;
  };
  const checkHeads = (until: number, tile: readonly Hash[], from: number) => {
    for (let head = heads[nextHead]; head && head.size <= until; nextHead += 1, head = heads[nextHead]) {
      const key = keys.get(head.keyId);
      if (!key || !isSignedBy(head, key)) report({ problem: 'signature', size: head.size });
      if (Buffer.compare(rootAt(tile.slice(0, head.size - from)), head.root) !== 0)
        report({ problem: 'head', size: head.size });
    }
  };

  // The database reads the next page while this one is hashed.
  let ahead = pageOf(db, 0, size);
  for (let page = 0; page * TILES_PER_PAGE * TILE < size; page += 1) {
    const [nodes, tiles] = await ahead;
    ahead = pageOf(db, page + 1, size);
    for (const { tile, records } of tiles) {
      const from = tile * TILE;
      const expected = Math.min(TILE, size - from);
      const read = readTile(records, from, report);
      if (read.length !== expected) report({ problem: 'gap', index: from + read.length });
      const computed = read.map(({ computed: hash }) => hash);
      // A line that was changed leaves its kept hash true: go on with that, so that one bit is one break.
      const kept = read.map(({ computed: hash, kept: stored }) => (Buffer.compare(hash, stored) === 0 ? hash : stored));
      const node = nodes.get(tile) ?? null;
      const whole = read.length === TILE;
      const matches = (hashes: readonly Hash[]) => node !== null && Buffer.compare(rootOf(hashes), node) === 0;
      const hashes = !whole || matches(kept) ? kept : computed;
      if (whole && !matches(hashes)) report({ problem: 'node', level: TILE_BITS, index: tile, from, to: from + TILE });
      // A head signed exactly at the tile's end is checked after the tile joined the frontier.
      checkHeads(from + read.length - (whole ? 1 : 0), hashes, from);
      lines += read.length;
      if (!whole) continue;
      join(frontier, rootOf(hashes));
      checkHeads(from + TILE, [], from + TILE);
    }
  }
  for (const level of [TILE_BITS * 2, TILE_BITS * 3])
    for (const found of await upperBreaks(db, level, size)) report(found);
  if (lines !== size) report({ problem: 'size', expected: size, found: lines });
  for (const head of heads.slice(nextHead)) report({ problem: 'head', size: head.size });
  return { lines, heads: heads.length, breaks };
}

function join(frontier: { level: number; hash: Hash }[], hash: Hash): void {
  let joined = { level: 0, hash };
  for (let last = frontier.at(-1); last?.level === joined.level; last = frontier.at(-1)) {
    frontier.pop();
    joined = { level: joined.level + 1, hash: nodeHash(last.hash, joined.hash) };
  }
  frontier.push(joined);
}

function readTile(records: Buffer, from: number, report: (found: LogBreak) => void): { computed: Hash; kept: Hash }[] {
  return Array.from({ length: Math.floor(records.length / RECORD) }, (_, at) => {
    const record = records.subarray(at * RECORD, (at + 1) * RECORD);
    const petition = record.subarray(0, 16);
    const data = record.subarray(16, 16 + LEAF_BYTES);
    const kept = record.subarray(16 + LEAF_BYTES, 16 + LEAF_BYTES + HASH_BYTES);
    const receipt = record.subarray(RECORD - 10);
    const computed = leafHash(data);
    const isWhole =
      Buffer.compare(computed, kept) === 0 &&
      Buffer.compare(petition, data.subarray(2, 18)) === 0 &&
      Buffer.compare(receipt, data.subarray(22, 32)) === 0 &&
      decodeLeaf(data) !== null;
    if (!isWhole) report({ problem: 'line', index: from + at });
    return { computed, kept };
  });
}

const pageOf = (db: Db, page: number, size: number) => Promise.all([nodesOf(db, page), tilesOf(db, page, size)]);

async function tilesOf(db: Db, page: number, size: number): Promise<{ tile: number; records: Buffer }[]> {
  const from = page * TILES_PER_PAGE * TILE;
  const to = Math.min(size, from + TILES_PER_PAGE * TILE);
  const rows = await db.$queryRaw<{ tile: bigint; records: Uint8Array }[]>`
    select index / ${TILE} as tile, string_agg(uuid_send(petition_id) || data || hash || receipt, ''::bytea order by index) as records
    from petition_log_leaves where index >= ${BigInt(from)} and index < ${BigInt(to)} group by 1 order by 1`;
  return rows.map(({ tile, records }) => ({ tile: Number(tile), records: Buffer.from(records) }));
}

async function nodesOf(db: Db, page: number): Promise<Map<number, Buffer>> {
  const rows = await db.petitionLogNode.findMany({
    where: { level: TILE_BITS, index: { gte: BigInt(page * TILES_PER_PAGE), lt: BigInt((page + 1) * TILES_PER_PAGE) } },
  });
  return new Map(rows.map(({ index, hash }) => [Number(index), Buffer.from(hash)]));
}

/** Kept hashes above the tiles, each from the 256 below it. */
async function upperBreaks(db: Db, level: number, size: number): Promise<LogBreak[]> {
  const breaks: LogBreak[] = [];
  for (let index = 0; index < Math.floor(size / 2 ** level); index += 1) {
    const below = await db.petitionLogNode.findMany({
      where: { level: level - TILE_BITS, index: { gte: BigInt(index * TILE), lt: BigInt((index + 1) * TILE) } },
      orderBy: { index: 'asc' },
    });
    const kept = await db.petitionLogNode.findUnique({ where: { level_index: { level, index: BigInt(index) } } });
    const computed = rootOf(below.map(({ hash }) => Buffer.from(hash)));
    if (!kept || Buffer.compare(kept.hash, computed) !== 0)
      breaks.push({ problem: 'node', level, index, from: index * 2 ** level, to: (index + 1) * 2 ** level });
  }
  return breaks;
}

async function sizeOf(db: Db): Promise<number> {
  return Number((await db.petitionLog.findUnique({ where: { id: 1 } }))?.size ?? 0);
}

async function headsOf(db: Db): Promise<SignedHead[]> {
  const rows = await db.petitionLogHead.findMany({ orderBy: { size: 'asc' } });
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

async function keysOf(db: Db) {
  const rows = await db.petitionLogKey.findMany();
  return new Map(rows.map(({ keyId, publicKey }) => [keyId, readPublicKey(publicKey)]));
}

/** One statement, so that a tally in between cannot make a true count look false. */
async function countBreaks(db: Db): Promise<LogBreak[]> {
  const rows = await db.$queryRaw<
    { petition_id: string; kinds: Record<string, number> | null; support: number; held: number; signatures: number }[]
  >`
    select c.petition_id, l.kinds, c.support, c.held, c.signatures from petition_counts c left join (
      select petition_id, jsonb_object_agg(kind, n) as kinds from (
        select petition_id, get_byte(data, 1) as kind, count(*)::int as n from petition_log_leaves group by 1, 2
      ) by_kind group by 1
    ) l using (petition_id)`;
  return rows.flatMap((row) => {
    const sum = { support: 0, held: 0, signatures: 0 };
    for (const [number, count] of Object.entries(row.kinds ?? {})) {
      const effect = effectByNumber(Number(number));
      sum.support += effect.support * count;
      sum.held += effect.held * count;
      sum.signatures += effect.signatures * count;
    }
    const isSame = sum.support === row.support && sum.held === row.held && sum.signatures === row.signatures;
    return isSame ? [] : [{ problem: 'count' as const, petitionId: row.petition_id }];
  });
}

function effectByNumber(number: number) {
  const kind = decodeKind(number);
  return kind ? effectOf(kind) : { support: 0, held: 0, signatures: 0 };
}

function decodeKind(number: number) {
  const bytes = Buffer.alloc(LEAF_BYTES);
  bytes[0] = 1;
  bytes[1] = number;
  return decodeLeaf(bytes)?.kind ?? null;
}
