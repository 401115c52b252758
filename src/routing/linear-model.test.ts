import { describe, expect, it } from 'vitest';
import { fitVectoriser, toDocument, vectorise } from './features.ts';
import { DEFAULT_LINEAR, type LinearModel, scoreRow, trainLogistic, trainSvm } from './linear-model.ts';
import { trainComplementBayes } from './naive-bayes.ts';
import { trainRidge } from './ridge.ts';
import { createSimilarityIndex, similarities } from './similarity-index.ts';

const texts = ['яма на дороге', 'большая яма', 'нет воды', 'вода ржавая', 'нет света', 'свет мигает'];
const labels = Int32Array.of(0, 0, 1, 1, 2, 2);
const documents = texts.map((text) => toDocument(text));
const vectoriser = fitVectoriser(documents);
const rows = vectorise(vectoriser, documents);

function best(model: LinearModel, text: string): number {
  const scores = new Float64Array(model.classCount);
  scoreRow(model, vectorise(vectoriser, [toDocument(text)]), 0, scores);
  return scores.indexOf(Math.max(...scores));
}

describe('linear models', () => {
  it.each([
    ['SVM', () => trainSvm(rows, labels, 3)],
    ['balanced SVM', () => trainSvm(rows, labels, 3, { ...DEFAULT_LINEAR, balanced: true })],
    ['logistic regression', () => trainLogistic(rows, labels, 3, { ...DEFAULT_LINEAR, cost: 10 })],
    [
      'balanced logistic regression',
      () => trainLogistic(rows, labels, 3, { ...DEFAULT_LINEAR, cost: 10, balanced: true }),
    ],
    ['complement naive Bayes', () => trainComplementBayes(rows, labels, 3)],
  ])('%s tells three small classes apart', (_, train) => {
    const model = train();
    expect(['глубокая яма', 'воды нет третий день', 'света нет'].map((text) => best(model, text))).toEqual([0, 1, 2]);
  });

  it('gives the same weights for the same seed', () => {
    expect(trainSvm(rows, labels, 3).weights).toEqual(trainSvm(rows, labels, 3).weights);
  });
});

describe('ridge in the space of similarities', () => {
  it('solves its system: scores on the training texts point to their classes', () => {
    const index = createSimilarityIndex(rows);
    const values = new Float32Array(36);
    for (let row = 0; row < 6; row += 1) similarities(index, rows, row, values.subarray(row * 6, row * 6 + 6));
    const dual = trainRidge({ values, size: 6 }, Int32Array.of(0, 1, 2, 3, 4, 5), labels, 3);
    for (let row = 0; row < 6; row += 1) {
      const scores = [0, 1, 2].map((label) =>
        Array.from({ length: 6 }, (_, at) => ((values[row * 6 + at] ?? 0) + 1) * (dual[at * 3 + label] ?? 0)).reduce(
          (a, b) => a + b,
        ),
      );
      expect(scores.indexOf(Math.max(...scores))).toBe(labels[row]);
    }
  });

  it('has unit similarity of a text with itself per block', () => {
    const similar = new Float32Array(6);
    similarities(createSimilarityIndex(rows), rows, 0, similar);
    expect(similar[0]).toBeCloseTo(2, 5);
  });
});
