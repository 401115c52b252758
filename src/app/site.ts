import { createAccessService, createSessionsRepository, createStaffRepository } from '../access/index.ts';
import { createOpen311Repository, registerOpen311 } from '../channels/open311/index.ts';
import { registerAnswerPages } from '../channels/site/answers/register-answer-pages.ts';
import { createSitePages, registerSite } from '../channels/site/index.ts';
import { registerOpenData } from '../channels/site/open-data/register-open-data.ts';
import { createOpenIdProvider, registerPetitionPages } from '../channels/site/petitions/index.ts';
import { registerReaderPages } from '../channels/site/reader/register-reader-pages.ts';
import { createSiteReaders } from '../channels/site/reader/site-readers.ts';
import { registerSurveyPages } from '../channels/site/surveys/index.ts';
import { registerVotePages } from '../channels/site/votes/index.ts';
import { zoned } from '../kernel/day.ts';
import { TerritoryCode, TopicId } from '../kernel/ids.ts';
import type { Config } from '../platform/config/config.ts';
import type { HttpServer } from '../platform/http/index.ts';
import { regionShapes } from '../territories/index.ts';
import {
  createFiguresReadModel,
  createFiguresRefresh,
  createFiguresRepository,
  createPublicCasesReadModel,
  createRegistrationTerm,
} from '../transparency/index.ts';
import type { Services } from './compose.ts';
import type { Participation } from './participation.ts';

interface Options {
  readonly publicUrl: string;
  readonly identity: Config['identity'];
  readonly contactMail: string | null;
  /** Name of the bot without `@`; null in the simulator and until Telegram has told it. */
  readonly botName: () => string | null;
  readonly simulated: boolean;
}

/** The public side: site, open data, Open311. */
export function createPublicSide(
  services: Services,
  { petitions, votes, surveys, newSecret, paint, suggestAddressees, entryLinks, tierOf }: Participation,
  { publicUrl, identity, contactMail, botName, simulated }: Options,
) {
  const { db, uow, log, texts, t, clock, timezone, register, tree, directory, jurisdiction, law, calendars, names } =
    services;
  const calendar = calendars.current;
  const figures = createFiguresReadModel(db);
  const pages = createSitePages(
    { t, publicUrl, sections: ['petitions', 'surveys', 'answers', 'case', 'openness', 'rules'] },
    log,
  );
  const access = createAccessService({
    staff: createStaffRepository(db),
    sessions: createSessionsRepository(db),
    units: uow,
    journal: services.journal,
    sealing: services.sealing,
    agencyExists: (code) => register.agency(code) !== null,
    realNow: () => new Date(),
  });

  const refreshFigures = createFiguresRefresh({
    figures: createFiguresRepository(db),
    uow,
    clock,
    timezone,
    registrationDueOn: createRegistrationTerm({ rulebook: law.rulebook, calendar }),
    regionOf: (code) => tree.lineage(TerritoryCode.parse(code)).at(-1)?.code ?? null,
  });

  async function registerRoutes(http: HttpServer): Promise<void> {
    const app = http as never;
    await registerSite(app, {
      pages,
      texts,
      clock,
      timezone,
      publicUrl,
      figures,
      publicCases: createPublicCasesReadModel({ db, timezone }),
      register,
      tree,
      topicNames: jurisdiction.topicNames,
      roleOfTopic: (topicId) => directory.topicRoles.get(TopicId.parse(topicId)) ?? null,
      law,
      calendar,
      promises: services.promises.current,
      chat: () => {
        const bot = botName();
        if (simulated) return { href: '/try', botName: null };
        return bot ? { href: `https://t.me/${bot}`, botName: `@${bot}` } : null;
      },
      contactMail,
    });
    await registerAnswerPages(app, { pages, archive: services.knowledge.archive, dayText: names.day });
    await registerOpenData(app, {
      pages,
      t,
      directory,
      topicNames: jurisdiction.topicNames,
      tree,
      figures,
      own: jurisdiction.code,
      calendar,
      promises: services.promises.current,
    });
    const { issuer, clientId, clientSecret } = identity;
    const { citizensRepository, citizens, sealing } = services;
    const readers = createSiteReaders({ citizens: citizensRepository, sealing, clock, publicUrl });
    const hasEid = Boolean(issuer && clientId && clientSecret);
    await registerReaderPages(app, {
      pages,
      readers,
      links: entryLinks,
      citizens: citizensRepository,
      people: citizens,
      t,
      uow,
      clock,
      botName,
      hasEid,
    });
    await registerPetitionPages(app, {
      pages,
      petitions,
      t,
      names,
      clock,
      uow,
      sealing: services.sealing,
      timezone,
      publicUrl,
      botName,
      shapes: regionShapes(jurisdiction.territories.outlines),
      regionOf: (code) => tree.lineage(TerritoryCode.parse(code)).at(-1)?.code ?? null,
      populationOf: (code, at) => tree.population(code, zoned(at, timezone).on),
      within: (code) => {
        const place = TerritoryCode.parse(code);
        return tree.all.filter((unit) => tree.isWithin(unit.code, place)).map((unit) => unit.code);
      },
      paint,
      readers,
      people: citizens,
      tierOf,
      suggestAddressees,
      findPlace(words, near) {
        const { place } = services.gazetteer.readAddress(words, near ? { near } : {});
        return place.type === 'found' ? place.mention.code : null;
      },
      rememberPlace: async (tx, id, place) =>
        void (await citizens.rememberTerritory(tx, await citizensRepository.get(tx, id), place)),
      identity:
        issuer && clientId && clientSecret
          ? createOpenIdProvider({
              issuer,
              clientId,
              clientSecret,
              callback: `${publicUrl}/petitions/eid/callback`,
              now: () => new Date(),
            })
          : null,
    });
    await registerVotePages(app, { pages, votes, names, clock, uow, sealing, publicUrl, botName, readers, hasEid });
    await registerSurveyPages(app, {
      pages,
      surveys,
      uow,
      clock,
      timezone,
      agencyName: names.agency,
      dayText: names.day,
      newToken: newSecret,
    });
    await registerOpen311(app, {
      // Operators make keys for applications: with `tickets:write` alone such a key reads nothing in the console.
      clients: {
        find: async (apiKey) => {
          const found = await access.authenticateToken(apiKey);
          return found?.staff.role === 'operator' && found.scopes.includes('tickets:write')
            ? { id: found.staff.id }
            : null;
        },
      },
      requests: createOpen311Repository(db),
      drafts: services.drafts,
      cases: services.cases,
      citizens: services.citizens,
      uow,
      clock,
      timezone,
      calendar,
      promises: services.promises.current,
      directory,
      topicNames: jurisdiction.topicNames,
      tree,
      t,
      log,
      publicUrl,
      jurisdictionId: jurisdiction.code,
      portalUrl: jurisdiction.statePortal.url,
      isTest: simulated,
      contact: contactMail ?? publicUrl,
    });
  }

  return { registerRoutes, refreshFigures };
}
