import type { Day } from '../kernel/day.ts';
import type { AgencyCode, TerritoryCode, UnitId } from '../kernel/ids.ts';
import type { Localised } from '../kernel/language.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import type { Agency as AgencyRow, AgencyRole as CompetenceRow } from '../platform/db/generated/client.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { Agency, Competence, type Directory } from './agency.ts';

export interface AgencyUnit {
  readonly id: UnitId;
  readonly agencyCode: AgencyCode;
  readonly name: Localised;
}

/** What stays in the jurisdiction's files: roles and which role a topic wants. */
export type DirectoryFrame = Pick<Directory, 'roles' | 'topicRoles'>;

/** The directory as operators have edited it; build the competence register from it. */
export async function loadDirectory(db: Db, { roles, topicRoles }: DirectoryFrame): Promise<Directory> {
  const [agencies, competences] = await Promise.all([
    db.agency.findMany({ orderBy: { code: 'asc' } }),
    db.agencyRole.findMany(),
  ]);
  const inOrder = competences.map(toCompetence).sort(byNumber);
  return { agencies: agencies.map(toAgency), competences: inOrder, roles, topicRoles };
}

export interface AgenciesRepository {
  get(code: AgencyCode): Promise<Agency | null>;
  /** All of them, whenever they are in force. */
  list(): Promise<readonly Agency[]>;
  unitsOf(code: AgencyCode): Promise<readonly AgencyUnit[]>;
  /** An operator's change: adds the body or replaces it, and keeps later seeds away from it. */
  save(tx: Tx, agency: Agency): Promise<void>;
  saveCompetence(tx: Tx, competence: Competence): Promise<void>;
  saveUnit(tx: Tx, unit: AgencyUnit): Promise<void>;
}

export function createAgenciesRepository(db: Db): AgenciesRepository {
  return {
    async get(code) {
      const row = await db.agency.findUnique({ where: { code } });
      return row ? toAgency(row) : null;
    },

    async list() {
      return (await db.agency.findMany({ orderBy: [{ nameRu: 'asc' }] })).map(toAgency);
    },

    async unitsOf(agencyCode) {
      const rows = await db.agencyUnit.findMany({ where: { agencyCode }, orderBy: { nameRu: 'asc' } });
      return rows.map(({ id, nameKk, nameRu, nameEn }) => ({
        id: id as UnitId,
        agencyCode,
        name: { kk: nameKk, ru: nameRu, en: nameEn },
      }));
    },

    async save(tx, { code, ...agency }) {
      const row = { ...fromAgency(agency), editedAt: tx.now };
      await prismaOf(tx).agency.upsert({ where: { code }, create: { code, ...row }, update: row });
    },

    async saveCompetence(tx, { id, ...competence }) {
      const row = {
        agencyCode: competence.agencyCode,
        role: competence.role,
        topics: competence.topics ?? [],
        territoryCode: competence.territoryCode,
        ownership: competence.ownership,
        effectiveFrom: toDate(competence.effectiveFrom),
        effectiveUntil: competence.effectiveUntil && toDate(competence.effectiveUntil),
        editedAt: tx.now,
      };
      await prismaOf(tx).agencyRole.upsert({
        where: { competenceId: id },
        create: { competenceId: id, ...row },
        update: row,
      });
    },

    async saveUnit(tx, { id, agencyCode, name }) {
      const row = { agencyCode, nameKk: name.kk, nameRu: name.ru, nameEn: name.en };
      await prismaOf(tx).agencyUnit.upsert({ where: { id }, create: { id, ...row }, update: row });
    },
  };
}

function toAgency(row: AgencyRow): Agency {
  return Agency.parse({
    ...row,
    name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn },
    shortName: { kk: row.shortNameKk, ru: row.shortNameRu, en: row.shortNameEn },
    effectiveFrom: toDay(row.effectiveFrom),
    effectiveUntil: row.effectiveUntil && toDay(row.effectiveUntil),
  });
}

function fromAgency({ name, shortName, effectiveFrom, effectiveUntil, ...rest }: Omit<Agency, 'code'>) {
  return {
    ...rest,
    nameKk: name.kk,
    nameRu: name.ru,
    nameEn: name.en,
    shortNameKk: shortName.kk,
    shortNameRu: shortName.ru,
    shortNameEn: shortName.en,
    effectiveFrom: toDate(effectiveFrom),
    effectiveUntil: effectiveUntil && toDate(effectiveUntil),
  };
}

function toCompetence(row: CompetenceRow): Competence {
  return Competence.parse({
    id: row.competenceId,
    agencyCode: row.agencyCode,
    role: row.role,
    topics: row.topics.length > 0 ? row.topics : null,
    territoryCode: row.territoryCode as TerritoryCode | null,
    ownership: row.ownership,
    effectiveFrom: toDay(row.effectiveFrom),
    effectiveUntil: row.effectiveUntil && toDay(row.effectiveUntil),
  });
}

/** `4.10` after `4.9`: the register's own order, which is also the order of preference. */
function byNumber(left: Competence, right: Competence): number {
  const [leftRole = 0, leftRow = 0] = left.id.split('.').map(Number);
  const [rightRole = 0, rightRow = 0] = right.id.split('.').map(Number);
  return leftRole - rightRole || leftRow - rightRow;
}

const toDay = (date: Date): string => date.toISOString().slice(0, 10);

const toDate = (on: Day): Date => new Date(`${on}T00:00:00Z`);
