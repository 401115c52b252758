import { isSure } from './decide.ts';
import { end, next, type Step } from './step.ts';

/** Where no source plainly answers, a wrong refusal costs nothing but its reason. */
const SUSPECT = 0.3;
/** Where one does, only what is plainly forbidden is refused. */
const SUSPECT_ALTHOUGH_COVERED = 0.6;

/** After the patterns and the search: what resembles the jurisdiction's examples of questions that must not be answered. */
export const checkExamples: Step = {
  name: 'check_examples',
  version: '1',
  run(draft, { conversation }) {
    const suspicion = conversation.suspicion(draft.question.text);
    const [best] = draft.found;
    const limit = best && isSure(best) ? SUSPECT_ALTHOUGH_COVERED : SUSPECT;
    if (!suspicion || suspicion.probability < limit) return next(draft);
    return end({ type: 'refused', status: suspicion.status }, suspicion.status);
  },
};
