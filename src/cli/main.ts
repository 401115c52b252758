import { isRefusal } from '../kernel/refusal.ts';
import { ConfigError } from '../platform/config/config.ts';
import { auditCommand } from './audit.ts';
import type { Command } from './command.ts';
import { deadlineCommand } from './deadline.ts';
import { doctorCommand } from './doctor.ts';
import { envExampleCommand } from './env-example.ts';
import { eraseCommand } from './erase.ts';
import { exportCommand } from './export.ts';
import { migrateCommand } from './migrate.ts';
import { seedCommand } from './seed.ts';

/** Loaded on demand: training code is heavy and most commands do not need it. */
const COMMANDS: Readonly<Record<string, Command>> = {
  doctor: doctorCommand,
  migrate: migrateCommand,
  seed: seedCommand,
  deadline: async (args, { stdout, stderr }) =>
    deadlineCommand(args, { stdout: { write: stdout }, stderr: { write: stderr } }),
  router: async (args, io) => (await import('./router.ts')).routerCommand(args, io),
  knowledge: async (args, io) => (await import('./knowledge.ts')).knowledgeCommand(args, io),
  audit: auditCommand,
  export: exportCommand,
  erase: eraseCommand,
  'env-example': envExampleCommand,
};

const [name = '', ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  process.stderr.write(
    `usage: npm run -s dauys -- <command> [--json]\ncommands: ${Object.keys(COMMANDS).join(', ')}\n`,
  );
  process.exit(2);
}
try {
  process.exitCode = await command(args, {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
  });
} catch (error) {
  const known = error instanceof ConfigError || isRefusal(error);
  process.stderr.write(`${known ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}
