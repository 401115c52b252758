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

/** Notes are written together this often: what is in doubt after a crash is what left in that time and not more. */
const EVERY_MS = 10;

/** Between the note and Telegram's reply at once: that many at most are in doubt when a process dies. */
const MOST_UNDER_WAY = 64;

/** What is about to leave and what became of it, written down a few dozen at a time. */
export function createSendLog({ outbox, channel, schedule }: Deps) {
  let leaving: (Waiting & { readonly id: string })[] = [];
  let done: (Waiting & { readonly notification: BulkNotification; readonly outcome: DeliveryOutcome })[] = [];
  let isPlanned = false;
  let free = MOST_UNDER_WAY;
  const queue: (() => void)[] = [];

  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    schedule(() => void write(), EVERY_MS);
  }

  async function write(): Promise<void> {
    const [going, gone] = [leaving, done];
    leaving = [];
    done = [];
    await Promise.all([
      going.length > 0 &&
        outbox.intend(going.map(({ id }) => id)).then(
          () => going.forEach(({ resolve }) => void resolve()),
          (error: unknown) => going.forEach(({ reject }) => void reject(new NotWrittenDown(error))),
        ),
      gone.length > 0 &&
        outbox.settle(gone, channel).then(
          () => gone.forEach(({ resolve }) => void resolve()),
          (error: unknown) => gone.forEach(({ reject }) => void reject(error)),
        ),
    ]);
    isPlanned = false;
    if (leaving.length > 0 || done.length > 0) plan();
  }

  return {
    /** Does it once it is written down that it is done; a few dozen at a time. */
    async leaving<Result>(id: string, send: () => Promise<Result>): Promise<Result> {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        await new Promise<void>((resolve, reject) => {
          leaving.push({ id, resolve, reject });
          plan();
        });
        return await send();
      } finally {
        const next = queue.shift();
        if (next) next();
        else free += 1;
      }
    },
    /** Resolves when the outcome is written down. */
    done: (notification: BulkNotification, outcome: DeliveryOutcome): Promise<void> =>
      new Promise((resolve, reject) => {
        done.push({ notification, outcome, resolve, reject });
        plan();
      }),
  };
}
