export {
  type AgenciesRepository,
  type AgencyUnit,
  createAgenciesRepository,
  type DirectoryFrame,
  loadDirectory,
} from './agencies-repository.ts';
export {
  Agency,
  AgencyKind,
  ChannelPolicy,
  Competence,
  Connection,
  type Directory,
  isEffective,
  Ownership,
  Role,
  RoleLevel,
  Sector,
} from './agency.ts';
export {
  type CompetenceRegister,
  type CompetentBodies,
  type CompetentBody,
  createCompetenceRegister,
} from './competence-register.ts';
export { readDirectory } from './read-directory.ts';
export { createSuperiors, type DatedSuperior, readSuperiors } from './superiors.ts';
export { createSuperiorsRepository, type SuperiorsRepository } from './superiors-repository.ts';
