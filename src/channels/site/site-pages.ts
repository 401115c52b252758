import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { acceptedLanguage } from '../../platform/http/index.ts';
import type { Log } from '../../platform/log/log.ts';
import { type Page, renderPage, type SiteFrame, type View } from './layout.ts';
import { errorPage, type Trouble } from './pages/error-page.ts';

const COOKIE = 'dauys_language';
const YEAR_SECONDS = 31_536_000;

/** How pages of the site are read, written and failed; petitions and surveys register theirs through it too. */
export function createSitePages(frame: SiteFrame, log: Pick<Log, 'error'>) {
  /** `?lang=` first and remembered, then the cookie, then the browser's wish. */
  function view(request: FastifyRequest, reply: FastifyReply): View {
    const url = new URL(request.url, 'http://site');
    const asked = Language.safeParse(url.searchParams.get('lang')).data;
    if (asked) {
      const secure = frame.publicUrl.startsWith('https:');
      reply.setCookie(COOKIE, asked, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', httpOnly: true, secure });
    }
    const language =
      asked ?? Language.safeParse(request.cookies[COOKIE]).data ?? acceptedLanguage(request.headers['accept-language']);
    url.searchParams.delete('lang');
    return {
      language,
      address: `${url.pathname}${url.search}`,
      t: (key, args) => frame.t(language, key, args),
    };
  }

  function send(reply: FastifyReply, page: View, content: Page, status = 200): FastifyReply {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', status === 200 ? 'no-cache' : 'no-store');
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('content-language', page.language)
      .header('vary', 'Cookie, Accept-Language')
      .serializer((text: unknown) => String(text))
      .send(renderPage(frame, page, content));
  }

  function fail(request: FastifyRequest, reply: FastifyReply, trouble: Trouble, status: number): FastifyReply {
    const shown = view(request, reply);
    return send(reply, shown, errorPage(shown, trouble), status);
  }

  return {
    frame,
    view,
    send,
    notFound: (request: FastifyRequest, reply: FastifyReply) => fail(request, reply, { type: 'not_found' }, 404),

    /** Runs `add` in a scope of its own, where an error is a page a person can read. */
    async register(app: FastifyInstance, add: (scope: FastifyInstance) => void | Promise<void>): Promise<void> {
      await app.register(async (scope) => {
        scope.setErrorHandler((error: FastifyError | Error, request, reply) => {
          const status = statusOf(error);
          if (status === 404) return fail(request, reply, { type: 'not_found' }, 404);
          if (status === 429) return fail(request, reply, { type: 'too_many' }, 429);
          if (status < 500) return fail(request, reply, { type: 'not_understood' }, status);
          const code = randomUUID().slice(0, 8);
          log.error({ err: error, instance: code, route: request.routeOptions.url }, 'page failed');
          return fail(request, reply, { type: 'failed', code }, 500);
        });
        await add(scope);
      });
    },
  };
}
export type SitePages = ReturnType<typeof createSitePages>;

function statusOf(error: FastifyError | Error): number {
  if (error instanceof Refusal) return /(not_found|unknown)$/.test(error.code) ? 404 : 422;
  if (hasZodFastifySchemaValidationErrors(error) || error instanceof z.ZodError) return 400;
  return 'statusCode' in error ? (error.statusCode ?? 500) : 500;
}
