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
  readonly nowMs: () => number;
  readonly schedule: (run: () => void, afterMs: number) => void;
}

/** Buckets that are full again say nothing: looked for once a second at most. */
const SWEEP_EVERY_MS = 1_000;

/**
 * Token bucket for one bot token with a bucket per chat. A survey never delays an answer: when both wait, the lower
 * lane number goes first.
 */
export function createRateLimiter({ rate: whole, perChatRate = 1, perChatBurst = 20, nowMs, schedule }: Options) {
  const queue: Waiting[] = [];
  const chats = new Map<string, { tokens: number; at: number }>();
  let rate = whole;
  let burst = Math.max(1, rate / 5);
  let tokens = burst;
  let filledAt = nowMs();
  let pausedUntil = 0;
  let order = 0;
  let sweptAt = filledAt;
  let timer = false;

  function refill(now: number): void {
    tokens = Math.min(burst, tokens + ((now - filledAt) / 1_000) * rate);
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
    },
    /** So much of the token's rate is this process's: several share one token. */
    setShare(part: number): void {
      refill(nowMs());
      // Nothing would never be asked again: a process without a share waits for one.
      rate = Math.max(whole * part, 0.1);
      burst = Math.max(1, rate / 5);
      tokens = Math.min(tokens, burst);
    },
    waiting: () => queue.length,
  };
}
export type RateLimiter = ReturnType<typeof createRateLimiter>;
