/** Lets so many pieces of work run side by side; the others wait in the order in which they came. */
export function createTurnstile(most: number) {
  const waiting: (() => void)[] = [];
  let inside = 0;

  return {
    free: (): number => most - inside,
    async pass<Result>(work: () => Promise<Result>): Promise<Result> {
      if (inside >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      else inside += 1;
      try {
        return await work();
      } finally {
        // The place goes straight to the next, so that nobody slips in between.
        const next = waiting.shift();
        if (next) next();
        else inside -= 1;
      }
    },
  };
}
export type Turnstile = ReturnType<typeof createTurnstile>;
