import { end, next, type Step } from './step.ts';

/** Enough for one answer, two alternatives, and what a model may read. */
const LIMIT = 5;

export const retrieve: Step = {
  name: 'retrieve',
  version: '1',
  async run(draft, { search }) {
    try {
      const found = await search.find(draft.query, draft.language, LIMIT);
      return next({ ...draft, found }, `found_${found.length}`);
    } catch {
      // The citizen is never left waiting: a broken search ends with fixed words and "ask people".
      return end({ type: 'refused', status: 'error_search' }, 'failed');
    }
  },
};
