import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { createBotApi } from './bot-api.ts';
import { createBotApiRoutes } from './bot-api-routes.ts';
import { createCallbackQueries } from './callback-queries.ts';
import { type Cast, EMPTY_CAST, invite } from './cast.ts';
import { createDriver } from './driver.ts';
import { createInlineQueries } from './inline-queries.ts';
import { createLimits } from './limits.ts';
import { createMediaFiles } from './media-files.ts';
import { createMembership } from './membership.ts';
import { createMessenger } from './messenger.ts';
import { createChatMethods } from './methods/chats.ts';
import { createEditingMethods } from './methods/editing.ts';
import { createProfileMethods } from './methods/profile.ts';
import { createReceivingMethods } from './methods/receiving.ts';
import { createSendingMethods } from './methods/sending.ts';
import { createTopicMethods } from './methods/topics.ts';
import { type ClockControl, createPageRoutes } from './page-routes.ts';
import { createPageView } from './page-view.ts';
import { createPeopleActs } from './people-acts.ts';
import { createPolls } from './polls.ts';
import { createPopulation } from './population.ts';
import type { Person } from './state.ts';
import { createUpdates } from './updates.ts';
import { createWorld } from './world.ts';

export { Cast, readCast } from './cast.ts';
export type { SimulatedPerson } from './driver.ts';
export type { ClockControl } from './page-routes.ts';
export type { Message as SimulatedMessage } from './wire.ts';

interface Log {
  warn(facts: object, message: string): void;
}

export interface SimulatorOptions {
  /** Real time: it drives limits, expiry and timeouts. Message dates follow `clock`. */
  readonly now: () => Date;
  readonly log?: Log | undefined;
  /** Refuses parameters that the Bot API does not know; Telegram ignores them. */
  readonly strict?: boolean | undefined;
  /** Keeps the chats between starts; files lie beside it. Unset: memory only. */
  readonly stateFile?: string | undefined;
  readonly clock?: ClockControl | undefined;
  /** The zone in which the page shows times; unset: the cast's. */
  readonly timezone?: string | undefined;
  readonly cast?: Cast | undefined;
  /** Telegram's limits on sending; on unless switched off. */
  readonly limits?: boolean | undefined;
  readonly webhookRetryMs?: number | undefined;
  readonly pageFolder?: string | undefined;
}

const BUILT_PAGE = fileURLToPath(new URL('../../dist/simulator', import.meta.url));
const WEBHOOK_RETRY_MS = 1000;

/** A Telegram to talk to without Telegram: the Bot API under `/sim`, the chat page under `/try`, a driver for tests. */
export function createSimulator(options: SimulatorOptions) {
  const { now, log, stateFile, clock, cast = EMPTY_CAST } = options;
  const timezone = options.timezone ?? cast.timezone;
  const onTrouble = (error: unknown) => log?.warn({ err: error }, 'simulator failed');
  const world = createWorld({ now, stateFile, onTrouble });
  const population = createPopulation(world);
  const updates = createUpdates(world, {
    webhookRetryMs: options.webhookRetryMs ?? WEBHOOK_RETRY_MS,
    async onWebhookReply(bot, { method, ...params }) {
      const signal = new AbortController().signal;
      await api.call(bot, { method: String(method), params, uploads: new Map(), signal }).catch(onTrouble);
    },
  });
  const limits = createLimits(now);
  limits.isOn = options.limits ?? true;
  const files = createMediaFiles(world);
  const polls = createPolls(world, updates);
  const queries = createCallbackQueries(world, updates);
  const inlineQueries = createInlineQueries(world, updates);
  const membership = createMembership(world, population, updates);
  const messenger = createMessenger({ world, population, updates, limits });
  const acts = createPeopleActs({ world, population, messenger, updates, queries, polls, files, membership });
  const api = createBotApi(
    {
      ...createReceivingMethods({ updates, queries, files, inlineAnswers: inlineQueries.answer }),
      ...createSendingMethods({ world, population, messenger, files, polls }),
      ...createEditingMethods({ world, population, messenger, files, polls }),
      ...createChatMethods({ world, population, messenger, membership }),
      ...createTopicMethods({ world, population, messenger }),
      ...createProfileMethods(world),
    },
    options.strict ?? false,
  );
  invite(cast, world, population);
  updates.resume();
  const askInline = (person: Person, query: string) => inlineQueries.ask(population.defaultBot(), person, query);
  const view = createPageView(world, membership, polls, cast);

  function close(): void {
    updates.close();
    polls.stopTimers();
    world.save();
  }

  return {
    ...createDriver({ world, population, acts, askInline }),

    /** Telegram's limits may be switched off while a test floods. */
    setLimits(isOn: boolean): void {
      limits.isOn = isOn;
    },

    /** Stops polling and deliveries and writes the state file; `registerRoutes` does it when the server closes. */
    close,

    async registerRoutes(fastify: FastifyInstance): Promise<void> {
      await fastify.register(createBotApiRoutes({ world, population, api, files, onTrouble }));
      const pageFolder = options.pageFolder ?? BUILT_PAGE;
      await fastify.register(
        createPageRoutes({ world, population, acts, view, clock, timezone, pageFolder, onTrouble }),
      );
      fastify.addHook('preClose', async () => close());
    },
  };
}

export type Simulator = ReturnType<typeof createSimulator>;
