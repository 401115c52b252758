import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Log } from '../log/log.ts';
import type { TextArguments, Translate } from '../texts/texts.ts';
import { acceptedLanguage } from './accept-language.ts';
import { type Problem, statusOf, textKeyOf } from './problem.ts';

export interface Texts {
  readonly t: Translate;
  has(language: Language, key: string): boolean;
}

/** Every error becomes problem details: a refusal in its own words, the unforeseen with an id that the log has too. */
export function addErrorHandler(server: FastifyInstance, { t, has }: Texts, log: Log): void {
  /** Words that lack a fact must not turn a refusal into a failure. */
  const titleOf = (language: Language, code: string, facts: TextArguments): string => {
    const key = textKeyOf(code);
    try {
      if (has(language, key)) return t(language, key, facts);
    } catch (error) {
      log.warn({ err: error, code }, 'refusal could not be worded');
    }
    return t(language, 'problem-refused');
  };

  server.setErrorHandler((error: FastifyError | Refusal | Error, request, reply) => {
    const language = acceptedLanguage(request.headers['accept-language']);
    if (error instanceof Refusal) {
      const { code, facts } = error;
      const known = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value ?? '')]));
      return send(reply, { status: statusOf(error), code, title: titleOf(language, code, known), facts });
    }
    if (hasZodFastifySchemaValidationErrors(error)) {
      const part = error.validationContext === 'body' ? '' : `/${error.validationContext}`;
      const errors = error.validation.map((issue) => ({
        pointer: `${part}${issue.instancePath}`,
        detail: issue.message ?? '',
      }));
      return send(reply, { status: 400, code: 'request.invalid', title: t(language, 'problem-invalid'), errors });
    }
    if (error instanceof z.ZodError) {
      const errors = error.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, detail: message }));
      return send(reply, { status: 400, code: 'request.invalid', title: t(language, 'problem-invalid'), errors });
    }
    const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
    if (status < 500) {
      const code = status === 429 ? 'request.too_many' : status === 413 ? 'request.too_large' : 'request.refused';
      const key = status === 429 ? 'problem-too-many' : status === 413 ? 'problem-too-large' : 'problem-invalid';
      return send(reply, { status, code, title: t(language, key) });
    }
    const instance = randomUUID();
    log.error({ err: error, instance, route: routeOf(request), method: request.method }, 'request failed');
    return send(reply, {
      status: 500,
      code: 'server.failed',
      title: t(language, 'problem-failed', { instance }),
      instance: `urn:uuid:${instance}`,
    });
  });

  server.setNotFoundHandler(
    { preHandler: server.rateLimit({ max: 120, timeWindow: '1 minute' }) },
    (request, reply) => {
      const language = acceptedLanguage(request.headers['accept-language']);
      return send(reply, { status: 404, code: 'request.not_found', title: t(language, 'problem-not-found') });
    },
  );
}

/** The pattern, never the address itself: an address may hold a number or a token. */
export const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none';

function send(reply: FastifyReply, problem: Omit<Problem, 'type'>): FastifyReply {
  // Past any response schema of the route: the shape of a problem is the same everywhere.
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({ type: `urn:dauys:problem:${problem.code}`, ...problem });
}
