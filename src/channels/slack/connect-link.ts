import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const LASTS_MS = 30 * 60_000;
const Claim = z.object({ externalId: z.string(), account: z.string(), until: z.number() });

/** A link that says "this Slack account asks to be connected", signed, good for half an hour. */
export function createConnectLinks({
  secret,
  publicUrl,
  realNow,
}: {
  secret: string;
  publicUrl: string;
  realNow: () => Date;
}) {
  const sign = (payload: string): string =>
    createHmac('sha256', `officer-connect:${secret}`).update(payload).digest('base64url');

  return {
    make(externalId: string, account: string): string {
      const payload = Buffer.from(
        JSON.stringify({ externalId, account, until: realNow().getTime() + LASTS_MS }),
      ).toString('base64url');
      return `${publicUrl}/officers/connect?token=${payload}.${sign(payload)}`;
    },

    read(token: string): { externalId: string; account: string } | null {
      const [payload = '', signature = ''] = token.split('.');
      const given = Buffer.from(signature);
      const expected = Buffer.from(sign(payload));
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
      const claim = Claim.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
      return claim.success && claim.data.until > realNow().getTime() ? claim.data : null;
    },
  };
}
export type ConnectLinks = ReturnType<typeof createConnectLinks>;
