import { type CompetenceRegister, createCompetenceRegister, type Directory } from '../agencies/index.ts';
import type { LiveTerritories } from '../territories/index.ts';

/** The register as operators edit it: asked for anew after a change here, and every minute for changes elsewhere. */
export function createLiveRegister(
  first: Directory,
  load: () => Promise<Directory>,
  { tree, version }: Pick<LiveTerritories, 'tree' | 'version'>,
): CompetenceRegister & { refresh(): Promise<void> } {
  let current = createCompetenceRegister(first, tree);
  // The register keeps for each unit what lies inside it: another tree is another register.
  const stateOf = ({ agencies, competences }: Directory) => JSON.stringify([version(), agencies, competences]);
  let known = stateOf(first);
  return {
    competentBodies: (topic, place, on) => current.competentBodies(topic, place, on),
    roleOf: (topic) => current.roleOf(topic),
    agency: (code) => current.agency(code),
    codes: () => current.codes(),
    inForce: (on) => current.inForce(on),
    competencesOf: (code, on) => current.competencesOf(code, on),
    everyCompetenceOf: (code) => current.everyCompetenceOf(code),
    everyCompetenceAt: (place) => current.everyCompetenceAt(place),
    roles: () => current.roles(),
    nextCompetenceId: (role) => current.nextCompetenceId(role),
    overseerOf: (code, topic, place, on) => current.overseerOf(code, topic, place, on),
    superiorsOf: (code) => current.superiorsOf(code),
    async refresh() {
      const directory = await load();
      const now = stateOf(directory);
      if (now === known) return;
      known = now;
      current = createCompetenceRegister(directory, tree);
    },
  };
}
