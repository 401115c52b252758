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
import type { PetitionId } from '../kernel/ids.ts';

let house: PetitionsFixture;

beforeAll(async () => {
  house = await startPetitions({ maxConnections: 40 });
});
afterAll(() => house.stop());
beforeEach(() => house.setClock(MONDAY));

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
    expect((await house.viewOf(draft.id)).petition.state).toBe('gathering_sponsors');
    await supportAs(draft.id, aCitizenId());
    expect((await house.viewOf(draft.id)).petition).toMatchObject({
      state: 'in_moderation',
      moderationDueOn: '2026-11-30',
    });

    const moderator = aModerator();
    await run((tx) => petitions.moderation.checkOut(tx, draft.id, moderator));
    await expect(run((tx) => petitions.moderation.publish(tx, draft.id, aModerator()))).rejects.toMatchObject({
      code: 'petition.held_by_another',
    });
    const open = await run((tx) => petitions.moderation.publish(tx, draft.id, moderator));
    expect(open).toMatchObject({ state: 'open', closesOn: '2027-02-23' });
    await house.drain();
    expect(await house.told(draft.id, 'published')).toBe(6);

    for (let person = 0; person < 500; person += 1)
      await house.signAs(draft.id, `9${String(person).padStart(11, '0')}`);
    await house.drain();
    const reached = await house.viewOf(draft.id);
    expect(reached.petition.state).toBe('threshold_reached');
    expect(reached.counts).toMatchObject({ support: 6, signatures: 500, legal: null });
    expect(reached.thresholds.map(({ key, duty }) => [key, duty?.dueOn ?? null])).toEqual([
      ['attention', null],
      ['reply', '2026-12-22'],
    ]);
    expect(await house.told(draft.id, 'threshold_crossed')).toBe(6);

    const akimat = { kind: 'officer', id: null } as const;
    const replied = await run((tx) => petitions.duties.reply(tx, draft.id, 'Переход построим до 1 сентября.', akimat));
    expect(replied.state).toBe('replied');
    await run((tx) => petitions.duties.followUp(tx, draft.id, 'Переход открыт 25 августа.', akimat));
    await house.drain();
    expect(await house.told(draft.id, 'replied')).toBe(6);
    const end = await house.viewOf(draft.id);
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
    expect((await house.viewOf(draft.id)).text).toBeNull();
    expect((await house.viewOf(draft.id)).petition).toMatchObject({ state: 'rejected', rejection: reason });
    expect(await house.told(draft.id, 'rejected')).toBe(1);

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
    const { petition } = await house.viewOf(draft.id);
    expect([petition.original.why, petition.published?.why]).toEqual([TEXT.why, text.why]);
  });
});

describe('what a day brings', () => {
  it('a petition that stays below ends with a visible outcome', async () => {
    const petition = await house.openPetition();
    await house.setClock('2027-02-24T00:01:00+05:00');
    await house.drain();
    const view = await house.viewOf(petition.id);
    expect(view.petition).toMatchObject({ state: 'expired', outcome: 'closed_with_count' });
    expect(view.timeline.at(-1)?.facts).toMatchObject({ support: 6, signatures: 0 });
    expect(await house.told(petition.id, 'expired')).toBe(6);
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
    await house.drain();
    expect((await house.viewOf(alone as PetitionId)).petition).toMatchObject({
      state: 'expired',
      outcome: 'too_few_sponsors',
    });
    expect(await house.told(alone as PetitionId, 'expired')).toBe(1);
    expect((await house.viewOf(waiting as PetitionId)).timeline.map(({ type }) => type)).toContain(
      'moderation_overdue',
    );
  });
});
