import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { checkSentence } from './citation-check.ts';
import { contactsIn, hideLinks, showLinks, unknownTokens } from './link-tokens.ts';
import { turnsMeaning } from './negation.ts';
import { numbersIn } from './number-words.ts';
import type { Passage } from './passage.ts';

const passage = (body: string): Passage => ({
  id: 'p',
  version: null,
  source: 's.s',
  group: 's.s#0',
  language: 'ru',
  title: 'Жалоба',
  body,
  notice: null,
  references: [],
  owner: '',
  sourceOn: day('2026-01-01'),
});

describe('numbers', () => {
  it.each([
    ['50 000 человек за 6 месяцев', [50_000, 6]],
    ['50,000 people in twenty days', [50_000, 20]],
    ['он бес жұмыс күні емес, 15', [10, 5, 15]],
    ['ст. 90-3(4)', [90, 3, 4]],
    ['без чисел', []],
  ])('of "%s"', (text, numbers) => {
    expect([...numbersIn(text)].sort((a, b) => a - b)).toEqual(numbers.sort((a, b) => a - b));
  });
});

describe('links', () => {
  it('are hidden behind tokens, the same address behind the same token, and come back whole', () => {
    const { texts, links } = hideLinks(['Смотрите https://a.kz/x.', 'И https://a.kz/x, и https://b.kz/y']);
    expect(texts).toEqual(['Смотрите [[link:1]].', 'И [[link:1]], и [[link:2]]']);
    expect(showLinks(texts[1] ?? '', links)).toBe('И https://a.kz/x, и https://b.kz/y');
    expect(unknownTokens('[[link:3]]', links)).toBe(true);
    expect(unknownTokens('[[link:2]]', links)).toBe(false);
  });

  it.each(['www.site', 'egov.kz', '@some_bot', 'mail@egov.kz', '+7 701 123-45-67', 'https://x.y'])(
    '%s is a contact',
    (text) => {
      expect(contactsIn(`Пишите: ${text}`)).not.toEqual([]);
    },
  );

  it('a sentence with numbers is no contact', () => {
    expect(contactsIn('15 рабочих дней и 50 000 человек. Конец.')).toEqual([]);
  });
});

describe('denial', () => {
  it.each([
    ['Срок продлевают', 'Срок не продлевают'],
    ['Срок не продлевают', 'Срок продлевают'],
    ['Мерзім ұзартылады', 'Мерзім ұзартылмайды'],
    ['The term is not extended', 'The term is extended'],
  ])('"%s" turns "%s"', (text, source) => {
    expect(turnsMeaning(text, source)).toBe(true);
  });

  it.each([
    ['Срок не продлевают', 'Этот срок не продлевают, если закон не разрешает'],
    ['Мерзім ұзартылмайды', 'Бұл мерзім ұзартылмайды'],
  ])('"%s" agrees with "%s"', (text, source) => {
    expect(turnsMeaning(text, source)).toBe(false);
  });
});

describe('a quote', () => {
  const source = [passage('Жалобу нельзя подать анонимно. Её рассматривают 20 рабочих дней.')];

  it('cut before its "not" does not carry the opposite', () => {
    const sentence = { text: 'Жалобу можно подать анонимно.', passage: 1, quote: 'подать анонимно' };
    expect(checkSentence(sentence, source, [])).not.toBe('supported');
  });

  it('too short to mean anything is no quote', () => {
    expect(checkSentence({ text: 'Её рассматривают 20 рабочих дней.', passage: 1, quote: '20' }, source, [])).toBe(
      'quote_not_found',
    );
  });

  it('carries the sentence around it', () => {
    expect(
      checkSentence(
        { text: 'Жалобу рассматривают 20 рабочих дней.', passage: 1, quote: 'рассматривают 20 рабочих дней' },
        source,
        [],
      ),
    ).toBe('supported');
  });

  it('from one passage does not carry a number of another', () => {
    const two = [...source, passage('Ответ дают за 15 рабочих дней.')];
    expect(
      checkSentence(
        { text: 'Её рассматривают 15 рабочих дней.', passage: 1, quote: 'рассматривают 20 рабочих дней' },
        two,
        [],
      ),
    ).toBe('number_not_in_source');
  });
});
