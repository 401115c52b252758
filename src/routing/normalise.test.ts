import { describe, expect, it } from 'vitest';
import { guessLanguage, normalise } from './normalise.ts';

describe('guessing the language of a message', () => {
  it.each([
    ['Біздің көшеде үлкен шұңқыр бар', 'kk', 'cyrillic'],
    ['бизде су жок, уш кун болды', 'kk', 'cyrillic'],
    ['aulada su joq, qashan qosylady', 'kk', 'latin'],
    ['Bizdiñ köşede jol jaman', 'kk', 'latin'],
    ['Во дворе не горит фонарь', 'ru', 'cyrillic'],
    ['net sveta uzhe nedelyu, kogda vklyuchat', 'ru', 'latin'],
    ['There is a hole in the road near the school', 'en', 'latin'],
  ] as const)('%s', (text, language, script) => {
    expect(guessLanguage(text)).toMatchObject({ language, script });
  });

  it('says nothing about a message without letters', () => {
    expect(guessLanguage('?! 112 👍')).toEqual({ language: 'unknown', script: 'none', confidence: 0 });
  });
});

describe('normalising a message', () => {
  it('folds letter case, ё, repeated letters and spaces', () => {
    expect(normalise('  ПОМОГИТЕЕЕЕ   ЕЩЁ ').text).toBe('помогите еще');
  });

  it('removes invisible characters and direction overrides', () => {
    expect(normalise('во\u200Bда \u202Eнет\u202C').text).toBe('вода нет');
  });

  it('reads look-alike letters as the script of the word', () => {
    expect(normalise('вoдa в дoме').text).toBe('вода в доме');
  });

  it('gives one key to one Kazakh sentence in three spellings', () => {
    const spellings = ['суық су жоқ', 'суык су жок', 'suyq su joq'];
    expect(spellings.map((text) => normalise(text).key)).toEqual(Array(3).fill('суык су жок'));
  });

  it('survives half a surrogate pair', () => {
    expect(normalise('яма \uD83D').text).toContain('яма');
  });
});
