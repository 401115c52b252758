import { openServer, prepareDatabase } from '../app/database.ts';
import { type Jurisdiction, readJurisdiction } from '../app/jurisdiction.ts';
import type { Config } from '../platform/config/config.ts';
import { readEnvironment } from '../platform/config/read-environment.ts';
import type { Database } from '../platform/db/database.ts';
import { createLog, type Log } from '../platform/log/log.ts';

export interface Opened {
  readonly config: Config;
  readonly log: Log;
  readonly jurisdiction: Jurisdiction;
  readonly database: Database;
}

/** Runs a command on the configured database, or on the embedded one, whether or not the product is running. */
export async function withDatabase<Result>(work: (opened: Opened) => Promise<Result>): Promise<Result> {
  const config = readEnvironment();
  const log = createLog('warn', { write: (line) => void process.stderr.write(line) });
  const server = await openServer(config, log, { share: true });
  try {
    const jurisdiction = readJurisdiction(config.product.jurisdiction);
    const database = await prepareDatabase(server.url, jurisdiction, log, 4);
    try {
      return await work({ config, log, jurisdiction, database });
    } finally {
      await database.close();
    }
  } finally {
    await server.stop();
  }
}
