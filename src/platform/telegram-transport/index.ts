export { createNotedSends, type Note, type NotedSends } from './noted-sends.ts';
export { createRateLimiter, type RateLimiter } from './rate-limiter.ts';
export { createTelegramApi, createTelegramSender, type TelegramOutcome, type TelegramSender } from './telegram-api.ts';
