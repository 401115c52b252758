import type { CompetenceRegister } from '../agencies/index.ts';
import type { Names } from '../channels/telegram/index.ts';
import { dayText } from '../deadlines/index.ts';
import { zoned } from '../kernel/day.ts';
import { AgencyCode, TerritoryCode } from '../kernel/ids.ts';
import type { TerritoryTree } from '../territories/index.ts';
import type { Jurisdiction } from './jurisdiction.ts';

/** Names from the directory; an unknown code is shown as itself rather than hiding a row. */
export function createNames({
  register,
  tree,
  jurisdiction,
  timezone,
}: {
  register: CompetenceRegister;
  tree: TerritoryTree;
  jurisdiction: Jurisdiction;
  timezone: string;
}): Names {
  return {
    agency: (code, language) => register.agency(AgencyCode.parse(code))?.name[language] ?? code,
    topic: (id, language) => jurisdiction.topicNames.get(jurisdiction.formerTopics.get(id) ?? id)?.[language] ?? id,
    territory(code, language) {
      const line = tree.lineage(TerritoryCode.parse(code));
      return (
        line
          .slice(0, 2)
          .map((unit) => unit.name[language])
          .join(', ') || code
      );
    },
    day: (on, language) => dayText(language, on),
    dayOf: (at, language) => dayText(language, zoned(at, timezone).on),
  };
}
