import { describe, expect, it } from 'vitest';
import { fieldedSurveys, words } from '../../../test/builders/fielded-surveys.ts';
import { CitizenId, newId } from '../../kernel/ids.ts';

const here = fieldedSurveys();
const { inTx, rows, people, fielded, carry, answerAll } = here;

describe('the end of a wave', () => {
  it('comes by the clock on its last day, in the name of nobody', async () => {
    await people(1, { territory: 'e0' });
    const wave = await fielded({ territories: ['e0'] });
    await rows(`update survey_waves set closes_at = now() - interval '1 second' where id = $1`, wave.id);
    await here.surveys.fielding.tick();
    expect((await here.surveys.waves.get(wave.id)).state).toBe('closed');
    expect(
      await rows(
        `select actor_kind from journal_entries where stream_id = $1 and type = 'survey.wave_closed'`,
        `survey:${wave.surveyId}`,
      ),
    ).toEqual([{ actor_kind: 'system' }]);
  });

  it('keeps unfinished answers apart, opens a public duty, and tells everybody who took part', async () => {
    const ids = await people(12, { territory: 'e1' });
    const wave = await fielded({ territories: ['e1'] }, { mode: 'confidential' });
    await here.surveys.fielding.tick();
    await carry();
    await here.surveys.fielding.tick();
    for (const id of ids.slice(0, 11)) await answerAll(wave, id, { clean: 'yes', score: '4' });
    const last = ids[11] ?? CitizenId.parse(newId());
    const begun = await inTx((tx) =>
      here.surveys.answering.begin(tx, wave.id, { id: last, language: 'ru' }, 'telegram'),
    );
    if (begun.type === 'ask')
      await inTx((tx) => here.surveys.answering.choose(tx, begun.view.sessionId, last, 'clean', 'no'));

    await inTx((tx) => here.surveys.waves.close(tx, wave.id, 'author'));
    const results = await here.surveys.results.results(wave.id);
    expect(results.n).toBe(11);
    expect(results.statement).toMatchObject({ basis: 'list', partial: 1, marginPoints: null });
    expect(results.statement.responseRate).toBeCloseTo(11 / 12, 9);
    expect(results.questions[0]?.options.map(({ count }) => count)).toEqual([11, 0]);
    expect(await here.surveys.results.leftAt(wave.id)).toEqual({ why: 1 });
    await expect(
      inTx((tx) => here.surveys.answering.begin(tx, wave.id, { id: last, language: 'ru' }, 'telegram')),
    ).rejects.toMatchObject({ code: 'survey.closed' });

    expect(await here.surveys.results.dutyOf(wave.id)).toMatchObject({
      ownerId: 'head',
      dueOn: '2099-01-01',
      doneAt: null,
    });
    await inTx((tx) => here.surveys.results.publish(tx, wave.id, 'author'));
    await here.surveys.fielding.tick();
    expect(new Set(await carry())).toEqual(new Set(ids));
    await here.surveys.fielding.tick();
    await inTx((tx) =>
      here.surveys.results.fulfilDuty(tx, wave.id, { findings: words('чисто'), changes: words('урны'), by: 'head' }),
    );
    await here.surveys.fielding.tick();
    expect(new Set(await carry())).toEqual(new Set(ids));
    expect((await here.surveys.results.duties()).find(({ waveId }) => waveId === wave.id)?.doneAt).not.toBeNull();
  });
});
