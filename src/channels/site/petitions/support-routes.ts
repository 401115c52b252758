import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'ghtml';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { PetitionView } from '../../../petitions/index.ts';
import { notice } from '../parts.ts';
import { enterPage } from '../reader/enter-pages.ts';
import type { Reader } from '../reader/site-readers.ts';
import { refusalWords } from '../refusal-words.ts';
import { createDeviceCookie } from './device-cookie.ts';
import type { PetitionPagesDeps } from './petition-pages-deps.ts';

const WRITE = { schema: { hide: true }, config: { rateLimit: { max: 20, timeWindow: '1 minute' } } };

/**
 * Support on the site by somebody who came from their own chat: the same account, the same single support. Whoever came
 * by an eID signs instead, which is counted apart.
 */
export function addSupportRoutes(
  scope: FastifyInstance,
  deps: PetitionPagesDeps,
  found: (request: FastifyRequest) => Promise<PetitionView>,
): void {
  const { pages, petitions, readers, uow, botName, identity, tierOf } = deps;
  const deviceOf = createDeviceCookie(deps);

  async function known(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (reader: Reader, petition: PetitionView) => Promise<{ key: string; receipt?: string }>,
  ): Promise<FastifyReply> {
    const petition = await found(request);
    const { code } = petition.petition;
    // What was posted is not there to be opened: another language opens the petition.
    const view = { ...pages.view(request, reply), address: `/petitions/${code}` };
    reply.header('cache-control', 'no-store');
    const reader = await readers.of(request);
    if (reader?.by !== 'chat') {
      const ways = { botName: botName(), hasEid: identity !== null, to: `/petitions/${code}` };
      return pages.send(reply, view, enterPage(view, ways), reader ? 403 : 401);
    }
    const { words, receipt, status } = await work(reader, petition).then(
      (done) => ({ words: view.t(done.key), receipt: done.receipt, status: 200 }),
      (error: unknown) => {
        if (!isRefusal(error)) throw error;
        return { words: refusalWords(view, error), receipt: undefined, status: 422 };
      },
    );
    const page = {
      title: petition.text?.ask ?? '',
      section: 'petitions' as const,
      hidden: true,
      trail: [{ href: `/petitions/${code}`, label: view.t('petition-site-title') }],
      body: html`!${notice(html`<p role="status">${words}</p>`)}!${receipt ? html`<p>${view.t('petition-receipt', { receipt })}</p>` : ''}
<p><a href="/petitions/${code}">${view.t('petition-button-page')}</a></p>`,
    };
    return pages.send(reply, view, page, status);
  }

  scope.post('/petitions/:code/support', WRITE, (request, reply) =>
    known(request, reply, async ({ citizen }, { petition }) => {
      const outcome = await petitions.intake({
        petitionId: petition.id,
        citizenId: citizen.id,
        tier: await tierOf(citizen.id),
        source: petition.state === 'gathering_sponsors' ? 'sponsor' : 'site',
        referrer: null,
        device: Buffer.from(petitions.keys.personHash(petition.id, deviceOf(request, reply))).toString('hex'),
      });
      const key = outcome.type === 'supported' ? 'petition-support-done' : 'petition-support-already';
      return { key, receipt: outcome.receipt };
    }),
  );

  scope.post('/petitions/:code/unsupport', WRITE, (request, reply) =>
    known(request, reply, async ({ citizen }, { petition }) => {
      const { result } = await uow.run(`petition.unsupport:${randomUUID()}`, (tx) =>
        petitions.support.withdraw(tx, petition.id, citizen.id),
      );
      return { key: result ? 'petition-withdraw-done' : 'petition-withdraw-nothing' };
    }),
  );

  for (const notify of [true, false])
    scope.post(`/petitions/:code/${notify ? 'loud' : 'quiet'}`, WRITE, (request, reply) =>
      known(request, reply, async ({ citizen }, { petition }) => {
        await uow.run(`petition.notify:${randomUUID()}`, async (tx) => {
          await petitions.support.setNotify(tx, petition.id, citizen.id, notify);
          return null;
        });
        return { key: notify ? 'petition-news-on' : 'petition-news-off' };
      }),
    );
}
