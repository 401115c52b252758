import { normalise } from './normalise.ts';

/** A fingerprint of what a text says: equal places of two signatures are as frequent as the texts are alike. */
export interface Fingerprint {
  readonly signature: readonly number[];
  /** Pairs of places, hashed: texts that share one are worth comparing. Short texts are alike by chance and have none. */
  readonly bands: readonly number[];
}

const HASHES = 48;
const ROWS_OF_A_BAND = 2;
const SHINGLE = 5;
const SHORTEST_WORD = 3;
/** Runs of letters that make a text long enough to be told for a copy. */
const FEWEST_OF_A_COPY = 60;
/** From here on two texts are copies of one with little changed. */
export const COPY = 0.7;
/** From here on two texts about one topic at one place are about one matter. */
export const SAME_MATTER = 0.12;

const SEEDS = Int32Array.from({ length: HASHES }, (_, at) => Math.imul(at + 1, 0x9e3779b1));

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Runs of letters of the words, in any spelling and script; MinHash (Broder 1997) of their set. */
export function fingerprint(text: string): Fingerprint {
  const words = normalise(text).key.match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => word.length >= SHORTEST_WORD).join(' ');
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE <= Math.max(SHINGLE, kept.length); at += 1)
    shingles.add(hashOf(kept.slice(at, at + SHINGLE)));
  const signature = Array.from(SEEDS, (seed) => {
    let least = 0xffffffff;
    for (const shingle of shingles) least = Math.min(least, mix(shingle ^ seed));
    return least | 0;
  });
  if (shingles.size < FEWEST_OF_A_COPY) return { signature, bands: [] };
  const bands = Array.from({ length: HASHES / ROWS_OF_A_BAND }, (_, band) => {
    const from = band * ROWS_OF_A_BAND;
    return mix((signature[from] ?? 0) ^ Math.imul((signature[from + 1] ?? 0) + band, 0x9e3779b1)) | 0;
  });
  return { signature, bands };
}

/** Estimated share of common runs of letters, 0 to 1. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  let equal = 0;
  for (const [at, value] of a.entries()) if (value === b[at]) equal += 1;
  return a.length === 0 ? 0 : equal / a.length;
}
