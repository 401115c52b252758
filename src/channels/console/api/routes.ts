import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { RunCommand } from './commands.ts';
import type { ConsoleDeps } from './deps.ts';
import type { Presenter } from './presenter.ts';

export type ApiServer = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface RouteDeps extends ConsoleDeps {
  readonly present: Presenter;
  readonly runCommand: RunCommand;
}

/** One file per resource, each adds its routes. */
export type AddRoutes = (server: ApiServer, deps: RouteDeps) => void;
