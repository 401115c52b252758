import { verifyJournal } from '../journal/index.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

/** `audit verify`: recomputes every chain; exit 1 and the place of each break when one does not hold. */
export const auditCommand: Command = async (args, { stdout, stderr }) => {
  if (args[0] !== 'verify') {
    stderr('usage: audit verify [--json]\n');
    return 2;
  }
  const journal = await withDatabase(({ database }) => verifyJournal(database.prisma));
  const ok = journal.breaks.length === 0;
  if (args.includes('--json')) stdout(`${JSON.stringify({ ok, journal })}\n`);
  else {
    stdout(`journal: ${journal.streams} chains, ${journal.entries} entries, ${journal.breaks.length} breaks\n`);
    for (const { stream, seq, problem } of journal.breaks) stdout(`  ${stream} entry ${seq}: ${problem}\n`);
  }
  return ok ? 0 : 1;
};
