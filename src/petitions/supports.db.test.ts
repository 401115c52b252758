import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  aCitizenId,
  aModerator,
  CITY,
  MONDAY,
  type PetitionsFixture,
  startPetitions,
  TEXT,
} from '../../test/builders/petitions-on-a-database.ts';
import { day } from '../kernel/day.ts';
import type { PetitionId } from '../kernel/ids.ts';
import { verifyPetitionLog } from './log/verify-read-model.ts';

let house: PetitionsFixture;

beforeAll(async () => {
  house = await startPetitions({ maxConnections: 40 });
});
afterAll(() => house.stop());
beforeEach(() => house.setClock(MONDAY));

describe('support', () => {
  it('is one per person, however often and in how many places at once it is given', async () => {
    const petition = await house.openPetition();
    const person = aCitizenId();
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => house.supportAs(petition.id, person)));
    expect(outcomes.filter(({ type }) => type === 'supported')).toHaveLength(1);
    expect(new Set(outcomes.map(({ receipt }) => receipt)).size).toBe(1);
    await house.petitions.worker.tally();
    expect((await house.viewOf(petition.id)).counts.support).toBe(7);
  });

  it('that comes in crowds shares its commits, and each person still gets an answer of their own', async () => {
    const petition = await house.openPetition();
    const closed = await house.openPetition();
    await house.run((tx) =>
      house.petitions.duties.stop(tx, closed.id, 'Решение суда.', { kind: 'operator', id: null }),
    );
    const people = Array.from({ length: 450 }, aCitizenId);
    const give = (petitionId: PetitionId, citizenId: (typeof people)[number]) =>
      house.petitions.intake({ petitionId, citizenId, tier: 'account', source: 'site', referrer: null });
    const [first = aCitizenId()] = people;
    const crowd = [...people, first].map((person) => give(petition.id, person));
    const refused = give(closed.id, first).catch((error: unknown) => error);
    const outcomes = await Promise.all(crowd);
    expect(new Set(outcomes.map(({ receipt }) => receipt)).size).toBe(450);
    expect(await refused).toMatchObject({ code: 'petition.not_gathering' });
    expect(await give(petition.id, first)).toEqual({ type: 'already', receipt: outcomes[0]?.receipt });
    await house.petitions.worker.tally();
    expect((await house.viewOf(petition.id)).counts.support).toBe(456);
    expect((await verifyPetitionLog(house.db.prisma)).breaks).toEqual([]);
  });

  it('can be taken back and given again, and each time the log says so without saying who', async () => {
    const petition = await house.openPetition();
    const person = aCitizenId();
    const first = await house.supportAs(petition.id, person);
    expect(await house.run((tx) => house.petitions.support.withdraw(tx, petition.id, person))).toBe(true);
    expect(await house.run((tx) => house.petitions.support.withdraw(tx, petition.id, person))).toBe(false);
    const again = await house.supportAs(petition.id, person);
    expect(again.type).toBe('supported');
    expect(again.receipt).not.toBe(first.receipt);
    await house.petitions.worker.tally();
    expect((await house.viewOf(petition.id)).counts.support).toBe(7);
    expect((await verifyPetitionLog(house.db.prisma)).breaks).toEqual([]);
  });

  it('is refused when gathering is over, before it began, and while an election lets it rest', async () => {
    const petition = await house.openPetition();
    await house.run((tx) =>
      house.petitions.pauses.add(tx, {
        profileId: 'kz.city',
        stops: ['support'],
        from: day('2026-11-24'),
        until: day('2026-11-25'),
        reason: 'election',
        decidedBy: aModerator(),
      }),
    );
    await house.supportAs(petition.id, aCitizenId());
    await house.setClock('2026-11-24T10:00:00+05:00');
    await expect(house.supportAs(petition.id, aCitizenId())).rejects.toMatchObject({ code: 'petition.paused' });
    await house.setClock('2027-02-23T23:59:00+05:00');
    await house.supportAs(petition.id, aCitizenId());
    await house.setClock('2027-02-24T00:01:00+05:00');
    await expect(house.supportAs(petition.id, aCitizenId())).rejects.toMatchObject({ code: 'petition.not_gathering' });
  });

  it.each([-1, 0, 1])('crosses its threshold once and exactly with 200 at a time (%i)', async (over) => {
    const petition = await house.openPetition();
    const needed = 300 - 6 + over;
    const people = Array.from({ length: needed }, aCitizenId);
    for (let at = 0; at < people.length; at += 200)
      await Promise.all([
        ...people.slice(at, at + 200).map((person) => house.supportAs(petition.id, person)),
        house.petitions.worker.tally(),
        house.petitions.worker.tally(),
      ]);
    await house.petitions.worker.tally();
    const view = await house.viewOf(petition.id);
    expect(view.counts.support).toBe(300 + over);
    expect(view.petition.state).toBe(over < 0 ? 'open' : 'threshold_reached');
    expect(view.timeline.filter(({ type }) => type === 'threshold_crossed')).toHaveLength(over < 0 ? 0 : 1);
    expect(view.thresholds[0]?.duty?.dueOn ?? null).toBe(over < 0 ? null : '2026-12-07');
    expect(view.thresholds[1]?.duty).toBeNull();
  });

  it('that looks wrong is held apart in the open, then released or struck out with a reason', async () => {
    const petition = await house.openPetition();
    const operator = { kind: 'operator', id: aModerator() } as const;
    await house.setClock('2026-11-23T11:00:00+05:00');
    for (let at = 0; at < 10; at += 1) await house.supportAs(petition.id, aCitizenId(), 'one-link');
    const stretch = { since: new Date('2026-11-23T10:30:00+05:00'), until: new Date('2026-11-23T12:00:00+05:00') };
    const { hold, release, invalidate } = house.petitions.integrity;
    expect(await house.run((tx) => hold(tx, petition.id, stretch, 'Одна ссылка за минуту.', operator))).toBe(10);
    await house.petitions.worker.tally();
    expect((await house.viewOf(petition.id)).counts).toMatchObject({ support: 6, held: 10 });
    expect(await house.run((tx) => release(tx, petition.id, { ...stretch, referrer: 'another' }, 'x', operator))).toBe(
      0,
    );
    expect(await house.run((tx) => invalidate(tx, petition.id, stretch, 'Накрутка.', operator))).toBe(10);
    await house.petitions.worker.tally();
    const view = await house.viewOf(petition.id);
    expect(view.counts).toMatchObject({ support: 6, held: 0 });
    expect(view.integrityNote?.text).toBe('Накрутка.');
    expect((await verifyPetitionLog(house.db.prisma)).breaks).toEqual([]);
  });

  it.each(['signature', 'support'] as const)(
    'shows when one browser carries the %ss of a crowd, not of a family',
    async (way) => {
      const petition = await house.openPetition();
      const [crowd, family] = ['aa'.repeat(32), 'bb'.repeat(32)];
      const come = (device: string, person: number) =>
        way === 'signature'
          ? house.run((tx) =>
              house.petitions.signatures.sign(
                tx,
                petition.id,
                { nationalId: `${device.slice(0, 2)}${person}`, issuer: 'eid', age: 40 },
                device,
              ),
            )
          : house.petitions.intake({
              petitionId: petition.id,
              citizenId: aCitizenId(),
              tier: 'account',
              source: 'site',
              referrer: null,
              device,
            });
      for (let person = 0; person < 8; person += 1) await come(crowd, person);
      for (let person = 0; person < 7; person += 1) await come(family, person);
      expect(await house.petitions.signals.devices(petition.id, new Date(0))).toEqual([
        { kind: 'one_device', hour: expect.any(Date), count: 8 },
      ]);
    },
  );

  it('that comes in a wave by one link is brought to the desk once, and counts until somebody decides', async () => {
    const petition = await house.openPetition();
    await Promise.all(Array.from({ length: 40 }, () => house.supportAs(petition.id, aCitizenId(), 'one-link')));
    await house.petitions.worker.tally();
    await house.petitions.worker.watch();
    expect(await house.petitions.worker.watch()).toBe(0);
    const { rows } = await house.db.pool.query(
      `select facts from notifications where kind = 'petition_signal' and facts->>'petitionId' = $1`,
      [petition.id],
    );
    expect(rows.map(({ facts }) => facts.signal)).toEqual(['one_referrer']);
    expect((await house.viewOf(petition.id)).counts).toMatchObject({ support: 46, held: 0 });
  });

  it('is told of news only while its giver wants to hear', async () => {
    const petition = await house.openPetition();
    const [loud, quiet] = [aCitizenId(), aCitizenId()];
    await house.supportAs(petition.id, loud);
    await house.supportAs(petition.id, quiet);
    await house.drain();
    await house.run((tx) => house.petitions.support.setNotify(tx, petition.id, quiet, false));
    const by = { kind: 'operator', id: null } as const;
    await house.run((tx) => house.petitions.duties.stop(tx, petition.id, 'Решение суда.', by));
    await house.drain();
    expect(await house.told(petition.id, 'stopped')).toBe(7);
  });
});

describe('a verified signature', () => {
  it('is one per person whatever the account, and two persons on one account are two', async () => {
    const petition = await house.openPetition();
    const first = await house.signAs(petition.id, '900101300123');
    expect(first.type).toBe('signed');
    expect(await house.signAs(petition.id, '900101300123')).toEqual({ type: 'already', receipt: first.receipt });
    expect((await house.signAs(petition.id, '900101300999')).type).toBe('signed');
    await house.petitions.worker.tally();
    expect((await house.viewOf(petition.id)).counts).toMatchObject({ support: 6, signatures: 2 });
    const { rows } = await house.db.pool.query(`select person_hash, s.* from petition_signatures s`);
    expect(JSON.stringify(rows)).not.toContain('900101300123');
  });

  it('of one person has nothing in common between two petitions', async () => {
    const petitions = [await house.openPetition(), await house.openPetition()];
    for (const { id } of petitions) await house.signAs(id, '900101300555');
    const { rows } = await house.db.pool.query(
      `select encode(person_hash, 'hex') as person from petition_signatures where petition_id = any($1::uuid[])`,
      [petitions.map(({ id }) => id)],
    );
    expect(new Set(rows.map(({ person }) => person)).size).toBe(2);
  });
});

describe('limits', () => {
  it('one account supports thirty petitions an hour and sends three a day', async () => {
    const person = aCitizenId();
    const { db } = house;
    await db.pool.query(
      `insert into petition_supports (petition_id, citizen_id, tier, state, source, at, changed_at)
       select gen_random_uuid(), $1, 'account', 'counted', 'chat', business_now(), business_now() from generate_series(1, 30)`,
      [person],
    );
    const petition = await house.openPetition();
    await expect(house.supportAs(petition.id, person)).rejects.toMatchObject({ code: 'petition.too_fast' });
    const give = {
      petitionId: petition.id,
      citizenId: person,
      tier: 'account',
      source: 'site',
      referrer: null,
    } as const;
    await expect(house.petitions.intake(give)).rejects.toMatchObject({ code: 'petition.too_fast' });
    await house.setClock('2026-11-23T11:01:00+05:00');
    expect((await house.supportAs(petition.id, person)).type).toBe('supported');

    const addressee = { profileId: 'kz.city', authorityKey: 'city', agencyCode: null, territoryCode: CITY };
    const send = () =>
      house.run(async (tx) => {
        const draft = await house.petitions.authoring.draft(tx, {
          citizenId: person,
          language: 'ru',
          ...addressee,
          text: TEXT,
        });
        return house.petitions.authoring.submit(tx, draft.id, person);
      });
    for (let at = 0; at < 3; at += 1) await send();
    await expect(send()).rejects.toMatchObject({ code: 'petition.too_many_started' });
  });
});
