import { CitizenId, newId, PetitionId } from '../../src/kernel/ids.ts';
import type { Petition } from '../../src/petitions/petition.ts';

/** A valid petition for tests, overridden by what matters. */
export function aPetition(overrides: Partial<Petition> = {}): Petition {
  return {
    id: PetitionId.parse(newId(1_700_000_000_000)),
    revision: 1,
    code: 'abcdefghij',
    citizenId: CitizenId.parse(newId(1_700_000_000_000)),
    language: 'ru',
    state: 'draft',
    profileId: 'kz.city',
    authorityKey: 'city',
    agencyCode: null,
    territoryCode: null,
    population: null,
    thresholds: [],
    original: { ask: 'Сделать переход у школы', why: 'Дети перебегают дорогу', details: '' },
    published: null,
    rejection: null,
    appealed: false,
    outcome: null,
    createdAt: new Date('2026-11-20T05:00:00Z'),
    submittedAt: null,
    sponsorsUntil: null,
    moderationDueOn: null,
    openedAt: null,
    closesOn: null,
    endedAt: null,
    ...overrides,
  };
}
