import type { FastifyInstance, FastifyRequest } from 'fastify';
import { html } from 'ghtml';
import type { StaffId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { OfficerBindingsRepository } from '../officer-cards/index.ts';
import type { ConnectLinks } from './connect-link.ts';

interface Deps {
  readonly t: Translate;
  readonly uow: UnitOfWork;
  readonly links: ConnectLinks;
  readonly bindings: Pick<OfficerBindingsRepository, 'bind'>;
  readonly defaultLanguage: Language;
  /** Who is signed in to the console in this browser. */
  readonly authenticate: (request: FastifyRequest) => Promise<{ id: StaffId; name: string; language: Language } | null>;
}

/** `/officers/connect`: the one time that a Slack account and an officer meet, behind the console's own sign-in. */
export function registerConnectPage(
  http: FastifyInstance,
  { t, uow, links, bindings, defaultLanguage, authenticate }: Deps,
): void {
  const page = (language: Language, body: string): string =>
    `<!doctype html>${html`<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t(language, 'officers-connect-title')}</title></head><body><main><h1>${t(language, 'officers-connect-title')}</h1>!${body}</main></body></html>`}`;
  const sentence = (language: Language, key: string, args: Record<string, string> = {}): string =>
    page(language, html`<p>${t(language, key, args)}</p>`);

  http.get('/officers/connect', async (request, reply) => {
    const token = String((request.query as { token?: string }).token ?? '');
    const claim = links.read(token);
    const person = await authenticate(request);
    const language = person?.language ?? defaultLanguage;
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    if (!claim) return reply.code(410).send(sentence(language, 'officers-connect-gone'));
    if (!person) return reply.code(401).send(sentence(language, 'officers-connect-sign-in'));
    const question = t(language, 'officers-connect-question', {
      channel: 'Slack',
      account: claim.account,
      name: person.name,
    });
    return reply.send(
      page(
        language,
        html`<p>${question}</p><form method="post" action="/officers/connect?token=${encodeURIComponent(token)}"><button>${t(language, 'officers-connect-yes')}</button></form>`,
      ),
    );
  });

  http.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, _body, done) =>
      done(null, {}),
    );
    scope.post('/officers/connect', async (request, reply) => {
      const claim = links.read(String((request.query as { token?: string }).token ?? ''));
      const person = await authenticate(request);
      const language = person?.language ?? defaultLanguage;
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
      if (!person) return reply.code(401).send(sentence(language, 'officers-connect-sign-in'));
      if (!claim) return reply.code(410).send(sentence(language, 'officers-connect-gone'));
      await uow.run(`officer-connect:${claim.externalId}:${crypto.randomUUID()}`, (tx) =>
        bindings.bind(tx, 'slack', claim.externalId, person.id),
      );
      return reply.send(sentence(language, 'officers-bound', { name: person.name }));
    });
  });
}
