import { principalOf } from './access-decision.ts';
import type { AddRoutes } from './routes.ts';

/** Proxies close what is silent for a minute. */
const BREATH_MS = 25_000;

export const addEventRoutes: AddRoutes = (server, { live }) => {
  const open = new Set<() => void>();
  server.addHook('preClose', async () => {
    for (const close of open) close();
    live.close();
  });

  server.get(
    '/events',
    {
      config: { access: { who: 'staff', scope: 'tickets:read' } },
      schema: { tags: ['tickets'], summary: 'Changes as they happen (server-sent events)' },
    },
    (request, reply) => {
      const { staff } = principalOf(request);
      reply.hijack();
      const stream = reply.raw;
      stream.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      stream.write('retry: 3000\n\n');
      const unsubscribe = live.subscribe(staff, (message) => {
        stream.write(`event: ${message.type}\ndata: ${JSON.stringify(message)}\n\n`);
      });
      const breath = setInterval(() => stream.write(': still here\n\n'), BREATH_MS);
      breath.unref();
      const close = () => {
        clearInterval(breath);
        unsubscribe();
        open.delete(close);
        stream.end();
      };
      open.add(close);
      request.raw.on('close', close);
    },
  );
};
