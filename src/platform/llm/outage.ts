/** Failures in a row after which nobody is made to wait for the next one. */
const FAILURES = 3;
const REST_MS = 30_000;

/** A server that is down is left alone for half a minute: otherwise every citizen waits out the whole time limit. */
export function createOutage(stopwatch: () => number) {
  let failures = 0;
  let restsUntil = Number.NEGATIVE_INFINITY;
  return {
    rests: (): boolean => stopwatch() < restsUntil,
    note(well: boolean): void {
      failures = well ? 0 : failures + 1;
      if (failures >= FAILURES) restsUntil = stopwatch() + REST_MS;
    },
  };
}
