import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface StoredFile {
  readonly contentHash: Uint8Array<ArrayBuffer>;
  readonly sizeBytes: number;
}

/** Bytes outside the tables: found by the hash of their content, encrypted at rest. */
export interface FileStore {
  /** Writes once: the same content is stored once, and is on the disk when this resolves. */
  put(bytes: Uint8Array): Promise<StoredFile>;
  /** Null when nothing is stored under the hash. */
  get(contentHash: Uint8Array): Promise<Uint8Array | null>;
  delete(contentHash: Uint8Array): Promise<void>;
}

interface Cipher {
  seal(plain: Uint8Array, context: string): Uint8Array;
  open(sealed: Uint8Array, context: string): Uint8Array;
}

/** Files under `<directory>/ab/cd/<sha256>`; the name tells nothing but the hash, the content is sealed to it. */
export function createDirectoryFileStore(directory: string, cipher: Cipher): FileStore {
  const pathOf = (hex: string): string => join(directory, hex.slice(0, 2), hex.slice(2, 4), hex);
  const contextOf = (hex: string): string => `file:${hex}`;

  return {
    async put(bytes) {
      const contentHash = Uint8Array.from(createHash('sha256').update(bytes).digest());
      const hex = Buffer.from(contentHash).toString('hex');
      const path = pathOf(hex);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const temporary = `${path}.${randomUUID()}`;
      const handle = await open(temporary, 'wx', 0o600);
      try {
        await handle.writeFile(cipher.seal(bytes, contextOf(hex)));
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(temporary, path);
      return { contentHash, sizeBytes: bytes.length };
    },

    async get(contentHash) {
      const hex = Buffer.from(contentHash).toString('hex');
      try {
        return cipher.open(await readFile(pathOf(hex)), contextOf(hex));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },

    async delete(contentHash) {
      await rm(pathOf(Buffer.from(contentHash).toString('hex')), { force: true });
    },
  };
}
