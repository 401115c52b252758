import type { FastifyInstance } from 'fastify';

/** Enough for the longest petition in letters of four bytes, percent-encoded. */
const BODY_LIMIT = 60_000;

/** Lets the routes of a scope read HTML forms; a field that is not there is an empty text. */
export function readForms(scope: FastifyInstance): void {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: BODY_LIMIT },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
}

export const formOf = ({ body }: { body: unknown }): URLSearchParams =>
  body instanceof URLSearchParams ? body : new URLSearchParams();
