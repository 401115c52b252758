import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits that are shown once; the database keeps only their hash. */
export const createSecretToken = (prefix: string): string => `${prefix}_${randomBytes(32).toString('base64url')}`;

export const hashToken = (token: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash('sha256').update(token).digest());
