import { z } from 'zod';
import type { Language } from '../kernel/language.ts';
import type { LanguageModel } from '../kernel/language-model.ts';
import type { MaskedText } from '../kernel/masked-text.ts';
import type { Choice } from './decide.ts';

/** What the model may say: the number of a candidate, 0 for "none of these". Flat, so that small models manage. */
export const SecondOpinionReply = z.object({ choice: z.number().int() });

export const SECOND_OPINION_PROMPT = 'routing/second-opinion.v1';

const MOST_CANDIDATES = 5;
const TIMEOUT_MS = 8_000;
/** What is left of the first choice's probability when the second reader disagrees. */
const DOUBT = 0.5;

export type SecondOpinion =
  | { type: 'agreed'; candidates: readonly Choice[]; model: string }
  /** Another candidate, or none of them: nobody is proposed on the strength of one reader against the other. */
  | { type: 'disagreed'; candidates: readonly Choice[]; preferred: Choice | null; model: string }
  | { type: 'absent'; candidates: readonly Choice[]; reason: string };

interface Deps {
  readonly model: LanguageModel;
  /** The candidate in words a model understands: what it is about and which body. */
  readonly describe: (choice: Choice, language: Language) => string;
  readonly timeoutMs?: number;
}

/**
 * A second reader for messages the local model is unsure about, off the message's path. It can only choose among bodies
 * the register has named; whatever else it says, the local result stands.
 */
export function createSecondOpinion({ model, describe, timeoutMs = TIMEOUT_MS }: Deps) {
  return async function secondOpinion(
    text: MaskedText,
    language: Language,
    candidates: readonly Choice[],
  ): Promise<SecondOpinion> {
    const offered = candidates.slice(0, MOST_CANDIDATES);
    if (offered.length < 2) return { type: 'absent', candidates, reason: 'nothing_to_choose' };
    const reply = await model.ask({
      use: 'routing',
      prompt: SECOND_OPINION_PROMPT,
      values: {
        message: text,
        candidates: offered.map((choice, at) => `${at + 1}. ${describe(choice, language)}`).join('\n'),
      },
      output: SecondOpinionReply,
      timeoutMs,
    });
    if (reply.type !== 'answered') return { type: 'absent', candidates, reason: reply.reason };

    const number = reply.output.choice;
    if (number < 0 || number > offered.length) return { type: 'absent', candidates, reason: 'not_a_candidate' };
    const preferred = number === 0 ? null : (offered[number - 1] ?? null);
    if (preferred !== null && preferred === candidates[0]) return { type: 'agreed', candidates, model: reply.model };
    return { type: 'disagreed', preferred, candidates: doubted(candidates, preferred), model: reply.model };
  };
}

function doubted(candidates: readonly Choice[], preferred: Choice | null): readonly Choice[] {
  const [first, ...rest] = candidates;
  if (!first) return candidates;
  const freed = first.probability * (1 - DOUBT);
  const weakened = { ...first, probability: first.probability * DOUBT };
  const others = rest.map((choice) =>
    choice === preferred ? { ...choice, probability: choice.probability + freed * DOUBT } : choice,
  );
  return [weakened, ...others].sort((a, b) => b.probability - a.probability);
}
