import type { CitizensService } from '../../../../citizens/index.ts';
import type { FormSessions } from '../../../../forms/index.ts';
import type { SuggestAddressees } from '../../../../journeys/suggest-addressees.ts';
import type { CitizenId } from '../../../../kernel/ids.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Petitions, PetitionView, Tier } from '../../../../petitions/index.ts';
import type { Translate } from '../../../../platform/texts/texts.ts';
import type { PlaceReader } from '../../deps.ts';
import type { Names } from '../../names.ts';

export interface PetitionChatDeps {
  readonly t: Translate;
  readonly names: Names;
  readonly petitions: Petitions;
  readonly suggestAddressees: SuggestAddressees;
  /** A way to the site, where this person is known then; good once, for some minutes. */
  readonly siteLink: (id: CitizenId, now: Date, to?: string) => string;
  readonly citizens: Pick<CitizensService, 'consent' | 'rememberTerritory'>;
  readonly forms: FormSessions;
  readonly places: PlaceReader;
  readonly publicUrl: string;
  /** A unit and its parents, to find what is near. */
  readonly lineage: (code: string) => readonly string[];
  /** The petition as a picture to send on. */
  readonly picture: (view: PetitionView, language: Language) => Promise<Uint8Array>;
  /** How sure we are who this is; an account where nothing more is known. */
  readonly tierOf: (id: CitizenId) => Promise<Tier>;
}
