import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Secrets = z.object({ secret: z.string().min(32), dataKeys: z.string() });
export type Secrets = z.infer<typeof Secrets>;

/** Secrets from the configuration; in simulator mode they are made once and kept beside the data they protect. */
export function readSecrets(
  given: { secret: string | undefined; dataKeys: string | undefined },
  dataDir: string,
): Secrets {
  if (given.secret && given.dataKeys) return { secret: given.secret, dataKeys: given.dataKeys };
  const file = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true });
  try {
    return { ...Secrets.parse(JSON.parse(readFileSync(file, 'utf8'))), ...defined(given) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const made = {
    secret: randomBytes(32).toString('base64url'),
    dataKeys: `first:${randomBytes(32).toString('base64')}`,
  };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return { ...made, ...defined(given) };
}

const defined = (given: { secret: string | undefined; dataKeys: string | undefined }): Partial<Secrets> => ({
  ...(given.secret ? { secret: given.secret } : {}),
  ...(given.dataKeys ? { dataKeys: given.dataKeys } : {}),
});
