import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const sendJson = (request: FastifyRequest, reply: FastifyReply, body: unknown): FastifyReply =>
  send(request, reply, 'application/json; charset=utf-8', JSON.stringify(body));

/** An unchanged file is not sent again; any site may read it. */
export function send(request: FastifyRequest, reply: FastifyReply, type: string, body: string): FastifyReply {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  reply
    .type(type)
    .header('etag', etag)
    .header('cache-control', 'public, max-age=60')
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .serializer((text: unknown) => String(text));
  return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(body);
}
