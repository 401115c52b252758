import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Upload } from './media-files.ts';
import { createPageActs, PageAct } from './page-acts.ts';
import type { PageView } from './page-view.ts';
import type { PeopleActs } from './people-acts.ts';
import type { Population } from './population.ts';
import { readMultipart } from './requests.ts';
import { badRequest, notFound, TelegramError } from './telegram-error.ts';
import type { World } from './world.ts';

/** The business clock as the page may move it. */
export interface ClockControl {
  now(): Promise<Date>;
  advance(ms: number): Promise<Date>;
  reset(): Promise<Date>;
}

interface Deps {
  readonly world: World;
  readonly population: Population;
  readonly acts: PeopleActs;
  readonly view: PageView;
  readonly clock: ClockControl | undefined;
  readonly timezone: string | undefined;
  readonly pageFolder: string;
  readonly onTrouble: (error: unknown) => void;
}

const ROUTE = { logLevel: 'warn', config: { rateLimit: false } } as const;
/** More than a bot may download, so that the limit can be met. */
const MAX_PERSON_UPLOAD_BYTES = 64 * 1024 * 1024;
const HEARTBEAT_MS = 20_000;
const YEAR_MS = 366 * 86_400_000;
const SHOWN_IN_PLACE = /^(image\/(png|jpeg|gif|webp)|audio\/|video\/)/;
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const ClockMove = z.union([
  z.object({ advanceMs: z.number().int().positive().max(YEAR_MS) }),
  z.object({ reset: z.literal(true) }),
]);

/** The chat page under `/try`, what it asks for, and the stream of what happens. */
export function createPageRoutes({ world, population, acts, view, clock, timezone, pageFolder, onTrouble }: Deps) {
  const uploads = new Map<string, Upload>();
  const perform = createPageActs({
    world,
    population,
    acts,
    takeUpload(id) {
      const upload = uploads.get(id);
      uploads.delete(id);
      return upload;
    },
  });

  /** Follows the business clock, so that messages carry its dates. */
  async function clockAt(read: (control: ClockControl) => Promise<Date>): Promise<string> {
    if (!clock) return world.now().toISOString();
    const at = await read(clock);
    world.setClockOffset(at.getTime() - world.now().getTime());
    return at.toISOString();
  }

  return async (scope: FastifyInstance): Promise<void> => {
    const streams = new Set<FastifyReply['raw']>();
    await clockAt((control) => control.now());

    // The product's own parser, if there is one, would keep files out of reach of the simulator's limits.
    scope.removeContentTypeParser('multipart/form-data');
    scope.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));

    // No login here, so no other site may speak through a visitor's browser.
    scope.addHook('onRequest', async (request) => {
      if (request.headers['sec-fetch-site'] === 'cross-site' && request.method !== 'GET') {
        throw new TelegramError(403, 'Forbidden');
      }
    });

    scope.setErrorHandler((error: unknown, _request: FastifyRequest, reply: FastifyReply) => {
      if (error instanceof TelegramError) return reply.status(error.code).send({ error: error.message });
      if (error instanceof z.ZodError) return reply.status(400).send({ error: z.prettifyError(error) });
      onTrouble(error);
      return reply.status(500).send({ error: 'Internal Server Error' });
    });

    scope.get('/try/api/state', ROUTE, async () => ({
      // Read before the picture is taken, and after the last pause: nothing can happen in between.
      clock: { now: await clockAt((control) => control.now()), isMovable: clock !== undefined, timeZone: timezone },
      seq: world.changes(),
      ...view.everything(),
    }));

    scope.get('/try/api/messages', ROUTE, async (request) => {
      const { key, before } = z.object({ key: z.string(), before: z.coerce.number().int() }).parse(request.query);
      const conversation = world.conversation(key);
      if (!conversation) throw badRequest('chat not found');
      return { messages: view.earlier(conversation, before) };
    });

    scope.post('/try/api/acts', ROUTE, async (request) => perform(PageAct.parse(request.body)));

    scope.post('/try/api/uploads', ROUTE, async (request) => {
      const { uploads: files } = await readMultipart(request.raw, MAX_PERSON_UPLOAD_BYTES);
      const ids = [...files.values()].map((file) => {
        const id = randomUUID();
        uploads.set(id, file);
        return id;
      });
      return { ids };
    });

    scope.get<{ Params: { id: string } }>('/try/api/files/:id', ROUTE, async (request, reply) => {
      const file = world.state.files.find(({ id }) => id === request.params.id);
      const bytes = file && world.blob(file.id);
      if (!file || !bytes) throw notFound();
      const isShown = SHOWN_IN_PLACE.test(file.mime);
      return reply
        .type(isShown ? file.mime : 'application/octet-stream')
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header(
          'content-disposition',
          `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        )
        .send(bytes);
    });

    scope.post('/try/api/clock', ROUTE, async (request) => {
      const move = ClockMove.parse(request.body);
      const at = await clockAt((control) => ('reset' in move ? control.reset() : control.advance(move.advanceMs)));
      world.emit({ type: 'clock', at });
      return { now: at };
    });

    scope.get('/try/api/events', ROUTE, (request, reply) => {
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      raw.write('retry: 1000\n\n');
      const stop = world.watch((change) =>
        raw.write(`data: ${JSON.stringify({ seq: world.changes(), ...view.change(change) })}\n\n`),
      );
      const heartbeat = setInterval(() => raw.write(':\n\n'), HEARTBEAT_MS);
      heartbeat.unref();
      streams.add(raw);
      request.raw.once('close', () => {
        stop();
        clearInterval(heartbeat);
        streams.delete(raw);
      });
    });

    scope.addHook('preClose', async () => {
      for (const stream of streams) stream.end();
    });

    servePage(scope, pageFolder);
  };
}

/** The built page is a handful of files: read once, served from memory. */
function servePage(scope: FastifyInstance, folder: string): void {
  const files = new Map<string, Buffer>();
  if (existsSync(folder)) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (extname(name) !== '') files.set(name, readFileSync(join(folder, name)));
    }
  }

  const send = (reply: FastifyReply, name: string) => {
    const bytes = files.get(name);
    if (!bytes) return reply.status(404).type('text/plain').send('The chat page has not been built: npm run prepare');
    const isHashed = name.startsWith('assets/');
    return reply
      .type(TYPES[extname(name)] ?? 'application/octet-stream')
      .header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      .send(bytes);
  };

  scope.get('/try', ROUTE, async (_request, reply) => send(reply, 'index.html'));
  scope.get<{ Params: { '*': string } }>('/try/*', ROUTE, async (request, reply) =>
    send(reply, request.params['*'] === '' ? 'index.html' : request.params['*']),
  );
}
