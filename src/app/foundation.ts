import { join } from 'node:path';
import { createJournal } from '../journal/index.ts';
import { createClock } from '../platform/db/business-clock.ts';
import type { Database } from '../platform/db/database.ts';
import { createUnitOfWork } from '../platform/db/unit-of-work.ts';
import { createDirectoryFileStore } from '../platform/files/index.ts';
import type { Log } from '../platform/log/log.ts';
import { loadTexts } from '../platform/texts/texts.ts';
import { createMask, createSealing } from '../privacy/index.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import type { Secrets } from './secrets.ts';

interface Inputs {
  readonly database: Database;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly jurisdiction: Jurisdiction;
  readonly dataDir: string;
}

/** What every domain stands on: time, transactions, secrecy, the journal, words. */
export function composeFoundation({ database, log, secrets, jurisdiction, dataDir }: Inputs) {
  const { prisma: db } = database;
  const texts = loadTexts();
  const sealing = createSealing(secrets.dataKeys);
  return {
    database,
    db,
    log,
    texts,
    t: texts.t,
    clock: createClock(db),
    uow: createUnitOfWork(db, log),
    sealing,
    mask: createMask(jurisdiction.privacy),
    files: createDirectoryFileStore(join(dataDir, 'files'), sealing),
    journal: createJournal(db),
  };
}
export type Foundation = ReturnType<typeof composeFoundation>;
