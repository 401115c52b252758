/** Shows a thing that grows in one message: never two edits at once, none sooner than the pause allows, the newest only. */
export function createPacedEdits<Item>({
  edit,
  pause,
}: {
  readonly edit: (item: Item) => Promise<void>;
  /** Between two edits of one message. */
  readonly pause: () => Promise<void>;
}) {
  let [waiting, isOver]: [Item | null, boolean] = [null, false];
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    while (waiting !== null && !isOver) {
      const item = waiting;
      waiting = null;
      await edit(item);
      await pause();
    }
    running = null;
  }

  return {
    offer(item: Item): void {
      if (isOver) return;
      waiting = item;
      running ??= run();
    },
    /** The last word: whatever else waited is dropped. */
    async finish(item: Item): Promise<void> {
      isOver = true;
      await running;
      await edit(item);
    },
  };
}
