import type { Clock } from '../../../kernel/clock.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import type { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { ParticipationDomain } from '../../../participation/index.ts';
import type { Sealing } from '../../../privacy/index.ts';
import type { SiteReaders } from '../reader/site-readers.ts';
import type { SitePages } from '../site-pages.ts';

export interface VotePagesDeps {
  readonly pages: SitePages;
  readonly votes: ParticipationDomain;
  readonly names: {
    territory(code: string, language: Language): string;
    day(on: Day, language: Language): string;
    dayOf(at: Date, language: Language): string;
  };
  readonly clock: Clock;
  readonly uow: UnitOfWork;
  readonly sealing: Sealing;
  readonly publicUrl: string;
  /** Name of the bot without `@`; null while it is not known or in the simulator. */
  readonly botName: () => string | null;
  /** Who reads, if they told the site: their votes count like those of the chat. */
  readonly readers: SiteReaders;
  readonly hasEid: boolean;
}
