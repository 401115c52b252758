import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  aCitizenId,
  aModerator,
  MONDAY,
  type PetitionsFixture,
  startPetitions,
} from '../../test/builders/petitions-on-a-database.ts';

let house: PetitionsFixture;

beforeAll(async () => {
  house = await startPetitions({ maxConnections: 40 });
});
afterAll(() => house.stop());
beforeEach(() => house.setClock(MONDAY));

const desk = { kind: 'operator', id: aModerator() } as const;
const WAVE = { since: new Date(0), until: new Date('2100-01-01'), referrer: 'one-link' };

/** Three hundred are needed; forty of those who came, came by one link. */
async function aPetitionWithAWave() {
  const petition = await house.openPetition();
  const people = (many: number, referrer: string | null) =>
    Promise.all(Array.from({ length: many }, () => house.supportAs(petition.id, aCitizenId(), referrer)));
  await people(40, 'one-link');
  await house.run((tx) => house.petitions.integrity.hold(tx, petition.id, WAVE, 'Одна ссылка.', desk));
  await people(270, null);
  await house.drain();
  return petition;
}

describe('support that was set apart', () => {
  it('has a day by which somebody decides, and the outcome waits for it, late or not', async () => {
    const { id, closesOn } = await aPetitionWithAWave();
    expect(await house.viewOf(id)).toMatchObject({
      petition: { state: 'open' },
      counts: { support: 276, held: 40 },
      heldDueOn: '2026-11-26',
    });
    await house.setClock('2026-11-27T00:01:00+05:00');
    await house.drain();
    const late = await house.viewOf(id);
    expect(late.timeline.at(-1)).toMatchObject({ type: 'held_overdue', facts: { dueOn: '2026-11-26' } });
    const { rows } = await house.db.pool.query(
      `select 1 from notifications where kind = 'petition_held_overdue' and facts->>'petitionId' = $1`,
      [id],
    );
    expect(rows).toHaveLength(1);

    expect(closesOn).toBe('2027-02-23');
    await house.setClock('2027-02-24T00:01:00+05:00');
    await house.drain();
    expect((await house.viewOf(id)).petition.state).toBe('open');
    await expect(house.supportAs(id, aCitizenId())).rejects.toMatchObject({ code: 'petition.not_gathering' });

    await house.run((tx) => house.petitions.integrity.release(tx, id, WAVE, 'Это школа.', desk));
    await house.drain();
    expect(await house.viewOf(id)).toMatchObject({
      petition: { state: 'threshold_reached' },
      counts: { support: 316, held: 0 },
      heldDueOn: null,
    });
  });

  it('and was struck out after the end leaves the petition below, at once', async () => {
    const { id } = await aPetitionWithAWave();
    await house.setClock('2027-02-24T00:01:00+05:00');
    await house.drain();
    await house.run((tx) => house.petitions.integrity.invalidate(tx, id, WAVE, 'Накрутка.', desk));
    await house.drain();
    const after = await house.viewOf(id);
    expect(after).toMatchObject({ petition: { state: 'expired', outcome: 'closed_with_count' }, heldDueOn: null });
    expect(after.timeline.findLast(({ type }) => type === 'expired')?.facts).toMatchObject({ support: 276 });
  });
});
