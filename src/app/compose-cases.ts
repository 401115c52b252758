import { createStaffRepository, postOf, staffName } from '../access/index.ts';
import {
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
  createRemindersService,
  createShapingService,
  createTermHistory,
  createThreadRepository,
  createTicketsService,
  createTriageService,
  type MatterRouter,
} from '../appeals/index.ts';
import type { CitizensService } from '../citizens/index.ts';
import { createSimilarFinder } from '../journeys/find-similar.ts';
import type { AgencyCode, AppealId, CitizenId } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { NotificationsRepository } from '../notifications/index.ts';
import { createSimilarCasesRepository } from '../routing/index.ts';
import { composeAnswering } from './answering.ts';
import { composeCitizenSafety } from './citizen-safety.ts';
import type { Country } from './compose-country.ts';
import type { Foundation } from './foundation.ts';
import type { Jurisdiction } from './jurisdiction.ts';

interface Inputs {
  readonly foundation: Foundation;
  readonly country: Country;
  readonly jurisdiction: Jurisdiction;
  readonly timezone: string;
  readonly citizens: CitizensService;
  readonly notifications: NotificationsRepository;
  readonly router: MatterRouter;
}

/** Everything that is done with a case, from the citizen's draft to the last word. */
export function composeCases({
  foundation: { db, uow, clock, journal, mask, sealing },
  country: { names, clocks, addressees },
  jurisdiction,
  timezone,
  citizens,
  notifications,
  router,
}: Inputs) {
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

  return {
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
    hearings,
    complaints,
    reminders,
    casesView,
    termHistory,
    similar,
    similarFinder,
    joinOthers: async (tx: Tx, id: AppealId, citizenId: CitizenId): Promise<void> =>
      similarFinder.join(tx, id, citizenId, (await thread.of(id, tx)).map(({ maskedText }) => maskedText).join(' ')),
    ...safety,
  };
}
