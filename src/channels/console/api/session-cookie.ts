import type { FastifyReply } from 'fastify';
import { SESSION_COOKIE } from './access-decision.ts';

const MAX_AGE_SECONDS = 7 * 24 * 3600;

/** Guessing is slow. */
export const SIGN_IN_LIMIT = { max: 20, timeWindow: '1 minute' };

/** No script reads it, no other site sends it with a write. */
export function rememberSession(reply: FastifyReply, token: string, publicUrl: string): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: MAX_AGE_SECONDS,
  });
}
