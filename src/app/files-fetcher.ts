import type { FileRef } from '../appeals/index.ts';
import { toFile } from '../appeals/index.ts';
import type { Services } from './compose.ts';

type Fetch = (file: FileRef) => Promise<Uint8Array | 'gone' | 'later'>;

const BATCH = 20;
/** Telegram keeps a file for at least an hour and usually for months; after this long it is lost. */
const GIVE_UP_MS = 7 * 86_400_000;

/** Brings citizens' photos and voice into the store. The rows say what is missing: a crash forgets nothing. */
export function createFilesFetcher({ db, files, clock, log }: Services, fetchFile: Fetch) {
  return async function round(): Promise<boolean> {
    const rows = await db.fileRef.findMany({
      where: { state: 'pending', channelRef: { not: null } },
      orderBy: { createdAt: 'asc' },
      take: BATCH,
    });
    const now = await clock.now();
    let fetched = 0;
    for (const row of rows) {
      const result = await fetchFile(toFile(row));
      if (result === 'later' && now.getTime() - row.createdAt.getTime() < GIVE_UP_MS) continue;
      if (result === 'gone' || result === 'later') {
        await db.fileRef.update({ where: { id: row.id }, data: { state: 'lost' } });
        log.warn({ fileId: row.id }, 'file lost');
        continue;
      }
      const { contentHash, sizeBytes } = await files.put(result);
      await db.fileRef.update({ where: { id: row.id }, data: { state: 'stored', contentHash, sizeBytes } });
      fetched += 1;
    }
    return fetched === BATCH;
  };
}
