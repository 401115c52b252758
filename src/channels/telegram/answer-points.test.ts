import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../platform/texts/texts.ts';
import { pointLines } from './answer-points.ts';

const { t } = loadTexts();
const POINTS = [
  { position: 1, text: 'Почините фонари на Абая.', addressed: true },
  { position: 3, text: 'Сделают ли перерасчёт?', addressed: false },
];

describe('the points above an answer', () => {
  it('keep the numbers of the case, and say what the officer left out', () => {
    expect(pointLines(t, 'ru', { details: { points: POINTS, pointsBy: 'officer' } })).toEqual([
      'По вашим пунктам:',
      '✔ 1. Почините фонари на Абая',
      '— 3. Сделают ли перерасчёт?: ответа нет',
    ]);
  });

  it('do not claim more than the words show where nobody ticked them', () => {
    const [title, , unseen] = pointLines(t, 'ru', { details: { points: POINTS, pointsBy: 'words' } });
    expect(title).toBe('По вашим пунктам (сверено по словам ответа):');
    expect(unseen).toBe('— 3. Сделают ли перерасчёт?: в ответе не видно');
  });

  it('are left out where there is one request and its answer, or nothing is known', () => {
    expect(pointLines(t, 'kk', { details: { points: POINTS.slice(0, 1), pointsBy: 'officer' } })).toEqual([]);
    expect(pointLines(t, 'en', { details: { outcome: 'done' } })).toEqual([]);
    expect(pointLines(t, 'en', { details: null })).toEqual([]);
  });
});
