import { describe, expect, it } from 'vitest';
import { clusterGaps } from './gap-clusters.ts';

describe('the gap board', () => {
  it('gathers questions about one thing, in any spelling, and leaves single ones out', () => {
    const questions = [
      { id: 'a', text: 'Как получить водительские права?' },
      { id: 'b', text: 'водительские права где получить' },
      { id: 'c', text: 'kak poluchit voditelskie prava' },
      { id: 'd', text: 'Сколько стоит растаможка машины?' },
      { id: 'e', text: 'Балық аулауға рұқсат' },
      { id: 'f', text: 'балык аулауга руксат керек' },
    ];
    const clusters = clusterGaps(questions).map((cluster) => [...cluster.questions].sort());
    expect(clusters.sort()).toEqual([
      ['a', 'b', 'c'],
      ['e', 'f'],
    ]);
  });

  it('puts a question into one cluster only, and has none for nothing', () => {
    expect(clusterGaps([])).toEqual([]);
    const many = Array.from({ length: 30 }, (_, index) => ({
      id: `${index}`,
      text: `аттестат дубликат ${index % 3 === 0 ? 'школа' : 'колледж'}`,
    }));
    const members = clusterGaps(many).flatMap(({ questions }) => questions);
    expect(new Set(members).size).toBe(members.length);
    expect(members).toHaveLength(30);
  });
});
