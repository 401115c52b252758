import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createDirectoryFileStore } from './file-store.ts';

/** Turns bits over: enough to see that nothing is stored as it came. */
const flip = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte) => byte ^ 0xff);

describe('file store', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'dauys-files-'));
  afterAll(() => rm(directory, { recursive: true }));
  const store = createDirectoryFileStore(directory, { seal: flip, open: flip });

  it('gives back what was put, and keeps it unreadable on the disk', async () => {
    const photo = Buffer.from('a photo of a lamp');
    const { contentHash, sizeBytes } = await store.put(photo);
    expect(sizeBytes).toBe(17);
    expect(Buffer.from((await store.get(contentHash)) ?? [])).toEqual(photo);
    const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    expect(files).toHaveLength(1);
    expect(await readFile(join(files[0]?.parentPath ?? '', files[0]?.name ?? ''), 'latin1')).not.toContain('lamp');
  });

  it('says that a file is gone instead of failing', async () => {
    const { contentHash } = await store.put(Buffer.from('x'));
    await store.delete(contentHash);
    expect(await store.get(contentHash)).toBeNull();
  });
});
