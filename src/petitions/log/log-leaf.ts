import { createHmac } from 'node:crypto';

/**
 * What a line of the public log says. Every line that takes something back is a line of its own (a tombstone): nothing
 * is ever removed, and which line it takes back is not said.
 */
export const LEAF_KINDS = {
  support: 1,
  signature: 2,
  support_withdrawn: 3,
  signature_withdrawn: 4,
  support_invalidated: 5,
  signature_invalidated: 6,
  support_held: 7,
  support_released: 8,
} as const;
export type LeafKind = keyof typeof LEAF_KINDS;

const KIND_OF = new Map<number, LeafKind>(
  Object.entries(LEAF_KINDS).map(([kind, number]) => [number, kind as LeafKind]),
);
const VERSION = 1;
const HOUR_MS = 3_600_000;
const COMMITMENT_BYTES = 32;
/** version, kind, petition, hour, commitment */
export const LEAF_BYTES = 1 + 1 + 16 + 4 + COMMITMENT_BYTES;

export interface LogLeaf {
  readonly kind: LeafKind;
  readonly petitionId: string;
  /** Rounded down to the hour, so that a line cannot be matched with a tap somebody watched. */
  readonly at: Date;
  readonly commitment: Uint8Array;
}

const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function encodeLeaf({ kind, petitionId, at, commitment }: LogLeaf): Buffer {
  const bytes = Buffer.alloc(LEAF_BYTES);
  bytes[0] = VERSION;
  bytes[1] = LEAF_KINDS[kind];
  uuidBytes(petitionId).copy(bytes, 2);
  bytes.writeUInt32BE(Math.floor(at.getTime() / HOUR_MS), 18);
  Buffer.from(commitment).copy(bytes, 22);
  return bytes;
}

/** Null for bytes that are no line of ours. */
export function decodeLeaf(data: Uint8Array): LogLeaf | null {
  const bytes = Buffer.from(data);
  const kind = KIND_OF.get(bytes[1] ?? 0);
  if (bytes.length !== LEAF_BYTES || bytes[0] !== VERSION || !kind) return null;
  return {
    kind,
    petitionId: uuidOf(bytes.subarray(2, 18)),
    at: new Date(bytes.readUInt32BE(18) * HOUR_MS),
    commitment: bytes.subarray(22),
  };
}

/** How a line changes the two public counts. */
export function effectOf(kind: LeafKind): { support: number; signatures: number; held: number } {
  switch (kind) {
    case 'support':
      return { support: 1, signatures: 0, held: 0 };
    case 'signature':
      return { support: 0, signatures: 1, held: 0 };
    case 'support_withdrawn':
    case 'support_invalidated':
      return { support: -1, signatures: 0, held: 0 };
    case 'signature_withdrawn':
    case 'signature_invalidated':
      return { support: 0, signatures: -1, held: 0 };
    case 'support_held':
      return { support: -1, signatures: 0, held: 1 };
    case 'support_released':
      return { support: 1, signatures: 0, held: -1 };
  }
}

/**
 * Binds a line to one person without naming them: who holds the key can show whose line it is, nobody else can even
 * compare two. The turn counts how often this person came and went, so that coming back makes a new line.
 */
export function commitmentOf(
  key: Uint8Array,
  { kind, petitionId, subject, turn }: { kind: LeafKind; petitionId: string; subject: string; turn: number },
): Buffer {
  return createHmac('sha256', key).update(`${kind}\0${petitionId}\0${subject}\0${turn}`).digest();
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RECEIPT_CHARACTERS = 16;

/** The first 80 bits of the commitment in Crockford's alphabet, `XXXX-XXXX-XXXX-XXXX`: can be read out on the phone. */
export function receiptOf(commitment: Uint8Array): string {
  let bits = BigInt(`0x${Buffer.from(commitment.subarray(0, 10)).toString('hex')}`);
  let text = '';
  for (let at = 0; at < RECEIPT_CHARACTERS; at += 1) {
    text = `${ALPHABET[Number(bits % 32n)]}${text}`;
    bits /= 32n;
  }
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** The ten bytes a receipt stands for, or null. O and I, L are read as the digits they look like. */
export function readReceipt(written: string): Buffer | null {
  const text = written.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (text.length !== RECEIPT_CHARACTERS || [...text].some((letter) => !ALPHABET.includes(letter))) return null;
  const bits = [...text].reduce((sum, letter) => sum * 32n + BigInt(ALPHABET.indexOf(letter)), 0n);
  return Buffer.from(bits.toString(16).padStart(20, '0'), 'hex');
}
