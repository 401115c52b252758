import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  aCitizenId,
  aModerator,
  CITY,
  type PetitionsFixture,
  startPetitions,
  TEXT,
} from '../../test/builders/petitions-on-a-database.ts';
import { day } from '../kernel/day.ts';
import type { PetitionId } from '../kernel/ids.ts';
import { verifyPetitionLog } from './log/verify-read-model.ts';

let house: PetitionsFixture;
const MONDAY = '2026-11-23T10:00:00+05:00';

beforeAll(async () => {
  house = await startPetitions({ maxConnections: 40 });
});
afterAll(() => house.stop());
beforeEach(() => house.setClock(MONDAY));

const viewOf = async (id: PetitionId) => {
  const view = await house.petitions.view.view({ id });
  if (!view) throw new Error('no petition');
  return view;
};
const told = async (id: PetitionId, news: string) =>
  Number(
    (
      await house.db.pool.query(
        `select count(*) from notifications where facts->>'petitionId' = $1 and facts->>'news' = $2`,
        [id, news],
      )
    ).rows[0].count,
  );
const drain = async () => {
  while ((await house.petitions.worker.tick()) > 0);
};
const signAs = (id: PetitionId, nationalId: string) =>
  house.run((tx) => house.petitions.signatures.sign(tx, id, { nationalId, issuer: 'eid', age: 40 }));

describe('from a draft to a reply', () => {
  it('needs its sponsors, two eyes for publishing, and tells everybody who stands behind it', async () => {
    const { petitions, run, supportAs } = house;
    const author = aCitizenId();
    const draft = await run((tx) =>
      petitions.authoring.draft(tx, {
        citizenId: author,
        language: 'ru',
        profileId: 'kz.city',
        authorityKey: 'city',
        agencyCode: null,
        territoryCode: CITY,
        text: TEXT,
      }),
    );
    const submitted = await run((tx) => petitions.authoring.submit(tx, draft.id, author));
    expect(submitted).toMatchObject({ state: 'gathering_sponsors', sponsorsUntil: '2026-12-23' });

    for (let at = 0; at < 4; at += 1) await supportAs(draft.id, aCitizenId());
    expect((await viewOf(draft.id)).petition.state).toBe('gathering_sponsors');
    await supportAs(draft.id, aCitizenId());
    expect((await viewOf(draft.id)).petition).toMatchObject({ state: 'in_moderation', moderationDueOn: '2026-11-30' });

    const moderator = aModerator();
    await run((tx) => petitions.moderation.checkOut(tx, draft.id, moderator));
    await expect(run((tx) => petitions.moderation.publish(tx, draft.id, aModerator()))).rejects.toMatchObject({
      code: 'petition.held_by_another',
    });
    const open = await run((tx) => petitions.moderation.publish(tx, draft.id, moderator));
    expect(open).toMatchObject({ state: 'open', closesOn: '2027-02-23' });
    await drain();
    expect(await told(draft.id, 'published')).toBe(6);

    for (let person = 0; person < 500; person += 1) await signAs(draft.id, `9${String(person).padStart(11, '0')}`);
    await drain();
    const reached = await viewOf(draft.id);
    expect(reached.petition.state).toBe('threshold_reached');
    expect(reached.counts).toMatchObject({ support: 6, signatures: 500, legal: null });
    expect(reached.thresholds.map(({ key, duty }) => [key, duty?.dueOn ?? null])).toEqual([
      ['attention', null],
      ['reply', '2026-12-22'],
    ]);
    expect(await told(draft.id, 'threshold_crossed')).toBe(6);

    const akimat = { kind: 'officer', id: null } as const;
    const replied = await run((tx) => petitions.duties.reply(tx, draft.id, 'Переход построим до 1 сентября.', akimat));
    expect(replied.state).toBe('replied');
    await run((tx) => petitions.duties.followUp(tx, draft.id, 'Переход открыт 25 августа.', akimat));
    await drain();
    expect(await told(draft.id, 'replied')).toBe(6);
    const end = await viewOf(draft.id);
    expect(end.petition.state).toBe('followed_up');
    expect(end.thresholds.every(({ duty }) => duty === null || duty.metAt !== null)).toBe(true);
    expect(end.timeline.map(({ type }) => type)).toEqual([
      'submitted',
      'sponsored',
      'published',
      'threshold_crossed',
      'replied',
      'followed_up',
    ]);
  });

  it('is rejected only by two, with a reason, and heard once more when the author objects', async () => {
    const { petitions, run, supportAs } = house;
    const author = aCitizenId();
    const addressee = { profileId: 'kz.city', authorityKey: 'city', agencyCode: null, territoryCode: CITY };
    const draft = await run((tx) =>
      petitions.authoring.draft(tx, { citizenId: author, language: 'kk', ...addressee, text: TEXT }),
    );
    await run((tx) => petitions.authoring.submit(tx, draft.id, author));
    for (let at = 0; at < 5; at += 1) await supportAs(draft.id, aCitizenId());

    const [first, second] = [aModerator(), aModerator()];
    const reason = { code: 'duplicate', note: 'Есть такая же.' };
    await run((tx) => petitions.moderation.proposeRejection(tx, draft.id, first, reason));
    await expect(run((tx) => petitions.moderation.confirmRejection(tx, draft.id, first))).rejects.toMatchObject({
      code: 'petition.needs_second_person',
    });
    await run((tx) => petitions.moderation.confirmRejection(tx, draft.id, second));
    expect((await viewOf(draft.id)).text).toBeNull();
    expect((await viewOf(draft.id)).petition).toMatchObject({ state: 'rejected', rejection: reason });
    expect(await told(draft.id, 'rejected')).toBe(1);

    expect((await run((tx) => petitions.authoring.appeal(tx, draft.id, author))).state).toBe('in_moderation');
    await expect(run((tx) => petitions.moderation.proposeRejection(tx, draft.id, first, reason))).rejects.toMatchObject(
      { code: 'petition.needs_other_eyes' },
    );
    await run((tx) => petitions.moderation.proposeRejection(tx, draft.id, aModerator(), reason));
    await run((tx) => petitions.moderation.confirmRejection(tx, draft.id, aModerator()));
    await expect(run((tx) => petitions.authoring.appeal(tx, draft.id, author))).rejects.toMatchObject({
      code: 'petition.appeal_used_up',
    });
    const decisions = await petitions.view.decisions();
    expect(decisions.filter(({ code }) => code === draft.code).map(({ type }) => type)).toEqual([
      'rejected',
      'appealed',
      'rejected',
    ]);
  });

  it('shows what moderation changed only together with why', async () => {
    const { petitions, run } = house;
    const author = aCitizenId();
    const addressee = { profileId: 'kz.city', authorityKey: 'city', agencyCode: null, territoryCode: CITY };
    const draft = await run((tx) =>
      petitions.authoring.draft(tx, { citizenId: author, language: 'ru', ...addressee, text: TEXT }),
    );
    await run((tx) => petitions.authoring.submit(tx, draft.id, author));
    for (let at = 0; at < 5; at += 1) await house.supportAs(draft.id, aCitizenId());
    const text = { ...TEXT, why: 'Дети перебегают дорогу в темноте.' };
    await expect(run((tx) => petitions.moderation.publish(tx, draft.id, aModerator(), { text }))).rejects.toMatchObject(
      {
        code: 'petition.change_without_note',
      },
    );
    await run((tx) =>
      petitions.moderation.publish(tx, draft.id, aModerator(), { text, note: 'Число не подтверждено.' }),
    );
    const { petition } = await viewOf(draft.id);
    expect([petition.original.why, petition.published?.why]).toEqual([TEXT.why, text.why]);
  });
});

describe('support', () => {
  it('is one per person, however often and in how many places at once it is given', async () => {
    const petition = await house.openPetition();
    const person = aCitizenId();
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => house.supportAs(petition.id, person)));
    expect(outcomes.filter(({ type }) => type === 'supported')).toHaveLength(1);
    expect(new Set(outcomes.map(({ receipt }) => receipt)).size).toBe(1);
    await house.petitions.worker.tally();
    expect((await viewOf(petition.id)).counts.support).toBe(7);
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
    expect((await viewOf(petition.id)).counts.support).toBe(456);
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
    expect((await viewOf(petition.id)).counts.support).toBe(7);
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
    const view = await viewOf(petition.id);
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
    expect((await viewOf(petition.id)).counts).toMatchObject({ support: 6, held: 10 });
    expect(await house.run((tx) => release(tx, petition.id, { ...stretch, referrer: 'another' }, 'x', operator))).toBe(
      0,
    );
    expect(await house.run((tx) => invalidate(tx, petition.id, stretch, 'Накрутка.', operator))).toBe(10);
    await house.petitions.worker.tally();
    const view = await viewOf(petition.id);
    expect(view.counts).toMatchObject({ support: 6, held: 0 });
    expect(view.integrityNote?.text).toBe('Накрутка.');
    expect((await verifyPetitionLog(house.db.prisma)).breaks).toEqual([]);
  });

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
    expect((await viewOf(petition.id)).counts).toMatchObject({ support: 46, held: 0 });
  });

  it('is told of news only while its giver wants to hear', async () => {
    const petition = await house.openPetition();
    const [loud, quiet] = [aCitizenId(), aCitizenId()];
    await house.supportAs(petition.id, loud);
    await house.supportAs(petition.id, quiet);
    await drain();
    await house.run((tx) => house.petitions.support.setNotify(tx, petition.id, quiet, false));
    const by = { kind: 'operator', id: null } as const;
    await house.run((tx) => house.petitions.duties.stop(tx, petition.id, 'Решение суда.', by));
    await drain();
    expect(await told(petition.id, 'stopped')).toBe(7);
  });
});

describe('a verified signature', () => {
  it('is one per person whatever the account, and two persons on one account are two', async () => {
    const petition = await house.openPetition();
    const first = await signAs(petition.id, '900101300123');
    expect(first.type).toBe('signed');
    expect(await signAs(petition.id, '900101300123')).toEqual({ type: 'already', receipt: first.receipt });
    expect((await signAs(petition.id, '900101300999')).type).toBe('signed');
    await house.petitions.worker.tally();
    expect((await viewOf(petition.id)).counts).toMatchObject({ support: 6, signatures: 2 });
    const { rows } = await house.db.pool.query(`select person_hash, s.* from petition_signatures s`);
    expect(JSON.stringify(rows)).not.toContain('900101300123');
  });

  it('of one person has nothing in common between two petitions', async () => {
    const petitions = [await house.openPetition(), await house.openPetition()];
    for (const { id } of petitions) await signAs(id, '900101300555');
    const { rows } = await house.db.pool.query(
      `select encode(person_hash, 'hex') as person from petition_signatures where petition_id = any($1::uuid[])`,
      [petitions.map(({ id }) => id)],
    );
    expect(new Set(rows.map(({ person }) => person)).size).toBe(2);
  });
});

describe('under the law of Kazakhstan', () => {
  it('only a reading of the state portal creates a duty, and its term waits for the register', async () => {
    const { petitions, run, supportAs } = house;
    const author = aCitizenId();
    const addressee = { profileId: 'kz.state', authorityKey: 'region_akimat', agencyCode: null, territoryCode: CITY };
    const draft = await run((tx) =>
      petitions.authoring.draft(tx, { citizenId: author, language: 'ru', ...addressee, text: TEXT }),
    );
    expect(draft.thresholds).toEqual([{ key: 'review', counter: 'legal_reading', required: 23_515 }]);
    await run((tx) => petitions.authoring.submit(tx, draft.id, author));
    await Promise.all(Array.from({ length: 50 }, () => supportAs(draft.id, aCitizenId())));
    await run((tx) => petitions.moderation.publish(tx, draft.id, aModerator()));
    for (let person = 0; person < 30; person += 1) await signAs(draft.id, `8${String(person).padStart(11, '0')}`);
    await petitions.worker.tally();
    expect((await viewOf(draft.id)).petition.state).toBe('open');

    const operator = { kind: 'operator', id: aModerator() } as const;
    const read = (count: number, url = 'https://epetition.kz/petition/1') =>
      run((tx) => petitions.duties.recordReading(tx, draft.id, { count, readOn: day('2026-11-23'), url }, operator));
    await expect(read(50_000, 'https://elsewhere.kz/1')).rejects.toMatchObject({ code: 'petition.reading_elsewhere' });
    await read(23_514);
    expect((await viewOf(draft.id)).petition.state).toBe('open');
    await read(23_515);
    const crossed = await viewOf(draft.id);
    expect(crossed.petition.state).toBe('threshold_reached');
    const duty = crossed.thresholds[0]?.duty;
    expect(duty).toMatchObject({ ruleId: 'kz.petition.review_local', startedOn: null, dueOn: null });
    await run((tx) =>
      petitions.duties.register(tx, duty?.id ?? '', { number: 'П-17', on: day('2026-11-23') }, operator),
    );
    expect((await viewOf(draft.id)).thresholds[0]?.duty).toMatchObject({
      startedOn: '2026-11-23',
      dueOn: '2026-12-22',
    });
    // The same date stands in the clock ledger, with its reasons.
    const steps = await petitions.dutyClocks.steps(duty?.id ?? '');
    expect(JSON.stringify(steps)).toContain('2026-12-22');
    await expect(
      run((tx) => petitions.duties.register(tx, duty?.id ?? '', { number: 'П-18', on: day('2026-11-23') }, operator)),
    ).rejects.toMatchObject({ code: 'petition.duty_registered' });

    await house.setClock('2026-12-22T23:00:00+05:00');
    await drain();
    expect((await viewOf(draft.id)).timeline.some(({ type }) => type === 'duty_overdue')).toBe(false);
    await house.setClock('2026-12-23T00:01:00+05:00');
    await drain();
    await drain();
    expect((await viewOf(draft.id)).timeline.filter(({ type }) => type === 'duty_overdue')).toHaveLength(1);
    expect(await told(draft.id, 'duty_overdue')).toBe(51);
  });
});

describe('what a day brings', () => {
  it('a petition that stays below ends with a visible outcome', async () => {
    const petition = await house.openPetition();
    await house.setClock('2027-02-24T00:01:00+05:00');
    await drain();
    const view = await viewOf(petition.id);
    expect(view.petition).toMatchObject({ state: 'expired', outcome: 'closed_with_count' });
    expect(view.timeline.at(-1)?.facts).toMatchObject({ support: 6, signatures: 0 });
    expect(await told(petition.id, 'expired')).toBe(6);
  });

  it('too few sponsors end a petition and its author hears of it; late moderation is public', async () => {
    const { petitions, run } = house;
    const addressee = { profileId: 'kz.city', authorityKey: 'city', agencyCode: null, territoryCode: CITY };
    const [alone, waiting] = await Promise.all(
      [0, 5].map(async (sponsors) => {
        const citizenId = aCitizenId();
        const draft = await run((tx) =>
          petitions.authoring.draft(tx, { citizenId, language: 'ru', ...addressee, text: TEXT }),
        );
        await run((tx) => petitions.authoring.submit(tx, draft.id, citizenId));
        for (let at = 0; at < sponsors; at += 1) await house.supportAs(draft.id, aCitizenId());
        return draft.id;
      }),
    );
    await house.setClock('2026-12-24T00:01:00+05:00');
    await drain();
    expect((await viewOf(alone as PetitionId)).petition).toMatchObject({
      state: 'expired',
      outcome: 'too_few_sponsors',
    });
    expect(await told(alone as PetitionId, 'expired')).toBe(1);
    expect((await viewOf(waiting as PetitionId)).timeline.map(({ type }) => type)).toContain('moderation_overdue');
  });
});

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
