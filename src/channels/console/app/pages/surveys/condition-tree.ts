import type { Condition } from './model.ts';

/** A condition as the form shows it: parts and groups, each joined by one word, each of them perhaps turned around. */
export interface ConditionGroup {
  readonly kind: 'group';
  readonly negated: boolean;
  readonly join: 'all' | 'any';
  readonly items: readonly ConditionNode[];
}
export interface ConditionPart {
  readonly kind: 'part';
  readonly negated: boolean;
  readonly part: SimpleCondition;
}
export type ConditionNode = ConditionGroup | ConditionPart;
export type SimpleCondition = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>;

function nodeOf(condition: Condition, negated = false): ConditionNode {
  if ('not' in condition) return nodeOf(condition.not, !negated);
  if ('all' in condition || 'any' in condition) {
    const [join, parts] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
    return { kind: 'group', negated, join, items: parts.map((part) => nodeOf(part)) };
  }
  return { kind: 'part', negated, part: condition };
}

/** The outermost group is never turned around: its word stands beside "only if". */
export function treeOf(condition: Condition | undefined): ConditionGroup {
  const all: ConditionGroup = { kind: 'group', negated: false, join: 'all', items: [] };
  if (!condition) return all;
  const node = nodeOf(condition);
  return node.kind === 'group' && !node.negated ? node : { ...all, items: [node] };
}

/** The condition again; groups of one are that one, groups of none are nothing. */
export function conditionOf(node: ConditionNode): Condition | undefined {
  const inner = node.kind === 'part' ? node.part : conditionOfGroup(node);
  return inner && node.negated ? { not: inner } : inner;
}

function conditionOfGroup({ join, items }: ConditionGroup): Condition | undefined {
  const conditions = items.map(conditionOf).filter((item) => item !== undefined);
  if (conditions.length <= 1) return conditions[0];
  return join === 'all' ? { all: conditions } : { any: conditions };
}
