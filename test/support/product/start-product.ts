import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../../../src/app/start.ts';
import { parseConfig } from '../../../src/platform/config/config.ts';
import { createLog } from '../../../src/platform/log/log.ts';
import { createTestDatabase } from '../database/test-database.ts';

/** The whole product in simulator mode on a database of its own. `restart` keeps the data, as a deploy does. */
export async function startProduct(overrides: Readonly<Record<string, string>> = {}) {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'dauys-product-'));
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => lines.push(line) });
  const config = parseConfig({
    PORT: '0',
    DATABASE_URL: database.url,
    DAUYS_DATA_DIR: dataDir,
    DAUYS_SIMULATOR_LIMITS: 'false',
    TELEGRAM_SEND_RATE: '1000',
    ...overrides,
  });

  const boot = async () => {
    const running = await start(config, log);
    if (!running.simulator) throw new Error('the product runs without its simulator');
    await running.intake;
    return { ...running, simulator: running.simulator };
  };
  let running = await boot();

  return {
    get services() {
      return running.services;
    },
    get simulator() {
      return running.simulator;
    },
    get publicUrl() {
      return running.publicUrl;
    },
    get parts() {
      return running;
    },
    /** Lines of the log, for what must never be in it. */
    logLines: lines,
    async restart(): Promise<void> {
      await running.stop();
      running = await boot();
    },
    async stop(): Promise<void> {
      await running.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type Product = Awaited<ReturnType<typeof startProduct>>;
