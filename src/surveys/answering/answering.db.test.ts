import { describe, expect, it } from 'vitest';
import { fieldedSurveys, words, yards } from '../../../test/builders/fielded-surveys.ts';
import { CitizenId, newId } from '../../kernel/ids.ts';

const here = fieldedSurveys();
const { inTx, rows, people, fielded, answerAll } = here;

describe('answering', () => {
  it('takes one response per person and wave, and resumes where somebody stopped', async () => {
    const [person = CitizenId.parse(newId())] = await people(1, { territory: 'a1' });
    const wave = await fielded({ territories: ['a1'] });
    const begin = () =>
      inTx((tx) => here.surveys.answering.begin(tx, wave.id, { id: person, language: 'ru' }, 'telegram'));
    const first = await begin();
    if (first.type !== 'ask') throw new Error('expected a question');
    await inTx((tx) => here.surveys.answering.choose(tx, first.view.sessionId, person, 'clean', 'no'));
    expect(await begin()).toMatchObject({ type: 'ask', view: { stepKey: 'why', position: 2, total: 3 } });
    expect(await answerAll(wave, person, { why: 'мусор', score: '2' })).toBe('finished');
    await expect(begin()).rejects.toMatchObject({ code: 'survey.answered_already' });
    expect((await rows('select 1 from survey_sessions where wave_id = $1', wave.id)).length).toBe(0);
  });

  it('a button pressed twice or on an old message changes nothing', async () => {
    const [person = CitizenId.parse(newId())] = await people(1, { territory: 'a2' });
    const wave = await fielded({ territories: ['a2'] });
    const turn = await inTx((tx) =>
      here.surveys.answering.begin(tx, wave.id, { id: person, language: 'ru' }, 'telegram'),
    );
    if (turn.type !== 'ask') throw new Error('expected a question');
    const press = () => inTx((tx) => here.surveys.answering.choose(tx, turn.view.sessionId, person, 'clean', 'yes'));
    expect(await press()).toMatchObject({ view: { stepKey: 'score' } });
    expect(await press()).toMatchObject({ view: { stepKey: 'score' } });
    await expect(
      inTx((tx) => here.surveys.answering.choose(tx, turn.view.sessionId, CitizenId.parse(newId()), 'score', '1')),
    ).rejects.toMatchObject({ code: 'survey.session_gone' });
  });

  it('fills a quota to its limit and not further, even when many finish at once', async () => {
    const ids = await people(12, { territory: 'a3' });
    const wave = await fielded(
      { territories: ['a3'] },
      {
        questionnaire: {
          ...yards,
          quotas: [{ key: 'clean', label: words('q'), when: { question: 'clean', is: ['yes'] }, limit: 5 }],
        },
      },
    );
    const ends = await Promise.all(ids.map((id) => answerAll(wave, id, { clean: 'yes', score: '4' })));
    expect(ends.filter((end) => end === 'finished').length).toBe(5);
    expect(ends.filter((end) => end === 'screened').length).toBe(7);
    expect((await rows('select 1 from survey_submissions where wave_id = $1', wave.id)).length).toBe(5);
  });
});
