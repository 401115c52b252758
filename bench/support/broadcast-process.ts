import { createBulkDelivery } from '../../src/channels/telegram/bulk-delivery.ts';
import { surveyRenderers } from '../../src/channels/telegram/features/surveys/survey-news.ts';
import { createBulkOutbox, createDispatcher } from '../../src/notifications/index.ts';
import {
  createRateLimiter,
  createTelegramApi,
  createTelegramSender,
} from '../../src/platform/telegram-transport/index.ts';
import { loadTexts } from '../../src/platform/texts/texts.ts';
import { surveysOnADatabase } from '../../test/builders/surveys-on-a-database.ts';

// Plays the product's worker and bot for the broadcast benchmark: lists → outbox → Telegram, and the ordinary outbox
// beside it. Killed without warning by its parent; tells its CPU time and memory twice a second.
const [databaseUrl = '', apiRoot = '', rateText = '30', speedText = '1'] = process.argv.slice(2);
const rate = Number(rateText);
/** The clock of the sending limits runs so many times faster: nine hours at 30 a second pass in eighteen minutes. */
const speed = Number(speedText);
const perSecond = rate * speed;
const on = surveysOnADatabase(
  databaseUrl,
  { batch: Math.max(100, perSecond), window: Math.max(200, perSecond * 4) },
  8,
);
const { t } = loadTexts();
const api = createTelegramApi({ token: '1:bench', apiRoot });
const limiter = createRateLimiter({
  rate,
  // The clock of the limits runs faster, the machine does not: what makes it late takes as long as ever.
  latenessMs: 200 * speed,
  nowMs: () => performance.now() * speed,
  schedule: (run, ms) => void setTimeout(run, ms / speed),
});
let tooMany = 0;
const sender = createTelegramSender({
  limiter,
  onTooMany: () => {
    tooMany += 1;
  },
});
const words = {
  t,
  surveys: on.surveys,
  names: { agency: () => 'Акимат', day: (day: string) => day },
  agencyOf: async () => 'bench.city',
  publicUrl: 'https://bench.test',
  timezone: 'Asia/Almaty',
};
const bulk = createBulkDelivery({
  api,
  sender,
  outbox: createBulkOutbox(on.database.prisma),
  lane: 'surveys',
  renderers: surveyRenderers(words),
  markUnreachable: async () => undefined,
  nowMs: () => performance.now(),
  schedule: (run, ms) => void setTimeout(run, ms),
  batch: Math.max(60, Math.min(500, perSecond)),
});
const dispatcher = createDispatcher({
  notifications: {
    ...on.notifications,
    claim: (limit, only) => on.notifications.claim(limit, only, ['conversation', 'official', 'petitions']),
  },
  onError: () => undefined,
  deliver: async ({ recipient }) => {
    const [account] = await on.rows<{ external_id: string }>(
      'select external_id from citizen_accounts where citizen_id = $1',
      recipient.id,
    );
    const outcome = await sender.call(account?.external_id ?? '', 1, 'sendMessage', () =>
      api.sendMessage(account?.external_id ?? '', 'deadline notice'),
    );
    return outcome.type === 'ok'
      ? { type: 'delivered', channel: 'telegram' }
      : { type: 'later', afterMs: 1_000, problem: outcome.type };
  },
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const forever = async (round: () => Promise<number>, idleMs: number): Promise<never> => {
  for (;;) if ((await round()) === 0) await pause(idleMs);
};
/** What is really held, without what the collector has not fetched yet: looked for after ten seconds, then each minute. */
let heldMb: number | null = null;
const lookForHeld = (): void => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  heldMb = (heapUsed + external) / 1_048_576;
};
setTimeout(lookForHeld, 10_000);
setInterval(lookForHeld, 60_000);
setInterval(() => {
  const { user, system } = process.cpuUsage();
  const told = { cpuMs: (user + system) / 1_000, rssMb: process.memoryUsage().rss / 1_048_576, tooMany };
  process.stdout.write(`${JSON.stringify({ ...told, heldMb })}\n`);
}, 500);
process.stdin.on('end', () => process.exit(0)).resume();
await Promise.all([
  forever(() => on.surveys.fielding.tick(), 100),
  forever(bulk.round, 50),
  forever(bulk.round, 50),
  forever(() => dispatcher.sweep(20), 250),
]);
