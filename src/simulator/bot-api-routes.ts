import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BotApi } from './bot-api.ts';
import type { MediaFiles } from './media-files.ts';
import type { Population } from './population.ts';
import { readBotRequest } from './requests.ts';
import { notFound, TelegramError } from './telegram-error.ts';
import type { World } from './world.ts';

interface Deps {
  readonly world: World;
  readonly population: Population;
  readonly api: BotApi;
  readonly files: MediaFiles;
  readonly onTrouble: (error: unknown) => void;
}

/** The path holds the bot's token: it stays out of every log, and the product's own rate limit does not apply. */
const ROUTE = { logLevel: 'silent', config: { rateLimit: false } } as const;

/** `/sim/bot<token>/<method>` and `/sim/file/bot<token>/<path>`, as `api.telegram.org` has them. */
export function createBotApiRoutes({ world, population, api, files, onTrouble }: Deps) {
  return async (scope: FastifyInstance): Promise<void> => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));

    scope.route<{ Params: { token: string; method: string } }>({
      method: ['GET', 'POST'],
      url: '/sim/bot:token/:method',
      ...ROUTE,
      async handler(request, reply) {
        const hangUp = new AbortController();
        reply.raw.once('close', () => hangUp.abort());
        const bot = population.botByToken(decodeURIComponent(request.params.token));
        const { params, uploads } = await readBotRequest(request.raw, request.query as Record<string, unknown>);
        const { method } = request.params;
        const result = await api.call(bot, { method, params, uploads, signal: hangUp.signal });
        return reply.send({ ok: true, result });
      },
    });

    scope.get<{ Params: { token: string; '*': string } }>('/sim/file/bot:token/*', ROUTE, async (request, reply) => {
      const file = files.byPath(request.params['*']);
      const bytes = file && world.blob(file.id);
      if (!file || !bytes) throw notFound();
      return reply.type('application/octet-stream').send(bytes);
    });

    scope.all('/sim/*', ROUTE, async () => {
      throw notFound();
    });

    scope.setErrorHandler((error: unknown, _request: FastifyRequest, reply: FastifyReply) => {
      const refusal = error instanceof TelegramError ? error : new TelegramError(500, 'Internal Server Error');
      if (refusal !== error) onTrouble(error);
      const { code, message, parameters } = refusal;
      return reply.status(code).send({ ok: false, error_code: code, description: message, parameters });
    });
  };
}
