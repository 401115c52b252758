import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const STYLE = read('./site.css');
const ICON = read('./icon.svg');

/** The address changes with the content, so that browsers may keep it for ever. */
export const STYLE_URL = `/site/style.${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`;

export function addAssets(scope: FastifyInstance): void {
  scope.get(STYLE_URL, { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(STYLE),
  );
  for (const path of ['/site/icon.svg', '/favicon.ico']) {
    scope.get(path, { schema: { hide: true } }, async (_request, reply) =>
      reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(ICON),
    );
  }
}
