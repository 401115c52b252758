import type { BulkNotification, BulkOutbox, DeliveryOutcome } from '../../notifications/index.ts';

/** The database did not take the note, so nothing has left. */
export class NotWrittenDown extends Error {
  constructor(cause: unknown) {
    super('intent to send not written down', { cause });
    this.name = 'NotWrittenDown';
  }
}

interface Deps {
  readonly outbox: Pick<BulkOutbox, 'intend' | 'settle'>;
  readonly channel: string;
  readonly schedule: (run: () => void, afterMs: number) => void;
}

interface Waiting {
  resolve(): void;
  reject(error: unknown): void;
}

/** Notes are written together this often. */
const INTENTS_EVERY_MS = 10;
/** Outcomes sooner: until one is written down, the message is in doubt. */
const OUTCOMES_EVERY_MS = 3;

/** Between the note and the written outcome at once: that many at most are in doubt when a process dies. */
const MOST_UNDER_WAY = 64;

/** Writes what has come together, one write after the other. */
function createBatches<Item extends Waiting>(
  write: (items: readonly Item[]) => Promise<void>,
  plan: (run: () => void) => void,
) {
  let waiting: Item[] = [];
  let isPlanned = false;

  function planned(): void {
    if (isPlanned) return;
    isPlanned = true;
    plan(() => void run());
  }

  async function run(): Promise<void> {
    const items = waiting;
    waiting = [];
    await write(items).then(
      () => items.forEach(({ resolve }) => void resolve()),
      (error: unknown) => items.forEach(({ reject }) => void reject(error)),
    );
    isPlanned = false;
    if (waiting.length > 0) planned();
  }

  return (item: Omit<Item, keyof Waiting>): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ ...item, resolve, reject } as Item);
      planned();
    });
}

/** What is about to leave and what became of it, written down a few dozen at a time. */
export function createSendLog({ outbox, channel, schedule }: Deps) {
  let free = MOST_UNDER_WAY;
  const queue: (() => void)[] = [];
  const noteIntent = createBatches<Waiting & { readonly id: string }>(
    (items) =>
      outbox.intend(items.map(({ id }) => id)).catch((error: unknown) => {
        throw new NotWrittenDown(error);
      }),
    (run) => schedule(run, INTENTS_EVERY_MS),
  );
  const noteOutcome = createBatches<
    Waiting & { readonly notification: BulkNotification; readonly outcome: DeliveryOutcome }
  >(
    (items) => outbox.settle(items, channel),
    (run) => schedule(run, OUTCOMES_EVERY_MS),
  );
  /** Under way until the outcome is written down, or until it is clear that nothing left. */
  const underWay = new Set<string>();

  function release(id: string): void {
    if (!underWay.delete(id)) return;
    const next = queue.shift();
    if (next) next();
    else free += 1;
  }

  return {
    /** Does it once it is written down that it is done; a few dozen at a time, until their outcomes are written too. */
    async leaving<Result>(id: string, send: () => Promise<Result>): Promise<Result> {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => queue.push(resolve));
      underWay.add(id);
      try {
        await noteIntent({ id });
      } catch (error) {
        release(id);
        throw error;
      }
      return send();
    },
    /** Resolves when the outcome is written down. */
    async done(notification: BulkNotification, outcome: DeliveryOutcome): Promise<void> {
      try {
        await noteOutcome({ notification, outcome });
      } finally {
        release(notification.id);
      }
    },
  };
}
