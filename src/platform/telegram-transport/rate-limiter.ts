/** Waiting callers, most urgent lane first, then first come first served. */
interface Waiting {
  readonly lane: number;
  readonly order: number;
  readonly chat: string;
  readonly go: () => void;
}

interface Options {
  /** Messages a second for the whole token. */
  readonly rate: number;
  /** Telegram's published limit for one chat is about one message a second; short bursts pass. */
  readonly perChatRate?: number;
  readonly perChatBurst?: number;
  /** So late the process may be without the pace suffering: the bucket holds what would have left in that time. */
  readonly latenessMs?: number;
  readonly nowMs: () => number;
  readonly schedule: (run: () => void, afterMs: number) => void;
}

/** Buckets that are full again say nothing: looked for once a second at most. */
const SWEEP_EVERY_MS = 1_000;
/** What a busy machine did not send although people waited is made up for by a fifth more, for so many buckets' worth. */
const MAKE_UP = 0.2;
const MOST_OWED = 25;

/**
 * Token bucket for one bot token with a bucket per chat. A survey never delays an answer: when both wait, the lower
 * lane number goes first.
 */
export function createRateLimiter({
  rate: whole,
  perChatRate = 1,
  perChatBurst = 20,
  latenessMs = 200,
  nowMs,
  schedule,
}: Options) {
  const bucketOf = (perSecond: number): number => Math.max(1, (perSecond * latenessMs) / 1_000);
  const queue: Waiting[] = [];
  const chats = new Map<string, { tokens: number; at: number }>();
  let rate = whole;
  let burst = bucketOf(rate);
  let tokens = burst;
  let filledAt = nowMs();
  /** Tokens that ran over while somebody waited, because this process was late. */
  let owed = 0;
  let pausedUntil = 0;
  let order = 0;
  let sweptAt = filledAt;
  let timer = false;

  function refill(now: number): void {
    const gained = (Math.max(0, now - filledAt) / 1_000) * rate;
    const extra = Math.min(owed, gained * MAKE_UP);
    const over = tokens + gained + extra - burst;
    owed -= extra;
    // Whoever was told to wait is owed nothing for it.
    if (over > 0 && queue.length > 0 && filledAt >= pausedUntil) owed = Math.min(owed + over, burst * MOST_OWED);
    tokens = Math.min(burst, tokens + gained + extra);
    filledAt = now;
  }

  function chatBucket(chat: string, now: number) {
    const known = chats.get(chat);
    const bucket = {
      tokens: known ? Math.min(perChatBurst, known.tokens + ((now - known.at) / 1_000) * perChatRate) : perChatBurst,
      at: now,
    };
    chats.set(chat, bucket);
    return bucket;
  }

  function pump(): void {
    timer = false;
    const now = nowMs();
    refill(now);
    if (now < pausedUntil) {
      again(pausedUntil - now);
      return;
    }
    let soonest = Number.POSITIVE_INFINITY;
    for (let index = 0; index < queue.length && tokens >= 1; ) {
      const waiting = queue[index];
      if (!waiting) break;
      const bucket = chatBucket(waiting.chat, now);
      if (bucket.tokens < 1) {
        soonest = Math.min(soonest, ((1 - bucket.tokens) / perChatRate) * 1_000);
        index += 1;
        continue;
      }
      bucket.tokens -= 1;
      tokens -= 1;
      queue.splice(index, 1);
      waiting.go();
    }
    if (queue.length > 0) again(tokens < 1 ? ((1 - tokens) / rate) * 1_000 : soonest);
    if (chats.size > 1_000 && now - sweptAt > SWEEP_EVERY_MS) {
      sweptAt = now;
      const full = (perChatBurst / perChatRate) * 1_000;
      for (const [chat, { at }] of chats) if (now - at > full) chats.delete(chat);
    }
  }

  function again(afterMs: number): void {
    if (timer) return;
    timer = true;
    schedule(pump, Math.max(1, Math.ceil(afterMs)));
  }

  return {
    /** Resolves when a message to this chat may leave. */
    acquire(chat: string, lane: number): Promise<void> {
      return new Promise((resolve) => {
        const waiting: Waiting = { lane, order: order++, chat, go: resolve };
        const at = queue.findLastIndex((other) => other.lane <= lane);
        queue.splice(at + 1, 0, waiting);
        if (!timer) pump();
      });
    },
    /** Telegram said 429: nothing leaves until then. */
    pause(ms: number): void {
      pausedUntil = Math.max(pausedUntil, nowMs() + ms);
      owed = 0;
    },
    /** So much of the token's rate is this process's: several share one token. */
    setShare(part: number): void {
      refill(nowMs());
      // Nothing would never be asked again: a process without a share waits for one.
      rate = Math.max(whole * part, 0.1);
      burst = bucketOf(rate);
      owed = 0;
      tokens = Math.min(tokens, burst);
    },
    waiting: () => queue.length,
  };
}
export type RateLimiter = ReturnType<typeof createRateLimiter>;
