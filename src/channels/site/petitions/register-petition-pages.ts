import type { FastifyInstance, FastifyRequest } from 'fastify';
import { toBuffer } from 'qrcode';
import { z } from 'zod';
import { describeSteps } from '../../../deadlines/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { isIn, LISTED_STATES, type PetitionView } from '../../../petitions/index.ts';
import { readForms } from '../forms.ts';
import { toCsv } from '../open-data/csv.ts';
import { FILTERS, type Filter, listPage, PAGE_SIZE } from './list-page.ts';
import { decisionsPage } from './log-pages.ts';
import { addLogRoutes } from './log-routes.ts';
import { atomFeed, LIST_COLUMNS, listRow, petitionJson } from './petition-data.ts';
import { petitionPage } from './petition-page.ts';
import type { PetitionPagesDeps } from './petition-pages-deps.ts';
import { regionMap } from './region-map.ts';
import { send } from './sending.ts';
import { shareCard } from './share-card.ts';
import { sheetPage, widgetPage } from './sheet-pages.ts';
import { addSignRoutes } from './sign-routes.ts';
import { addSupportRoutes } from './support-routes.ts';
import { addOwnRoutes } from './writing/own-routes.ts';
import { addWriteRoutes } from './writing/write-routes.ts';

const LIMIT = { rateLimit: { max: 300, timeWindow: '1 minute' } };
const HIDDEN = { schema: { hide: true }, config: LIMIT };
const FEED_ENTRIES = 50;
const OPEN_DATA_ROWS = 100_000;

const ListQuery = z.object({
  q: z.string().trim().max(80).default(''),
  show: z.enum(Object.keys(FILTERS) as [Filter, ...Filter[]]).catch('open'),
  order: z.enum(['newest', 'support']).catch('newest'),
  territory: z.string().max(20).nullable().default(null),
  page: z.coerce.number().int().min(0).max(10_000).catch(0),
});
const Code = z.object({ code: z.string().regex(/^[a-z2-9]{10}$/) });
/** `/petitions`: lists, pages, data, the log. Everything reads without scripts; nothing changes by being read. */
export async function registerPetitionPages(app: FastifyInstance, deps: PetitionPagesDeps): Promise<void> {
  const { pages, petitions, t, names, clock, publicUrl, botName, timezone, within, regionOf, readers } = deps;
  const { view: readModel } = petitions;

  async function found(request: FastifyRequest): Promise<PetitionView> {
    const code = Code.safeParse(request.params);
    const petition = code.success ? await readModel.view({ code: code.data.code }) : null;
    if (!petition || petition.petition.state === 'draft' || petition.petition.state === 'withdrawn')
      throw new Refusal('petition.not_found', {});
    return petition;
  }

  /** Data and feeds hold what is in the lists; a petition that only its link opens is in neither. */
  async function listed(request: FastifyRequest): Promise<PetitionView> {
    const petition = await found(request);
    if (!isIn(LISTED_STATES, petition.petition.state)) throw new Refusal('petition.not_found', {});
    return petition;
  }

  /** Petitions that gather support now, by region. */
  async function byRegion(): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const { territoryCode, count } of await readModel.byTerritory(FILTERS.open)) {
      const region = regionOf(territoryCode);
      if (region) counts.set(region, (counts.get(region) ?? 0) + count);
    }
    return counts;
  }

  async function stepsOf(
    { thresholds, steps }: PetitionView,
    language: Language,
  ): Promise<ReadonlyMap<string, string[]>> {
    const duties = [...thresholds.flatMap(({ duty }) => (duty ? [duty] : [])), ...steps];
    const running = duties.flatMap(({ id, dueOn, metAt }) => (dueOn && !metAt ? [id] : []));
    const described = running.map(
      async (id): Promise<[string, string[]]> => [id, describeSteps(await petitions.dutyClocks.steps(id), language, t)],
    );
    return new Map(await Promise.all(described));
  }

  await pages.register(app, async (scope) => {
    readForms(scope);
    scope.get('/petitions', HIDDEN, async (request, reply) => {
      const view = pages.view(request, reply);
      const { q, show, order, territory, page } = ListQuery.parse(request.query);
      const result = await readModel.list({
        states: FILTERS[show],
        order,
        offset: page * PAGE_SIZE,
        limit: PAGE_SIZE,
        ...(q ? { words: q } : {}),
        ...(territory ? { territories: within(territory) } : {}),
      });
      const map = territory || q ? '' : regionMap(view, await byRegion(), { shapes: deps.shapes, names });
      const today = petitions.terms.today(await clock.now());
      const shown = { ...result, q, filter: show, order, page, territory, today };
      return pages.send(reply, view, listPage(view, shown, names, map));
    });

    scope.get('/petitions/decisions', HIDDEN, async (request, reply) => {
      const view = pages.view(request, reply);
      const today = petitions.terms.today(await clock.now());
      const [decisions, load] = await Promise.all([readModel.decisions(), petitions.desk.moderationLoad(today)]);
      return pages.send(reply, view, decisionsPage(view, decisions, load, names));
    });

    scope.get('/petitions/:code', HIDDEN, async (request, reply) => {
      const petition = await found(request);
      const view = pages.view(request, reply);
      const today = petitions.terms.today(await clock.now());
      const steps = await stepsOf(petition, view.language);
      const canSign = deps.identity !== null;
      const reader = await readers.of(request);
      const support = reader && (await readModel.supportOf(petition.petition.id, reader.citizen.id));
      const isOwn = reader?.citizen.id === petition.petition.citizenId;
      const onlooker = reader && { by: reader.by, support, isOwn };
      if (reader) reply.header('cache-control', 'no-store');
      const { id, territoryCode, openedAt } = petition.petition;
      const tiers = await petitions.tiers(id);
      const people = territoryCode && deps.populationOf(territoryCode, openedAt ?? (await clock.now()));
      const around = { names, today, botName: botName(), canSign, steps, publicUrl, onlooker, tiers, people };
      return pages.send(reply, view, petitionPage(view, petition, around));
    });

    scope.get('/petitions/:code/card.svg', HIDDEN, async (request, reply) => {
      const petition = await listed(request);
      const { language } = pages.view(request, reply);
      const address = `${publicUrl}/petitions/${petition.petition.code}`;
      return send(
        request,
        reply,
        'image/svg+xml; charset=utf-8',
        shareCard(petition, { t, language, address, day: (on) => names.day(on, language) }),
      );
    });
    scope.get('/petitions/:code/card.png', HIDDEN, async (request, reply) => {
      const petition = await listed(request);
      const { language } = pages.view(request, reply);
      const address = `${publicUrl}/petitions/${petition.petition.code}`;
      const png = await deps.paint(shareCard(petition, { t, language, address, day: (on) => names.day(on, language) }));
      return reply
        .type('image/png')
        .header('cache-control', 'public, max-age=300')
        .header('cross-origin-resource-policy', 'cross-origin')
        .send(png);
    });
    scope.get('/petitions/:code/sheet', HIDDEN, async (request, reply) => {
      const petition = await listed(request);
      const view = pages.view(request, reply);
      const address = `${publicUrl}/petitions/${petition.petition.code}`;
      return pages.send(
        reply,
        view,
        sheetPage(view, petition, { names, address, closesOn: petition.petition.closesOn }),
      );
    });
    scope.get('/petitions/:code/widget', HIDDEN, async (request, reply) => {
      const petition = await listed(request);
      const view = pages.view(request, reply);
      const address = `${publicUrl}/petitions/${petition.petition.code}`;
      // Any page may hold it: it knows nobody and does nothing.
      return reply
        .removeHeader('x-frame-options')
        .header(
          'content-security-policy',
          "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors *",
        )
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', 'public, max-age=60')
        .type('text/html; charset=utf-8')
        .serializer((text: unknown) => String(text))
        .send(widgetPage(view, petition, { names, address }));
    });
    scope.get('/petitions/:code/qr.png', HIDDEN, async (request, reply) => {
      const { petition } = await listed(request);
      const png = await toBuffer(`${publicUrl}/petitions/${petition.code}`, { width: 512, margin: 2 });
      return reply.type('image/png').header('cache-control', 'public, max-age=86400').send(png);
    });

    scope.get('/petitions/:code.json', HIDDEN, async (request, reply) => {
      const petition = await listed(request);
      const { id } = petition.petition;
      const [byDay, tiers] = await Promise.all([readModel.byDay(id, timezone), petitions.tiers(id)]);
      return send(
        request,
        reply,
        'application/json; charset=utf-8',
        JSON.stringify(petitionJson(petition, byDay, tiers)),
      );
    });
    scope.get('/petitions/:code.csv', HIDDEN, async (request, reply) => {
      const { petition } = await listed(request);
      const byDay = await readModel.byDay(petition.id, timezone);
      const rows = byDay.map(({ on, support }) => [on, support]);
      return send(request, reply, 'text/csv; charset=utf-8; header=present', toCsv(['on', 'support'], rows));
    });
    scope.get('/petitions/:code.atom', HIDDEN, async (request, reply) => {
      const petition = await listed(request);
      const { language } = pages.view(request, reply);
      const href = `${publicUrl}/petitions/${petition.petition.code}`;
      const entries = petition.timeline.map(({ at, type }, index) => ({
        id: `${href}#${index + 1}`,
        title: t(language, 'petition-event', { type }),
        at,
        href,
      }));
      const feed = { id: href, title: petition.text?.ask ?? '', self: `${href}.atom`, language };
      return send(request, reply, 'application/atom+xml; charset=utf-8', atomFeed(feed, entries.reverse()));
    });
    scope.get('/petitions/feed.atom', HIDDEN, async (request, reply) => {
      const { language } = pages.view(request, reply);
      const { items } = await readModel.list({ limit: FEED_ENTRIES });
      const entries = items.map(({ code, ask, openedAt }) => ({
        id: `${publicUrl}/petitions/${code}`,
        title: ask,
        at: openedAt ?? new Date(0),
        href: `${publicUrl}/petitions/${code}`,
      }));
      const self = `${publicUrl}/petitions/feed.atom`;
      const feed = { id: self, title: t(language, 'petition-site-title'), self, language };
      return send(request, reply, 'application/atom+xml; charset=utf-8', atomFeed(feed, entries));
    });

    scope.get('/open-data/petitions.json', HIDDEN, async (request, reply) => {
      const { items } = await readModel.list({ limit: OPEN_DATA_ROWS });
      const rows = items.map((item) => Object.fromEntries(listRow(item).map((value, at) => [LIST_COLUMNS[at], value])));
      return send(request, reply, 'application/json; charset=utf-8', JSON.stringify({ dataset: 'petitions', rows }));
    });
    scope.get('/open-data/petitions.csv', HIDDEN, async (request, reply) => {
      const { items } = await readModel.list({ limit: OPEN_DATA_ROWS });
      reply.header('content-disposition', 'attachment; filename="petitions.csv"');
      return send(request, reply, 'text/csv; charset=utf-8; header=present', toCsv(LIST_COLUMNS, items.map(listRow)));
    });

    addLogRoutes(scope, deps);
    addSignRoutes(scope, deps, found);
    addSupportRoutes(scope, deps, found);
    addWriteRoutes(scope, deps);
    addOwnRoutes(scope, deps);
  });
}
