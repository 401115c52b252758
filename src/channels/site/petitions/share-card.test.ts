import { describe, expect, it } from 'vitest';
import { wrap } from './share-card.ts';

describe('the words on a share card', () => {
  it('break between words and end with an ellipsis when there are too many', () => {
    expect(wrap('один два три', 8)).toEqual(['один два', 'три']);
    expect(wrap('а '.repeat(400), 10, 2)).toHaveLength(2);
    expect(wrap('слово '.repeat(50), 12, 2).at(-1)).toMatch(/…$/);
  });

  it('never run over the edge, even one endless word', () => {
    for (const row of wrap(`${'ы'.repeat(300)} конец`, 20)) expect(row.length).toBeLessThanOrEqual(21);
  });
});
