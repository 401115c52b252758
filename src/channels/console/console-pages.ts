import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const BUILT = fileURLToPath(new URL('../../../dist/console', import.meta.url));

/** The built pages under `/console`; every address below it is the same page, which finds its way itself. */
export function createConsolePages({ folder = BUILT }: { folder?: string } = {}) {
  return async (server: FastifyInstance): Promise<void> => {
    server.get('/console', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/console/', 308));
    if (!existsSync(join(folder, 'index.html'))) {
      server.get('/console/*', { schema: { hide: true } }, async (_request, reply) =>
        reply.code(503).type('text/plain; charset=utf-8').send('The console is not built: run npm run build.\n'),
      );
      return;
    }
    const page = readFileSync(join(folder, 'index.html'));
    await server.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/console/assets/',
      decorateReply: false,
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
    });
    server.get('/console/*', { schema: { hide: true } }, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
    );
  };
}
