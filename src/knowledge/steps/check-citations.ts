import type { CitedSentence } from '../answer.ts';
import { checkSentence } from '../citation-check.ts';
import { showLinks } from '../link-tokens.ts';
import { next, type Step } from './step.ts';

/**
 * Removes every sentence without support. When more had to go than stayed, the whole is not to be trusted: it is
 * withheld and the passage itself is shown.
 */
export const checkCitations: Step = {
  name: 'check_citations',
  version: '1',
  run(draft) {
    const { proposal } = draft;
    if (!proposal) return next(draft, 'nothing_written');
    const kept: CitedSentence[] = [];
    const reasons = new Map<string, number>();
    for (const sentence of proposal.sentences) {
      const verdict = checkSentence(sentence, proposal.passages, proposal.links);
      if (verdict === 'supported')
        kept.push({ text: showLinks(sentence.text, proposal.links), passages: [sentence.passage] });
      else reasons.set(verdict, (reasons.get(verdict) ?? 0) + 1);
    }
    const removed = proposal.sentences.length - kept.length;
    const note = [...reasons].map(([reason, count]) => `${reason}=${count}`).join(',');
    if (kept.length === 0 || removed > kept.length) return next({ ...draft, proposal: null }, `withheld ${note}`);
    const passages = proposal.passages.map((passage) => ({
      ...passage,
      body: showLinks(passage.body, proposal.links),
    }));
    return next(
      { ...draft, body: { type: 'written', sentences: kept, passages, model: proposal.model } },
      removed === 0 ? 'all_supported' : `removed ${note}`,
    );
  },
};
