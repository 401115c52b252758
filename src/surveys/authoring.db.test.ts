import { describe, expect, it } from 'vitest';
import { fieldedSurveys, words, yards } from '../../test/builders/fielded-surveys.ts';
import { day } from '../kernel/day.ts';
import { Questionnaire } from './questionnaire/questionnaire.ts';

const here = fieldedSurveys();
const { inTx, people, fielded } = here;

describe('a survey', () => {
  it('is not fielded before somebody else than its author approved it', async () => {
    const survey = await inTx((tx) =>
      here.surveys.authoring.create(tx, {
        agencyCode: 'x',
        mode: 'anonymous',
        questionnaire: Questionnaire.parse(yards),
        by: 'author',
      }),
    );
    const prepare = () =>
      inTx((tx) =>
        here.surveys.waves.prepare(tx, {
          surveyId: survey.id,
          audience: {},
          closesAt: new Date(Date.now() + 9e7),
          duty: { ownerId: 'o', dueOn: day('2099-01-01') },
          by: 'author',
        }),
      );
    await expect(prepare()).rejects.toMatchObject({ code: 'survey.not_approved' });
    await inTx((tx) => here.surveys.authoring.submit(tx, survey.id, 'author'));
    await expect(inTx((tx) => here.surveys.authoring.approve(tx, survey.id, 'author'))).rejects.toMatchObject({
      code: 'survey.approver_is_author',
    });
  });

  it('is not submitted while a language is missing', async () => {
    const half = Questionnaire.parse({ ...yards, thanks: { ru: 'спасибо' } });
    const survey = await inTx((tx) =>
      here.surveys.authoring.create(tx, { agencyCode: 'x', mode: 'anonymous', questionnaire: half, by: 'author' }),
    );
    await expect(inTx((tx) => here.surveys.authoring.submit(tx, survey.id, 'author'))).rejects.toMatchObject({
      code: 'survey.incomplete',
      facts: { path: 'thanks', language: 'kk' },
    });
  });

  it('edited after approval begins a new version; a wave keeps its own', async () => {
    await people(1, { territory: 'version' });
    const wave = await fielded({ territories: ['version'] });
    const [survey] = await here.surveys.authoring.list(null);
    if (!survey) throw new Error('no survey');
    await inTx((tx) =>
      here.surveys.authoring.edit(tx, wave.surveyId, {
        questionnaire: Questionnaire.parse({ ...yards, title: words('Иначе') }),
        by: 'author',
        revision: 3,
      }),
    );
    expect((await here.surveys.authoring.read(wave.surveyId)).version.number).toBe(2);
    expect((await here.surveys.questionnaireOf(wave.id)).questionnaire.title.ru).toBe('Дворы');
  });
});
