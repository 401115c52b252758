import { readDemoStaff, seedDemoStaff } from '../access/index.ts';
import { compose } from '../app/compose.ts';
import { playDemoCases, playDemoPetitions } from '../app/demo/index.ts';
import { composeParticipation } from '../app/participation.ts';
import { readSecrets } from '../app/secrets.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

/** `seed [--demo]`: the jurisdiction's directory, and with `--demo` officers and cases to try; safe to repeat. */
export const seedCommand: Command = async (args, { stdout }) => {
  const counts = await withDatabase(async ({ config, log, database, jurisdiction }) => {
    const demo = { demoStaff: 0, demoCases: 0, demoPetitions: 0 };
    if (args.includes('--demo')) {
      const { dataDir } = config.storage;
      demo.demoStaff = await seedDemoStaff(database.pool, readDemoStaff(jurisdiction.folder));
      const secrets = readSecrets(config.secrets, dataDir);
      const services = await compose({
        database,
        log,
        secrets,
        jurisdiction,
        timezone: config.product.timezone,
        dataDir,
        onTold: () => undefined,
      });
      demo.demoCases = await playDemoCases(services);
      const { petitions } = composeParticipation(services, {
        secret: secrets.secret,
        publicUrl: config.http.publicUrl ?? '',
      });
      demo.demoPetitions = await playDemoPetitions(services, petitions);
    }
    return {
      ...demo,
      agencies: await database.prisma.agency.count(),
      territories: await database.prisma.territory.count(),
    };
  });
  stdout(
    args.includes('--json')
      ? `${JSON.stringify(counts)}\n`
      : `${counts.agencies} bodies in ${counts.territories} territories${counts.demoCases > 0 ? `, ${counts.demoCases} cases and ${counts.demoPetitions} petitions to look at` : ''}\n`,
  );
  return 0;
};
