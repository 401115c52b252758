import { expect, it } from 'vitest';
import { renderPng } from '../../platform/pictures/index.ts';
import type { QuestionResult } from '../results/question-result.ts';
import { resultCard } from './result-card.ts';

const share = (value: number) => ({
  value,
  interval: { low: value - 0.05, high: value + 0.05 },
  n: 90,
  effectiveN: 90,
});
const question = (key: string, type: QuestionResult['type'], shares: readonly (number | null)[]): QuestionResult => ({
  key,
  type,
  text: { kk: `Сұрақ ${key}`, ru: `Вопрос ${key}`, en: key },
  answered: 90,
  skipped: 0,
  declined: 0,
  rows: [],
  mean: null,
  means: [],
  options: shares.map((value, index) => ({
    key: `o${index}`,
    label: { kk: `Жауап ${index}`, ru: `Ответ <${index}>` },
    count: value === null ? null : 10,
    share: value === null ? null : share(value),
  })),
});
const words = { notes: ['n = 90'], footer: 'Дауыс' };

it('shows the most chosen answer of the main question first, in the language of the person', () => {
  const results = {
    title: { kk: 'Аулалар' },
    questions: [
      question('words', 'long_text', []),
      question('stars', 'stars', [0.5, 0.5]),
      question('first', 'single', [0.2, 0.7]),
    ],
  };
  const svg = resultCard(results, 'kk', words) ?? '';
  expect(svg).toContain('Сұрақ first');
  expect(svg.indexOf('Жауап 1')).toBeLessThan(svg.lastIndexOf('Жауап 0'));
  expect(resultCard(results, 'ru', words)).toContain('Ответ &lt;1&gt;');
  expect([...renderPng(svg).slice(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
});

it('is not drawn where everything is hidden', () => {
  expect(resultCard({ title: {}, questions: [question('first', 'single', [null, null])] }, 'kk', words)).toBeNull();
});
