import { readDemoStaff, seedDemoStaff } from '../access/index.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

/** `seed [--demo]`: the jurisdiction's directory, and with `--demo` officers and cases to try; safe to repeat. */
export const seedCommand: Command = async (args, { stdout }) => {
  const counts = await withDatabase(async ({ database, jurisdiction }) => ({
    demoStaff: args.includes('--demo') ? await seedDemoStaff(database.pool, readDemoStaff(jurisdiction.folder)) : 0,
    agencies: await database.prisma.agency.count(),
    territories: await database.prisma.territory.count(),
  }));
  stdout(
    args.includes('--json')
      ? `${JSON.stringify(counts)}\n`
      : `${counts.agencies} bodies in ${counts.territories} territories\n`,
  );
  return 0;
};
