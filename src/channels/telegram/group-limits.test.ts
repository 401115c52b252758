import { expect, it } from 'vitest';
import { createGroupLimits } from './group-limits.ts';

const at = (second: number): Date => new Date(1_760_000_000_000 + second * 1_000);

it('lets a person ask three times a minute, says so once, and then waits', () => {
  const { take } = createGroupLimits();
  expect([0, 1, 2, 3, 4].map((second) => take(-1, 7, at(second)))).toEqual(['ok', 'ok', 'ok', 'tell', 'silent']);
  expect(take(-1, 8, at(5))).toBe('ok');
  expect(take(-2, 7, at(6))).toBe('silent');
  expect(take(-1, 7, at(61))).toBe('ok');
});

it('lets a group ask twelve times a minute, whoever asks', () => {
  const { take } = createGroupLimits();
  const taken = Array.from({ length: 14 }, (_, person) => take(-1, person, at(person)));
  expect(taken).toEqual([...Array.from({ length: 12 }, () => 'ok'), 'tell', 'silent']);
  expect(take(-2, 99, at(15))).toBe('ok');
});
