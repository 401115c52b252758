import { describe, expect, it } from 'vitest';
import { isWithinDistance } from './misspelling.ts';
import { fold, toWords } from './place-spelling.ts';
import { stemsOf } from './place-stems.ts';

describe('the skeleton of a name', () => {
  it.each([
    ['Қостанай', 'Костанай', 'Qostanai', 'Kostanay'],
    ['Ақтөбе', 'Актобе', 'Aqtöbe', 'Aktobe'],
    ['Жамбыл', 'Jambyl', 'Zhambyl', 'ЖАМБЫЛ'],
    ['Целиноград', 'Tselinograd', 'целиноград', 'TSELINOGRAD'],
  ])('is one for %s, %s, %s and %s', (...spellings) => {
    expect(new Set(spellings.map(fold)).size).toBe(1);
  });

  it('keeps different names apart', () => {
    expect(fold('Талас')).not.toBe(fold('Тараз'));
  });
});

describe('the stems of a word', () => {
  const keys = (word: string) => stemsOf(fold(word)).map(({ key }) => key);

  it.each([
    ['Алматының', 'Алматы'],
    ['Шымкенттегі', 'Шымкент'],
    ['Астане', 'Астана'],
    ['Рудном', 'Рудный'],
    ['Семее', 'Семей'],
    ['Павлодардан', 'Павлодар'],
  ])('of %s hold %s', (word, name) => {
    expect(keys(word)).toContain(fold(name));
  });

  it('follow the sound before the ending', () => {
    expect(keys('рудника')).not.toContain(fold('Рудный'));
  });
});

describe('words of a text', () => {
  it('keep short forms with a hyphen whole and divide other hyphens', () => {
    expect(toWords('Бостандыкский р-н, Усть-Каменогорск').map(({ text }) => text)).toEqual([
      'Бостандыкский',
      'р-н',
      'Усть',
      'Каменогорск',
    ]);
  });
});

describe('one slip of the finger', () => {
  it.each([
    ['almaty', 'almati', true],
    ['karagnada', 'karaganda', true],
    ['shimkent', 'shimket', true],
    ['taraz', 'talas', false],
  ])('between %s and %s: %s', (left, right, expected) => {
    expect(isWithinDistance(left, right, 1)).toBe(expected);
  });
});
