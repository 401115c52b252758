import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SurveysOnADatabase, surveysOnADatabase } from '../../../test/builders/surveys-on-a-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database/test-database.ts';
import { Questionnaire } from '../questionnaire/questionnaire.ts';
import { groupPollOf } from './group-polls-repository.ts';

const words = (text: string) => ({ kk: text, ru: text, en: text });
const questionnaire = {
  title: words('t'),
  intro: words('i'),
  consent: words('c'),
  thanks: words('th'),
  blocks: [
    {
      key: 'b',
      questions: [
        { key: 'open', type: 'long_text' as const, text: words('Слова') },
        {
          key: 'pick',
          type: 'single' as const,
          text: words('Что лучше?'),
          options: ['a', 'b'].map((key) => ({ key, label: words(key) })),
        },
      ],
    },
  ],
};
let test: TestDatabase;
let on: SurveysOnADatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  on = surveysOnADatabase(test.url);
});
afterAll(async () => {
  await on.close();
  await test.drop();
});

describe('a poll in a group', () => {
  it('asks the first question that a native poll can ask', () => {
    expect(groupPollOf(Questionnaire.parse(questionnaire), 'ru')).toMatchObject({
      questionKey: 'pick',
      question: 'Что лучше?',
    });
  });

  it("keeps the group's counts apart from the answers of known people", async () => {
    const wave = await on.wave({ questionnaire, audience: { territories: ['none'] } });
    const poll = groupPollOf(Questionnaire.parse(questionnaire), 'ru');
    if (!poll) throw new Error('no poll');
    await on.inTx((tx) => on.surveys.groupPolls.add(tx, { pollId: '77', waveId: wave.id, chatTitle: 'Двор', poll }));
    expect(await on.inTx((tx) => on.surveys.groupPolls.record(tx, '77', [12, 3], true))).toBe(true);
    expect(await on.inTx((tx) => on.surveys.groupPolls.record(tx, 'somebody else', [1], true))).toBe(false);
    expect(await on.surveys.groupPolls.ofWave(wave.id)).toEqual([
      { questionKey: 'pick', chatTitle: 'Двор', counts: { a: 12, b: 3 }, isClosed: true },
    ]);
    expect((await on.surveys.results.results(wave.id)).n).toBe(0);
  });
});

describe('erasure', () => {
  it('takes away what was begun and the person from confidential answers, and leaves the counts', async () => {
    const [person, other] = await on.people(2, { territory: 'erase' });
    if (!person || !other) throw new Error('nobody');
    const wave = await on.wave({ questionnaire, audience: { territories: ['erase'] }, mode: 'confidential' });
    for (const id of [person, other]) {
      const turn = await on.inTx((tx) => on.surveys.answering.begin(tx, wave.id, { id, language: 'ru' }, 'telegram'));
      if (turn.type === 'ask')
        await on.inTx((tx) => on.surveys.answering.write(tx, turn.view.sessionId, id, 'open', 'слова'));
      if (turn.type === 'ask' && id === person)
        await on.inTx((tx) => on.surveys.answering.choose(tx, turn.view.sessionId, id, 'pick', 'a'));
    }
    for (const id of [person, other]) await on.inTx((tx) => on.surveys.forgetCitizen(tx, id));
    expect(await on.rows('select citizen_id from survey_submissions where wave_id = $1', wave.id)).toEqual([
      { citizen_id: null },
    ]);
    expect(await on.rows('select 1 from survey_sessions where wave_id = $1', wave.id)).toEqual([]);
    expect((await on.surveys.waves.progress(wave.id)).responses).toEqual({ finished: 1, started: 1 });
  });
});
