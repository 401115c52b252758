import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionOf, treeOf } from './condition-tree.ts';
import type { Condition } from './model.ts';

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ question: fc.constantFrom('a', 'b', 'c'), answered: fc.boolean() }),
    tie('condition').map((not): Condition => ({ not })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
  ),
}));

function holds(condition: Condition, answered: ReadonlySet<string>): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answered));
  if ('any' in condition) return condition.any.some((part) => holds(part, answered));
  if ('not' in condition) return !holds(condition.not, answered);
  return 'answered' in condition && answered.has(condition.question) === condition.answered;
}

describe('the tree of a condition', () => {
  it('means the same after the form as before, whatever the depth', () => {
    fc.assert(
      fc.property(condition, fc.subarray(['a', 'b', 'c']), (before, answered) => {
        const after = conditionOf(treeOf(before));
        expect(after && holds(after, new Set(answered))).toBe(holds(before, new Set(answered)));
      }),
    );
  });

  it('stays as it is when it is already in the form’s own shape', () => {
    const nested: Condition = {
      any: [
        { question: 'a', answered: true },
        { not: { all: [{ question: 'b', is: ['yes'] }, { language: ['kk'] }] } },
      ],
    };
    expect(conditionOf(treeOf(nested))).toEqual(nested);
  });

  it('is nothing when its last part is taken away', () => {
    expect(conditionOf({ ...treeOf(undefined), items: [treeOf(undefined)] })).toBeUndefined();
  });
});
