interface Deps {
  readonly work: () => Promise<unknown>;
  /** Runs something a moment later. */
  readonly schedule: (run: () => void) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Works soon after it was asked for, not at once: those who ask meanwhile share the round, so that a viral petition costs
 * a few transactions a second.
 */
export function createTrigger({ work, schedule, onError }: Deps) {
  let isWaiting = false;
  let isStopped = false;
  let round: Promise<unknown> = Promise.resolve();
  return {
    wake(): void {
      if (isWaiting || isStopped) return;
      isWaiting = true;
      schedule(() => {
        isWaiting = false;
        if (!isStopped) round = Promise.all([round, work().catch(onError)]);
      });
    },
    /** Resolves when nothing is under way any more; what was still asked for waits for the next start. */
    async stop(): Promise<void> {
      isStopped = true;
      await round;
    },
  };
}
