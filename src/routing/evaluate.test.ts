import { describe, expect, it } from 'vitest';
import { crossValidate, evaluateOn, type LabelledText } from './evaluate.ts';

const MATTERS: Readonly<Record<string, readonly string[]>> = {
  roads: ['яма', 'асфальт', 'дорога', 'тротуар', 'бордюр'],
  water: ['вода', 'кран', 'труба', 'давление', 'колодец'],
  light: ['фонарь', 'столб', 'лампа', 'темно', 'свет'],
};
const PLACES = ['у школы', 'во дворе', 'на рынке', 'возле дома', 'на улице Абая', 'в посёлке', 'за мостом', 'у парка'];

const texts: LabelledText[] = Object.entries(MATTERS).flatMap(([label, words]) =>
  words.flatMap((word) =>
    PLACES.map((place, at) => ({
      text: `${word} ${place} ${words[(at + 1) % 5]}`,
      label,
      group: `${word}${at}`,
      lang: 'ru',
    })),
  ),
);
const options = { target: 0.9, folds: 5, progress: () => undefined };

describe('evaluating the router', () => {
  const evaluation = crossValidate(texts, options);

  it('learns what is easy, and beats always saying the most frequent', () => {
    expect(evaluation.accuracy).toBeGreaterThan(0.95);
    expect(evaluation.baseline).toBeLessThan(0.5);
    expect(evaluation.top3).toBe(1);
    expect(evaluation.texts).toBe(texts.length);
  });

  it('reports accuracy on what it would decide alone, per fold and per language', () => {
    expect(evaluation.coverageAtTarget).toBeGreaterThan(0.5);
    expect(evaluation.accuracyAtTarget).toBeGreaterThanOrEqual(0.9);
    expect(evaluation.folds).toHaveLength(5);
    expect(Object.keys(evaluation.languages)).toEqual(['ru']);
  });

  it('gives the same figures twice', () => {
    const { msPerText: _, trainingSeconds: __, ...again } = crossValidate(texts, options);
    expect(evaluation).toMatchObject(again);
  });

  it('counts a label that training never saw as a mistake', () => {
    const test = [
      { text: 'лифт застрял', label: 'lifts', group: '', lang: '' },
      { text: 'яма на дороге', label: 'roads', group: '', lang: '' },
    ];
    expect(evaluateOn(texts, test, options)).toMatchObject({ accuracy: 0.5, top3: 0.5, mode: 'test' });
  });

  it('survives empty texts, a class with one example and a training set of three', () => {
    const few = [
      { text: '', label: 'a', group: '', lang: '' },
      { text: 'вода', label: 'b', group: '', lang: '' },
      { text: '😀', label: 'a', group: '', lang: '' },
    ];
    const figures = crossValidate(few, options);
    expect(figures.texts).toBe(3);
    expect(Number.isFinite(figures.accuracy)).toBe(true);
    expect(evaluateOn(few, [{ text: '', label: 'a', group: '', lang: '' }], options).accuracyAtTarget).toBeNull();
    expect(evaluateOn([few[1] ?? (texts[0] as LabelledText)], few, options).accuracy).toBeCloseTo(1 / 3);
  });

  it('uses the name of a class nobody has written about yet', () => {
    const rare = [
      ...texts,
      { text: 'письмо без примет', label: 'Администрация Алатырского района', group: 'z', lang: 'ru' },
    ];
    const test = [
      {
        text: 'прошу обратить внимание, город Алатырь',
        label: 'Администрация Алатырского района',
        group: '',
        lang: 'ru',
      },
    ];
    expect(evaluateOn(rare, test, options).top3).toBe(1);
  });
});
