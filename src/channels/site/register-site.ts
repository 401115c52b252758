import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { parseCaseNumber } from '../../appeals/index.ts';
import {
  type Jurisdiction,
  knownJurisdictions,
  loadJurisdiction,
  type WorkingCalendar,
} from '../../deadlines/index.ts';
import { Day, zoned } from '../../kernel/day.ts';
import { AgencyCode, TerritoryCode } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { FigureScope } from '../../transparency/index.ts';
import { addAssets } from './assets.ts';
import type { Page, View } from './layout.ts';
import { calendarPage } from './pages/calendar-page.ts';
import { type CaseSearch, casePage } from './pages/case-page.ts';
import { homePage } from './pages/home-page.ts';
import { agencyPage, opennessPage } from './pages/openness-pages.ts';
import { rulePage, rulesPage } from './pages/rules-pages.ts';
import { accessibilityPage, privacyPage, realBotPage } from './pages/word-pages.ts';
import type { SiteDeps } from './site-deps.ts';
import { addWellKnown, mailAddress } from './well-known.ts';

/** Numbers can be tried one after the other; twenty a minute leave no hope and disturb nobody. */
const CASE_LIMIT = { rateLimit: { max: 20, timeWindow: '1 minute' } };
const PAGE_LIMIT = { rateLimit: { max: 300, timeWindow: '1 minute' } };
const MAX_FOUND = 30;

const CaseQuery = z.object({ number: z.string().max(40).optional() });
const SearchQuery = z.object({ q: z.string().trim().max(80).default('') });
const FromQuery = z.object({ from: Day.optional() });
const Year = z.coerce.number().int().min(1900).max(2200);

/** The public site under `/`. Every page works without scripts and without an account. */
export async function registerSite(app: FastifyInstance, deps: SiteDeps): Promise<void> {
  const { pages, clock, timezone, figures, publicCases, register, tree, topicNames, law, texts } = deps;
  const jurisdictions = new Map(
    knownJurisdictions().map((code) => [code, code === law.code ? law : loadJurisdiction(code)]),
  );
  const shownJurisdictions = [...jurisdictions.values()]
    .filter(({ rulebook }) => rulebook.rules.length > 0)
    .map(({ code }) => code);

  const today = async () => zoned(await clock.now(), timezone).on;
  const calendarOf = (code: string): WorkingCalendar => {
    const known = jurisdictions.get(code);
    if (!known) throw new Refusal('site.not_found', {});
    return code === law.code ? deps.calendar() : known.calendar;
  };
  const agencyName = (language: Language) => (code: string) =>
    register.agency(AgencyCode.parse(code))?.name[language] ?? code;
  const naming = (language: Language) => ({
    name(scope: Exclude<FigureScope, 'all'>, key: string): string {
      if (scope === 'agency') return agencyName(language)(key);
      if (scope === 'topic') return topicNames.get(key)?.[language] ?? key;
      return tree.get(TerritoryCode.parse(key))?.name[language] ?? key;
    },
  });

  await pages.register(app, async (scope) => {
    addAssets(scope);
    addWellKnown(scope, deps);

    const page = (
      path: string,
      build: (view: View, request: FastifyRequest) => Page | Promise<Page>,
      config: object = PAGE_LIMIT,
    ) =>
      scope.get(path, { schema: { hide: true }, config }, async (request, reply) => {
        const view = pages.view(request, reply);
        return pages.send(reply, view, await build(view, request));
      });

    page('/', async (view) =>
      homePage(view, { chat: deps.chat(), snapshot: await figures.snapshot(), sections: pages.frame.sections }),
    );

    scope.get('/case', { schema: { hide: true }, config: CASE_LIMIT }, async (request, reply) => {
      const view = pages.view(request, reply);
      const { number: written } = CaseQuery.parse(request.query);
      reply.header('cache-control', 'no-store');
      return pages.send(reply, view, casePage(view, written ?? '', await lookUp(written), agencyName(view.language)));
    });

    async function lookUp(written: string | undefined): Promise<CaseSearch> {
      if (written === undefined || written.trim() === '') return { type: 'nothing_asked' };
      const number = parseCaseNumber(written);
      const found = number && (await publicCases.find(number));
      return found ? { type: 'found', case: found } : { type: 'unknown' };
    }

    page('/openness', async (view, request) => {
      const { q } = SearchQuery.parse(request.query);
      const words = q.toLocaleLowerCase(view.language).split(/\s+/);
      const on = await today();
      const found =
        q === ''
          ? []
          : register
              .inForce(on)
              .filter(({ name }) =>
                words.every((word) =>
                  Object.values(name).some((each) => each.toLocaleLowerCase(view.language).includes(word)),
                ),
              )
              .slice(0, MAX_FOUND);
      return opennessPage(view, {
        scope: 'agency',
        snapshot: await figures.snapshot(),
        naming: naming(view.language),
        found,
        query: q,
      });
    });
    for (const [path, scopeName] of [
      ['/openness/topics', 'topic'],
      ['/openness/regions', 'region'],
    ] as const) {
      page(path, async (view) =>
        opennessPage(view, {
          scope: scopeName,
          snapshot: await figures.snapshot(),
          naming: naming(view.language),
          found: [],
          query: '',
        }),
      );
    }
    page('/openness/:code', async (view, request) => {
      const { language } = view;
      const code = AgencyCode.safeParse((request.params as { code: string }).code).data;
      const agency = code && register.agency(code);
      if (!agency) throw new Refusal('site.not_found', {});
      const competences = register.competencesOf(agency.code, await today());
      const topics = [...topicNames]
        .filter(([id]) =>
          competences.some(
            ({ role, topics: some }) =>
              role === deps.roleOfTopic(id) && (some === null || some.some((topic) => topic === id)),
          ),
        )
        .map(([, name]) => name[language]);
      return agencyPage(view, {
        agency,
        superior: register.superiorsOf(agency.code)[0] ?? null,
        place: agency.territoryCode && tree.fullName(agency.territoryCode, language),
        topics,
        snapshot: await figures.snapshot(),
      });
    });

    const rules = (view: View, shown: Jurisdiction) =>
      rulesPage(view, {
        shown,
        own: law.code,
        all: shownJurisdictions,
        promised:
          shown.code === law.code
            ? {
                promises: deps.promises?.() ?? law.rulebook.promises,
                nameOf: (topicId) => topicNames.get(topicId)?.[view.language] ?? topicId,
              }
            : null,
      });
    page('/rules', (view) => rules(view, law));
    page('/rules/:key', async (view, request) => {
      const { key } = request.params as { key: string };
      const shown = jurisdictions.get(key);
      if (shown) return rules(view, shown);
      const holder = [...jurisdictions.values()].find(({ rulebook }) => rulebook.has(key));
      const editions = holder?.rulebook.editions(key) ?? [];
      const from = FromQuery.parse(request.query).from ?? (await today());
      const rule =
        editions.find(({ effective }) => (effective.from ?? from) <= from && from <= (effective.until ?? from)) ??
        editions.at(-1);
      if (!holder || !rule) throw new Refusal('site.not_found', {});
      return rulePage(view, { rule, editions, calendar: calendarOf(holder.code), from, own: law.code, texts });
    });

    const calendar = async (view: View, code: string, asked: string | undefined) => {
      const found = calendarOf(code);
      const year = asked === undefined ? Number((await today()).slice(0, 4)) : Year.safeParse(asked).data;
      const covered =
        year !== undefined &&
        year >= Number(found.coveredFrom.slice(0, 4)) &&
        year <= Number(found.coveredUntil.slice(0, 4));
      if (!covered) throw new Refusal('site.not_found', {});
      return calendarPage(view, { calendar: found, year, own: law.code });
    };
    page('/calendar', (view) => calendar(view, law.code, undefined));
    page('/calendar/:code', (view, request) => calendar(view, (request.params as { code: string }).code, undefined));
    page('/calendar/:code/:year', (view, request) => {
      const { code, year } = request.params as { code: string; year: string };
      return calendar(view, code, year);
    });

    page('/real-bot', (view) => realBotPage(view, deps.chat()));
    page('/privacy', privacyPage);
    page('/accessibility', (view) => accessibilityPage(view, mailAddress(deps.contactMail)));

    // Unknown addresses of people get a page; those of programs keep the answer that programs understand.
    scope.get('/*', { schema: { hide: true }, config: PAGE_LIMIT }, (request: FastifyRequest, reply: FastifyReply) => {
      const isForPeople =
        (request.headers.accept ?? '').includes('text/html') &&
        !/^\/(api|sim|open311|telegram|slack)\//.test(request.url);
      return isForPeople ? pages.notFound(request, reply) : reply.callNotFound();
    });
  });
}
