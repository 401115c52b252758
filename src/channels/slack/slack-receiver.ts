import { createHmac, timingSafeEqual } from 'node:crypto';
import { type App, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import type { FastifyInstance } from 'fastify';
import type { BoltLogger } from './bolt-logger.ts';
import { clientOptions } from './slack-calls.ts';
import type { SlackWorkspaces } from './slack-workspaces.ts';

/** Slack's own rule: older requests are replays. */
const MAX_AGE_SECONDS = 300;
/** Slack gives up after three seconds and shows an error; the work goes on and the card shows its result. */
const ANSWER_WITHIN_MS = 2_500;

type Reply = { type: 'acked'; body: unknown } | { type: 'silent' };

/**
 * Says "received" only after the work is done, so that a crash in between makes Slack deliver again; doubles are
 * sorted out by their ids.
 */
async function processThenAck(app: App, event: Omit<ReceiverEvent, 'ack'>): Promise<Reply> {
  let reply: Reply = { type: 'silent' };
  await app.processEvent({
    ...event,
    ack: async (body: unknown) => {
      reply = { type: 'acked', body };
    },
  });
  return reply;
}

function isSigned(signingSecret: string, headers: Record<string, unknown>, body: string, nowSeconds: number): boolean {
  const timestamp = Number(headers['x-slack-request-timestamp']);
  const signature = Buffer.from(String(headers['x-slack-signature'] ?? ''));
  if (!Number.isFinite(timestamp) || Math.abs(nowSeconds - timestamp) > MAX_AGE_SECONDS) return false;
  const mac = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const expected = Buffer.from(`v0=${mac}`);
  return signature.length === expected.length && timingSafeEqual(signature, expected);
}

/** Events, clicks and commands each name their team in another place. */
function teamOf(body: Record<string, unknown>): string | undefined {
  const named = body as { team_id?: string; team?: { id?: string } | null; user?: { team_id?: string } };
  return named.team_id ?? named.team?.id ?? named.user?.team_id;
}

/** Events, clicks, forms and commands over HTTP at `/slack/events`. */
export function createHttpReceiver({
  workspaces,
  realNow,
}: {
  workspaces: Pick<SlackWorkspaces, 'provenBy'>;
  realNow: () => Date;
}) {
  let app: App | null = null;
  const receiver: Receiver = {
    init(given) {
      app = given;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };

  async function registerRoutes(http: FastifyInstance): Promise<void> {
    await http.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 1_000_000 }, (_request, body, done) =>
        done(null, body),
      );
      scope.post('/slack/events', { config: { rateLimit: false } }, async (request, reply) => {
        const raw = typeof request.body === 'string' ? request.body : '';
        const nowSeconds = Math.floor(realNow().getTime() / 1_000);
        const mayBeOf = await workspaces.provenBy((secret) => isSigned(secret, request.headers, raw, nowSeconds));
        if (!mayBeOf) return reply.code(401).send();
        const body = readBody(String(request.headers['content-type'] ?? ''), raw);
        if (!body) return reply.code(400).send();
        if (body['type'] === 'url_verification') return reply.code(200).send({ challenge: body['challenge'] });
        if (body['ssl_check']) return reply.code(200).send();
        if (!mayBeOf(teamOf(body))) return reply.code(401).send();
        if (!app) return reply.code(503).send();
        const retryNum = Number(request.headers['x-slack-retry-num'] ?? 0);
        const work = processThenAck(app, { body, ...(retryNum ? { retryNum } : {}) });
        const outcome = await Promise.race([work, after(ANSWER_WITHIN_MS)]).catch(() => 'failed' as const);
        if (outcome === 'failed') return reply.code(500).send();
        if (outcome === 'late') {
          work.catch(() => undefined);
          return reply.code(200).send();
        }
        const said = outcome.type === 'acked' ? outcome.body : undefined;
        return typeof said === 'object' && said !== null
          ? reply.code(200).send(said)
          : reply.code(200).send(said ?? '');
      });
    });
  }

  return { receiver, registerRoutes };
}

/** The same over a socket that we open: for bodies whose network lets nothing in. */
export function createSocketReceiver({
  appToken,
  apiUrl,
  logger,
}: {
  appToken: string;
  apiUrl: string | undefined;
  logger: BoltLogger;
}): Receiver {
  const socket = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: clientOptions(apiUrl, logger) },
  });
  return {
    init(app) {
      // Bolt says "received" to events before it works on them; here the work comes first.
      const lateAck: Pick<App, 'processEvent'> = {
        async processEvent({ ack, ...event }) {
          const work = processThenAck(app, event);
          const reply = await Promise.race([work, after(ANSWER_WITHIN_MS)]);
          if (reply === 'late') work.catch(() => undefined);
          await ack(reply !== 'late' && reply.type === 'acked' ? reply.body : undefined);
        },
      };
      socket.init(lateAck as App);
    },
    start: () => socket.start(),
    stop: () => socket.stop(),
  };
}

function readBody(contentType: string, raw: string): Record<string, unknown> | null {
  try {
    if (contentType.startsWith('application/json')) return JSON.parse(raw);
    const form = new URLSearchParams(raw);
    const payload = form.get('payload');
    return payload ? JSON.parse(payload) : Object.fromEntries(form);
  } catch {
    return null;
  }
}

function after(ms: number): Promise<'late'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('late'), ms).unref();
  });
}
