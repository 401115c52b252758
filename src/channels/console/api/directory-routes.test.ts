import { describe, expect, it } from 'vitest';
import { matchesNames } from './directory-routes.ts';

const water = { kk: '«Алматы Су» МКК', ru: 'ГКП «Алматы Су»', en: 'Almaty Su water company' };
const city = { kk: 'Алматы қаласы', ru: 'город Алматы', en: 'Almaty' };

describe('finding a body by name', () => {
  it.each(['алматы су', 'су алматы', 'WATER', 'гкп', 'almaty.water', ''])('%s finds it', (query) => {
    expect(matchesNames(query, [water, city], 'almaty.water')).toBe(true);
  });

  it('does not mind ё, and wants every word', () => {
    expect(matchesNames('зеленстрой', [{ ...water, ru: 'Зелёнстрой' }], 'x')).toBe(true);
    expect(matchesNames('алматы газ', [water, city], 'almaty.water')).toBe(false);
  });
});
