import { accessSync, chmodSync, constants } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// Prisma downloads its schema engine unless told where one is. Ours speaks the same protocol and comes from npm, so
// that generating and migrating work in a closed network (docs/operations/database.md).
const engine = fileURLToPath(new URL('./scripts/schema-engine.mjs', import.meta.url));
makeExecutable(engine);
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= engine;

const url = process.env.DATABASE_URL;
const shadowDatabaseUrl = process.env.SHADOW_DATABASE_URL;

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  ...(url === undefined
    ? {}
    : { datasource: { url, ...(shadowDatabaseUrl === undefined ? {} : { shadowDatabaseUrl }) } }),
});

/** Copies without file modes (archives, some shares) lose the bit; a read-only installation keeps it. */
function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}
