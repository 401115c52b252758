import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Update } from 'grammy/types';
import { z } from 'zod';
import type { Intake } from './intake.ts';

/** Only what everything else relies on; the rest is read where it is used. */
const IncomingUpdate = z.looseObject({ update_id: z.number().int().nonnegative() });

/** `POST /telegram/webhook`. 200 is said only after the update is stored; anything else makes Telegram deliver again. */
export function registerWebhook(
  app: FastifyInstance,
  { intake, secret }: { intake: Pick<Intake, 'accept'>; secret: string },
): void {
  const expected = Buffer.from(secret);
  app.post('/telegram/webhook', { bodyLimit: 1_000_000, config: { rateLimit: false } }, async (request, reply) => {
    const given = Buffer.from(String(request.headers['x-telegram-bot-api-secret-token'] ?? ''));
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return reply.code(401).send();
    const update = IncomingUpdate.safeParse(request.body);
    if (!update.success) return reply.code(400).send();
    await intake.accept([update.data as unknown as Update]);
    return reply.code(200).send();
  });
}
