import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts what only some may read. The context binds the ciphertext to its place: moved elsewhere it does not open. */
export interface Sealing {
  seal(plain: string | Uint8Array, context: string): Uint8Array<ArrayBuffer>;
  open(sealed: Uint8Array, context: string): Buffer;
  openText(sealed: Uint8Array, context: string): string;
  /** A keyed hash to find equal values (a phone) without being able to read them. */
  blindIndex(value: string, purpose: string): Uint8Array<ArrayBuffer>;
}

/**
 * AES-256-GCM (NIST SP 800-38D). Layout: 1 byte length of key id, key id, 12 bytes nonce, ciphertext, 16 bytes tag.
 * @param dataKeys `id:base64,…`; the first encrypts, all decrypt, so that keys can be rotated.
 */
export function createSealing(dataKeys: string): Sealing {
  const keys = new Map(
    dataKeys.split(',').map((pair) => {
      const [id = '', encoded = ''] = pair.split(':');
      const key = Buffer.from(encoded, 'base64');
      if (key.length !== 32) throw new Error(`data key ${id} has ${key.length} bytes instead of 32`);
      return [id, key] as const;
    }),
  );
  const first = [...keys][0];
  const last = [...keys].at(-1);
  if (!first || !last) throw new Error('no data key');
  const [currentId, currentKey] = first;
  // The oldest key derives the index key: adding a key in front must not lose every phone number.
  const indexKey = Buffer.from(hkdfSync('sha256', last[1], '', 'dauys blind index', 32));
  const header = Buffer.concat([Buffer.from([Buffer.byteLength(currentId)]), Buffer.from(currentId)]);

  function open(sealed: Uint8Array, context: string): Buffer {
    const bytes = Buffer.from(sealed);
    const idLength = bytes[0] ?? 0;
    const id = bytes.subarray(1, 1 + idLength).toString();
    const key = keys.get(id);
    if (!key) throw new Error(`no data key ${id}`);
    const nonceAt = 1 + idLength;
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(nonceAt, nonceAt + NONCE_BYTES));
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(nonceAt + NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  }

  return {
    seal(plain, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', currentKey, nonce);
      cipher.setAAD(Buffer.from(context));
      return Uint8Array.from(Buffer.concat([header, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
    },
    open,
    openText: (sealed, context) => open(sealed, context).toString('utf8'),
    blindIndex: (value, purpose) =>
      Uint8Array.from(createHmac('sha256', indexKey).update(`${purpose}\0${value}`).digest()),
  };
}
