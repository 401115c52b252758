import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  aCitizenId,
  CITY,
  type PetitionsFixture,
  startPetitions,
  TEXT,
} from '../../test/builders/petitions-on-a-database.ts';

let house: PetitionsFixture;
const MONDAY = '2026-11-23T10:00:00+05:00';

beforeAll(async () => {
  house = await startPetitions({ maxConnections: 40 });
});
afterAll(() => house.stop());
beforeEach(() => house.setClock(MONDAY));

describe('writing', () => {
  const draftWith = (
    text: Partial<typeof TEXT>,
    addressee: { authorityKey?: string; territoryCode?: typeof CITY | null } = {},
  ) =>
    house.run((tx) =>
      house.petitions.authoring.draft(tx, {
        citizenId: aCitizenId(),
        language: 'ru',
        profileId: 'kz.city',
        authorityKey: 'city',
        agencyCode: null,
        territoryCode: CITY,
        ...addressee,
        text: { ...TEXT, ...text },
      }),
    );

  it('keeps personal data out of what everybody will read', async () => {
    const draft = await draftWith({ why: 'Мой сосед 900101300123 тоже так думает и просит.' });
    expect(draft.original.why).toBe('Мой сосед [IIN] тоже так думает и просит.');
  });

  it('refuses what is too long, too short, or has no goal anybody could name', async () => {
    await expect(draftWith({ ask: 'Сделать' })).rejects.toMatchObject({ code: 'petition.text_too_short' });
    await expect(draftWith({ ask: 'а'.repeat(121) })).rejects.toMatchObject({ code: 'petition.text_too_long' });
    await expect(draftWith({}, { territoryCode: null })).rejects.toMatchObject({ code: 'petition.population_unknown' });
  });

  it('shows petitions that ask for the same', async () => {
    const petition = await house.openPetition({
      text: {
        ...TEXT,
        ask: 'Запретить самокаты на тротуарах проспекта Достык',
        why: 'Самокаты сбивают пешеходов каждый день.',
      },
    });
    const similar = await house.petitions.view.similar('уберите самокаты с тротуара, сбивают пешеходов');
    expect(similar.map(({ id }) => id)).toEqual([petition.id]);
    expect(await house.petitions.view.similar('построить бассейн для детей')).toEqual([]);
  });
});
