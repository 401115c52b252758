import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messageProblem, viewProblem } from './block-limits.ts';
import { acceptWebSocket, type ServerSocket } from './web-socket-server.ts';

// biome-ignore lint/suspicious/noExplicitAny: payloads of a foreign service, read by tests
type Payload = Record<string, any>;

export interface SlackMessage {
  ts: string;
  channel: string;
  text: string;
  blocks: Payload[];
  thread_ts?: string;
  metadata?: Payload;
  user?: string;
  edits: number;
}

export interface SlackCall {
  readonly method: string;
  readonly args: Payload;
  readonly token: string;
}

type Failure =
  | { error: string }
  | { status: number; retryAfter?: number }
  /** Shown, but the reply never arrives. */
  | { lost: true };

/** A workspace on the other end of the wire: the Web API over HTTP, Socket Mode over a web socket, and people who press. */
export async function startSlack({ signingSecret = 'slack-signing-secret' } = {}) {
  const messages: SlackMessage[] = [];
  const whispers: Payload[] = [];
  const homes = new Map<string, Payload>();
  const modals: Payload[] = [];
  const calls: SlackCall[] = [];
  const responses: Payload[] = [];
  const failures = new Map<string, Failure[]>();
  const waitingAcks = new Map<string, (payload: Payload) => void>();
  const watchers = new Set<() => void>();
  let socket: ServerSocket | null = null;
  let revoked = false;
  let clock = 1_700_000_000;
  let eventsUrl = '';

  const nextTs = (): string => {
    clock += 1;
    return `${clock}.000100`;
  };
  const changed = (): void => {
    for (const look of [...watchers]) look();
  };

  const METHODS: Record<string, (args: Payload) => Payload> = {
    'auth.test': () => ({ ok: true, user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1' }),
    'apps.connections.open': () => ({ ok: true, url: `${apiRoot.replace('http', 'ws')}/socket` }),
    'chat.postMessage': (args) => {
      const problem = messageProblem(args['blocks']);
      if (problem || !args['text']) return { ok: false, error: 'invalid_blocks', problem };
      const message: SlackMessage = {
        ts: nextTs(),
        channel: args['channel'],
        text: args['text'],
        blocks: args['blocks'] ?? [],
        edits: 0,
      };
      if (args['thread_ts']) message.thread_ts = args['thread_ts'];
      if (args['metadata']) message.metadata = args['metadata'];
      messages.push(message);
      return { ok: true, ts: message.ts, channel: message.channel };
    },
    'chat.update': (args) => {
      const message = messages.find(({ ts, channel }) => ts === args['ts'] && channel === args['channel']);
      if (!message) return { ok: false, error: 'message_not_found' };
      const problem = messageProblem(args['blocks']);
      if (problem) return { ok: false, error: 'invalid_blocks', problem };
      Object.assign(message, { text: args['text'], blocks: args['blocks'], edits: message.edits + 1 });
      return { ok: true, ts: message.ts };
    },
    'chat.postEphemeral': (args) => {
      const problem = messageProblem(args['blocks']);
      if (problem) return { ok: false, error: 'invalid_blocks', problem };
      whispers.push(args);
      return { ok: true, message_ts: nextTs() };
    },
    'conversations.history': (args) => ({
      ok: true,
      messages: messages.filter(({ channel, thread_ts }) => channel === args['channel'] && !thread_ts).toReversed(),
    }),
    'conversations.replies': (args) => ({
      ok: true,
      messages: messages.filter(
        ({ channel, thread_ts, ts }) => channel === args['channel'] && (thread_ts === args['ts'] || ts === args['ts']),
      ),
    }),
    'views.open': (args) => {
      const problem = viewProblem(args['view']);
      if (problem) return { ok: false, error: 'invalid_arguments', problem };
      modals.push({ ...args['view'], id: `V${modals.length + 1}`, hash: 'h1' });
      return { ok: true, view: { id: `V${modals.length}` } };
    },
    'views.update': (args) => {
      modals.push({ ...args['view'], id: args['view_id'], hash: 'h2' });
      return { ok: true };
    },
    'views.publish': (args) => {
      const problem = viewProblem(args['view']);
      if (problem) return { ok: false, error: 'invalid_arguments', problem };
      homes.set(args['user_id'], args['view']);
      return { ok: true };
    },
  };

  function answer(request: IncomingMessage, raw: string, reply: ServerResponse): void {
    const path = request.url ?? '';
    const method = path.replace('/api/', '');
    const args = argsOf(raw);
    const send = (status: number, body: Payload, headers: Record<string, string> = {}): void => {
      reply.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
      changed();
    };
    if (path.startsWith('/response/')) {
      responses.push(JSON.parse(raw));
      send(200, { ok: true });
      return;
    }
    if (path.startsWith('/files/')) {
      const isAllowed = request.headers.authorization === 'Bearer xoxb-test';
      reply
        .writeHead(200, { 'content-type': isAllowed ? 'image/png' : 'text/html' })
        .end(isAllowed ? `bytes of ${path}` : '<html>');
      changed();
      return;
    }
    calls.push({ method, args, token: String(request.headers.authorization ?? '').replace('Bearer ', '') });
    const failure = revoked ? { error: 'token_revoked' } : failures.get(method)?.shift();
    if (failure && 'error' in failure) {
      send(200, { ok: false, error: failure.error });
      return;
    }
    if (failure && 'status' in failure) {
      send(
        failure.status,
        { ok: false, error: 'ratelimited' },
        failure.retryAfter ? { 'retry-after': String(failure.retryAfter) } : {},
      );
      return;
    }
    const handler = METHODS[method];
    const result = handler ? handler(args) : { ok: false, error: 'unknown_method' };
    if (failure && 'lost' in failure) {
      request.socket.destroy();
      changed();
      return;
    }
    send(200, result);
  }

  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(request, Buffer.concat(chunks).toString(), reply));
  });
  server.on('upgrade', (request, duplex) => {
    socket = acceptWebSocket(request, duplex, (text) => {
      const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id: string; payload: Payload };
      waitingAcks.get(id)?.(payload ?? {});
      waitingAcks.delete(id);
    });
    socket.send(JSON.stringify({ type: 'hello' }));
    changed();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const sign = (timestamp: number, body: string, secret = signingSecret): string =>
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

  /** Over HTTP: signed, to the product's own address. */
  async function overHttp(
    body: string,
    contentType: string,
    { timestamp = Math.floor(Date.now() / 1000), secret = signingSecret, retry = 0 } = {},
  ) {
    const response = await fetch(eventsUrl, {
      method: 'POST',
      headers: {
        'content-type': contentType,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': sign(timestamp, body, secret),
        ...(retry ? { 'x-slack-retry-num': String(retry) } : {}),
      },
      body,
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as Payload) : {} };
  }

  /** Over the socket: resolves with what the product says when it has done the work. */
  function overSocket(type: string, payload: Payload): Promise<{ status: number; body: Payload }> {
    const id = randomUUID();
    return new Promise((resolve) => {
      waitingAcks.set(id, (body) => resolve({ status: 200, body }));
      socket?.send(JSON.stringify({ type, envelope_id: id, payload, accepts_response_payload: true }));
    });
  }

  const interaction = (payload: Payload) =>
    socket
      ? overSocket('interactive', payload)
      : overHttp(
          new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
          'application/x-www-form-urlencoded',
        );
  const event = (payload: Payload, options?: { timestamp?: number; secret?: string; retry?: number }) =>
    socket ? overSocket('events_api', payload) : overHttp(JSON.stringify(payload), 'application/json', options);

  const who = (user: string) => ({
    user: { id: user, username: user.toLowerCase(), team_id: 'T1' },
    team: { id: 'T1' },
  });

  return {
    apiUrl: `${apiRoot}/api/`,
    /** A file as a form carries it. */
    file: (name: string, address = `${apiRoot}/files/${name}`) => ({
      id: name,
      name,
      mimetype: 'image/png',
      size: 10,
      url_private_download: address,
    }),
    signingSecret,
    messages,
    whispers,
    homes,
    modals,
    calls,
    responses,
    sendTo(url: string): void {
      eventsUrl = url;
    },
    overHttp,
    event,
    failNext(method: string, ...next: Failure[]): void {
      failures.set(method, [...(failures.get(method) ?? []), ...next]);
    },
    isRevoked: () => revoked,
    setRevoked(is: boolean): void {
      revoked = is;
    },
    cards: () => messages.filter(({ metadata }) => metadata?.['event_type'] === 'dauys_card'),
    threadOf: (ts: string) => messages.filter(({ thread_ts }) => thread_ts === ts),

    press(user: string, message: SlackMessage, actionId: string, { triggerId = randomUUID() as string } = {}) {
      const action = message.blocks
        .flatMap((block) => (block['elements'] ?? []) as Payload[])
        .find((one) => one['action_id'] === actionId);
      if (!action) throw new Error(`no button ${actionId} on: ${JSON.stringify(message.blocks)}`);
      return interaction({
        type: 'block_actions',
        ...who(user),
        trigger_id: triggerId,
        channel: { id: message.channel },
        message: { ts: message.ts, ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}) },
        container: { type: 'message', message_ts: message.ts },
        response_url: `${apiRoot}/response/${randomUUID()}`,
        actions: [{ ...action, block_id: 'ticket', action_ts: nextTs() }],
      });
    },

    /** Presses a button of what only this person saw. */
    pressWhisper(user: string, whisper: Payload, actionId: string) {
      return this.press(
        user,
        { ts: nextTs(), channel: whisper['channel'], text: '', blocks: whisper['blocks'], edits: 0 },
        actionId,
      );
    },

    /** A choice in an open form. */
    choose(user: string, modal: Payload, actionId: string, value: string) {
      return interaction({
        type: 'block_actions',
        ...who(user),
        trigger_id: randomUUID(),
        container: { type: 'view', view_id: modal['id'] },
        view: modal,
        actions: [
          {
            type: 'static_select',
            action_id: actionId,
            block_id: 'template',
            selected_option: { text: { type: 'plain_text', text: value }, value },
          },
        ],
      });
    },

    submit(user: string, modal: Payload, values: Record<string, Payload>) {
      const inputs = (modal['blocks'] as Payload[]).filter(({ type }) => type === 'input');
      for (const id of Object.keys(values))
        if (!inputs.some(({ block_id }) => block_id === id)) throw new Error(`no field ${id}`);
      const state = Object.fromEntries(
        inputs.map(({ block_id: id, element }) => [
          id,
          {
            [element.action_id]: values[id] ?? {
              selected_date: element.initial_date,
              selected_option: element.initial_option,
            },
          },
        ]),
      );
      return interaction({
        type: 'view_submission',
        ...who(user),
        trigger_id: randomUUID(),
        view: { ...modal, state: { values: state } },
      });
    },

    suggest: (user: string, value: string) =>
      interaction({
        type: 'block_suggestion',
        ...who(user),
        action_id: 'agency',
        block_id: 'to',
        value,
        container: { type: 'view' },
      }),

    reply(user: string, card: SlackMessage, text: string, options: { eventId?: string; retry?: number } = {}) {
      const ts = nextTs();
      messages.push({ ts, channel: card.channel, text, blocks: [], thread_ts: card.ts, user, edits: 0 });
      return event(
        {
          type: 'event_callback',
          event_id: options.eventId ?? randomUUID(),
          team_id: 'T1',
          event: {
            type: 'message',
            channel: card.channel,
            channel_type: 'channel',
            user,
            text,
            ts,
            thread_ts: card.ts,
          },
        },
        options.retry ? { retry: options.retry } : {},
      );
    },

    openHome: (user: string) =>
      event({
        type: 'event_callback',
        event_id: randomUUID(),
        team_id: 'T1',
        event: { type: 'app_home_opened', user, tab: 'home', channel: 'D1' },
      }),

    command(user: string, text: string) {
      const payload = {
        command: '/dauys',
        text,
        user_id: user,
        user_name: user.toLowerCase(),
        team_id: 'T1',
        channel_id: 'C1',
        trigger_id: randomUUID(),
      };
      return socket
        ? overSocket('slash_commands', payload)
        : overHttp(new URLSearchParams(payload).toString(), 'application/x-www-form-urlencoded');
    },

    /** Resolves as soon as the look finds something; looks again after every call. */
    waitFor<Found>(look: () => Found | undefined | null | false, what: string, timeoutMs = 8_000): Promise<Found> {
      const found = look();
      if (found) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(again);
          reject(new Error(`${what} did not come. Calls: ${calls.map(({ method }) => method).join(', ')}`));
        }, timeoutMs);
        const again = (): void => {
          const late = look();
          if (!late) return;
          watchers.delete(again);
          clearTimeout(timer);
          resolve(late);
        };
        watchers.add(again);
      });
    },

    async stop(): Promise<void> {
      socket?.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type SlackFake = Awaited<ReturnType<typeof startSlack>>;

function argsOf(raw: string): Payload {
  const args: Payload = {};
  for (const [name, value] of new URLSearchParams(raw)) args[name] = /^[[{]/.test(value) ? JSON.parse(value) : value;
  return args;
}
