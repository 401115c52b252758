import type { Services } from './compose.ts';

/** Closes what was answered a month ago and about which the citizen said nothing; each case in its own transaction. */
export function createSilenceWatch({ shaping, clock, uow, log }: Pick<Services, 'shaping' | 'clock' | 'uow' | 'log'>) {
  return async function round(): Promise<void> {
    for (const appealId of await shaping.silent(await clock.now())) {
      try {
        await uow.run(`silence:${appealId}:${(await clock.now()).toISOString().slice(0, 10)}`, async (tx) => {
          await shaping.closeSilent(tx, appealId);
          return null;
        });
      } catch (error) {
        log.warn({ err: error, appealId }, 'silent case not closed');
      }
    }
  };
}
