import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof,
  EMPTY_ROOT,
  type Hash,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  splitOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';
import { createRangeHash, TILE } from './tiles.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const leavesOf = (count: number) => Array.from({ length: count }, (_, at) => leafHash(Buffer.from(`leaf ${at}`)));
const mthOf = (leaves: readonly Hash[]) => async (from: number, to: number) => rootOf(leaves.slice(from, to));

/** The definition of RFC 6962, word for word. */
function byDefinition(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0] as Hash;
  const k = splitOf(leaves.length);
  return nodeHash(byDefinition(leaves.slice(0, k)), byDefinition(leaves.slice(k)));
}

// The test data that certificate-transparency implementations share.
const SHARED = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (data) => leafHash(Buffer.from(data, 'hex')),
);

describe('the tree of the log', () => {
  it('has the roots every implementation of RFC 6962 has', () => {
    expect(hex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(rootOf(SHARED.slice(0, 1)))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(hex(rootOf(SHARED.slice(0, 2)))).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
    expect(hex(rootOf(SHARED))).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  it('is the recursive definition for every size', () => {
    for (let size = 0; size <= 70; size += 1) expect(rootOf(leavesOf(size))).toEqual(byDefinition(leavesOf(size)));
  });

  it('proves every leaf in every size, and no other leaf', async () => {
    for (let size = 1; size <= 40; size += 1) {
      const leaves = leavesOf(size);
      const root = rootOf(leaves);
      for (let index = 0; index < size; index += 1) {
        const proof = await inclusionProof(index, size, mthOf(leaves));
        const leaf = leaves[index] as Hash;
        expect(verifyInclusion(leaf, index, size, proof, root)).toBe(true);
        expect(verifyInclusion(leafHash(Buffer.from('another')), index, size, proof, root)).toBe(false);
        if (size > 1) expect(verifyInclusion(leaf, (index + 1) % size, size, proof, root)).toBe(false);
      }
    }
  });

  it('proves that an older tree is the beginning of a newer one', async () => {
    for (let newer = 1; newer <= 40; newer += 1) {
      const leaves = leavesOf(newer);
      for (let older = 0; older <= newer; older += 1) {
        const proof = await consistencyProof(older, newer, mthOf(leaves));
        const [before, after] = [rootOf(leaves.slice(0, older)), rootOf(leaves)];
        expect(verifyConsistency(older, newer, proof, before, after)).toBe(true);
        if (older > 0 && older < newer)
          expect(verifyConsistency(older, newer, proof, rootOf(leavesOf(older + 1).slice(1)), after)).toBe(false);
      }
    }
  });

  it('finds no proof for a tree whose past was rewritten', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.nat(), async (newer, olderSeed, changedSeed) => {
        const older = 1 + (olderSeed % (newer - 1));
        const changed = changedSeed % older;
        const leaves = leavesOf(newer);
        const rewritten = leaves.map((leaf, at) => (at === changed ? leafHash(Buffer.from('rewritten')) : leaf));
        const proof = await consistencyProof(older, newer, mthOf(rewritten));
        return !verifyConsistency(older, newer, proof, rootOf(leaves.slice(0, older)), rootOf(rewritten));
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same hash for any range from tiles as from all leaves', async () => {
    const leaves = leavesOf(TILE * 3 + 77);
    const stored = new Map<string, Buffer>();
    for (let at = 0; at < leaves.length; at += TILE)
      stored.set(`0/${at / TILE}`, Buffer.concat(leaves.slice(at, at + TILE)));
    stored.set('8/0', Buffer.concat([0, 1, 2].map((tile) => rootOf(leaves.slice(tile * TILE, (tile + 1) * TILE)))));
    const mth = createRangeHash(async (level, index) => stored.get(`${level}/${index}`) ?? Buffer.alloc(0));

    expect(await mth(0, leaves.length)).toEqual(rootOf(leaves));
    expect(await mth(0, 512)).toEqual(rootOf(leaves.slice(0, 512)));
    const proof = await inclusionProof(300, leaves.length, mth);
    expect(verifyInclusion(leaves[300] as Hash, 300, leaves.length, proof, rootOf(leaves))).toBe(true);
  });
});
