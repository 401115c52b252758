import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionnaire, type SurveyDesk, startSurveyDesk } from '../../../../../test/support/console/survey-desk.ts';

let console: SurveyDesk['console'];
let operator: SurveyDesk['operator'];
let supervisor: SurveyDesk['supervisor'];
let stranger: SurveyDesk['stranger'];
let call: SurveyDesk['call'];
beforeAll(async () => {
  ({ console, operator, supervisor, stranger, call } = await startSurveyDesk());
});
afterAll(() => console.stop());

describe('writing a survey', () => {
  it('begins with the templates of the jurisdiction', async () => {
    const { body } = await call('GET', '/survey-templates', operator);
    expect(body.items.map(({ name }: { name: string }) => name)).toContain('quick-pulse');
  });

  it('goes from a draft over a second person to an approved version', async () => {
    const begun = await call('POST', '/surveys', supervisor, {
      agency: 'almaty.roads',
      mode: 'anonymous',
      questionnaire,
    });
    expect(begun.status).toBe(200);
    const { surveyId } = begun.body;
    const page = (await call('GET', `/surveys/${surveyId}`, supervisor)).body;
    expect(page).toMatchObject({ version: 1, isAuthor: true, mayRun: true, review: { problems: [] } });

    const changed = { ...questionnaire, thanks: { ru: 'Спасибо' } };
    const saved = await call('PUT', `/surveys/${surveyId}`, supervisor, {
      revision: page.survey.revision,
      mode: 'anonymous',
      questionnaire: changed,
    });
    expect(saved.body.revision).toBe(page.survey.revision + 1);
    expect((await call('POST', `/surveys/${surveyId}/submit`, supervisor)).body.code).toBe('survey.incomplete');
    await call('PUT', `/surveys/${surveyId}`, supervisor, {
      revision: saved.body.revision,
      mode: 'anonymous',
      questionnaire,
    });
    expect((await call('POST', `/surveys/${surveyId}/submit`, supervisor)).status).toBe(200);
    expect((await call('POST', `/surveys/${surveyId}/approve`, supervisor)).body.code).toBe(
      'survey.approver_is_author',
    );
    expect((await call('POST', `/surveys/${surveyId}/approve`, operator)).status).toBe(200);
    expect((await call('GET', `/surveys/${surveyId}`, operator)).body.survey.state).toBe('approved');
  });

  it('is not there for another body', async () => {
    const [{ id }] = (await call('GET', '/surveys', supervisor)).body.items;
    expect((await call('GET', `/surveys/${id}`, stranger)).status).toBe(404);
    expect((await call('GET', '/surveys', stranger)).body.items).toEqual([]);
    expect(
      (await call('POST', '/surveys', stranger, { agency: 'almaty.roads', mode: 'anonymous', questionnaire })).status,
    ).toBe(404);
  });

  it('takes what colleagues noticed, masked, until it is settled', async () => {
    const [{ id }] = (await call('GET', '/surveys', supervisor)).body.items;
    const officer = (await console.signIn('officer', 'almaty.roads')).headers;
    await call('POST', `/surveys/${id}/remarks`, officer, {
      questionKey: 'q1',
      words: 'Непонятно. Звоните +7 701 123 45 67',
    });
    const [remark] = (await call('GET', `/surveys/${id}`, supervisor)).body.remarks;
    expect(remark).toMatchObject({ questionKey: 'q1', settled: false });
    expect(remark.words).not.toContain('701');
    await call('POST', `/surveys/${id}/remarks/${remark.id}/settle`, supervisor);
    expect((await call('GET', `/surveys/${id}`, supervisor)).body.remarks[0].settled).toBe(true);
  });

  it('reads and writes files', async () => {
    const [{ id }] = (await call('GET', '/surveys', supervisor)).body.items;
    const yaml = (await call('GET', `/surveys/${id}/versions/1/source`, supervisor)).text;
    expect(yaml).toContain('Насколько вам нравится ваш двор?');
    const imported = await call('POST', '/survey-drafts/import', supervisor, { source: yaml });
    expect(imported.body.questionnaire.blocks[0].questions).toHaveLength(2);
    expect((await call('POST', '/survey-drafts/import', supervisor, { source: 'title: [' })).status).toBe(422);
  });

  it('plays the chat beside the editor, with conditions', async () => {
    const first = (
      await call('POST', '/survey-drafts/preview', supervisor, { questionnaire, language: 'ru', answers: {} })
    ).body;
    expect(first.view).toMatchObject({ stepKey: 'q1', position: 1 });
    const low = await call('POST', '/survey-drafts/preview', supervisor, {
      questionnaire,
      language: 'ru',
      answers: first.answers,
      answer: { kind: 'given', value: { type: 'number', number: 2 } },
    });
    expect(low.body.view.stepKey).toBe('q2');
    const written = await call('POST', '/survey-drafts/preview', supervisor, {
      questionnaire,
      language: 'ru',
      answers: low.body.answers,
      words: 'Темно',
    });
    expect(written.body).toMatchObject({ finished: true, answers: { q2: { kind: 'given' } } });
    const unread = await call('POST', '/survey-drafts/preview', supervisor, {
      questionnaire,
      language: 'ru',
      answers: {},
      words: 'пять',
    });
    expect(unread.body.wrong).toBe('unreadable');
  });

  it('keeps questions for other questionnaires', async () => {
    const kept = { agency: 'almaty.roads', name: 'Двор', question: questionnaire.blocks[0]?.questions[0] };
    expect((await call('POST', '/survey-library', supervisor, kept)).status).toBe(200);
    expect((await call('GET', '/survey-library?agency=almaty.roads', supervisor)).body.items).toMatchObject([
      { name: 'Двор' },
    ]);
    expect((await call('GET', '/survey-library?agency=almaty.roads', stranger)).status).toBe(404);

    // Under the same name it is the next version; retired, it is offered no more.
    await call('POST', '/survey-library', supervisor, kept);
    const { items } = (await call('GET', '/survey-library?agency=almaty.roads', supervisor)).body;
    expect(items).toMatchObject([{ name: 'Двор', version: 2, mayRetire: true }]);
    const retire = (headers: Record<string, string>) =>
      call('POST', `/survey-library/${items[0].id}/retire`, headers, {});
    expect((await retire(stranger)).status).toBe(404);
    expect((await retire(supervisor)).status).toBe(200);
    expect((await call('GET', '/survey-library?agency=almaty.roads', supervisor)).body.items).toEqual([]);
  });
});
