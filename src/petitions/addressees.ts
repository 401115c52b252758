import type { Agency } from '../agencies/index.ts';
import type { Day } from '../kernel/day.ts';
import type { AgencyCode, TerritoryCode } from '../kernel/ids.ts';
import type { Localised } from '../kernel/language.ts';
import type { TerritoryTree } from '../territories/index.ts';
import type { Profiles } from './load-profiles.ts';
import { type FixedThreshold, fixThresholds } from './threshold.ts';

export interface AddresseeOption {
  readonly profileId: string;
  readonly authorityKey: string;
  readonly agencyCode: AgencyCode | null;
  readonly territoryCode: TerritoryCode | null;
  readonly name: Localised;
  readonly thresholds: readonly FixedThreshold[];
}

interface Deps {
  readonly profiles: Profiles;
  readonly tree: Pick<TerritoryTree, 'lineage' | 'population'>;
  readonly agenciesOn: (on: Day) => readonly Agency[];
}

/** To whom a person who lives there may write, nearest first. Only those whose threshold can be named. */
export function createAddresseeFinder({ profiles, tree, agenciesOn }: Deps) {
  return (territory: TerritoryCode | null, on: Day): AddresseeOption[] => {
    const agencies = agenciesOn(on);
    const places = territory === null ? [] : tree.lineage(territory);
    const options: AddresseeOption[] = [];
    for (const profile of profiles.all.filter(({ active }) => active)) {
      for (const authority of profile.authorities) {
        const base = { profileId: profile.id, authorityKey: authority.key };
        if (authority.levels.length === 0) {
          const thresholds = fixThresholds(authority, null);
          if (thresholds)
            options.push({ ...base, agencyCode: null, territoryCode: null, name: authority.name, thresholds });
          continue;
        }
        for (const unit of places.filter(({ level }) => authority.levels.includes(level))) {
          const agency = agencies.find(
            ({ kind, territoryCode }) => territoryCode === unit.code && authority.agencyKinds.includes(kind),
          );
          const thresholds = fixThresholds(authority, tree.population(unit.code, on)?.population ?? null);
          if (!agency || !thresholds) continue;
          options.push({ ...base, agencyCode: agency.code, territoryCode: unit.code, name: agency.name, thresholds });
        }
      }
    }
    return options;
  };
}
export type AddresseeFinder = ReturnType<typeof createAddresseeFinder>;
