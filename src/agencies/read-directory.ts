import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Day } from '../kernel/day.ts';
import { AgencyCode, TerritoryCode, TopicId } from '../kernel/ids.ts';
import { Agency, Competence, type Directory, Ownership, Role } from './agency.ts';

const CompetenceFile = z.object({
  competence: Competence.shape.id,
  role: z.string().min(1),
  topics: z.array(TopicId).optional(),
  ownership: Ownership.optional(),
  territory: TerritoryCode.optional(),
  effectiveFrom: Day.optional(),
  effectiveUntil: Day.optional(),
});

const AgencyFile = Agency.omit({ territoryCode: true, superiorCode: true }).extend({
  territory: TerritoryCode.nullable(),
  superior: AgencyCode.nullable(),
  competences: z.array(CompetenceFile),
});
type AgencyFile = z.infer<typeof AgencyFile>;

const ROLES_FILE = 'roles.json';

/** Reads `jurisdictions/<code>/directory` and the role of each topic; refuses a directory that contradicts itself. */
export function readDirectory(jurisdictionFolder: string): Directory {
  const folder = join(jurisdictionFolder, 'directory');
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== ROLES_FILE);
  const bodies = files.sort().flatMap((name) => parse(join(folder, name), z.array(AgencyFile)));
  const directory: Directory = {
    agencies: bodies.map(toAgency),
    competences: bodies.flatMap(toCompetences),
    roles: parse(join(folder, ROLES_FILE), z.array(Role)),
    topicRoles: readTopicRoles(join(jurisdictionFolder, 'topics', 'topics.tsv')),
  };
  const faults = faultsOf(directory);
  if (faults.length > 0) throw new Error(`${folder} contradicts itself: ${faults.join('; ')}`);
  return directory;
}

function parse<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is not valid: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function toAgency({ territory, superior, competences: _, ...rest }: AgencyFile): Agency {
  return { ...rest, territoryCode: territory, superiorCode: superior };
}

function toCompetences(body: AgencyFile): Competence[] {
  return body.competences.map((row) => ({
    id: row.competence,
    agencyCode: body.code,
    role: row.role,
    topics: row.topics ?? null,
    territoryCode: row.territory ?? body.territory,
    ownership: row.ownership ?? 'any',
    effectiveFrom: row.effectiveFrom ?? body.effectiveFrom,
    effectiveUntil: row.effectiveUntil ?? body.effectiveUntil,
  }));
}

function readTopicRoles(path: string): ReadonlyMap<TopicId, string> {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  const idAt = columns.indexOf('id');
  const roleAt = columns.indexOf('role');
  return new Map(
    lines.map((line) => {
      const cells = line.split('\t');
      return [TopicId.parse(cells[idAt]), z.string().min(1).parse(cells[roleAt])];
    }),
  );
}

function faultsOf({ agencies, competences, roles, topicRoles }: Directory): string[] {
  const codes = new Set(agencies.map(({ code }) => code));
  const known = new Set(roles.map(({ role }) => role));
  const ids = new Set(competences.map(({ id }) => id));
  return [
    ...(codes.size < agencies.length ? ['an agency code is used twice'] : []),
    ...(ids.size < competences.length ? ['a competence number is used twice'] : []),
    ...agencies
      .filter(({ superiorCode }) => superiorCode !== null && !codes.has(superiorCode))
      .map(({ code }) => `${code} has an unknown superior`),
    ...competences
      .filter(({ role }) => !known.has(role))
      .map(({ id, role }) => `competence ${id} has an unknown role ${role}`),
    ...[...topicRoles]
      .filter(([, role]) => !known.has(role))
      .map(([topic, role]) => `topic ${topic} has an unknown role ${role}`),
    ...roles
      .filter(
        ({ fallback }) => fallback !== null && !known.has(fallback) && !agencies.some(({ code }) => code === fallback),
      )
      .map(({ role }) => `role ${role} has an unknown fallback`),
    ...roles
      .filter(({ overseer }) => overseer !== null && !known.has(overseer))
      .map(({ role }) => `role ${role} has an unknown overseer`),
  ];
}
