import {
  createAccessService,
  createSeenTicketsRepository,
  createSessionsRepository,
  createStaffRepository,
  readDemoStaff,
  seedDemoStaff,
} from '../access/index.ts';
import { createAgenciesRepository } from '../agencies/index.ts';
import {
  createConsoleApi,
  createConsolePages,
  createConsoleReadModel,
  createLiveNews,
  createTriageAdvice,
  type DeclaredRoute,
  demoSignInLinks,
} from '../channels/console/index.ts';
import { createUpdatesRepository } from '../channels/telegram/index.ts';
import { zoned } from '../kernel/day.ts';
import type { HttpServer } from '../platform/http/index.ts';
import { createRelatedPeople } from './citizen-safety.ts';
import type { Services } from './compose.ts';
import { createKnowledgeConsole } from './knowledge-console.ts';
import { createNoticesDesk } from './operator-notices.ts';
import type { Participation } from './participation.ts';
import { composeRoutingCare, type RoutingCare } from './routing-care.ts';
import { createSurveysDesk } from './surveys-desk.ts';
import { createTermsDesk } from './terms.ts';

interface Options {
  readonly publicUrl: string;
  readonly participation: Participation;
  /** Messages per second that the bot's token may send. */
  readonly sendRate?: number;
  /** The bot's name without the sign, once it is known. */
  readonly botName?: () => string | null;
  /** Simulator mode: demonstration people sign in by a click. */
  readonly demo: boolean;
  /** Null until the channels of officers are there. */
  readonly channelDesk?: Parameters<typeof createConsoleApi>[0]['channelDesk'];
  /** Shared with the loops of this process. */
  readonly routingCare?: RoutingCare;
  readonly tiles?: { readonly url: string; readonly attribution: string } | undefined;
}

/** Staff access, the REST API under `/api/v1` and the pages under `/console`. */
export async function createConsoleChannel(
  services: Services,
  {
    publicUrl,
    participation,
    sendRate = 30,
    botName = () => null,
    demo,
    routingCare,
    channelDesk = () => null,
    tiles,
  }: Options,
) {
  const { database, db, log, uow, journal, sealing, register, tree, jurisdiction, clock, timezone } = services;
  const access = createAccessService({
    staff: createStaffRepository(db),
    sessions: createSessionsRepository(db),
    units: uow,
    journal,
    sealing,
    agencyExists: (code) => register.agency(code) !== null,
    realNow: () => new Date(),
  });
  if (demo) {
    const client = await database.pool.connect();
    try {
      await seedDemoStaff(client, readDemoStaff(jurisdiction.folder));
    } finally {
      client.release();
    }
  }
  const view = createConsoleReadModel(db);
  const live = createLiveNews({ view, log });

  const deps = {
    t: services.t,
    units: uow,
    access,
    seen: createSeenTicketsRepository(db),
    tickets: services.tickets,
    answers: services.answers,
    templates: services.templates,
    worklist: services.worklist,
    worklistRepository: services.worklistRepository,
    shaping: services.shaping,
    assistant: services.assistant,
    hasModel: services.hasModel,
    triage: services.triage,
    casesView: services.casesView,
    view,
    citizens: services.citizens,
    relatedPeople: createRelatedPeople(services),
    clocks: services.clocks,
    calendar: services.calendars.current,
    journal,
    sealing,
    agencies: createAgenciesRepository(db),
    register,
    postsOf: services.postsOf,
    territories: services.territories,
    territoryEdits: services.territoryEdits,
    superiors: services.superiors,
    superiorOn: services.superiorOn,
    promises: services.promises,
    channelDesk,
    directory: {
      agency: register.agency,
      agencies: () => register.inForce(zoned(new Date(), timezone).on),
      topics: jurisdiction.topicNames as ConsoleTopics,
      topicGroups: jurisdiction.topicGroups,
      territories: tree,
    },
    triageAdvice: createTriageAdvice(register),
    files: services.files,
    parkedUpdates: createUpdatesRepository(database),
    notices: createNoticesDesk(services),
    live,
    knowledge: createKnowledgeConsole(services),
    petitions: participation.petitions,
    votes: participation.votes,
    surveys: createSurveysDesk(services, participation, { sendRate, botName }),
    terms: createTermsDesk(services, participation.petitions),
    routing: routingCare ?? composeRoutingCare(services),
    clock,
    timezone,
    publicUrl,
    demo,
    tiles,
  };

  return {
    access,
    live,
    async registerRoutes(http: HttpServer, onRoutes?: (routes: readonly DeclaredRoute[]) => void): Promise<void> {
      await http.register(createConsoleApi(deps, onRoutes), { prefix: '/api/v1' });
      await http.register(createConsolePages());
    },
    /** Addresses that sign in at once; none outside the demonstration. */
    demoLinks: async () => (demo ? demoSignInLinks(await access.demoStaff(), publicUrl) : []),
  };
}

type ConsoleTopics = Parameters<typeof createConsoleApi>[0]['directory']['topics'];
export type ConsoleChannel = Awaited<ReturnType<typeof createConsoleChannel>>;
