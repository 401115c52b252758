import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import { fastify } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Log } from '../log/log.ts';
import { addErrorHandler, routeOf, type Texts } from './error-handler.ts';
import { addHealthRoutes, type ReadinessCheck } from './health.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { addOpenApi } from './open-api.ts';

interface Options {
  readonly log: Log;
  readonly texts: Texts;
  /** Address under which people reach this server. */
  readonly publicUrl: string;
  /** True behind a reverse proxy that sets `X-Forwarded-For`. */
  readonly trustProxy?: boolean;
  readonly checks?: ReadonlyMap<string, ReadinessCheck>;
  readonly metrics?: Metrics;
  /** Other origins that images may come from, such as a configured tile server. */
  readonly imageSources?: readonly string[];
  readonly version?: string;
}

/** A whole minute of typing and pasting on a slow line; a hung client must not hold a socket for ever. */
const REQUEST_TIMEOUT_MS = 120_000;
const BODY_LIMIT_BYTES = 1_048_576;

/** The one HTTP server of a process: safety, errors, health, metrics and the API document. Channels register on it. */
export async function createHttpServer({
  log,
  texts,
  publicUrl,
  trustProxy = false,
  checks = new Map(),
  metrics = createMetrics(),
  imageSources = [],
  version = '1',
}: Options) {
  const isSecure = publicUrl.startsWith('https:');
  const server = fastify({
    logger: false,
    trustProxy,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);

  await server.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:', 'data:', ...imageSources],
        mediaSrc: ["'self'", 'blob:', 'data:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    // Files downloaded by another page of ours stay usable; everything else is same-origin anyway.
    crossOriginEmbedderPolicy: false,
  });
  await server.register(fastifyCookie);
  await server.register(fastifyRateLimit, { global: false });
  metrics.watch(server);
  addErrorHandler(server, texts, log);
  addHealthRoutes(server, checks);
  await addOpenApi(server, { title: 'Dauys API', version, publicUrl });

  server.addHook('onResponse', async (request, reply) => {
    const { statusCode, elapsedTime } = reply;
    const facts = { method: request.method, route: routeOf(request), statusCode, durationMs: Math.round(elapsedTime) };
    if (statusCode >= 500) log.warn(facts, 'request answered');
    else log.debug(facts, 'request answered');
  });
  return server;
}
export type HttpServer = Awaited<ReturnType<typeof createHttpServer>>;
