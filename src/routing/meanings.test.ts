import { describe, expect, it } from 'vitest';
import { createMeanings } from './meanings.ts';
import { loadTopicModel, trainTopicModel } from './topic-classifier.ts';

const LINES = ['су суы\tвод* воду\twater', 'жоқ\tнет нету\tno not', 'шам*\tфонар*\tlamp*'];

describe('words that mean one thing', () => {
  const meanings = createMeanings(LINES);

  it('are one feature in every language, and so is their meeting in a message', () => {
    const keys = (...words: string[]) => [...meanings.bag(words).keys].sort();
    expect(keys('су', 'жок')).toEqual(keys('воды', 'нет'));
    expect(keys('no', 'water')).toEqual(keys('воды', 'нет'));
    expect(keys('воды', 'нет')).toHaveLength(3);
    expect(keys('яма')).toEqual([]);
  });

  it('carry what was learnt in one language over to another', () => {
    const messages = [
      { topic: 'water', lang: 'kk', text: 'су жоқ' },
      { topic: 'water', lang: 'kk', text: 'үйде су жоқ' },
      { topic: 'light', lang: 'kk', text: 'шам жанбайды' },
      { topic: 'light', lang: 'kk', text: 'шамдар сөніп қалды' },
      { topic: 'road', lang: 'kk', text: 'жолда шұңқыр' },
      { topic: 'road', lang: 'kk', text: 'үлкен шұңқыр бар' },
    ];
    const model = loadTopicModel(trainTopicModel(messages, [], new Map(), LINES));
    expect(model.read('no water').guesses[0]?.label).toBe('water');
    expect(model.read('фонари').guesses[0]?.label).toBe('light');
  });
});
