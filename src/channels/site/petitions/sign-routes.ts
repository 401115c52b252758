import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'ghtml';
import { Refusal } from '../../../kernel/refusal.ts';
import { acceptsSupport, type PetitionView, type ProvenPerson } from '../../../petitions/index.ts';
import { notice } from '../parts.ts';
import { agreement } from '../reader/enter-pages.ts';
import { placeToGo } from '../reader/entry-links.ts';
import { agreeOnSite } from '../reader/register-reader-pages.ts';
import { createDeviceCookie } from './device-cookie.ts';
import { createEidCookie } from './eid-cookie.ts';
import type { PetitionPagesDeps } from './petition-pages-deps.ts';

const LIMIT = { rateLimit: { max: 20, timeWindow: '1 minute' } };
const HIDDEN = { schema: { hide: true }, config: LIMIT };
/**
 * `/petitions/:code/sign`: to the eID and back, then one button. Only that POST signs: a link that a mail scanner or a
 * preview opens changes nothing. The same way, without a petition, tells the site who reads it.
 */
export function addSignRoutes(
  scope: FastifyInstance,
  deps: PetitionPagesDeps,
  found: (request: FastifyRequest) => Promise<PetitionView>,
): void {
  const { pages, petitions, identity, clock, uow, publicUrl, readers, people, t } = deps;
  const cookie = createEidCookie(deps);
  const deviceOf = createDeviceCookie(deps);

  async function signable(request: FastifyRequest): Promise<PetitionView> {
    const petition = await found(request);
    if (!identity || petition.profile.signatures === 'off') throw new Refusal('petition.signatures_off', {});
    if (!acceptsSupport(petition.petition, petitions.terms.today(await clock.now())))
      throw new Refusal('petition.not_gathering', { state: petition.petition.state });
    return petition;
  }

  function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    petition: PetitionView | null,
    key: string,
    { extra = '', status = 200 }: { extra?: string; status?: number } = {},
  ) {
    const view = pages.view(request, reply);
    const code = petition?.petition.code;
    reply.header('cache-control', 'no-store');
    return pages.send(
      reply,
      view,
      {
        title: petition?.text?.ask ?? view.t('enter-title'),
        section: 'petitions',
        hidden: true,
        trail: [{ href: code ? `/petitions/${code}` : '/petitions', label: view.t('petition-site-title') }],
        body: html`!${notice(html`<p role="status">${view.t(key)}</p>`)}!${extra}`,
      },
      status,
    );
  }

  async function leave(reply: FastifyReply, code: string | null, to: string): Promise<FastifyReply> {
    if (!identity) throw new Refusal('petition.signatures_off', {});
    const { address, pending } = await identity.begin();
    await cookie.keep(reply, { step: 'left', code, to, ...pending });
    return reply.header('cache-control', 'no-store').redirect(address);
  }

  scope.get('/petitions/:code/sign', HIDDEN, async (request, reply) => {
    const { petition } = await signable(request);
    return leave(reply, petition.code, `/petitions/${petition.code}`);
  });

  scope.get('/petitions/eid/enter', HIDDEN, async (request, reply) =>
    leave(reply, null, placeToGo((request.query as Readonly<Record<string, unknown>>)['to'])),
  );

  scope.get('/petitions/eid/callback', HIDDEN, async (request, reply) => {
    const left = await cookie.take(request, reply);
    if (left?.step !== 'left' || !identity) throw new Refusal('petition.proof_stale', {});
    const petition = left.code === null ? null : await petitions.view.view({ code: left.code });
    if (left.code !== null && !petition) throw new Refusal('petition.not_found', {});
    let person: ProvenPerson;
    try {
      person = await identity.finish(new URL(request.url, publicUrl), left);
    } catch {
      // Whatever was wrong with the proof, there is none: a used code, another's nonce, an old token.
      return answer(request, reply, petition, 'petition-site-sign-failed', { status: 403 });
    }
    await cookie.keep(reply, { step: 'proven', code: left.code, to: left.to, once: randomUUID(), ...person });
    const view = pages.view(request, reply);
    const [action, label] = left.code
      ? [`/petitions/${left.code}/sign`, view.t('petition-site-sign-confirm')]
      : ['/petitions/eid/enter', view.t('enter-confirm-agree')];
    const extra = html`!${left.code ? '' : agreement(view.t)}<form method="post" action="${action}"><button>${label}</button></form>`;
    return answer(request, reply, petition, 'petition-site-sign-sure', { extra });
  });

  /** The person behind an eID gets one account here, found again by a keyed hash of the number. */
  scope.post('/petitions/eid/enter', HIDDEN, async (request, reply) => {
    const proven = await cookie.take(request, reply);
    if (proven?.step !== 'proven' || proven.code !== null)
      return answer(request, reply, null, 'petition-site-sign-failed', { status: 403 });
    const { language } = pages.view(request, reply);
    const externalId = Buffer.from(petitions.keys.personHash('site account', proven.nationalId)).toString('hex');
    const { result: citizenId } = await uow.run(`site.eid:${proven.once}`, async (tx) => {
      const citizen = await people.meet(tx, { channel: 'eid', externalId, language });
      await agreeOnSite(tx, citizen, { people, t, evidence: `site eid ${proven.once}` });
      return citizen.id;
    });
    await readers.remember(reply, { citizenId, by: 'eid' });
    return reply.header('cache-control', 'no-store').redirect(proven.to, 303);
  });

  scope.post('/petitions/:code/sign', HIDDEN, async (request, reply) => {
    const petition = await signable(request);
    const proven = await cookie.take(request, reply);
    if (proven?.step !== 'proven' || proven.code !== petition.petition.code)
      return answer(request, reply, petition, 'petition-site-sign-failed', { status: 403 });
    const { once, nationalId, issuer, age } = proven;
    const device = deviceOf(request, reply);
    const { result } = await uow.run(`petition.sign:${once}`, (tx) =>
      petitions.signatures.sign(tx, petition.petition.id, { nationalId, issuer, age }, device),
    );
    const key =
      result.type === 'already'
        ? 'petition-site-sign-already'
        : petition.profile.signatures === 'count'
          ? 'petition-site-sign-done'
          : 'petition-site-sign-done-shown';
    const receipt = pages.view(request, reply).t('petition-receipt', { receipt: result.receipt });
    return answer(request, reply, petition, key, { extra: html`<p>${receipt}</p>` });
  });
}
