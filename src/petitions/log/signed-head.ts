import { createPrivateKey, createPublicKey, hash, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';

/** What the service says publicly at an hour: so many lines, with this root. Later heads must be consistent with it. */
export interface SignedHead {
  readonly size: number;
  readonly root: Uint8Array;
  readonly at: Date;
  readonly keyId: string;
  readonly signature: Uint8Array;
}

export interface HeadSigner {
  readonly keyId: string;
  /** SPKI, DER. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  sign(head: Pick<SignedHead, 'size' | 'root' | 'at'>): SignedHead;
}

/** RFC 8410, 7: a PKCS #8 wrapping of the 32 bytes that are the key. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Exactly these bytes are signed: plain text, so that anybody can check with standard tools. */
export const headText = ({ size, root, at }: Pick<SignedHead, 'size' | 'root' | 'at'>): Buffer =>
  Buffer.from(`dauys petition log 1\n${size}\n${Buffer.from(root).toString('base64')}\n${at.toISOString()}\n`);

export const keyIdOf = (publicKey: Uint8Array): string => hash('sha256', publicKey).slice(0, 16);

/** Ed25519 with a key derived from the installation's secret: the same secret signs the same log after a restore. */
export function createHeadSigner(secret: string): HeadSigner {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'dauys petition log head', 32));
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = Uint8Array.from(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }));
  const keyId = keyIdOf(publicKey);
  return {
    keyId,
    publicKey,
    sign: (head) => ({ ...head, keyId, signature: sign(null, headText(head), privateKey) }),
  };
}

export function readPublicKey(der: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
}

export const isSignedBy = (head: SignedHead, publicKey: KeyObject): boolean =>
  verify(null, headText(head), publicKey, head.signature);
