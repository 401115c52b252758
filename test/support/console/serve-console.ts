import type { AddressInfo } from 'node:net';
import { startConsole } from './start-console.ts';

/** The console on a real port, with a few cases as a body would have them. */
export async function serveConsole() {
  const console = await startConsole();
  await console.http.listen({ port: 0, host: '127.0.0.1' });
  const { port } = console.http.server.address() as AddressInfo;
  return { ...console, url: `http://127.0.0.1:${port}` };
}
