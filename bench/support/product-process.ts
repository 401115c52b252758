import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

export const WEBHOOK_SECRET = 'bench-webhook-secret-0001';

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** The whole product as a process of its own, against a stubbed Telegram in webhook mode. */
export async function startProductProcess({
  dataDir,
  apiRoot,
  port,
  databaseUrl,
}: {
  dataDir: string;
  apiRoot: string;
  port: number;
  databaseUrl?: string;
}) {
  const child = spawn(process.execPath, [...(process.env['PRODUCT_NODE_FLAGS']?.split(' ') ?? []), 'src/main.ts'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DAUYS_DATA_DIR: dataDir,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      TELEGRAM_BOT_TOKEN: '1:bench',
      TELEGRAM_API_ROOT: apiRoot,
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram/webhook`,
      TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
      TELEGRAM_SEND_RATE: '1000',
      DAUYS_SECRET: 'demonstration-secret-of-the-benchmark-only',
      DAUYS_DATA_KEYS: `bench:${Buffer.alloc(32, 9).toString('base64')}`,
      LOG_LEVEL: 'error',
      DAUYS_DEMO: 'false',
    },
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  await ready(child, port, () => errors);
  return {
    child,
    pid: child.pid ?? 0,
    /** User and system time used so far, in milliseconds (proc(5), clock ticks of 10 ms). */
    cpuMs: () => cpuMsOf(child.pid ?? 0),
    async stop(): Promise<void> {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
export type ProductProcess = Awaited<ReturnType<typeof startProductProcess>>;

async function ready(child: ChildProcess, port: number, errors: () => string): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}: ${errors().slice(-2_000)}`);
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the product was not ready in a minute: ${errors().slice(-2_000)}`);
}

export function cpuMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
