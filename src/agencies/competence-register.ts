import type { Day } from '../kernel/day.ts';
import type { AgencyCode, TerritoryCode, TopicId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Territory, TerritoryLevel, TerritoryTree } from '../territories/index.ts';
import {
  type Agency,
  type Competence,
  type Directory,
  isEffective,
  type Ownership,
  type Role,
  type RoleLevel,
} from './agency.ts';

export interface CompetentBody {
  readonly agencyCode: AgencyCode;
  readonly competenceId: string;
  readonly role: string;
  readonly ownership: Ownership;
  readonly level: RoleLevel;
  readonly territoryCode: TerritoryCode | null;
  /** True when no body of the role is known here and the nearest general one answers instead. */
  readonly isFallback: boolean;
}

export type CompetentBodies =
  /** Likeliest first; a second body differs from the first by `ownership`. */
  | { type: 'bodies'; bodies: readonly CompetentBody[] }
  /** The place is missing or too coarse; ask for one of this level. */
  | { type: 'needs_place'; level: RoleLevel }
  /** The directory knows nobody for this matter on that day. */
  | { type: 'nobody' };

const LEVELS_REACHED: Readonly<Record<TerritoryLevel, readonly RoleLevel[]>> = {
  region: ['country', 'region'],
  city_rep: ['country', 'region', 'district'],
  district: ['country', 'region', 'district', 'city_district'],
  city: ['country', 'region', 'district', 'city_district'],
  city_district: ['country', 'region', 'district', 'city_district'],
  town: ['country', 'region', 'district', 'city_district'],
  rural_district: ['country', 'region', 'district', 'city_district'],
  village: ['country', 'region', 'district', 'city_district'],
};

/** Decides who is competent: topic × territory × ownership × day. The model says what it is about, this says whose it is. */
export function createCompetenceRegister(directory: Directory, territories: TerritoryTree) {
  const agencies = new Map(directory.agencies.map((agency) => [agency.code, agency]));
  const roles = new Map(directory.roles.map((role) => [role.role, role]));
  const byPlace = Map.groupBy(directory.competences, ({ role, territoryCode }) => placeKey(role, territoryCode));
  const below = groupByOuterPlace(directory.competences, territories);

  function active(rows: readonly Competence[] | undefined, topic: TopicId, on: Day): Competence[] {
    return (rows ?? []).filter((row) => {
      const agency = agencies.get(row.agencyCode);
      const concernsTopic = row.topics === null || row.topics.includes(topic);
      return concernsTopic && isEffective(row, on) && agency !== undefined && isEffective(agency, on);
    });
  }

  function competentBodies(topic: TopicId, place: TerritoryCode | null, on: Day): CompetentBodies {
    const role = roleOf(topic);
    const countrywide = active(byPlace.get(placeKey(role.role, null)), topic, on).map((row) =>
      toBody(row, 'country', false),
    );
    if (role.level === 'country') return answer(countrywide);
    const line = place === null ? [] : territories.lineage(place);
    const unit = line[0];
    if (!unit) return { type: 'needs_place', level: role.level };
    if (isTooCoarse(role, unit, topic, on))
      return { type: 'needs_place', level: unit.level === 'city_rep' ? 'city_district' : 'district' };

    const local = nearest(role.role, line, topic, on, false);
    if (local.length > 0) return answer([...local, ...countrywide]);
    return answer([...fallback(role, line, topic, on), ...countrywide]);
  }

  function isTooCoarse(role: Role, unit: Territory, topic: TopicId, on: Day): boolean {
    if (LEVELS_REACHED[unit.level].includes(role.level)) return false;
    return active(below.get(placeKey(role.role, unit.code)), topic, on).length > 0;
  }

  /** The first unit up the tree, from the place itself, in which somebody holds the role. */
  function nearest(
    role: string,
    line: readonly Territory[],
    topic: TopicId,
    on: Day,
    isFallback: boolean,
  ): CompetentBody[] {
    for (const unit of line) {
      const rows = active(byPlace.get(placeKey(role, unit.code)), topic, on);
      if (rows.length > 0) return rows.map((row) => toBody(row, levelOf(unit), isFallback));
    }
    return [];
  }

  function fallback(role: Role, line: readonly Territory[], topic: TopicId, on: Day): CompetentBody[] {
    if (role.fallback === null) return [];
    if (roles.has(role.fallback))
      return nearest(role.fallback, role.level === 'region' ? line.slice(-1) : line, topic, on, true);
    const agency = [...agencies.values()].find(({ code }) => code === role.fallback);
    if (!agency || !isEffective(agency, on)) return [];
    return [
      {
        agencyCode: agency.code,
        competenceId: `${role.number}.0`,
        role: role.role,
        ownership: 'any',
        level: 'country',
        territoryCode: null,
        isFallback: true,
      },
    ];
  }

  function roleOf(topic: TopicId): Role {
    const role = roles.get(directory.topicRoles.get(topic) ?? '');
    if (!role) throw new Refusal('agencies.topic_unknown', { topic });
    return role;
  }

  return {
    competentBodies,
    roleOf,
    agency: (code: AgencyCode): Agency | null => agencies.get(code) ?? null,
    codes: (): readonly AgencyCode[] => [...agencies.keys()],
    /** Every body in force on the day, for lists and for choosing by hand. */
    inForce: (on: Day): readonly Agency[] => directory.agencies.filter((agency) => isEffective(agency, on)),
    /** Everything an agency may decide on the day, for its own page and for choosing where to redirect. */
    competencesOf: (code: AgencyCode, on: Day): readonly Competence[] =>
      directory.competences.filter((row) => row.agencyCode === code && isEffective(row, on)),
    /** Those of yesterday and tomorrow too, in the order of the register. */
    everyCompetenceOf: (code: AgencyCode): readonly Competence[] =>
      directory.competences.filter((row) => row.agencyCode === code),
    /** Rows for exactly this place, whoever holds them, those of yesterday and tomorrow too. */
    everyCompetenceAt: (place: TerritoryCode): readonly Competence[] =>
      directory.competences.filter((row) => row.territoryCode === place),
    roles: (): readonly Role[] => directory.roles,
    /** A new row stands behind the others of its role. */
    nextCompetenceId(role: string): string | null {
      const number = roles.get(role)?.number;
      if (number === undefined) return null;
      const used = directory.competences.flatMap(({ id }) => {
        const [ofRole, row] = id.split('.').map(Number);
        return ofRole === number && row !== undefined ? [row] : [];
      });
      return `${number}.${Math.max(0, ...used) + 1}`;
    },
    /** The public body that looks after a provider's trade at the place; null for a public body, and where none is known. */
    overseerOf(code: AgencyCode, topic: TopicId, place: TerritoryCode | null, on: Day): AgencyCode | null {
      const line = place === null ? [] : territories.lineage(place);
      for (const { role } of directory.competences.filter((row) => row.agencyCode === code && isEffective(row, on))) {
        const overseer = roles.get(role)?.overseer;
        const [body] = overseer ? nearest(overseer, line, topic, on, false) : [];
        if (body) return body.agencyCode;
      }
      return null;
    },
    /** Bodies in force on the day, nearest superior first, ending at the top. */
    superiorsOf(code: AgencyCode): readonly Agency[] {
      const chain: Agency[] = [];
      let agency = agencies.get(code);
      while (agency?.superiorCode) {
        agency = agencies.get(agency.superiorCode);
        if (!agency || chain.includes(agency)) break;
        chain.push(agency);
      }
      return chain;
    },
  };
}

export type CompetenceRegister = ReturnType<typeof createCompetenceRegister>;

const placeKey = (role: string, place: TerritoryCode | null): string => `${role}@${place ?? ''}`;

const answer = (bodies: readonly CompetentBody[]): CompetentBodies =>
  bodies.length > 0 ? { type: 'bodies', bodies } : { type: 'nobody' };

function toBody(
  { agencyCode, id, role, ownership, territoryCode }: Competence,
  level: RoleLevel,
  isFallback: boolean,
): CompetentBody {
  return { agencyCode, competenceId: id, role, ownership, level, territoryCode, isFallback };
}

function levelOf({ level }: Territory): RoleLevel {
  if (level === 'region' || level === 'city_rep') return 'region';
  return level === 'city_district' ? 'city_district' : 'district';
}

/** For each unit, the rows that hold somewhere strictly inside it. */
function groupByOuterPlace(
  rows: readonly Competence[],
  territories: TerritoryTree,
): ReadonlyMap<string, readonly Competence[]> {
  const grouped = new Map<string, Competence[]>();
  for (const row of rows) {
    if (row.territoryCode === null) continue;
    for (const outer of territories.lineage(row.territoryCode).slice(1)) {
      const key = placeKey(row.role, outer.code);
      const known = grouped.get(key);
      if (known) known.push(row);
      else grouped.set(key, [row]);
    }
  }
  return grouped;
}
