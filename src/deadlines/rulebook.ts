import { z } from 'zod';
import type { Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Term } from './compute-due.ts';
import type { EscalationPlan } from './escalation-plan.ts';
import { editionOn, Length, type Rule, RuleId } from './rule.ts';

/** `rules/procedures.json`: which rule answers which procedure, and the jurisdiction's own switches. */
export const Procedures = z.strictObject({
  registration: RuleId.nullable(),
  redirect: RuleId.nullable(),
  hearing: RuleId.nullable(),
  complaintFiling: RuleId.nullable(),
  complaintForward: RuleId.nullable(),
  /** Whether a delivered appeal counts as registered without an officer recording it. */
  automaticRegistration: z.boolean(),
  /** Procedures without a hearing before the act. */
  simplified: z.array(z.string()),
  procedures: z.record(z.string(), RuleId.nullable()),
});
export type Procedures = z.infer<typeof Procedures>;

/** `rules/promises.json`: what the service itself promises, from receipt, per topic. */
export const Promises = z.strictObject({
  default: Length,
  cutoff: z.enum(['end_of_working_day', 'none']),
  topics: z.record(z.string(), Length),
  /** Within this time operators name one body for a case that bodies passed on to and fro. */
  triage: Length.default({ value: 1, unit: 'working_days' }),
  /** Within this time somebody looks at an answer that the citizen disputes: the first time, and every time after. */
  review: z.strictObject({ first: Length, again: Length }),
});
export type Promises = z.infer<typeof Promises>;

export interface Rulebook {
  readonly jurisdiction: string;
  readonly rules: readonly Rule[];
  readonly procedures: Procedures;
  readonly promises: Promises;
  readonly escalation: EscalationPlan;
  has(id: string): boolean;
  /** Every edition, oldest first; refuses an unknown id. */
  editions(id: string): readonly Rule[];
  /** The edition in force on the day; refuses an unknown id or a day before or after every edition. */
  rule(id: string, on: Day): Rule;
  /** The rule of a procedure on the day, or null where only the service promise holds. */
  ruleFor(procedure: string, on: Day): Rule | null;
}

export function createRulebook(
  jurisdiction: string,
  rules: readonly Rule[],
  procedures: Procedures,
  promises: Promises,
  escalation: EscalationPlan,
): Rulebook {
  const byId = new Map<string, Rule[]>();
  for (const rule of rules) byId.set(rule.id, [...(byId.get(rule.id) ?? []), rule]);
  for (const editions of byId.values()) {
    editions.sort((a, b) => ((a.effective.from ?? '') < (b.effective.from ?? '') ? -1 : 1));
  }

  function editions(id: string): readonly Rule[] {
    const found = byId.get(id);
    if (!found) throw new Refusal('deadline.rule_unknown', { rule: id });
    return found;
  }

  function rule(id: string, on: Day): Rule {
    const found = editionOn(editions(id), on);
    if (!found) throw new Refusal('deadline.rule_not_in_force', { rule: id, day: on });
    return found;
  }

  return {
    jurisdiction,
    rules,
    procedures,
    promises,
    escalation,
    has: (id) => byId.has(id),
    editions,
    rule,
    ruleFor(procedure, on) {
      const id = procedures.procedures[procedure];
      return id ? rule(id, on) : null;
    },
  };
}

/** The service's own term for a second look at a disputed answer. No law knows it, and no date of law moves with it. */
export function reviewTerm({ review, cutoff }: Promises, times: number): Term {
  return {
    id: 'service_review',
    length: times > 1 ? review.again : review.first,
    starts: { event: 'dispute' },
    cutoff,
    firstDay: 'next_day',
    rollOver: 'next_working_day',
  };
}

/** The service's own promise as a term: from receipt, in working hours, rolled over. */
export function promiseFor(promises: Promises, topic: string | null): Term {
  return {
    id: 'service_promise',
    length: (topic === null ? undefined : promises.topics[topic]) ?? promises.default,
    starts: { event: 'receipt' },
    cutoff: promises.cutoff,
    firstDay: 'next_day',
    rollOver: 'next_working_day',
  };
}
