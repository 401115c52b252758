import { type CompetenceRegister, createCompetenceRegister, type Directory } from '../agencies/index.ts';
import type { TerritoryTree } from '../territories/index.ts';

/** The register as operators edit it: asked for anew after a change here, and every minute for changes elsewhere. */
export function createLiveRegister(
  first: Directory,
  load: () => Promise<Directory>,
  tree: TerritoryTree,
): CompetenceRegister & { refresh(): Promise<void> } {
  let current = createCompetenceRegister(first, tree);
  let known = JSON.stringify([first.agencies, first.competences]);
  return {
    competentBodies: (topic, place, on) => current.competentBodies(topic, place, on),
    roleOf: (topic) => current.roleOf(topic),
    agency: (code) => current.agency(code),
    codes: () => current.codes(),
    inForce: (on) => current.inForce(on),
    competencesOf: (code, on) => current.competencesOf(code, on),
    everyCompetenceOf: (code) => current.everyCompetenceOf(code),
    roles: () => current.roles(),
    nextCompetenceId: (role) => current.nextCompetenceId(role),
    overseerOf: (code, topic, place, on) => current.overseerOf(code, topic, place, on),
    superiorsOf: (code) => current.superiorsOf(code),
    async refresh() {
      const directory = await load();
      const now = JSON.stringify([directory.agencies, directory.competences]);
      if (now === known) return;
      known = now;
      current = createCompetenceRegister(directory, tree);
    },
  };
}
