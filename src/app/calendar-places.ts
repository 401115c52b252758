import type { CompetenceRegister } from '../agencies/index.ts';
import type { CalendarPlaces } from '../deadlines/index.ts';
import { AgencyCode, type TerritoryCode } from '../kernel/ids.ts';
import type { TerritoryTree } from '../territories/index.ts';

/** Where bodies and territories lie, as the calendar asks: the register as it is now, with bodies added since the start. */
export function createCalendarPlaces(
  register: Pick<CompetenceRegister, 'agency' | 'codes'>,
  tree: TerritoryTree,
): CalendarPlaces {
  const around = (code: TerritoryCode) =>
    tree
      .lineage(code)
      .map((unit) => ({ type: 'territory', code: unit.code }) as const)
      .toReversed();
  const agencyOf = (code: string) => {
    const parsed = AgencyCode.safeParse(code);
    return parsed.success ? register.agency(parsed.data) : null;
  };
  return {
    chainOf({ type, code }) {
      if (type === 'territory') return tree.get(code as TerritoryCode) ? around(code as TerritoryCode) : [];
      const body = agencyOf(code);
      if (!body) return [];
      return [...(body.territoryCode ? around(body.territoryCode) : []), { type, code }];
    },
    nameOf({ type, code }) {
      const known = type === 'agency' ? agencyOf(code)?.shortName : tree.get(code as TerritoryCode)?.name;
      return known ?? { kk: code, ru: code, en: code };
    },
    agencies: () => register.codes(),
  };
}
