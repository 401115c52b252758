import { setTimeout as pause } from 'node:timers/promises';
import type { Api, Composer } from 'grammy';
import type { Poll, Update, UserFromGetMe } from 'grammy/types';
import type { FileRef } from '../appeals/index.ts';
import {
  type BotContext,
  createBot,
  createBulkDelivery,
  createCardsRepository,
  createCaseCard,
  createCitizenNews,
  createEffectRunner,
  createIntake,
  createLongPolling,
  createTelegramDelivery,
  createTogether,
  createUpdatesRepository,
  foreseeTurn,
  publishCommands,
  type TelegramDeps,
  type TogetherHandler,
  type WayToAddressee,
} from '../channels/telegram/index.ts';
import type { AgencyCode } from '../kernel/ids.ts';
import { Language } from '../kernel/language.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { createBulkOutbox, type Notification } from '../notifications/index.ts';
import {
  createNotedSends,
  createRateLimiter,
  createTelegramApi,
  createTelegramSender,
} from '../platform/telegram-transport/index.ts';
import type { ChatShares } from './chat-shares.ts';
import type { Services } from './compose.ts';
import { createReachability } from './reachability.ts';
import { telegramDeps } from './telegram-deps.ts';
import { fetchTelegramFile } from './telegram-files.ts';

/** The clock moves forward by itself in between; only the simulator's jumps are seen this much later. */
const CLOCK_FRESH_MS = 500;

interface Options {
  readonly token: string;
  readonly apiRoot: string;
  readonly sendRate: number;
  /** Messages a second for one chat; Telegram's published limit unless the other side has none. */
  readonly perChatRate?: number;
  readonly publicUrl: string;
  /** Which chats are this process's. */
  readonly shares?: ChatShares;
  /** Other domains in the chat: what they do, and how their notifications are worded. */
  readonly onPoll?: (tx: Tx, poll: Poll) => Promise<unknown>;
  /** What features will surely ask for: it leaves together with the opening of the transaction. */
  readonly foresee?: (tx: Tx, update: Update) => void;
  readonly features?: (deps: TelegramDeps) => readonly Composer<BotContext>[];
  /** `@bot words` in other chats. */
  readonly inline?: (api: Api) => Composer<BotContext>;
  readonly renderers?: Parameters<typeof createTelegramDelivery>[0]['renderers'];
  /** What very many people may send at once. */
  readonly together?: (channel: {
    readonly botUsername: string;
    readonly runEffects: ReturnType<typeof createEffectRunner>;
  }) => TogetherHandler;
}

/** Builds the Telegram channel on the services; `start` it once Telegram can be reached. */
export function createTelegramChannel(
  services: Services,
  {
    token,
    apiRoot,
    sendRate,
    perChatRate = 1,
    publicUrl,
    features = () => [],
    inline,
    onPoll,
    foresee,
    renderers = new Map(),
    together,
    shares,
  }: Options,
) {
  const { log, t, uow, clock, names, register, clocks, casesView, citizensRepository, files } = services;
  const api = createTelegramApi({ token, apiRoot });
  const limiter = createRateLimiter({
    rate: sendRate,
    perChatRate,
    nowMs: () => performance.now(),
    schedule: (run, ms) => void setTimeout(run, ms),
  });
  const sender = createTelegramSender({ limiter, onTooMany: () => log.warn({}, 'telegram asked for a pause') });
  const updates = createUpdatesRepository(services.database);
  const cards = createCardsRepository(services.db);

  const wayTo = (code: string): WayToAddressee => {
    const agency = register.agency(code as AgencyCode);
    if (agency?.connection !== 'none') return 'here';
    return agency.sector === 'provider' ? 'directly' : 'state_portal';
  };
  const caseCard = createCaseCard({
    t,
    names,
    wayTo,
    promise: ({ agencyCode, procedure, topicId }) => clocks.preview({ agencyCode, procedure, topicId }, latestNow()),
  });

  // Cards are drawn synchronously; the clock is read often enough for a date that changes once a day.
  let knownNow = { at: new Date(0), readMs: Number.NEGATIVE_INFINITY };
  const latestNow = (): Date => new Date(knownNow.at.getTime() + Math.max(0, performance.now() - knownNow.readMs));
  const readClock = async (): Promise<void> => {
    if (performance.now() - knownNow.readMs < CLOCK_FRESH_MS) return;
    knownNow = { at: await clock.now(), readMs: performance.now() };
  };

  let knownName = 'bot';
  const deps = telegramDeps(services, {
    cards,
    caseCard,
    wayTo,
    publicUrl,
    botLink: (payload) => `https://t.me/${knownName}?start=${payload}`,
  });
  const { markUnreachable, onReachable } = createReachability(services);

  const notedSends = createNotedSends({ apiRoot, token, databaseUrl: services.database.url });
  const delivery = createTelegramDelivery({
    api,
    sender,
    notedSends,
    cards,
    casesView,
    caseCard,
    names,
    t,
    readFile: async (file) => (file.contentHash ? files.get(file.contentHash) : null),
    citizens: citizensRepository,
    markUnreachable,
    renderers: new Map([...createCitizenNews(t), ...renderers]),
  });
  const bulk = createBulkDelivery({
    api,
    sender,
    outbox: createBulkOutbox(services.db),
    lane: 'surveys',
    renderers,
    markUnreachable,
    nowMs: () => performance.now(),
    schedule: (run, ms) => void setTimeout(run, ms),
    batch: Math.max(20, Math.ceil(sendRate * 2)),
    ...(shares ? { parts: shares.parts } : {}),
  });
  const runEffects = createEffectRunner({ api, sender, t, log });

  function build(botInfo: UserFromGetMe) {
    const bot = createBot({
      ...deps,
      token,
      botInfo,
      features: features(deps),
      ...(inline ? { inline: inline(api) } : {}),
      ask: services.ask,
      formatDay: (language, on) => names.day(on, language),
      groups: null,
      runEffects,
      onReachable,
    });
    const handler = together?.({ botUsername: botInfo.username, runEffects });
    return createIntake({
      uow,
      updates,
      log,
      ...(shares ? { shares } : {}),
      ...(handler ? { together: createTogether({ uow, updates, handler, log }) } : {}),
      handle: async (tx, update) => {
        // Counts of a native poll come without a chat.
        if (update.poll && onPoll) await onPoll(tx, update.poll);
        else if (!(await offer(tx, update))) await bot.handle(tx, update);
      },
      foresee: (tx, chatId, update) => {
        foreseeTurn(services, tx, chatId, update);
        if (update) foresee?.(tx, update);
      },
      apologise: async ({ chatKey }, code) => {
        const chatId = Number(chatKey.replace(/^chat:/, ''));
        if (chatId > 0) await sender.call(chatId, 0, 'sendMessage', () => api.sendMessage(chatId, apology(code)));
      },
      schedule: (run, ms) => void setTimeout(run, ms),
    });
  }

  /** The citizen's language may be what failed to load: the apology comes in all. */
  const apology = (code: string): string =>
    Language.options.map((language) => t(language, 'apology', { code })).join('\n\n');

  /** Says whether the update was for the staff; citizens' handlers see the rest. */
  let offer: (tx: Tx, update: Update) => Promise<boolean> = async () => false;

  return {
    api,
    offerFirst: (handler: typeof offer): void => {
      offer = handler;
    },
    updates,
    readClock,
    /** One round of messages to very many people; more are waiting while it is not zero. */
    sendBulk: () => bulk.round(),
    limiter,
    close: notedSends.close,
    deliver: async (notification: Notification) => {
      await readClock();
      return delivery.deliver(notification);
    },
    /** Asks Telegram who we are until it answers; nothing else waits for it. */
    async connect(signal: AbortSignal): Promise<ReturnType<typeof build>> {
      for (let wait = 500; ; wait = Math.min(30_000, wait * 2)) {
        try {
          const me = await api.getMe();
          knownName = me.username;
          void publishCommands(api, t).catch((error: unknown) => log.warn({ err: error }, 'commands not published'));
          return build(me);
        } catch (error) {
          log.warn({ err: error }, 'telegram not reachable yet');
          await pause(wait, undefined, { signal });
        }
      }
    },
    poll: (intake: Pick<ReturnType<typeof build>, 'accept'>, isMine: () => boolean) =>
      createLongPolling({
        api,
        intake,
        isMine,
        log,
        pause: async (ms, signal) => void (await pause(ms, undefined, { signal }).catch(() => undefined)),
      }),
    /** Fetches what citizens sent from Telegram into our own store. */
    fetchFile: (file: FileRef) => fetchTelegramFile(api, { token, apiRoot }, file),
  };
}
export type TelegramChannel = ReturnType<typeof createTelegramChannel>;
