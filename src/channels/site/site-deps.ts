import type { CompetenceRegister } from '../../agencies/index.ts';
import type { Jurisdiction, Promises, WorkingCalendar } from '../../deadlines/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Localised } from '../../kernel/language.ts';
import type { Translate } from '../../platform/texts/texts.ts';
import type { TerritoryTree } from '../../territories/index.ts';
import type { FiguresReadModel, PublicCasesReadModel } from '../../transparency/index.ts';
import type { SitePages } from './site-pages.ts';

/** Where people write: the simulator's page, or the bot once it knows its own name. */
export interface ChatDoor {
  readonly href: string;
  /** `@name` of the bot; null in the simulator. */
  readonly botName: string | null;
}

export interface SiteDeps {
  readonly pages: SitePages;
  readonly texts: { readonly t: Translate; has(language: 'kk' | 'ru' | 'en', key: string): boolean };
  readonly clock: Clock;
  readonly timezone: string;
  readonly publicUrl: string;
  readonly figures: FiguresReadModel;
  readonly publicCases: PublicCasesReadModel;
  readonly register: CompetenceRegister;
  readonly tree: TerritoryTree;
  readonly topicNames: ReadonlyMap<string, Localised>;
  /** The role of a topic: whose competence it is. */
  readonly roleOfTopic: (topicId: string) => string | null;
  /** The law this installation works under; others are shown beside it. */
  readonly law: Jurisdiction;
  /** Its calendar with what operators changed. */
  readonly calendar: () => WorkingCalendar;
  /** What the service promises now, with what operators changed; without it, what was shipped. */
  readonly promises?: () => Promises;
  /** Null while the bot is not known yet. */
  readonly chat: () => ChatDoor | null;
  /** Mail address for reports of security problems and accessibility; null: the page about the real bot stands in. */
  readonly contactMail: string | null;
}
