import { setTimeout as pause } from 'node:timers/promises';
import { App, LogLevel } from '@slack/bolt';
import type { FastifyInstance } from 'fastify';
import type { Announce, TellPerson } from '../officer-cards/index.ts';
import { createBoltLogger } from './bolt-logger.ts';
import { createConnectLinks } from './connect-link.ts';
import type { SlackDeps } from './deps.ts';
import { addForms } from './forms.ts';
import { createModals } from './modals.ts';
import { addPersonalViews } from './personal-views.ts';
import { clientOptions, createSlackCalls } from './slack-calls.ts';
import { createSlackDelivery } from './slack-delivery.ts';
import { createSlackFiles } from './slack-files.ts';
import { createSlackPeople } from './slack-people.ts';
import { createHttpReceiver, createSocketReceiver } from './slack-receiver.ts';
import { createSlackTurn } from './slack-turn.ts';
import { createSlackWorkspaces } from './slack-workspaces.ts';
import { addThreadReplies } from './thread-replies.ts';
import { addTicketButtons } from './ticket-buttons.ts';

export type SlackTransport =
  | { readonly mode: 'http'; readonly signingSecret: string }
  | { readonly mode: 'socket'; readonly appToken: string };

interface Options extends SlackDeps {
  readonly botToken: string;
  readonly apiUrl: string | undefined;
  readonly transport: SlackTransport;
  readonly nowMs: () => number;
  readonly timeoutMs?: number;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;

/** Slack as a place where officers work. Its silence delays cards, never cases. */
export function createSlackChannel({ botToken, apiUrl, transport, nowMs, timeoutMs, ...deps }: Options) {
  const { log, t } = deps;
  const logger = createBoltLogger(log);
  const workspaces = createSlackWorkspaces({
    ...deps,
    home: { token: botToken, signingSecret: transport.mode === 'http' ? transport.signingSecret : null },
    makeCalls: (token) => createSlackCalls({ token, apiUrl, logger, nowMs, ...(timeoutMs ? { timeoutMs } : {}) }),
    nowMs,
  });
  const http = transport.mode === 'http' ? createHttpReceiver({ workspaces, realNow: deps.realNow }) : null;
  const receiver = http
    ? http.receiver
    : createSocketReceiver({ appToken: transport.mode === 'socket' ? transport.appToken : '', apiUrl, logger });
  const app = new App({
    receiver,
    logger,
    logLevel: LogLevel.WARN,
    clientOptions: clientOptions(apiUrl, logger, timeoutMs),
    // Who we are is known: nothing is asked of Slack before an event is handled.
    authorize: async ({ teamId }) => ({ botToken: (await workspaces.ofTeam(teamId)).token }),
    ignoreSelf: false,
    convoStore: false,
  });
  app.error(async (error) => {
    log.error({ err: error }, 'slack event failed');
    throw error;
  });

  const links = createConnectLinks(deps);
  const people = createSlackPeople({ ...deps, links, workspaces });
  const turn = createSlackTurn({ deps, people });
  const modals = createModals(t);
  const delivery = createSlackDelivery({ ...deps, workspaces });
  const slackFiles = createSlackFiles({ apiUrl, files: deps.files });
  const parts = { deps, app, workspaces, people, turn, modals, slackFiles };
  addTicketButtons(parts);
  addForms(parts);
  addThreadReplies(parts);
  addPersonalViews(parts);

  const stopping = new AbortController();
  let connected: Promise<void> = Promise.resolve();

  async function connect(): Promise<void> {
    for (let waitMs = FIRST_WAIT_MS; !stopping.signal.aborted; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
      try {
        await receiver.start();
        return;
      } catch (error) {
        log.warn({ err: error }, 'slack not reachable yet');
        await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  return {
    deliver: delivery.deliver,
    /** In their own messages; the id is `<team>:<user>`. */
    tell: (async (externalId, text, uncertain) => {
      const at = externalId.indexOf(':');
      const { calls } = await workspaces.ofTeam(externalId.slice(0, at));
      return delivery.announce(calls, externalId.slice(at + 1), text, uncertain);
    }) satisfies TellPerson,
    links,
    registerRoutes: async (server: FastifyInstance): Promise<void> => http?.registerRoutes(server),
    /** Opens the socket in Socket Mode, in the background: the product starts whether Slack is there or not. */
    start(): void {
      connected = connect();
    },
    /** Resolves when the socket is open. */
    connected: (): Promise<void> => connected,
    async stop(): Promise<void> {
      stopping.abort();
      await receiver.stop();
    },

    announce: (async (channel, text) => {
      const { calls } = await workspaces.ofChannel(channel);
      return delivery.announce(calls, channel.place, text, false);
    }) satisfies Announce,
  };
}
export type SlackChannel = ReturnType<typeof createSlackChannel>;
