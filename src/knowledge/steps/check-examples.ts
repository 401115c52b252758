import { isSure } from './decide.ts';
import { end, next, type Step } from './step.ts';

/** Where no source plainly answers, a wrong refusal costs nothing but its reason. */
const SUSPECT = 0.25;
/** Where one does, or where nobody asked, so that a refusal would keep a problem from being filed: only the plainly forbidden. */
const PLAINLY = 0.6;

/** After the patterns and the search: what resembles the jurisdiction's examples of questions that must not be answered. */
export const checkExamples: Step = {
  name: 'check_examples',
  version: '2',
  run(draft, { conversation }) {
    const suspicion = conversation.suspicion(draft.question.text);
    const [best] = draft.found;
    const limit = (best && isSure(best)) || draft.question.mode === 'free' ? PLAINLY : SUSPECT;
    if (!suspicion || suspicion.probability < limit) return next(draft);
    return end({ type: 'refused', status: suspicion.status }, suspicion.status);
  },
};
