import { expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { digestsOf } from './digest.ts';
import type { FiredPoint } from './due-points-repository.ts';

const point = (ticketId: string, step: string, dueOn: string, hour = 4): FiredPoint => ({
  id: `${ticketId}${step}`,
  ticketId,
  step,
  clock: 'statutory',
  receiver: 'officer',
  dueOn: day(dueOn),
  dueAt: new Date(Date.UTC(2026, 11, 1, hour)),
});

it('is one list per receiver, one line per case, the most pressing first', () => {
  const points = [
    point('b', 'three_days_left', '2026-12-04'),
    point('a', 'last_day', '2026-12-01', 4),
    point('a', 'overdue', '2026-12-01', 5),
    point('c', 'half_time', '2026-12-20'),
  ];
  const { digests, unheard } = digestsOf(points, ({ ticketId }) => (ticketId === 'c' ? [] : ['aliya', 'head']));
  expect(digests.map(({ receiver }) => receiver)).toEqual(['aliya', 'head']);
  expect(digests[0]?.points.map(({ step }) => step)).toEqual(['overdue', 'three_days_left']);
  expect(unheard.map(({ ticketId }) => ticketId)).toEqual(['c']);
});
