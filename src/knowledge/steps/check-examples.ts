import { isSure } from './decide.ts';
import { end, next, type Step } from './step.ts';

/** Where no source plainly answers, a wrong refusal costs nothing but its reason. */
const SUSPECT = 0.35;
/** Where one does: only the plainly forbidden. */
const PLAINLY = 0.5;
/** Where nobody asked, a refusal would keep a problem from being filed. */
export const PLAINLY_UNASKED = 0.8;

/** After the patterns and the search: what resembles the jurisdiction's examples of questions that must not be answered. */
export const checkExamples: Step = {
  name: 'check_examples',
  version: '3',
  run(draft, { conversation }) {
    const suspicion = conversation.suspicion(draft.question.text);
    const [best] = draft.found;
    const asked = best && isSure(best) ? PLAINLY : SUSPECT;
    const limit = draft.question.mode === 'free' ? PLAINLY_UNASKED : asked;
    if (!suspicion || suspicion.probability < limit) return next(draft);
    return end({ type: 'refused', status: suspicion.status }, suspicion.status);
  },
};
