import { hash } from 'node:crypto';

/** A SHA-256 value of 32 bytes. */
export type Hash = Buffer;

export const HASH_BYTES = 32;
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const sha256 = (bytes: Buffer): Hash => hash('sha256', bytes, 'buffer');

/** RFC 6962, 2.1: the two prefixes keep a leaf from being passed off as a node. */
export const leafHash = (data: Uint8Array): Hash => sha256(Buffer.concat([LEAF, data]));
export const nodeHash = (left: Uint8Array, right: Uint8Array): Hash => sha256(Buffer.concat([NODE, left, right]));

/** The head of a log without leaves. */
export const EMPTY_ROOT: Hash = sha256(Buffer.alloc(0));

/** The largest power of two smaller than n (n > 1): where RFC 6962 splits a list. */
export const splitOf = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));

/** MTH of hashed leaves held in memory. */
export function rootOf(leaves: readonly Uint8Array[]): Hash {
  if (leaves.length === 0) return EMPTY_ROOT;
  let level: readonly Uint8Array[] = leaves;
  // An odd last one rises unpaired: the same tree as the recursive definition, without recursion.
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left) next.push(right ? nodeHash(left, right) : left);
    }
    level = next;
  }
  return Buffer.from(level[0] ?? EMPTY_ROOT);
}

/** MTH of the leaves from `from` up to, not including, `to`. */
export type RangeHash = (from: number, to: number) => Promise<Hash>;

/** PATH(m, D[n]): what must be hashed with a leaf, from the bottom up, to reach the root. */
export async function inclusionProof(index: number, size: number, mth: RangeHash): Promise<Hash[]> {
  if (index < 0 || index >= size) throw new RangeError('the leaf is not in the tree');
  // Asked for side by side: they share most of what has to be read.
  const path: Promise<Hash>[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push(mth(middle, to));
      to = middle;
    } else {
      path.push(mth(from, middle));
      from = middle;
    }
  }
  return Promise.all(path.reverse());
}

/** PROOF(m, D[n]): that the first `older` leaves are still the same in a tree of `newer`. */
export async function consistencyProof(older: number, newer: number, mth: RangeHash): Promise<Hash[]> {
  if (older < 0 || older > newer) throw new RangeError('an older tree cannot be larger');
  if (older === 0 || older === newer) return [];
  const proof: Promise<Hash>[] = [];
  let [from, to] = [0, newer];
  let known = true;
  while (older !== to) {
    const middle = from + splitOf(to - from);
    if (older <= middle) {
      proof.push(mth(middle, to));
      to = middle;
    } else {
      proof.push(mth(from, middle));
      from = middle;
      known = false;
    }
  }
  if (!known) proof.push(mth(from, to));
  return Promise.all(proof.reverse());
}

/** RFC 9162, 2.1.3.2. */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index < 0 || index >= size) return false;
  let [node, last] = [index, size - 1];
  let result: Uint8Array = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      result = nodeHash(sibling, result);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      result = nodeHash(result, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && Buffer.compare(result, root) === 0;
}

/** RFC 9162, 2.1.4.2. */
export function verifyConsistency(
  older: number,
  newer: number,
  proof: readonly Uint8Array[],
  olderRoot: Uint8Array,
  newerRoot: Uint8Array,
): boolean {
  if (older === newer) return proof.length === 0 && Buffer.compare(olderRoot, newerRoot) === 0;
  if (older === 0) return proof.length === 0;
  const isPowerOfTwo = Number.isInteger(Math.log2(older));
  const [first, ...rest] = isPowerOfTwo ? [olderRoot, ...proof] : proof;
  if (older > newer || !first) return false;
  let [node, last] = [older - 1, newer - 1];
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  let [fromOlder, fromNewer]: [Uint8Array, Uint8Array] = [first, first];
  for (const step of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      fromOlder = nodeHash(step, fromOlder);
      fromNewer = nodeHash(step, fromNewer);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      fromNewer = nodeHash(fromNewer, step);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && Buffer.compare(fromOlder, olderRoot) === 0 && Buffer.compare(fromNewer, newerRoot) === 0;
}
