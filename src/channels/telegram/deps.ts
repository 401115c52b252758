import type {
  Appeal,
  CaseAccessService,
  CasesReadModel,
  CasesService,
  CitizenCaseView,
  ComplaintsService,
  DraftsService,
  HearingService,
  RemindersService,
  Representations,
  WatchService,
} from '../../appeals/index.ts';
import type { CitizensRepository, CitizensService, SecondContacts } from '../../citizens/index.ts';
import type { FormSessions } from '../../forms/index.ts';
import type { Journal } from '../../journal/index.ts';
import type { FilingNeeds } from '../../journeys/filing-needs.ts';
import type { AppealId, CitizenId, TerritoryCode } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { Tx } from '../../kernel/unit-of-work.ts';
import type { NotificationsRepository, OperatorNotices } from '../../notifications/index.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { CardDeps } from './card-lines.ts';
import type { CardsRepository } from './cards-repository.ts';
import type { CaseCard } from './case-card.ts';
import type { Names } from './names.ts';

/** Steps of a computed date, in words; from the deadlines domain. */
export interface DateExplainer {
  explain(
    appealId: AppealId,
    language: Language,
  ): Promise<{ summary: string; steps: readonly string[]; sources: readonly { label: string; url: string }[] } | null>;
  ics(appealId: AppealId, language: Language): Promise<Uint8Array | null>;
}

/** Danger in a message: which numbers to show before anything else. */
export interface EmergencyAdvice {
  find(text: string, language: Language): string | null;
}

/** Words of a case as its author wrote them, ready to be filed elsewhere. */
export interface CaseTexts {
  /** What the citizen said, with what masking hid: it is their own. */
  original(view: CitizenCaseView): string;
}

export interface PlaceReader {
  /** A place in the citizen's words, or null. */
  find(text: string, near: TerritoryCode | null): { territoryCode: TerritoryCode; addressText: string } | null;
  locate(latitude: number, longitude: number): TerritoryCode | null;
}

export interface TelegramDeps {
  readonly t: Translate;
  readonly names: Names;
  readonly citizens: CitizensService;
  readonly citizensRepository: CitizensRepository;
  readonly drafts: DraftsService;
  /** The citizen's case is counted with those of others about the same matter. */
  readonly joinOthers: (tx: Tx, id: AppealId, citizenId: CitizenId) => Promise<void>;
  readonly cases: CasesService;
  readonly hearings: Pick<HearingService, 'state'>;
  readonly complaints: Pick<ComplaintsService, 'prepare' | 'file'>;
  readonly reminders: Pick<RemindersService, 'remind'>;
  readonly casesView: CasesReadModel;
  readonly caseAccess: CaseAccessService;
  readonly watches: WatchService;
  readonly texts: CaseTexts;
  readonly representations: Representations;
  readonly secondContacts: SecondContacts;
  readonly filingNeeds: FilingNeeds;
  readonly notices: Pick<OperatorNotices, 'add'>;
  /** A link that opens this bot and tells it something. */
  readonly botLink: (payload: string) => string;
  readonly forms: FormSessions;
  readonly notifications: NotificationsRepository;
  readonly cards: CardsRepository;
  readonly journal: Journal;
  readonly caseCard: CaseCard;
  readonly places: PlaceReader;
  readonly emergencies: EmergencyAdvice;
  readonly dates: DateExplainer;
  readonly guessLanguage: (text: string) => Language | null;
  /** The citizen's open draft, if it is fresh enough to be meant by a photo or a place that follows. */
  readonly findDraft: (tx: Tx, citizenId: CitizenId) => Promise<Appeal | null>;
  readonly publicUrl: string;
  readonly timezone: string;
  /** Address of the state's own portal, for bodies that do not work here. */
  readonly statePortal: { name: string; url: string };
  readonly wayTo: CardDeps['wayTo'];
  readonly casePage: (appealId: AppealId, citizenId: CitizenId, language: Language) => Promise<Uint8Array>;
  readonly exportCase: (appealId: AppealId, citizenId: CitizenId) => Promise<Uint8Array>;
  readonly eraseCitizen: (tx: Tx, citizenId: CitizenId) => Promise<void>;
  /** Who looked at this person's identity, from the journal. */
  readonly identityReadsOf: (
    citizenId: CitizenId,
  ) => Promise<readonly { at: Date; role: string; agencyCode: string | null; purpose: string }[]>;
}
