import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type BotCall, startTelegramStub } from './telegram-stub.ts';

/**
 * The stub in a process of its own, so that it answers as fast as it can however busy the process is that makes the
 * load. Calls are told a little later; `at` is when they came, in milliseconds of the wall clock.
 */
export async function forkTelegramStub(onCall: (call: BotCall) => void) {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), { execArgv: [] });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('message', (ready) => resolve((ready as { url: string }).url));
  });
  child.on('message', (call) => onCall(call as BotCall));
  return { url, close: async (): Promise<void> => void child.kill() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startTelegramStub((call) => process.send?.({ ...call, at: performance.timeOrigin + call.at }));
  process.once('disconnect', () => process.exit());
  process.send?.({ url });
}
