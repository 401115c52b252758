import { z } from 'zod';
import type { ProposedSentence } from './steps/step.ts';

const Sentence = z.object({ text: z.string().max(600), passage: z.number().int(), quote: z.string().max(1200) });

/**
 * The sentences that already stand whole in a reply that is still being written. None before the model has said that the
 * passages answer at all.
 */
export function sentencesSoFar(saidSoFar: string): ProposedSentence[] {
  const from = /"can_answer"\s*:\s*true\s*,\s*"sentences"\s*:\s*\[/.exec(saidSoFar);
  if (!from) return [];
  const found: ProposedSentence[] = [];
  let at = from.index + from[0].length;
  for (;;) {
    const end = endOfObject(saidSoFar, at);
    if (end === null) return found;
    const read = Sentence.safeParse(parse(saidSoFar.slice(end.from, end.to)));
    if (read.success) found.push(read.data);
    at = end.to;
  }
}

/** The next whole object of the list; null while it is not there, or the list is over. */
function endOfObject(text: string, at: number): { from: number; to: number } | null {
  const from = /^[\s,]*\{/.exec(text.slice(at));
  if (!from) return null;
  let quoted = false;
  for (let place = at + from[0].length; place < text.length; place += 1) {
    const letter = text[place];
    if (quoted && letter === '\\') place += 1;
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === '}') return { from: at + from[0].length - 1, to: place + 1 };
  }
  return null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
