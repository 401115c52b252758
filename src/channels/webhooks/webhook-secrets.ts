import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';

/** Both sign for a day after a rotation, so that the receiver may change over when it likes. */
export const WebhookSecrets = z.object({
  current: z.string(),
  previous: z.object({ secret: z.string(), until: z.coerce.date() }).nullable().default(null),
});
export type WebhookSecrets = z.infer<typeof WebhookSecrets>;

const OVERLAP_MS = 24 * 3_600_000;

export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export const rotated = ({ current }: WebhookSecrets, now: Date): WebhookSecrets => ({
  current: newSecret(),
  previous: { secret: current, until: new Date(now.getTime() + OVERLAP_MS) },
});

/** Headers of the Standard Webhooks specification. */
export function signedHeaders(
  secrets: WebhookSecrets,
  { id, at, body }: { id: string; at: Date; body: string },
): Record<string, string> {
  const valid = [
    secrets.current,
    ...(secrets.previous && secrets.previous.until > at ? [secrets.previous.secret] : []),
  ];
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': valid.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}
