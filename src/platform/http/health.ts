import type { FastifyInstance } from 'fastify';

/** Throws or rejects when the part cannot do its work. */
export type ReadinessCheck = () => Promise<unknown>;

const CHECK_TIMEOUT_MS = 2_000;

/** `/healthz` says that the process answers; `/readyz` that everything it needs answers too. */
export function addHealthRoutes(server: FastifyInstance, checks: ReadonlyMap<string, ReadinessCheck>): void {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }));
  server.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const results = await Promise.all(
      [...checks].map(async ([name, check]) => [name, await outcomeOf(check)] as const),
    );
    const isReady = !closing && results.every(([, outcome]) => outcome === 'ok');
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? 'ok' : closing ? 'closing' : 'not_ready', checks: Object.fromEntries(results) });
  });
}

/** The reason stays in the log of whoever checks: an error's text may name hosts and accounts. */
async function outcomeOf(check: ReadinessCheck): Promise<'ok' | 'failed' | 'timed_out'> {
  const slow = Promise.withResolvers<'timed_out'>();
  const timer = setTimeout(() => slow.resolve('timed_out'), CHECK_TIMEOUT_MS);
  try {
    return await Promise.race([
      Promise.resolve()
        .then(check)
        .then(
          () => 'ok' as const,
          () => 'failed' as const,
        ),
      slow.promise,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
