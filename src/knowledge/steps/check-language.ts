import { questionLanguage } from '../question-language.ts';
import { end, next, type Step } from './step.ts';

export const checkLanguage: Step = {
  name: 'check_language',
  version: '1',
  run(draft) {
    const language = questionLanguage(draft.question.text, draft.question.language);
    if (language === 'empty') return end({ type: 'refused', status: 'unanswerable_empty' }, 'empty');
    if (language === 'unsupported') return end({ type: 'refused', status: 'unanswerable_language' }, 'unsupported');
    return next({ ...draft, language }, language);
  },
};
