import { compose, type Services } from '../app/compose.ts';
import { readSecrets } from '../app/secrets.ts';
import { type Opened, withDatabase } from './with-database.ts';

/** Runs a command on the services of the configured product; what it tells leaves with the product's next sweep. */
export function withServices<Result>(
  work: (services: Services, opened: Opened & { secrets: ReturnType<typeof readSecrets> }) => Promise<Result>,
): Promise<Result> {
  return withDatabase(async (opened) => {
    const { config, log, jurisdiction, database } = opened;
    const { dataDir } = config.storage;
    const secrets = readSecrets(config.secrets, dataDir);
    const services = await compose({
      database,
      log,
      secrets,
      jurisdiction,
      timezone: config.product.timezone,
      dataDir,
      models: config.models,
      onTold: () => undefined,
    });
    return work(services, { ...opened, secrets });
  });
}
