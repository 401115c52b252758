import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlackPeople } from './slack-people.ts';
import { createSlackWorkspace, type Payload } from './slack-workspace.ts';
import { acceptWebSocket, type ServerSocket } from './web-socket-server.ts';

export interface SlackCall {
  readonly method: string;
  readonly args: Payload;
  readonly token: string;
}

type Failure =
  | { error: string }
  | { status: number; retryAfter?: number }
  /** Shown, but the reply never arrives. */
  | { lost: true }
  /** Shown only when the promise says so. */
  | { held: Promise<unknown> };

/** A workspace on the other end of the wire: the Web API over HTTP, Socket Mode over a web socket, and people who press. */
export async function startSlack({ signingSecret = 'slack-signing-secret' } = {}) {
  const workspace = createSlackWorkspace(() => `${apiRoot.replace('http', 'ws')}/socket`);
  const { messages, whispers, homes, modals } = workspace;
  const calls: SlackCall[] = [];
  const responses: Payload[] = [];
  const failures = new Map<string, Failure[]>();
  const waitingAcks = new Map<string, (payload: Payload) => void>();
  const watchers = new Set<() => void>();
  let socket: ServerSocket | null = null;
  let revoked = false;
  let eventsUrl = '';

  const changed = (): void => {
    for (const look of [...watchers]) look();
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
    const handler = workspace.methods[method];
    if (failure && 'held' in failure) {
      void failure.held.then(() => send(200, handler?.(args) ?? {}));
      changed();
      return;
    }
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

  const people = createSlackPeople({
    apiRoot,
    workspace,
    interaction,
    event,
    slashCommand: (payload) =>
      socket
        ? overSocket('slash_commands', payload)
        : overHttp(new URLSearchParams(payload).toString(), 'application/x-www-form-urlencoded'),
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
    /** What was to fail next does not. */
    mend: (): void => failures.clear(),
    isRevoked: () => revoked,
    setRevoked(is: boolean): void {
      revoked = is;
    },
    cards: () => messages.filter(({ metadata }) => metadata?.['event_type'] === 'dauys_card'),
    ...people,
    threadOf: (ts: string) => messages.filter(({ thread_ts }) => thread_ts === ts),

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
