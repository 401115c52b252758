import { verifyJournal } from '../journal/index.ts';
import { checkReceipt, verifyPetitionLog } from '../petitions/index.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

/**
 * `audit verify`: recomputes every chain and the petitions' log; exit 1 and the place of each break when one does not
 * hold. With `--receipt CODE` it checks one supporter's line against the newest signed head instead.
 */
export const auditCommand: Command = async (args, { stdout, stderr }) => {
  if (args[0] !== 'verify') {
    stderr('usage: audit verify [--receipt CODE] [--json]\n');
    return 2;
  }
  const receiptAt = args.indexOf('--receipt');
  if (receiptAt > 0) {
    const check = await withDatabase(({ database }) => checkReceipt(database.prisma, args[receiptAt + 1] ?? ''));
    if (args.includes('--json')) stdout(`${JSON.stringify({ ok: check.type === 'included', receipt: check })}\n`);
    else stdout(`receipt: ${check.type}${'index' in check ? `, line ${check.index}` : ''}\n`);
    return check.type === 'included' ? 0 : 1;
  }
  const { journal, petitions } = await withDatabase(async ({ database }) => ({
    journal: await verifyJournal(database.prisma),
    petitions: await verifyPetitionLog(database.prisma),
  }));
  const ok = journal.breaks.length === 0 && petitions.breaks.length === 0;
  if (args.includes('--json')) stdout(`${JSON.stringify({ ok, journal, petitions })}\n`);
  else {
    stdout(`journal: ${journal.streams} chains, ${journal.entries} entries, ${journal.breaks.length} breaks\n`);
    for (const { stream, seq, problem } of journal.breaks) stdout(`  ${stream} entry ${seq}: ${problem}\n`);
    stdout(
      `petition log: ${petitions.lines} lines, ${petitions.heads} signed heads, ${petitions.breaks.length} breaks\n`,
    );
    for (const { problem, ...place } of petitions.breaks) stdout(`  ${problem} ${JSON.stringify(place)}\n`);
  }
  return ok ? 0 : 1;
};
