import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeThemes } from './cluster-answers.ts';

const roads = [
  'Ямы на дороге у школы',
  'Дорога вся в ямах',
  'На дорогах ямы, асфальт разбит',
  'Яма на дороге третий год',
];
const buses = ['Автобусы ходят редко', 'Долго ждать автобус', 'Автобус 37 опять не пришёл', 'Автобуса ждём по часу'];
const waste = ['Қоқысты уақытында шығармайды', 'Қоқыс жәшіктері толып тұр', 'Қоқыс аулада жатыр'];
const rest = ['Всё хорошо', 'Рақмет'];

describe('themes proposed from open answers', () => {
  it('find what several people wrote about, in their own words', () => {
    const texts = [...roads, ...buses, ...waste, ...rest];
    const themes = proposeThemes(texts);
    const themeOf = (index: number): number => themes.findIndex(({ members }) => members.includes(index));
    for (const [from, group] of [
      [0, roads],
      [roads.length, buses],
      [roads.length + buses.length, waste],
    ] as const) {
      const found = group.map((_, index) => themeOf(from + index));
      expect(new Set(found).size, group[0]).toBe(1);
      expect(found[0]).toBeGreaterThanOrEqual(0);
    }
    expect(themes.map(({ words }) => words.join(' ')).join(' ')).toMatch(/автобус.*/);
  });

  it('puts nobody into a theme of fewer than three, and nobody into two', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...roads, ...buses, ...waste, ...rest), { maxLength: 60 }), (texts) => {
        const themes = proposeThemes(texts);
        const members = themes.flatMap((theme) => theme.members);
        expect(new Set(members).size).toBe(members.length);
        for (const theme of themes) expect(theme.members.length).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same every time', () => {
    const texts = [...waste, ...roads, ...buses];
    expect(proposeThemes(texts)).toEqual(proposeThemes(texts));
  });

  it('has nothing to say about nothing', () => {
    expect(proposeThemes([])).toEqual([]);
    expect(proposeThemes(['', '…', '123'])).toEqual([]);
  });
});
