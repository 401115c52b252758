import { describe, expect, it } from 'vitest';
import { splitMatters } from './split-matters.ts';

/** Knows a few words; everything else says nothing. */
const WORDS: Record<string, string> = {
  яма: 'roads',
  шұңқыр: 'roads',
  pothole: 'roads',
  мусор: 'waste',
  қоқыс: 'waste',
  rubbish: 'waste',
  лифт: 'lifts',
  lift: 'lifts',
  асфальт: 'roads',
};
const split = (text: string, sure = 0.95) =>
  splitMatters(text, {
    read: (words) => Object.entries(WORDS).find(([word]) => words.toLowerCase().includes(word))?.[1] ?? null,
    sure: () => sure,
    addressee: (body) => body,
  }).map((part) => `${part.reading}: ${part.text}`);

describe('splitting a message into matters', () => {
  it.each([
    ['numbered lines', '1. Яма на дороге\n2. Не вывозят мусор', ['roads: Яма на дороге', 'waste: Не вывозят мусор']],
    ['sentences', 'Жолда шұңқыр бар. Қоқыс шығарылмайды.', ['roads: Жолда шұңқыр бар.', 'waste: Қоқыс шығарылмайды.']],
    [
      'spoken order',
      'First, the rubbish is not collected. Second, the lift is broken.',
      ['waste: the rubbish is not collected.', 'lifts: the lift is broken.'],
    ],
    [
      '"and also"',
      'Яма у дома, а также не вывозят мусор со двора',
      ['roads: Яма у дома', 'waste: не вывозят мусор со двора'],
    ],
    [
      'a plain "and" between whole thoughts',
      'Жолда үлкен шұңқыр бар және қоқыс шығарылмайды бір апта',
      ['roads: Жолда үлкен шұңқыр бар', 'waste: қоқыс шығарылмайды бір апта'],
    ],
  ])('finds %s', (_name, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('keeps matters of one body together, and every word', () => {
    expect(split('Яма на дороге. Уже месяц. Не вывозят мусор. И ещё: асфальт провалился.')).toEqual([
      'roads: Яма на дороге.\nУже месяц.\nасфальт провалился.',
      'waste: Не вывозят мусор',
    ]);
  });

  it('gives greetings and places to the thought beside them', () => {
    expect(split('Здравствуйте. Алматы. Яма на дороге. Не вывозят мусор.')).toEqual([
      'roads: Здравствуйте.\nАлматы.\nЯма на дороге.',
      'waste: Не вывозят мусор.',
    ]);
  });

  it('is one matter when one body has it all, or when the second is not sure', () => {
    expect(split('Яма на дороге. Асфальт провалился.')).toEqual([]);
    expect(split('Яма на дороге. Не вывозят мусор.', 0.5)).toEqual([]);
    expect(split('Яма и мусор')).toEqual([]);
    expect(split('Яма на ул. Мусоргского, мусор д. 5')).toEqual([]);
  });

  it('cuts no long story into pieces', () => {
    expect(
      split(Array.from({ length: 12 }, (_, n) => `${n % 2 ? 'Яма на дороге' : 'Не вывозят мусор'} ${n}.`).join(' ')),
    ).toEqual([]);
    expect(split('')).toEqual([]);
  });
});
