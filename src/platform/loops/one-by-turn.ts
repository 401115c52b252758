/**
 * Lets one waiting piece of work go on with each turn of the event loop: what arrives from the network meanwhile is
 * heard in between, however much there is to compute.
 */
export function createOneByTurn() {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return (): Promise<void> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
}
