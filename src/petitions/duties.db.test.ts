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

let house: PetitionsFixture;

beforeAll(async () => {
  house = await startPetitions({ maxConnections: 40 });
});
afterAll(() => house.stop());
beforeEach(() => house.setClock(MONDAY));

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
    for (let person = 0; person < 30; person += 1) await house.signAs(draft.id, `8${String(person).padStart(11, '0')}`);
    await petitions.worker.tally();
    expect((await house.viewOf(draft.id)).petition.state).toBe('open');
    const operator = { kind: 'operator', id: aModerator() } as const;
    // The law counts from the day the state's portal opened it to everybody, not from what happens here.
    expect(await house.viewOf(draft.id)).toMatchObject({ steps: [], posting: null });
    const post = (on: string, url = 'https://epetition.kz/petition/1') =>
      run((tx) => petitions.portal.recordPosting(tx, draft.id, { on: day(on), url }, operator));
    await expect(post('2026-11-24')).rejects.toMatchObject({ code: 'petition.reading_in_future' });
    await expect(post('2026-11-20', 'https://elsewhere.kz/1')).rejects.toMatchObject({
      code: 'petition.reading_elsewhere',
    });
    await post('2026-11-20');
    await expect(post('2026-11-19')).rejects.toMatchObject({ code: 'petition.posting_known' });
    expect(await house.viewOf(draft.id)).toMatchObject({
      petition: { closesOn: '2027-05-20' },
      posting: { on: '2026-11-20' },
      steps: [{ thresholdKey: 'media_notice', counter: null, startedOn: '2026-11-20', dueOn: '2026-11-27' }],
    });

    const read = (count: number, url = 'https://epetition.kz/petition/1') =>
      run((tx) => petitions.portal.recordReading(tx, draft.id, { count, readOn: day('2026-11-22'), url }, operator));
    await expect(read(50_000, 'https://elsewhere.kz/1')).rejects.toMatchObject({ code: 'petition.reading_elsewhere' });
    await read(23_514);
    expect((await house.viewOf(draft.id)).petition.state).toBe('open');
    await read(23_515);
    const crossed = await house.viewOf(draft.id);
    expect(crossed.petition.state).toBe('threshold_reached');
    const duty = crossed.thresholds[0]?.duty;
    expect(duty).toMatchObject({ ruleId: 'kz.petition.review_local', startedOn: null, dueOn: null });
    const [media, forward] = crossed.steps;
    expect(forward).toMatchObject({ thresholdKey: 'forward', ruleId: 'kz.petition.forward', dueOn: '2026-11-25' });
    await run((tx) => petitions.duties.perform(tx, media?.id ?? '', 'Разослано 24 ноября.', operator));
    await expect(
      run((tx) => petitions.duties.perform(tx, duty?.id ?? '', 'Ответили.', operator)),
    ).rejects.toMatchObject({ code: 'petition.duty_of_threshold' });
    await run((tx) =>
      petitions.duties.register(tx, duty?.id ?? '', { number: 'П-17', on: day('2026-11-23') }, operator),
    );
    expect((await house.viewOf(draft.id)).thresholds[0]?.duty).toMatchObject({
      startedOn: '2026-11-23',
      dueOn: '2026-12-22',
    });
    expect((await house.viewOf(draft.id)).steps).toMatchObject([
      { doneNote: 'Разослано 24 ноября.', metAt: expect.any(Date) },
      { doneNote: 'П-17', metAt: expect.any(Date) },
    ]);
    // The same date stands in the clock ledger, with its reasons.
    const steps = await petitions.dutyClocks.steps(duty?.id ?? '');
    expect(JSON.stringify(steps)).toContain('2026-12-22');
    await expect(
      run((tx) => petitions.duties.register(tx, duty?.id ?? '', { number: 'П-18', on: day('2026-11-23') }, operator)),
    ).rejects.toMatchObject({ code: 'petition.duty_registered' });

    await house.setClock('2026-12-22T23:00:00+05:00');
    await house.drain();
    expect((await house.viewOf(draft.id)).timeline.some(({ type }) => type === 'duty_overdue')).toBe(false);
    await house.setClock('2026-12-23T00:01:00+05:00');
    await house.drain();
    await house.drain();
    expect((await house.viewOf(draft.id)).timeline.filter(({ type }) => type === 'duty_overdue')).toHaveLength(1);
    expect(await house.told(draft.id, 'duty_overdue')).toBe(51);
  });
});

describe('a duty in the clock ledger', () => {
  it('is counted by a profile’s own length as by law, and moves with the calendar only when somebody confirms', async () => {
    const { petitions, run, supportAs, calendars } = house;
    const petition = await house.openPetition();
    for (let person = 0; person < 294; person += 1) await supportAs(petition.id, aCitizenId());
    await petitions.worker.tally();
    const duty = (await house.viewOf(petition.id)).thresholds[0]?.duty;
    expect(duty).toMatchObject({ thresholdKey: 'attention', startedOn: '2026-11-23', dueOn: '2026-12-07' });
    expect(JSON.stringify(await petitions.dutyClocks.steps(duty?.id ?? ''))).toContain('2026-12-07');

    const holiday = { kk: 'Демалыс', ru: 'Выходной', en: 'Day off' };
    const special = { on: day('2026-12-01'), working: false, kind: 'decree_day_off', name: holiday } as const;
    const change = { scope: { type: 'country' }, change: { type: 'day', day: special } } as const;
    const before = await petitions.dutyClocks.movedBy(change);
    expect(before.map(({ ticketId }) => ticketId)).toContain(duty?.id);
    const { edition } = await run((tx) => calendars.edit(tx, { ...change, reason: 'Постановление', by: 'op' }));
    expect((await house.viewOf(petition.id)).thresholds[0]?.duty?.dueOn).toBe('2026-12-07');

    const desk = { kind: 'operator', id: aModerator() } as const;
    const mine = (await petitions.dutyClocks.movedBy(edition)).find(({ ticketId }) => ticketId === duty?.id);
    expect([mine?.before.statutoryOn, mine?.after.statutoryOn]).toEqual(['2026-12-07', '2026-12-08']);
    const move = () => run((tx) => petitions.duties.moveToCalendar(tx, duty?.id ?? '', edition, desk));
    expect([await move(), await move()]).toEqual([true, false]);
    expect((await house.viewOf(petition.id)).thresholds[0]?.duty?.dueOn).toBe('2026-12-08');
    expect((await petitions.dutyClocks.movedBy(edition)).map(({ ticketId }) => ticketId)).not.toContain(duty?.id);
    await house.drain();
    expect(await house.told(petition.id, 'duty_moved')).toBe(300);
    await house.setClock('2026-12-08T00:01:00+05:00');
    await house.drain();
    expect((await house.viewOf(petition.id)).timeline.some(({ type }) => type === 'duty_overdue')).toBe(false);
  });
});
