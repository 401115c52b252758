import { z } from 'zod';
import type { RoutingThresholds } from './decide.ts';

/**
 * From which chance on a body is proposed, and which short list is worth a question: fixed at build on messages the
 * model had not seen, apart for each language and kind of message with enough of them, and shipped beside the model.
 */
const Rule = z.object({
  /** Chance of the first addressee from which on the proposals are right in the target share. */
  propose: z.number(),
  /** Summed chance of the options from which on the right addressee is among them in the level's share. */
  ask: z.number(),
  messages: z.number(),
  proposed: z.number(),
  proposedRight: z.number(),
  asked: z.number(),
  askedHolds: z.number(),
});
type DecisionRule = z.infer<typeof Rule>;

export const DecisionRules = z.object({
  format: z.literal(1),
  target: z.number(),
  level: z.number(),
  /** By `language kind`, `language`, and the empty name for all of them together. */
  rules: z.record(z.string(), Rule),
});
export type DecisionRules = z.infer<typeof DecisionRules>;

/** How a message fared that the model had not seen: chances of its addressees, likeliest first, and the right one. */
export interface UnseenDecision {
  readonly language: string;
  readonly kind: string;
  readonly chances: readonly { readonly addressee: string; readonly chance: number }[];
  readonly truth: string;
}

const FEWEST = 150;
const FEWEST_DECIDED = 20;
const MOST_OPTIONS = 3;
const STEP = 0.01;
/** Standard errors kept in reserve: the best of many thresholds is partly luck. */
const CAUTION = 0.5;

/** The calibrated chance replaces the model's own for the first guess; the others share what is left. */
export function shareOut<Guess extends { readonly probability: number }>(
  [first, ...others]: readonly Guess[],
  confidence: number,
): Guess[] {
  if (!first) return [];
  const left = (1 - confidence) / Math.max(1e-9, 1 - first.probability);
  return [
    { ...first, probability: confidence },
    ...others.map((guess) => ({ ...guess, probability: guess.probability * left })),
  ];
}

/** Topics with the same addressee count together. */
export function byAddressee(
  guesses: readonly { readonly label: string; readonly probability: number }[],
  addresseeOf: (topic: string) => string,
): UnseenDecision['chances'] {
  const sums = new Map<string, number>();
  for (const { label, probability } of guesses)
    sums.set(addresseeOf(label), (sums.get(addresseeOf(label)) ?? 0) + probability);
  return [...sums].map(([addressee, chance]) => ({ addressee, chance })).sort((a, b) => b.chance - a.chance);
}

const firstOf = ({ chances }: UnseenDecision) => chances[0] ?? { addressee: '', chance: 0 };

/** Two options when they are enough, else three; none when even three would hide the right one too often. */
function optionsFor({ chances }: UnseenDecision, enough: number): readonly string[] | null {
  let sum = firstOf({ chances } as UnseenDecision).chance;
  for (let count = 2; count <= Math.min(MOST_OPTIONS, chances.length); count += 1) {
    sum += chances[count - 1]?.chance ?? 0;
    if (sum >= enough) return chances.slice(0, count).map(({ addressee }) => addressee);
  }
  return null;
}

const thresholds = Array.from({ length: 100 }, (_, at) => (at + 1) * STEP);

function fitRule(decisions: readonly UnseenDecision[], target: number, level: number): DecisionRule {
  const proposals = (from: number) => decisions.filter((decision) => firstOf(decision).chance >= from);
  const rightOf = (some: readonly UnseenDecision[]) =>
    some.filter((decision) => firstOf(decision).addressee === decision.truth).length;
  const propose =
    thresholds.find((from) => {
      const some = proposals(from);
      const share = rightOf(some) / Math.max(1, some.length);
      const luck = CAUTION * Math.sqrt((share * (1 - share)) / Math.max(1, some.length));
      return some.length >= FEWEST_DECIDED && share - luck >= target;
    }) ?? 1;
  const unsure = decisions.filter((decision) => firstOf(decision).chance < propose);
  const questions = (enough: number) =>
    unsure.flatMap((decision) => {
      const options = optionsFor(decision, enough);
      return options ? [options.includes(decision.truth)] : [];
    });
  // One more message than there are, and a wrong one: the finite-sample correction of conformal prediction.
  const ask =
    thresholds.find((enough) => {
      const held = questions(enough);
      return held.length >= FEWEST_DECIDED && held.filter(Boolean).length / (held.length + 1) >= level;
    }) ?? 1;
  const held = questions(ask);
  return {
    propose: round(propose),
    ask: round(ask),
    messages: decisions.length,
    proposed: proposals(propose).length,
    proposedRight: rightOf(proposals(propose)),
    asked: held.length,
    askedHolds: held.filter(Boolean).length,
  };
}

const round = (value: number): number => Number(value.toFixed(4));

export function fitDecisionRules(
  decisions: readonly UnseenDecision[],
  { target, level }: { readonly target: number; readonly level: number },
): DecisionRules {
  const groups = new Map<string, UnseenDecision[]>([['', [...decisions]]]);
  for (const decision of decisions) {
    for (const name of [decision.language, `${decision.language} ${decision.kind}`]) {
      const members = groups.get(name) ?? [];
      members.push(decision);
      groups.set(name, members);
    }
  }
  const fitted = [...groups]
    .filter(([name, members]) => name === '' || members.length >= FEWEST)
    .map(([name, members]) => [name, fitRule(members, target, level)] as const);
  return { format: 1, target, level, rules: Object.fromEntries(fitted.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** The narrowest group that had enough messages; for questions, that had some to fit on. */
export function thresholdsFor({ rules }: DecisionRules, language: string, kind: string): RoutingThresholds {
  const groups = [`${language} ${kind}`, language, ''].flatMap((name) => rules[name] ?? []);
  return { propose: groups[0]?.propose ?? 1, ask: groups.find(({ asked }) => asked > 0)?.ask ?? 1 };
}
