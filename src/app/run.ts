import { ConfigError } from '../platform/config/config.ts';
import { readEnvironment } from '../platform/config/read-environment.ts';
import { EmbeddedPostgresError } from '../platform/db/embedded/index.ts';
import { MigrationError } from '../platform/db/migrate.ts';
import { createLog } from '../platform/log/log.ts';
import { start } from './start.ts';
import { welcome } from './welcome.ts';

/** The product as a process: starts it, says where it is, ends it on a signal; what a person can mend is told in a sentence. */
export async function run(): Promise<void> {
  try {
    const config = readEnvironment();
    const log = createLog(config.logLevel);
    const running = await start(config, log);
    process.stdout.write(await welcome(config, running));
    let stopping = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (stopping) return;
        stopping = true;
        log.info({ signal }, 'stopping');
        void running.stop().then(() => process.exit(0));
      });
    }
  } catch (error) {
    const explained =
      error instanceof ConfigError ||
      error instanceof EmbeddedPostgresError ||
      error instanceof MigrationError ||
      (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    process.stderr.write(
      explained ? `${(error as Error).message}\n` : `Dauys did not start: ${(error as Error).stack}\n`,
    );
    process.exit(1);
  }
}
