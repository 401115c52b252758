/** A repeatable lot: the same seed draws the same numbers on every machine, whatever else is drawn. */
export function createLot(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(seed)) state = Math.imul(state ^ byte, 0x01000193);
  return () => {
    // splitmix32
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
}

/** Fisher–Yates; items for which `stays` is true keep their place. */
export function shuffled<Item>(
  items: readonly Item[],
  lot: () => number,
  stays: (item: Item) => boolean = () => false,
): Item[] {
  const moving = items.filter((item) => !stays(item));
  for (let index = moving.length - 1; index > 0; index -= 1) {
    const other = Math.floor(lot() * (index + 1));
    const held = moving[index] as Item;
    moving[index] = moving[other] as Item;
    moving[other] = held;
  }
  const next = moving[Symbol.iterator]();
  return items.map((item) => (stays(item) ? item : (next.next().value as Item)));
}
