import { join } from 'node:path';
import { createStaffRepository, postOf, staffName } from '../access/index.ts';
import { createSuperiors, createSuperiorsRepository, loadDirectory, readSuperiors } from '../agencies/index.ts';
import {
  createAnswerAssistant,
  createAppealsRepository,
  createBarredFrom,
  createCaseNews,
  createCasesReadModel,
  createCasesService,
  createComplaintsRepository,
  createComplaintsService,
  createDesk,
  createDraftsService,
  createHearingService,
  createKeptParts,
  createMatterRouter,
  createRemindersService,
  createShapingService,
  createTermHistory,
  createThreadRepository,
  createTicketsService,
  createTriageService,
} from '../appeals/index.ts';
import { createCitizensRepository, createCitizensService } from '../citizens/index.ts';
import {
  createCalendarsRepository,
  createClockEventsRepository,
  createClocksService,
  createDuePointsRepository,
  createPromisesRepository,
  loadJurisdiction,
} from '../deadlines/index.ts';
import { createFormSessions } from '../forms/index.ts';
import { createJournal } from '../journal/index.ts';
import { createSimilarFinder } from '../journeys/find-similar.ts';
import { type Day, zoned } from '../kernel/day.ts';
import type { AgencyCode, AppealId, CitizenId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { createNotificationsRepository } from '../notifications/index.ts';
import type { Config } from '../platform/config/config.ts';
import { createClock } from '../platform/db/business-clock.ts';
import type { Database } from '../platform/db/database.ts';
import { createUnitOfWork } from '../platform/db/unit-of-work.ts';
import { createDirectoryFileStore } from '../platform/files/index.ts';
import type { Log } from '../platform/log/log.ts';
import { loadTexts } from '../platform/texts/texts.ts';
import { createMask, createSealing } from '../privacy/index.ts';
import { createMessageRouter, createSimilarCasesRepository } from '../routing/index.ts';
import { createLiveTerritories, createTerritoryEditsRepository } from '../territories/index.ts';
import { composeAnswering } from './answering.ts';
import { createCalendarPlaces } from './calendar-places.ts';
import { composeCitizenSafety } from './citizen-safety.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { composeKnowledge } from './knowledge.ts';
import { createLanguageModel } from './language-model.ts';
import { createLiveRegister } from './live-register.ts';
import { createNames } from './names.ts';
import type { Secrets } from './secrets.ts';
import { loadTopicReader } from './topic-reader.ts';

interface Inputs {
  readonly database: Database;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly jurisdiction: Jurisdiction;
  readonly timezone: string;
  readonly dataDir: string;
  /** Unset: no model is asked. */
  readonly models?: Config['models'];
  /** Called with ids of notifications after their commit: the fast path out of the outbox. */
  readonly onTold: (ids: readonly string[]) => void;
}

/** Database → repositories → services, in that order. Channels are built on the result in `start.ts`. */
export async function compose({ database, log, secrets, jurisdiction, timezone, dataDir, models, onTold }: Inputs) {
  const { prisma: db } = database;
  const texts = loadTexts();
  const clock = createClock(db);
  const uow = createUnitOfWork(db, log);
  const sealing = createSealing(secrets.dataKeys);
  const mask = createMask(jurisdiction.privacy);
  const files = createDirectoryFileStore(join(dataDir, 'files'), sealing);
  const journal = createJournal(db);

  const territoryEdits = createTerritoryEditsRepository(db);
  const territories = createLiveTerritories(
    jurisdiction.territories,
    territoryEdits,
    async () => zoned(await clock.now(), timezone).on,
  );
  await territories.refresh();
  const { tree, gazetteer } = territories;
  const directory = await loadDirectory(db, jurisdiction.directory);
  const register = createLiveRegister(directory, () => loadDirectory(db, jurisdiction.directory), territories);
  const names = createNames({ register, tree, jurisdiction, timezone });

  const law = loadJurisdiction(jurisdiction.code);
  const calendars = createCalendarsRepository(db, law.calendarData, createCalendarPlaces(register, tree));
  await calendars.refresh();
  const promises = createPromisesRepository(db, law.code, law.rulebook.promises);
  await promises.refresh();
  const ledger = createClockEventsRepository(db);
  const clocks = createClocksService({
    rulebook: law.rulebook,
    calendars,
    ledger,
    promises,
    duePoints: createDuePointsRepository(),
  });

  const citizensRepository = createCitizensRepository(db);
  const citizens = createCitizensService({ citizens: citizensRepository, sealing, privacyRules: jurisdiction.privacy });
  const notifications = createNotificationsRepository(db, { onTold });
  const forms = createFormSessions();

  const { reader, readWith, detectUrgency, emergencyAdvice } = loadTopicReader(jurisdiction);
  const routeMessage = createMessageRouter({ reader, gazetteer, register, detectUrgency });
  const router = createMatterRouter({ routeMessage, register, procedures: jurisdiction.proceduresByKind });

  const appeals = createAppealsRepository();
  const thread = createThreadRepository(db);
  const news = createCaseNews({ notifications });
  const { templates, answers, worklist, worklistRepository } = composeAnswering({
    db,
    thread,
    journal,
    mask,
    sealing,
    names,
    appeals,
    notifications,
    timezone,
  });
  const desk = createDesk({ appeals, journal, news, terms: clocks, onMoved: worklist.moved });
  const superiors = createSuperiorsRepository(db, readSuperiors(join(jurisdiction.folder, 'superiors.json')));
  await superiors.refresh();
  const superiorOn = createSuperiors(register.agency, superiors.rows);
  const addressees = {
    exists: (code: Parameters<typeof register.agency>[0]) => register.agency(code) !== null,
    connection: (code: Parameters<typeof register.agency>[0]) => register.agency(code)?.connection ?? ('none' as const),
    superiorOn: (code: Parameters<typeof register.agency>[0], on: Day) => superiorOn(code, on)?.code ?? null,
  };
  const drafts = createDraftsService({ appeals, thread, journal, news, router, mask, sealing, timezone });
  const hearings = createHearingService({
    appeals,
    thread,
    news,
    desk,
    terms: clocks,
    mask,
    sealing,
    own: drafts.own,
  });
  const complaintsRepository = createComplaintsRepository(db);
  const barredFrom = createBarredFrom(journal);
  const complaints = createComplaintsService({
    barredFrom,
    appeals,
    complaints: complaintsRepository,
    thread,
    journal,
    news,
    router,
    addressees,
    desk,
    terms: clocks,
    mask,
    sealing,
    own: drafts.own,
  });
  const reminders = createRemindersService({ appeals, thread, journal, news, timezone, own: drafts.own });
  const cases = createCasesService({
    appeals,
    thread,
    journal,
    news,
    addressees,
    desk,
    keptParts: createKeptParts({ appeals, thread, journal, news, mask, sealing }),
    mask,
    sealing,
    own: drafts.own,
  });
  const triage = createTriageService({ appeals, thread, journal, news, router, addressees, desk, mask, sealing });
  const staff = createStaffRepository(db);
  const postsOf = async (agencyCode: AgencyCode) =>
    (await staff.list(agencyCode))
      .filter(({ state }) => state === 'active')
      .map((person) => ({ id: person.id, name: staffName(person), post: postOf(person) }));
  const tickets = createTicketsService({
    appeals,
    thread,
    journal,
    news,
    router,
    addressees,
    desk,
    assertActAllowed: hearings.assertActAllowed,
    guardComplaint: complaints.guard,
    mask,
    sealing,
    answers,
    mention: worklist.mention,
    joinedTo: (tx, id) => worklistRepository.childrenOf(id, tx),
    postsOf,
    terms: clocks,
  });
  const shaping = createShapingService({
    appeals,
    desk,
    news,
    router,
    addressees,
    mask,
  });
  const similar = createSimilarCasesRepository(db);
  const similarFinder = createSimilarFinder({ uow, journal, similar, notifications });
  const casesView = createCasesReadModel({
    countAlike: similar.openNearby,
    db,
    thread,
    clock,
    timezone,
    terms: clocks,
    complaints: complaintsRepository,
    barredFrom,
  });

  const termHistory = createTermHistory(db);

  const safety = composeCitizenSafety({
    db,
    appeals,
    citizens,
    drafts,
    journal,
    news,
    notifications,
    sealing,
    jurisdiction,
    desk,
    router,
    timezone,
  });

  const model = createLanguageModel(models, log);
  const hasModel = Boolean(models?.textModel && (models.apiKey || models.baseUrl));
  const knowledge = composeKnowledge({
    database,
    uow,
    journal,
    clock,
    mask,
    model,
    timezone,
    folder: jurisdiction.folder,
    hasModel,
    ...(models?.embeddingModel && (models.apiKey || models.baseUrl)
      ? { embeddingModel: { apiKey: models.apiKey, baseUrl: models.baseUrl, model: models.embeddingModel } }
      : {}),
  });

  const assistant = createAnswerAssistant({
    model,
    mask,
    findPassages: async (text, language, limit) =>
      (await knowledge.search.find(text, language, limit)).map(({ passage: { source, title, body } }) => ({
        source,
        title,
        body,
      })),
  });

  return {
    model,
    knowledge,
    ask: knowledge.ask,
    database,
    db,
    log,
    texts,
    t: texts.t,
    clock,
    uow,
    sealing,
    mask,
    files,
    journal,
    timezone,
    jurisdiction,
    territories,
    territoryEdits,
    tree,
    gazetteer,
    directory,
    register,
    names,
    law,
    calendars,
    promises,
    clocks,
    citizens,
    citizensRepository,
    notifications,
    forms,
    reader,
    readWith,
    routeMessage,
    router,
    emergencyAdvice,
    appeals,
    thread,
    news,
    drafts,
    cases,
    triage,
    tickets,
    postsOf,
    monitors: () => staff.activeOf('monitor'),
    templates,
    answers,
    worklist,
    worklistRepository,
    shaping,
    assistant,
    hasModel,
    hearings,
    complaints,
    reminders,
    superiors,
    superiorOn,
    casesView,
    termHistory,
    similar,
    similarFinder,
    joinOthers: async (tx: Tx, id: AppealId, citizenId: CitizenId): Promise<void> =>
      similarFinder.join(tx, id, citizenId, (await thread.of(id, tx)).map(({ maskedText }) => maskedText).join(' ')),
    ...safety,
    addressees,
  };
}
export type Services = Awaited<ReturnType<typeof compose>>;
