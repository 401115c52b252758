import { compose } from '../app/compose.ts';
import { createOwnData } from '../app/own-data.ts';
import { readSecrets } from '../app/secrets.ts';
import { CitizenId } from '../kernel/ids.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

/** `erase citizen ID`: lawful erasure; repeating it changes nothing. */
export const eraseCommand: Command = async ([what, written, ...rest], { stdout, stderr }) => {
  const id = CitizenId.safeParse(written);
  if (what !== 'citizen' || !id.success) {
    stderr('usage: erase citizen ID [--json]\n');
    return 2;
  }
  return withDatabase(async ({ config, log, jurisdiction, database }) => {
    const { dataDir } = config.storage;
    const services = await compose({
      database,
      log,
      secrets: readSecrets(config.secrets, dataDir),
      jurisdiction,
      timezone: config.product.timezone,
      dataDir,
      models: config.models,
      onTold: () => undefined,
    });
    const { type } = await services.uow.run(`erase:${id.data}`, (tx) =>
      createOwnData(services).eraseCitizen(tx, id.data),
    );
    stdout(
      rest.includes('--json')
        ? `${JSON.stringify({ erased: id.data, repeated: type === 'repeated' })}\n`
        : `erased ${id.data}\n`,
    );
    return 0;
  });
};
