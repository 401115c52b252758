import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BotCall {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly messageId: number;
  readonly at: number;
}

/** As little Telegram as a bot under load needs: says yes at once and tells who listens. */
export async function startTelegramStub(onCall: (call: BotCall) => void) {
  let nextMessageId = 1;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const method = request.url?.split('/').at(-1)?.split('?')[0] ?? '';
      const body = Buffer.concat(chunks).toString();
      const params = (body.startsWith('{') ? JSON.parse(body) : {}) as Record<string, unknown>;
      const messageId = method === 'editMessageText' ? Number(params['message_id']) : nextMessageId++;
      const result =
        method === 'getMe'
          ? {
              id: 1,
              is_bot: true,
              first_name: 'Bench',
              username: 'bench_bot',
              can_join_groups: true,
              can_read_all_group_messages: false,
              supports_inline_queries: false,
            }
          : /^(send|edit)/.test(method)
            ? {
                message_id: messageId,
                date: 1,
                chat: { id: params['chat_id'], type: 'private', first_name: 'x' },
                text: params['text'],
              }
            : true;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, result }));
      onCall({ method, params, messageId, at: performance.now() });
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}
