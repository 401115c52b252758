import type { Bot, Conversation } from './state.ts';
import { tooManyRequests } from './telegram-error.ts';

interface Bucket {
  tokens: number;
  at: number;
}

interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** Telegram's published limits: 30 messages a second in all, 1 a second to a chat (short bursts pass), 20 a minute to a group. */
const OVERALL: Rate = { burst: 30, perSecond: 30 };
const PRIVATE: Rate = { burst: 5, perSecond: 1 };
const GROUP: Rate = { burst: 20, perSecond: 20 / 60 };

const SWEEP_ABOVE = 20_000;

export function createLimits(now: () => Date) {
  const buckets = new Map<string, Bucket>();

  function level(key: string, rate: Rate, at: number): Bucket {
    const bucket = buckets.get(key) ?? { tokens: rate.burst, at };
    const elapsed = Math.max(0, at - bucket.at) / 1000;
    bucket.tokens = Math.min(rate.burst, bucket.tokens + elapsed * rate.perSecond);
    bucket.at = at;
    buckets.set(key, bucket);
    return bucket;
  }

  const limits = {
    isOn: true,

    /** Takes the place of `messages` messages, or refuses with the seconds to wait. */
    take(bot: Bot, conversation: Conversation, messages = 1): void {
      if (!limits.isOn) return;
      const at = now().getTime();
      if (buckets.size > SWEEP_ABOVE) buckets.clear();
      const chatRate = conversation.chat.type === 'private' ? PRIVATE : GROUP;
      const overall = level(`${bot.user.id}`, OVERALL, at);
      const chat = level(`${bot.user.id}/${conversation.key}`, chatRate, at);
      const waits = [
        (1 - overall.tokens) / OVERALL.perSecond,
        // An album may overdraw the chat's bucket, as long as the bucket is not empty.
        (1 - chat.tokens) / chatRate.perSecond,
      ];
      const wait = Math.max(...waits);
      if (wait > 0) throw tooManyRequests(Math.max(1, Math.ceil(wait)));
      overall.tokens -= messages;
      chat.tokens -= messages;
    },
  };
  return limits;
}

export type Limits = ReturnType<typeof createLimits>;
