import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html } from 'ghtml';
import { z } from 'zod';
import { Refusal } from '../../../kernel/refusal.ts';
import { acceptsSupport, type PetitionView } from '../../../petitions/index.ts';
import { notice } from '../parts.ts';
import type { PetitionPagesDeps } from './petition-pages-deps.ts';

const LIMIT = { rateLimit: { max: 20, timeWindow: '1 minute' } };
const HIDDEN = { schema: { hide: true }, config: LIMIT };
const COOKIE = 'dauys_sign';
const KEEP_SECONDS = 600;
/** A number the browser keeps, so that a crowd signing from one machine can be noticed; it is stored nowhere as it is. */
const DEVICE_COOKIE = 'dauys_device';
const DEVICE_SECONDS = 180 * 86_400;

/** What the person's own browser keeps while they prove who they are; sealed, so that it cannot be read or made up. */
const Pending = z.object({
  step: z.literal('left'),
  code: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  until: z.number(),
});
const Proven = z.object({
  step: z.literal('proven'),
  code: z.string(),
  once: z.string(),
  nationalId: z.string(),
  issuer: z.string(),
  age: z.number().nullable(),
  until: z.number(),
});
const Kept = z.discriminatedUnion('step', [Pending, Proven]);
type Kept = z.infer<typeof Kept>;

/**
 * `/petitions/:code/sign`: to the eID and back, then one button. Only that POST signs: a link that a mail scanner or a
 * preview opens changes nothing.
 */
export function addSignRoutes(
  scope: FastifyInstance,
  deps: PetitionPagesDeps,
  found: (request: FastifyRequest) => Promise<PetitionView>,
): void {
  const { pages, petitions, identity, sealing, clock, uow, publicUrl } = deps;

  function keep(reply: FastifyReply, kept: Kept): void {
    reply.setCookie(COOKIE, Buffer.from(sealing.seal(JSON.stringify(kept), COOKIE)).toString('base64url'), {
      path: '/petitions',
      httpOnly: true,
      sameSite: 'lax',
      secure: publicUrl.startsWith('https:'),
      maxAge: KEEP_SECONDS,
    });
  }

  async function kept(request: FastifyRequest): Promise<Kept | null> {
    try {
      const sealed = Buffer.from(request.cookies[COOKIE] ?? '', 'base64url');
      const read = Kept.parse(JSON.parse(sealing.openText(sealed, COOKIE)));
      return read.until > (await clock.now()).getTime() ? read : null;
    } catch {
      return null;
    }
  }

  function deviceOf(request: FastifyRequest, reply: FastifyReply): string {
    const known = request.cookies[DEVICE_COOKIE] ?? '';
    if (/^[0-9a-f-]{36}$/.test(known)) return known;
    const device = randomUUID();
    reply.setCookie(DEVICE_COOKIE, device, {
      path: '/petitions',
      httpOnly: true,
      sameSite: 'lax',
      secure: publicUrl.startsWith('https:'),
      maxAge: DEVICE_SECONDS,
    });
    return device;
  }

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
    { petition, text }: PetitionView,
    key: string,
    extra = '',
    status = 200,
  ) {
    const view = pages.view(request, reply);
    reply.header('cache-control', 'no-store');
    return pages.send(
      reply,
      view,
      {
        title: text?.ask ?? '',
        section: 'petitions',
        hidden: true,
        trail: [{ href: `/petitions/${petition.code}`, label: view.t('petition-site-title') }],
        body: html`!${notice(html`<p role="status">${view.t(key)}</p>`)}!${extra}`,
      },
      status,
    );
  }

  scope.get('/petitions/:code/sign', HIDDEN, async (request, reply) => {
    const { petition } = await signable(request);
    if (!identity) throw new Refusal('petition.signatures_off', {});
    const { address, pending } = await identity.begin();
    const until = (await clock.now()).getTime() + KEEP_SECONDS * 1_000;
    keep(reply, { step: 'left', code: petition.code, ...pending, until });
    return reply.header('cache-control', 'no-store').redirect(address);
  });

  scope.get('/petitions/eid/callback', HIDDEN, async (request, reply) => {
    const left = await kept(request);
    reply.clearCookie(COOKIE, { path: '/petitions' });
    if (left?.step !== 'left' || !identity) throw new Refusal('petition.proof_stale', {});
    const petition = await petitions.view.view({ code: left.code });
    if (!petition) throw new Refusal('petition.not_found', {});
    let person: Awaited<ReturnType<typeof identity.finish>>;
    try {
      person = await identity.finish(new URL(request.url, publicUrl), left);
    } catch {
      // Whatever was wrong with the proof, there is none: a used code, another's nonce, an old token.
      return answer(request, reply, petition, 'petition-site-sign-failed', '', 403);
    }
    const once = randomUUID();
    const until = (await clock.now()).getTime() + KEEP_SECONDS * 1_000;
    keep(reply, { step: 'proven', code: left.code, once, ...person, until });
    const { t } = pages.view(request, reply);
    const form = html`<form method="post" action="/petitions/${left.code}/sign"><button>${t('petition-site-sign-confirm')}</button></form>`;
    return answer(request, reply, petition, 'petition-site-sign-sure', form);
  });

  // A form without fields: browsers send it with a body type of its own.
  scope.addContentTypeParser('application/x-www-form-urlencoded', { bodyLimit: 1_000 }, (_request, _payload, done) =>
    done(null, undefined),
  );
  scope.post('/petitions/:code/sign', HIDDEN, async (request, reply) => {
    const petition = await signable(request);
    const proven = await kept(request);
    reply.clearCookie(COOKIE, { path: '/petitions' });
    if (proven?.step !== 'proven' || proven.code !== petition.petition.code)
      return answer(request, reply, petition, 'petition-site-sign-failed', '', 403);
    const { once, nationalId, issuer, age } = proven;
    const device = deviceOf(request, reply);
    const { result } = await uow.run(`petition.sign:${once}`, (tx) =>
      petitions.signatures.sign(tx, petition.petition.id, { nationalId, issuer, age }, device),
    );
    const { t } = pages.view(request, reply);
    const key =
      result.type === 'already'
        ? 'petition-site-sign-already'
        : petition.profile.signatures === 'count'
          ? 'petition-site-sign-done'
          : 'petition-site-sign-done-shown';
    return answer(request, reply, petition, key, html`<p>${t('petition-receipt', { receipt: result.receipt })}</p>`);
  });
}
