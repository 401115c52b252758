import { describe, expect, it } from 'vitest';
import { fieldedSurveys } from '../../../test/builders/fielded-surveys.ts';
import { day } from '../../kernel/day.ts';

const here = fieldedSurveys();
const { inTx, rows, people, fielded } = here;

describe('a sample', () => {
  it('is the same for the same seed, another for another, and keeps the shares of strata', async () => {
    await people(90, { territory: 's1', language: 'kk' });
    await people(30, { territory: 's1', language: 'ru' });
    const drawn = async (seed: string) => {
      const wave = await fielded(
        { territories: ['s1'], sample: { size: 20, strata: 'language' } },
        { seed, start: false },
      );
      return rows<{ citizen_id: string; stratum: string }>(
        'select citizen_id, stratum from survey_recipients where wave_id = $1 order by citizen_id',
        wave.id,
      );
    };
    const [one, again, other] = [await drawn('seed-1'), await drawn('seed-1'), await drawn('seed-2')];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    expect(one.filter(({ stratum }) => stratum === 'kk').length).toBe(15);
    expect(one.length).toBe(20);
  });

  it('of a panel is the people of the earlier wave, as long as they still agree', async () => {
    const everybody = await people(30, { territory: 'panel' });
    const first = await fielded({ territories: ['panel'], sample: { size: 10 } });
    const listed = (id: string) =>
      rows<{ citizen_id: string }>('select citizen_id from survey_recipients where wave_id = $1', id);
    const asked = (await listed(first.id)).map(({ citizen_id }) => citizen_id);
    const [gone] = asked;
    await rows(`update citizens set settings = '{"surveys": false}' where id = $1`, gone);
    const next = (panelOf: string) =>
      inTx((tx) =>
        here.surveys.waves.prepare(tx, {
          surveyId: first.surveyId,
          audience: { panelOf },
          closesAt: new Date(tx.now.getTime() + 86_400_000),
          duty: { ownerId: 'o', dueOn: day('2099-01-01') },
          by: 'author',
        }),
      );
    const again = (await listed((await next(first.id)).id)).map(({ citizen_id }) => citizen_id);
    expect(new Set(again)).toEqual(new Set(asked.filter((id) => id !== gone)));
    expect(everybody).toEqual(expect.arrayContaining(again));
    const other = await fielded({ territories: ['panel'] });
    await expect(next(other.id)).rejects.toMatchObject({ code: 'survey.wave_not_found' });
  });

  it('never holds people who did not opt in, have stopped us, or cannot be reached', async () => {
    await people(2, { territory: 's2' });
    await people(3, { territory: 's2', surveysOn: false });
    await people(3, { territory: 's2', state: 'stopped' });
    expect(await here.surveys.waves.preview({ territories: ['s2'] })).toEqual({ people: 2, strata: { '': 2 } });
  });
});

describe('a long list', () => {
  it('written slice by slice is the list written at once, in the same order', async () => {
    await people(120, { territory: 'long' });
    const wave = await fielded({ territories: ['long'] }, { start: false });
    const list = () =>
      rows<{ citizen_id: string; ordinal: number }>(
        'select citizen_id, ordinal from survey_recipients where wave_id = $1 order by ordinal',
        wave.id,
      );
    const atOnce = await list();
    await rows('delete from survey_recipients where wave_id = $1', wave.id);
    const draw = { slices: 7, next: 0, drawn: 0, limits: { '': null } };
    await rows('update survey_waves set draw = $2 where id = $1', wave.id, JSON.stringify(draw));
    await expect(inTx((tx) => here.surveys.waves.start(tx, wave.id, 'author'))).rejects.toMatchObject({
      code: 'survey.still_drawing',
    });
    let slices = 1;
    while (await inTx((tx) => here.surveys.waves.drawNext(tx, wave.id))) slices += 1;
    expect(slices).toBe(7);
    expect(await list()).toEqual(atOnce);
    expect(atOnce).toHaveLength(120);
  });
});
