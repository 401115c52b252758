import { fastify } from 'fastify';
import { createHttpServer } from '../../platform/http/index.ts';
import type { ConsoleDeps } from './api/deps.ts';
import { createConsoleApi } from './api/index.ts';

const NOTHING = {
  demo: true,
  publicUrl: 'http://localhost',
  live: { close: () => undefined },
  surveys: { surveys: {} },
};

/** The OpenAPI document without a database: routes describe themselves before anything is called. */
export async function describeApi(): Promise<object> {
  const quiet = fastify().log;
  const server = await createHttpServer({
    log: quiet as never,
    texts: { t: (_language, key) => key, has: () => false },
    publicUrl: 'http://localhost',
  });
  await server.register(createConsoleApi(NOTHING as unknown as ConsoleDeps), {
    prefix: '/api/v1',
  });
  await server.ready();
  const document = server.swagger();
  await server.close();
  return document;
}
