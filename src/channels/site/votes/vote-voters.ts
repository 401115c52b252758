import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Voter } from '../../../participation/index.ts';
import type { Reader } from '../reader/site-readers.ts';
import type { VotePagesDeps } from './votes-deps.ts';

const COOKIE = 'dauys_vote';
const KEEP_SECONDS = 180 * 86_400;

/** Who votes here: somebody the site knows, whose vote is one with the chat's, or a browser that nobody knows. */
export function createVoters({
  sealing,
  publicUrl,
  readers,
}: Pick<VotePagesDeps, 'sealing' | 'publicUrl' | 'readers'>) {
  /** A browser keeps a number of its own, sealed so that it cannot be made up; it knows nobody. */
  function browserOf(request: FastifyRequest): string | null {
    try {
      const sealed = Buffer.from(request.cookies[COOKIE] ?? '', 'base64url');
      return z.uuid().parse(sealing.openText(sealed, COOKIE));
    } catch {
      return null;
    }
  }

  function remembered(request: FastifyRequest, reply: FastifyReply): { browser: string; isNew: boolean } {
    const known = browserOf(request);
    if (known) return { browser: known, isNew: false };
    const browser = randomUUID();
    reply.setCookie(COOKIE, Buffer.from(sealing.seal(browser, COOKIE)).toString('base64url'), {
      path: '/votes',
      httpOnly: true,
      sameSite: 'lax',
      secure: publicUrl.startsWith('https:'),
      maxAge: KEEP_SECONDS,
    });
    return { browser, isNew: true };
  }

  return {
    browserOf,

    /** `isNew`: this browser was seen for the first time, so that it has judged nothing yet. */
    async of(
      request: FastifyRequest,
      reply: FastifyReply,
      roundId: string,
    ): Promise<{ voter: Voter; reader: Reader | null; isNew: boolean }> {
      const reader = await readers.of(request);
      const { browser, isNew } = remembered(request, reply);
      if (!reader) return { voter: { id: browser, channel: 'browser' }, reader, isNew };
      // Many people from one browser can be noticed; another round's mark is another one.
      const device = sealing.blindIndex(browser, `votes ${roundId}`);
      return { voter: { id: reader.citizen.id, channel: 'site', device }, reader, isNew: false };
    },
  };
}
