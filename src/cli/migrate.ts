import { MIGRATIONS, openServer } from '../app/database.ts';
import { readEnvironment } from '../platform/config/read-environment.ts';
import { migrate } from '../platform/db/migrate.ts';
import { createLog } from '../platform/log/log.ts';
import type { Command } from './command.ts';

/** `migrate`: applies what is missing; a second run applies nothing. */
export const migrateCommand: Command = async (args, { stdout }) => {
  const server = await openServer(readEnvironment(), createLog('silent'), { share: true });
  try {
    const { applied } = await migrate(server.url, MIGRATIONS);
    stdout(args.includes('--json') ? `${JSON.stringify({ applied })}\n` : `${applied.length} migrations applied\n`);
    return 0;
  } finally {
    await server.stop();
  }
};
