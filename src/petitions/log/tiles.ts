import { EMPTY_ROOT, HASH_BYTES, type Hash, nodeHash, type RangeHash, rootOf, splitOf } from './merkle.ts';

/** Hashes are kept for whole subtrees of 256, 65,536, … leaves: few rows, and any proof reads a handful of tiles. */
export const TILE_BITS = 8;
export const TILE = 2 ** TILE_BITS;

/** Up to 256 hashes side by side: entries `index * 256 …` of the level (0 is the leaves). */
export type ReadTile = (level: number, index: number) => Promise<Buffer>;

/** 8 KB each; a log of a million lines has sixteen above its lines. */
const KEPT_TILES = 512;

/**
 * What is written into a log never changes: a tile that once held enough entries for a tree of this size holds the same
 * ones for ever. Only what the tree is served from is remembered; the audit reads everything anew.
 */
export function createTileMemory(readTile: ReadTile) {
  const kept = new Map<string, Buffer>();
  /** Tiles as a tree of this size needs them. */
  return (size: number): ReadTile =>
    async (level, index) => {
      const key = `${level}/${index}`;
      const needed = Math.min(TILE, Math.floor(size / 2 ** level) - index * TILE) * HASH_BYTES;
      const known = kept.get(key);
      if (known) kept.delete(key);
      const tile = known && known.length >= needed ? known : await readTile(level, index);
      // Put back last: the one unused for longest goes first.
      kept.set(key, tile);
      const oldest = kept.size > KEPT_TILES ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      return tile;
    };
}

const entry = (tile: Buffer, at: number): Hash => {
  const found = tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
  if (found.length !== HASH_BYTES) throw new Error('the log has a hole');
  return found;
};

export const entriesOf = (tile: Buffer): Hash[] =>
  Array.from({ length: tile.length / HASH_BYTES }, (_, at) => entry(tile, at));

/** MTH of any range a proof asks for. Tiles are read once per reader: make a new one for each proof. */
export function createRangeHash(readTile: ReadTile): RangeHash {
  const tiles = new Map<string, Promise<Buffer>>();
  const tile = (level: number, index: number): Promise<Buffer> => {
    const key = `${level}/${index}`;
    const known = tiles.get(key) ?? readTile(level, index);
    tiles.set(key, known);
    return known;
  };

  async function subtree(level: number, index: number): Promise<Hash> {
    const above = level % TILE_BITS;
    const count = 2 ** above;
    const first = index * count;
    const bytes = await tile(level - above, Math.floor(first / TILE));
    return rootOf(Array.from({ length: count }, (_, at) => entry(bytes, (first % TILE) + at)));
  }

  return async function mth(from: number, to: number): Promise<Hash> {
    const count = to - from;
    if (count === 0) return EMPTY_ROOT;
    const level = Math.log2(count);
    if (Number.isInteger(level)) return subtree(level, from / count);
    const middle = from + splitOf(count);
    return nodeHash(...(await Promise.all([mth(from, middle), mth(middle, to)])));
  };
}
