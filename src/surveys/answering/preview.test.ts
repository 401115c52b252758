import { describe, expect, it } from 'vitest';
import { given } from '../questionnaire/answer.ts';
import { loadTemplates } from '../questionnaire/load-templates.ts';
import { previewAnswer, previewSurvey } from './preview.ts';

const pulse = loadTemplates('jurisdictions/kz/surveys').find(({ name }) => name === 'quick-pulse')?.questionnaire;
if (!pulse) throw new Error('no template');

describe('the preview beside the editor', () => {
  it('shows what a respondent would see, answer by answer, in each language', () => {
    const first = previewSurvey(pulse, { answers: {}, language: 'kk' });
    expect(first).toMatchObject({
      type: 'ask',
      view: { stepKey: 'life', position: 1, total: 3, text: 'Ауданыңызда тұру сізге қаншалықты ұнайды?' },
    });
    const wrong = previewAnswer(pulse, { answers: {}, language: 'kk' }, given({ type: 'number', number: 9 }));
    expect(wrong).toEqual({ type: 'wrong', reason: 'out_of_range' });
    const taken = previewAnswer(pulse, { answers: {}, language: 'kk' }, given({ type: 'number', number: 4 }));
    if (taken.type !== 'taken') throw new Error('expected an answer');
    expect(previewSurvey(pulse, { answers: taken.answers, language: 'en' })).toMatchObject({
      view: { stepKey: 'first', position: 2 },
    });
  });
});
