import type { CitedSentence } from '../answer.ts';
import { checkSentence } from '../citation-check.ts';
import { showLinks } from '../link-tokens.ts';
import { next, type Proposal, type Step, type WrittenBody } from './step.ts';

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
    const { body, reasons } = supported(proposal);
    const note = [...reasons].map(([reason, count]) => `${reason}=${count}`).join(',');
    if (!body) return next({ ...draft, proposal: null }, `withheld ${note}`);
    return next({ ...draft, body }, reasons.size === 0 ? 'all_supported' : `removed ${note}`);
  },
};

/** What may be shown of a proposal; null when it is not to be trusted. */
export function supported({ sentences, passages, links, model }: Proposal): {
  body: WrittenBody | null;
  reasons: ReadonlyMap<string, number>;
} {
  const kept: CitedSentence[] = [];
  const reasons = new Map<string, number>();
  for (const sentence of sentences) {
    const verdict = checkSentence(sentence, passages, links);
    if (verdict === 'supported') kept.push({ text: showLinks(sentence.text, links), passages: [sentence.passage] });
    else reasons.set(verdict, (reasons.get(verdict) ?? 0) + 1);
  }
  const removed = sentences.length - kept.length;
  if (kept.length === 0 || removed > kept.length) return { body: null, reasons };
  const shown = passages.map((passage) => ({ ...passage, body: showLinks(passage.body, links) }));
  return { body: { type: 'written', sentences: kept, passages: shown, model }, reasons };
}
