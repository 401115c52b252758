import type { AccessService, SeenTicketsRepository } from '../../../access/index.ts';
import type { AgenciesRepository, Agency, CompetenceRegister, SuperiorsRepository } from '../../../agencies/index.ts';
import type {
  AnswerAssistant,
  AnswersService,
  Appeal,
  CasesReadModel,
  PostHolder,
  ShapingService,
  TemplatesService,
  TicketsService,
  TriageService,
  WorklistRepository,
  WorklistService,
} from '../../../appeals/index.ts';
import type { CitizensService } from '../../../citizens/index.ts';
import type { ClocksService, PromisesRepository, WorkingCalendar } from '../../../deadlines/index.ts';
import type { Journal } from '../../../journal/index.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Day } from '../../../kernel/day.ts';
import type { AgencyCode, TopicId } from '../../../kernel/ids.ts';
import type { Localised } from '../../../kernel/language.ts';
import type { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { Translate } from '../../../platform/texts/texts.ts';
import type { Sealing } from '../../../privacy/index.ts';
import type { LiveTerritories, TerritoryEditsRepository, TerritoryTree } from '../../../territories/index.ts';
import type { ChannelDesk } from './admin/channel-desk.ts';
import type { ConsoleReadModel } from './console-read-model.ts';
import type { ConsoleKnowledge } from './knowledge/knowledge-deps.ts';
import type { LiveNews } from './live-news.ts';
import type { NoticesDesk } from './notices/notices-desk.ts';
import type { VotesDesk } from './participation/vote-desk.ts';
import type { PetitionsDesk } from './petitions/petitions-desk.ts';
import type { RoutingDesk } from './routing/routing-desk.ts';
import type { SurveysDesk } from './surveys/survey-desk.ts';
import type { TermsDesk } from './terms/terms-desk.ts';

/** The directory as officers search it. */
export interface ConsoleDirectory {
  agency(code: AgencyCode): Agency | null;
  /** Bodies in force today. */
  agencies(): readonly Agency[];
  readonly topics: ReadonlyMap<TopicId, Localised>;
  /** What each topic is looked for under. */
  readonly topicGroups: ReadonlyMap<string, Localised>;
  readonly territories: Pick<TerritoryTree, 'get' | 'lineage' | 'all'>;
}

export interface TriageCandidate {
  readonly agencyCode: AgencyCode;
  readonly topicId: TopicId | null;
  readonly confidence: number | null;
  /** Why: `router`, `topic_and_place`, `fallback`, `citizen`. Worded by the console. */
  readonly reason: string;
  /** The message's own words that spoke for it. */
  readonly words?: readonly string[];
}

/** Who might be competent for a case that waits for an operator, likeliest first, at most five. */
export interface TriageAdvice {
  candidates(appeal: Appeal, on: Day): readonly TriageCandidate[];
  /** The topic that would name a body if only the place were known. */
  placeMissingFor(appeal: Appeal, on: Day): TopicId | null;
}

/** Bytes outside the tables. */
export interface ConsoleFiles {
  put(bytes: Uint8Array): Promise<{ contentHash: Uint8Array<ArrayBuffer>; sizeBytes: number }>;
  get(contentHash: Uint8Array): Promise<Uint8Array | null>;
}

/** Updates that failed too often and wait for an operator. */
export interface ParkedUpdates {
  parked(limit: number): Promise<readonly { updateId: number; errorCode: string | null; receivedAt: Date }[]>;
  release(updateId: number): Promise<boolean>;
}

export interface ConsoleDeps {
  readonly t: Translate;
  readonly units: UnitOfWork;
  readonly access: AccessService;
  readonly seen: SeenTicketsRepository;
  readonly tickets: TicketsService;
  readonly answers: AnswersService;
  readonly templates: TemplatesService;
  readonly worklist: WorklistService;
  readonly worklistRepository: WorklistRepository;
  readonly shaping: ShapingService;
  readonly assistant: AnswerAssistant;
  /** A text model is configured: translation and drafting are offered. */
  readonly hasModel: boolean;
  readonly triage: TriageService;
  readonly casesView: CasesReadModel;
  readonly view: ConsoleReadModel;
  /** What else is known of whom a case is for and how they can be reached; read with the same purpose. */
  readonly relatedPeople: (appeal: Appeal) => Promise<Readonly<Record<string, string>>>;
  readonly citizens: Pick<CitizensService, 'readDetails' | 'findByPhone'>;
  readonly clocks: Pick<ClocksService, 'clock' | 'offerExtension' | 'dayAt'>;
  /** Of a body; without one, the country's. */
  readonly calendar: (agencyCode?: string | null) => WorkingCalendar;
  /** Active people of a body with their posts. */
  readonly postsOf: (agencyCode: AgencyCode) => Promise<readonly PostHolder[]>;
  readonly journal: Pick<Journal, 'read' | 'append'>;
  readonly sealing: Pick<Sealing, 'openText'>;
  readonly directory: ConsoleDirectory;
  /** The directory as operators keep it. */
  readonly agencies: AgenciesRepository;
  readonly register: CompetenceRegister & { refresh(): Promise<void> };
  readonly territories: LiveTerritories;
  readonly territoryEdits: TerritoryEditsRepository;
  readonly superiors: SuperiorsRepository;
  readonly superiorOn: (code: AgencyCode, on: Day) => Agency | null;
  /** What the service promises beside the law, and who changed it. */
  readonly promises: PromisesRepository;
  /** Null until the channels of officers are there. */
  readonly channelDesk: () => ChannelDesk | null;
  readonly triageAdvice: TriageAdvice;
  readonly files: ConsoleFiles;
  readonly parkedUpdates: ParkedUpdates;
  readonly notices: NoticesDesk;
  readonly live: LiveNews;
  readonly knowledge: ConsoleKnowledge;
  readonly petitions: PetitionsDesk;
  readonly votes: VotesDesk;
  readonly surveys: SurveysDesk;
  readonly terms: TermsDesk;
  readonly routing: RoutingDesk;
  readonly clock: Clock;
  readonly timezone: string;
  readonly publicUrl: string;
  /** Simulator mode: demonstration people sign in by a click. */
  readonly demo: boolean;
  /** Map tiles, only where the operator of the service configured a server for them. */
  readonly tiles?: { readonly url: string; readonly attribution: string } | undefined;
  /** Called after each command, so that what waits in the outbox leaves at once. */
  readonly afterCommand?: (() => void) | undefined;
}
