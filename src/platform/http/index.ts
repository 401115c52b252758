export { acceptedLanguage } from './accept-language.ts';
export { createHttpServer, type HttpServer } from './create-http-server.ts';
export type { Texts } from './error-handler.ts';
export type { ReadinessCheck } from './health.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { decodeCursor, encodeCursor, PageQuery, pageOf } from './pages.ts';
export { Problem, textKeyOf } from './problem.ts';
