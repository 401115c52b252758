import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PetitionPagesDeps } from './petition-pages-deps.ts';

const COOKIE = 'dauys_sign';
const KEEP_SECONDS = 600;

/** What the person's own browser keeps while they prove who they are; sealed, so that it cannot be read or made up. */
const Pending = z.object({
  step: z.literal('left'),
  /** The petition to sign; null when they only want to be known here. */
  code: z.string().nullable(),
  /** Where they want to go then. */
  to: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});
const Proven = z.object({
  step: z.literal('proven'),
  code: z.string().nullable(),
  to: z.string(),
  once: z.string(),
  nationalId: z.string(),
  issuer: z.string(),
  age: z.number().nullable(),
});
const Kept = z.discriminatedUnion('step', [Pending, Proven]);
type Kept = z.infer<typeof Kept>;
const Sealed = z.object({ kept: Kept, until: z.number() });

type Deps = Pick<PetitionPagesDeps, 'sealing' | 'clock' | 'publicUrl'>;

/** Ten minutes between leaving for the eID and the last button. */
export function createEidCookie({ sealing, clock, publicUrl }: Deps) {
  return {
    async keep(reply: FastifyReply, kept: Kept): Promise<void> {
      const until = (await clock.now()).getTime() + KEEP_SECONDS * 1_000;
      const sealed = Buffer.from(sealing.seal(JSON.stringify({ kept, until }), COOKIE)).toString('base64url');
      reply.setCookie(COOKIE, sealed, {
        path: '/petitions',
        httpOnly: true,
        sameSite: 'lax',
        secure: publicUrl.startsWith('https:'),
        maxAge: KEEP_SECONDS,
      });
    },

    /** What was kept, and the cookie goes: every step is good once. */
    async take(request: FastifyRequest, reply: FastifyReply): Promise<Kept | null> {
      reply.clearCookie(COOKIE, { path: '/petitions' });
      try {
        const sealed = Buffer.from(request.cookies[COOKIE] ?? '', 'base64url');
        const { kept, until } = Sealed.parse(JSON.parse(sealing.openText(sealed, COOKIE)));
        return until > (await clock.now()).getTime() ? kept : null;
      } catch {
        return null;
      }
    },
  };
}
