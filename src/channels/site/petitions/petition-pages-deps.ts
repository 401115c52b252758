import type { CitizensService } from '../../../citizens/index.ts';
import type { SuggestAddressees } from '../../../journeys/suggest-addressees.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Day } from '../../../kernel/day.ts';
import type { CitizenId, TerritoryCode } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Tx, UnitOfWork } from '../../../kernel/unit-of-work.ts';
import type { Petitions, Tier } from '../../../petitions/index.ts';
import type { Translate } from '../../../platform/texts/texts.ts';
import type { Sealing } from '../../../privacy/index.ts';
import type { RegionShape } from '../../../territories/index.ts';
import type { SiteReaders } from '../reader/site-readers.ts';
import type { SitePages } from '../site-pages.ts';
import type { IdentityProvider } from './identity-provider.ts';
import type { PicturePainter } from './share-picture.ts';

export interface PetitionPagesDeps {
  readonly pages: SitePages;
  readonly petitions: Petitions;
  readonly t: Translate;
  readonly names: {
    agency(code: string, language: Language): string;
    territory(code: string, language: Language): string;
    day(on: Day, language: Language): string;
    dayOf(at: Date, language: Language): string;
  };
  readonly clock: Clock;
  readonly uow: UnitOfWork;
  readonly sealing: Sealing;
  readonly timezone: string;
  readonly publicUrl: string;
  /** Name of the bot without `@`; null while it is not known or in the simulator. */
  readonly botName: () => string | null;
  /** Outlines to draw the map of the list; empty where there are none. */
  readonly shapes: readonly RegionShape[];
  /** The region a place lies in, or null for a place nobody knows. */
  readonly regionOf: (code: string) => string | null;
  /** How many people live there on the day, by whose count and of when. */
  readonly populationOf: (
    code: TerritoryCode,
    at: Date,
  ) => { readonly population: number; readonly on: Day; readonly source: string } | null;
  /** Everything that lies within a place, itself among them. */
  readonly within: (code: string) => readonly string[];
  readonly paint: PicturePainter;
  /** Who reads, if they told the site. */
  readonly readers: SiteReaders;
  readonly people: Pick<CitizensService, 'meet' | 'consent'>;
  /** Where somebody's matter is: a suggestion for the next one. */
  readonly rememberPlace: (tx: Tx, id: CitizenId, place: TerritoryCode) => Promise<void>;
  /** How sure we are who this is. */
  readonly tierOf: (id: CitizenId) => Promise<Tier>;
  readonly suggestAddressees: SuggestAddressees;
  /** A place in somebody's words, or null. */
  readonly findPlace: (words: string, near: TerritoryCode | null) => TerritoryCode | null;
  /** Null where no eID is configured: then nobody can sign here. */
  readonly identity: IdentityProvider | null;
}
