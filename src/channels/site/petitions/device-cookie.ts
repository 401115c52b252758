import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'dauys_device';
const SECONDS = 180 * 86_400;

/** A number the browser keeps, so that a crowd behind one machine can be noticed; it is stored nowhere as it is. */
export function createDeviceCookie({ publicUrl }: { publicUrl: string }) {
  return function deviceOf(request: FastifyRequest, reply: FastifyReply): string {
    const known = request.cookies[NAME] ?? '';
    if (/^[0-9a-f-]{36}$/.test(known)) return known;
    const device = randomUUID();
    reply.setCookie(NAME, device, {
      path: '/petitions',
      httpOnly: true,
      sameSite: 'lax',
      secure: publicUrl.startsWith('https:'),
      maxAge: SECONDS,
    });
    return device;
  };
}
