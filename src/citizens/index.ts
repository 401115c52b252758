export {
  type Account,
  type Citizen,
  type CitizenSettings,
  type CitizenState,
  DETAILS,
  type Detail,
} from './citizen.ts';
export { type CitizensRepository, createCitizensRepository } from './citizens-repository.ts';
export { type CitizensService, CONSENT_VERSION, createCitizensService } from './citizens-service.ts';
export {
  createSecondContacts,
  letterAddress,
  type SecondContact,
  type SecondContacts,
} from './second-contacts-repository.ts';
