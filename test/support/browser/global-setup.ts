import { unpackChromium } from './chromium.ts';

/** Before the first test, so that no test pays for it and none meets a half-written program. */
export async function setup(): Promise<void> {
  await unpackChromium();
}
