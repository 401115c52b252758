import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ChannelPolicy, readDirectory } from '../agencies/index.ts';
import { DETAILS } from '../citizens/index.ts';
import { Localised } from '../kernel/language.ts';
import { PrivacyRules } from '../privacy/index.ts';
import { readFormerTopics } from '../routing/index.ts';
import { loadTerritories } from '../territories/index.ts';

const JURISDICTIONS = fileURLToPath(new URL('../../jurisdictions/', import.meta.url));

const ProceduresByKind = z.strictObject({
  question: z.string(),
  problem: z.string(),
  complaint: z.string(),
  idea: z.string(),
  thanks: z.string(),
});
const DetailsOfProcedure = z.strictObject({ required: z.array(z.enum(DETAILS)), optional: z.array(z.enum(DETAILS)) });
/** What the service does with cases where the law leaves it free, and what a procedure needs of its author. */
const CaseRules = z.strictObject({
  closeInSilenceAfterDays: z.number().int().positive(),
  details: z.record(z.string(), DetailsOfProcedure),
  detailsLaw: Localised,
});
/** The most that officers' channels may show whose servers are abroad. */
const ChannelRules = z.strictObject({ abroadPolicy: ChannelPolicy });
const StatePortal = z.strictObject({ name: z.string(), url: z.url() });

/** Everything that makes the product this country's: read once at start, every file checked. */
export function readJurisdiction(code: string) {
  const folder = join(JURISDICTIONS, code);
  if (!existsSync(folder)) throw new Error(`there is no jurisdictions/${code}`);
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return {
    code,
    folder,
    directory: readDirectory(folder),
    territories: loadTerritories(join(folder, 'territories')),
    privacy: PrivacyRules.parse(json('privacy.json')),
    proceduresByKind: ProceduresByKind.parse(json('procedures-by-kind.json')),
    caseRules: CaseRules.parse(json('case-rules.json')),
    statePortal: StatePortal.parse(json('state-portal.json')),
    channels: ChannelRules.parse(json('channels.json')),
    topicNames: readTopicNames(join(folder, 'topics', 'topics.tsv')),
    topicGroups: readTopicGroups(join(folder, 'topics')),
    formerTopics: readFormerTopics(join(folder, 'topics')),
  };
}
export type Jurisdiction = ReturnType<typeof readJurisdiction>;

const rowsOf = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'));

function readTopicNames(file: string): ReadonlyMap<string, Localised> {
  return new Map(rowsOf(file).map(([id = '', , , kk, ru, en]) => [id, Localised.parse({ kk, ru, en })]));
}

/** The group of each topic, by its name: what people look for a topic under. */
function readTopicGroups(folder: string): ReadonlyMap<string, Localised> {
  const names = new Map(
    rowsOf(join(folder, 'groups.tsv')).map(([group = '', kk, ru, en]) => [group, Localised.parse({ kk, ru, en })]),
  );
  return new Map(
    rowsOf(join(folder, 'topics.tsv')).map(([id = '', group = '']) => {
      const name = names.get(group);
      if (!name) throw new Error(`${folder}/groups.tsv has no name for ${group}`);
      return [id, name];
    }),
  );
}
