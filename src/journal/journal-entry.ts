import { createHash } from 'node:crypto';

export type ActorKind =
  | 'citizen'
  | 'officer'
  | 'supervisor'
  | 'operator'
  | 'monitor'
  | 'auditor'
  | 'confidant'
  | 'system'
  | 'machine';

export interface Actor {
  readonly kind: ActorKind;
  readonly id: string | null;
}

export const SYSTEM: Actor = { kind: 'system', id: null };

type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined };
export type Facts = { readonly [key: string]: JsonValue | undefined };

/** What is written. `facts` stay for ever and hold no personal data; `text` is erasable. */
export interface NewEntry {
  readonly type: string;
  readonly actor: Actor;
  readonly facts?: Facts;
  readonly text?: Facts;
}

export interface JournalEntry {
  readonly stream: string;
  readonly seq: number;
  readonly at: Date;
  readonly type: string;
  readonly actor: Actor;
  readonly facts: Facts;
  readonly commitment: Uint8Array | null;
  readonly digest: Uint8Array;
  readonly hash: Uint8Array;
}

const sha256 = (...parts: (string | Uint8Array)[]): Uint8Array<ArrayBuffer> => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest());
};

/** Keys in code-unit order, no white space, no undefined (RFC 8785 for the values used here). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const pairs = Object.entries(value).filter(([, item]) => item !== undefined);
    pairs.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** sha256(salt || canonical text): can be shown to belong to a text, and says nothing once text and salt are gone. */
export const commitmentOf = (salt: Uint8Array, text: Facts): Uint8Array<ArrayBuffer> =>
  sha256(salt, canonicalJson(text));

export function digestOf(entry: {
  at: Date;
  type: string;
  actor: Actor;
  facts: Facts;
  commitment: Uint8Array | null;
}): Uint8Array<ArrayBuffer> {
  const commitment = entry.commitment ? Buffer.from(entry.commitment).toString('hex') : null;
  return sha256(
    canonicalJson({
      at: entry.at.toISOString(),
      type: entry.type,
      actorKind: entry.actor.kind,
      actorId: entry.actor.id,
      facts: entry.facts,
      commitment,
    }),
  );
}

/** Chain step; the first entry of a stream follows the empty hash. */
export const chain = (previous: Uint8Array, digest: Uint8Array): Uint8Array<ArrayBuffer> => sha256(previous, digest);
