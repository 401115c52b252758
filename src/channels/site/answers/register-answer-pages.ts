import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { PublicArchive } from '../../../knowledge/index.ts';
import type { SitePages } from '../site-pages.ts';
import { answerPage, answersPage } from './answer-pages.ts';

interface Deps {
  readonly pages: SitePages;
  readonly archive: PublicArchive;
  readonly dayText: (on: Day, language: Language) => string;
}

const PAGE = 40;
const LIMIT = { rateLimit: { max: 120, timeWindow: '1 minute' } };
const Query = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  page: z.coerce.number().int().min(0).max(1_000).catch(0).default(0),
});

/** The public archive of approved answers. */
export async function registerAnswerPages(app: FastifyInstance, { pages, archive, dayText }: Deps): Promise<void> {
  await pages.register(app, async (scope) => {
    const options = { schema: { hide: true }, config: LIMIT } as const;

    scope.get('/answers', options, async (request, reply) => {
      const view = pages.view(request, reply);
      const { q, page } = Query.parse(request.query);
      const total = await archive.count();
      const found = q
        ? await archive.find(q, view.language, PAGE)
        : await archive.list(view.language, { offset: page * PAGE, limit: PAGE + 1 });
      const items = found.slice(0, PAGE);
      return pages.send(reply, view, answersPage(view, { q, items, page, total, hasMore: found.length > PAGE }));
    });

    scope.get('/answers/:id', options, async (request, reply) => {
      const view = pages.view(request, reply);
      const source = await archive.source((request.params as { id: string }).id.slice(0, 120), view.language);
      if (!source) throw new Refusal('site.not_found', {});
      return pages.send(
        reply,
        view,
        answerPage(view, source, (on) => dayText(on, view.language)),
      );
    });
  });
}
