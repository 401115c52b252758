import type { App } from '@slack/bolt';
import type { Appeal, CasesReadModel } from '../../appeals/index.ts';
import type { ExtensionOffer } from '../../deadlines/index.ts';
import type { Day } from '../../kernel/day.ts';
import type { TicketId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { UnitOfWork } from '../../kernel/unit-of-work.ts';
import type { FileStore } from '../../platform/files/index.ts';
import type { Log } from '../../platform/log/log.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type {
  AgencyChannelsRepository,
  OfficerBindingsRepository,
  OfficerCardsRepository,
  OfficerDesk,
  OfficerDigest,
  OfficerDirectory,
} from '../officer-cards/index.ts';

export interface SlackNames {
  agency(code: string, language: Language): string;
  topic(id: string, language: Language): string;
  day(on: Day, language: Language): string;
}

/** What Slack's side needs from the house. */
export interface SlackDeps {
  readonly t: Translate;
  readonly log: Log;
  readonly uow: UnitOfWork;
  readonly desk: OfficerDesk;
  readonly channels: AgencyChannelsRepository;
  readonly cards: OfficerCardsRepository;
  readonly bindings: OfficerBindingsRepository;
  readonly directory: OfficerDirectory;
  readonly digest: OfficerDigest;
  readonly casesView: Pick<CasesReadModel, 'inbox' | 'findByNumber'>;
  readonly files: Pick<FileStore, 'put'>;
  readonly names: SlackNames;
  readonly publicUrl: string;
  readonly secret: string;
  readonly realNow: () => Date;
  readonly defaultLanguage: Language;
  /** Bodies whose name contains the words, most likely first: for redirecting. */
  readonly findAgencies: (words: string, language: Language) => readonly { code: string; name: string }[];
  /** Codes of the bodies that topic and place speak for, likeliest first: offered before anybody searches. */
  readonly candidates: (appeal: Appeal, on: Day) => readonly string[];
  /** What the law allows; null when the term cannot be extended. */
  readonly extensionOffer: (ticketId: TicketId, on: Day) => Promise<ExtensionOffer | null>;
  /** Tickets of a case, to find the body's own by the case's number. */
  readonly ticketsOfCase: (appealId: string) => Promise<readonly { id: TicketId; agencyCode: string }[]>;
}

export type SlackApp = App;
