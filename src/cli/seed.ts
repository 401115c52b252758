import { readDemoStaff, seedDemoStaff } from '../access/index.ts';
import { playDemoCases, playDemoPetitions } from '../app/demo/index.ts';
import { composeParticipation } from '../app/participation.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';
import { withServices } from './with-services.ts';

interface DemoCounts {
  readonly demoStaff: number;
  readonly demoCases: number;
  readonly demoPetitions: number;
}

const playDemo: Parameters<typeof withServices<DemoCounts>>[0] = async (
  services,
  { config, database, jurisdiction, secrets },
) => {
  const demoStaff = await seedDemoStaff(database.pool, readDemoStaff(jurisdiction.folder));
  const demoCases = await playDemoCases(services);
  const { petitions } = composeParticipation(services, {
    secret: secrets.secret,
    publicUrl: config.http.publicUrl ?? '',
  });
  const demoPetitions = await playDemoPetitions(services, petitions);
  await petitions.stop();
  return { demoStaff, demoCases, demoPetitions };
};

/** `seed [--demo]`: the jurisdiction's directory, and with `--demo` officers and cases to try; safe to repeat. */
export const seedCommand: Command = async (args, { stdout }) => {
  const demo = args.includes('--demo')
    ? await withServices(playDemo)
    : { demoStaff: 0, demoCases: 0, demoPetitions: 0 };
  const counts = await withDatabase(async ({ database }) => ({
    ...demo,
    agencies: await database.prisma.agency.count(),
    territories: await database.prisma.territory.count(),
  }));
  stdout(
    args.includes('--json')
      ? `${JSON.stringify(counts)}\n`
      : `${counts.agencies} bodies in ${counts.territories} territories${counts.demoCases > 0 ? `, ${counts.demoCases} cases and ${counts.demoPetitions} petitions to look at` : ''}\n`,
  );
  return 0;
};
