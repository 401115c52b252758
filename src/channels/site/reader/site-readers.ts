import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Citizen, CitizensRepository } from '../../../citizens/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { CitizenId } from '../../../kernel/ids.ts';
import type { Sealing } from '../../../privacy/index.ts';

const COOKIE = 'dauys_reader';
const KEEP_SECONDS = 12 * 3_600;

const Kept = z.object({ citizenId: CitizenId, by: z.enum(['chat', 'eid']), until: z.number() });

/** Somebody the site knows: by a link out of their own chat, or by an eID. */
export interface Reader {
  readonly citizen: Citizen;
  readonly by: 'chat' | 'eid';
}

interface Deps {
  readonly citizens: Pick<CitizensRepository, 'read'>;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly publicUrl: string;
}

/** Who reads the site, as a sealed cookie of half a day: nothing is stored, and another site's form cannot use it. */
export function createSiteReaders({ citizens, sealing, clock, publicUrl }: Deps) {
  const cookie = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: publicUrl.startsWith('https:'),
  };
  return {
    async of(request: FastifyRequest): Promise<Reader | null> {
      const raw = request.cookies[COOKIE];
      if (!raw) return null;
      try {
        const kept = Kept.parse(JSON.parse(sealing.openText(Buffer.from(raw, 'base64url'), COOKIE)));
        if (kept.until <= (await clock.now()).getTime()) return null;
        const citizen = await citizens.read(kept.citizenId);
        return citizen && citizen.state !== 'erased' ? { citizen, by: kept.by } : null;
      } catch {
        return null;
      }
    },

    async remember(reply: FastifyReply, who: { citizenId: CitizenId; by: Reader['by'] }): Promise<void> {
      const until = (await clock.now()).getTime() + KEEP_SECONDS * 1_000;
      const sealed = Buffer.from(sealing.seal(JSON.stringify({ ...who, until }), COOKIE)).toString('base64url');
      reply.setCookie(COOKIE, sealed, { ...cookie, maxAge: KEEP_SECONDS });
    },

    forget: (reply: FastifyReply): void => void reply.clearCookie(COOKIE, cookie),
  };
}
export type SiteReaders = ReturnType<typeof createSiteReaders>;
