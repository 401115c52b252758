import { queryWords } from '../term-analysis.ts';
import { next, type Step } from './step.ts';

/** So few words of substance cannot stand alone: "and how much is it?" */
const STANDS_ALONE = 2;

/** A question that continues the last one is searched for together with it. Works by rule, so it costs nothing. */
export const rephrase: Step = {
  name: 'rephrase',
  version: '1',
  run(draft, { conversation }) {
    const { context, text } = draft.question;
    if (!context) return next(draft, 'no_context');
    const words = queryWords(text).length;
    const continues = words === 0 || (words <= STANDS_ALONE && conversation.continues(text));
    return continues
      ? next({ ...draft, query: `${context.question}\n${text}` }, 'joined')
      : next(draft, 'stands_alone');
  },
};
