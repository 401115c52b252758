import type { FastifyInstance } from 'fastify';
import { html } from 'ghtml';
import type { SiteDeps } from './site-deps.ts';

const SIX_MONTHS_MS = 180 * 86_400_000;
/** Pages for everybody; what belongs to one person or one number stays out. */
const PUBLIC_PATHS = [
  '/',
  '/openness',
  '/openness/topics',
  '/openness/regions',
  '/rules',
  '/calendar',
  '/petitions',
  '/surveys',
  '/real-bot',
  '/open-data',
  '/privacy',
  '/accessibility',
  '/case',
];

/** The bare address of `Name <address>`, the form in which senders are configured. */
export const mailAddress = (written: string | null): string | null =>
  /[^\s<>"]+@[^\s<>"]+/.exec(written ?? '')?.[0] ?? null;

/** Files that machines look for under fixed names. */
export function addWellKnown(scope: FastifyInstance, { publicUrl, clock, law, contactMail, pages }: SiteDeps): void {
  const hidden = { schema: { hide: true } };

  scope.get('/robots.txt', hidden, async (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(
        `User-agent: *\nDisallow: /case?\nDisallow: /console\nDisallow: /try\nDisallow: /api/\nDisallow: /telegram/\n\nSitemap: ${publicUrl}/sitemap.xml\n`,
      ),
  );

  scope.get('/sitemap.xml', hidden, async (_request, reply) => {
    const absent = new Set(
      (['petitions', 'surveys'] as const)
        .filter((section) => !pages.frame.sections.includes(section))
        .map((section) => `/${section}`),
    );
    const paths = [
      ...PUBLIC_PATHS.filter((path) => !absent.has(path)),
      ...new Set(law.rulebook.rules.map(({ id }) => `/rules/${id}`)),
    ];
    return reply
      .type('application/xml; charset=utf-8')
      .header('cache-control', 'public, max-age=86400')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${paths
          .map((path) => html`<url><loc>${publicUrl}${path}</loc></url>`)
          .join('\n')}\n</urlset>\n`,
      );
  });

  scope.get('/.well-known/security.txt', hidden, async (_request, reply) => {
    const expires = new Date((await clock.now()).getTime() + SIX_MONTHS_MS).toISOString().replace(/\.\d+/, '');
    const address = mailAddress(contactMail);
    const contact = address ? `mailto:${address}` : `${publicUrl}/real-bot#report`;
    return reply
      .type('text/plain; charset=utf-8')
      .send(
        `Contact: ${contact}\nExpires: ${expires}\nPreferred-Languages: kk, ru, en\nCanonical: ${publicUrl}/.well-known/security.txt\n`,
      );
  });
}
