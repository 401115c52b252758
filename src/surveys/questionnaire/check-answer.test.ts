import { describe, expect, it } from 'vitest';
import { given } from './answer.ts';
import { checkAnswer } from './check-answer.ts';
import { Question } from './questionnaire.ts';
import { readWrittenAnswer } from './read-written-answer.ts';

const words = (text: string) => ({ kk: text, ru: text, en: text });
const options = ['a', 'b', 'c'].map((key) => ({ key, label: words(key) }));
const person = { seed: 's', language: 'en' as const };
const step = (question: object, row: string | null = null) => ({
  key: 'q',
  row,
  question: Question.parse({ key: 'q', text: words('?'), ...question }),
});
const check = (question: object, value: Parameters<typeof given>[0], row: string | null = null) => {
  const checked = checkAnswer(step(question, row), given(value), {}, person);
  return checked.type === 'valid' ? 'valid' : checked.reason;
};

describe('an answer', () => {
  const multiple = {
    type: 'multiple',
    other: true,
    atMost: 2,
    options: [...options, { key: 'none', label: words('none'), exclusive: true }],
  };

  it.each([
    [{ type: 'single', options }, { type: 'option', option: 'a' }, 'valid'],
    [{ type: 'single', options }, { type: 'option', option: 'z' }, 'unknown_option'],
    [{ type: 'single', options }, { type: 'option', option: 'other', other: 'x' }, 'unknown_option'],
    [{ type: 'single', options, other: true }, { type: 'option', option: 'other', other: ' ' }, 'other_empty'],
    [multiple, { type: 'options', options: ['a', 'b'] }, 'valid'],
    [multiple, { type: 'options', options: ['a', 'b', 'c'] }, 'too_many'],
    [multiple, { type: 'options', options: ['a', 'none'] }, 'exclusive'],
    [multiple, { type: 'options', options: [] }, 'too_few'],
    [{ type: 'nps' }, { type: 'number', number: 10 }, 'valid'],
    [{ type: 'nps' }, { type: 'number', number: 11 }, 'out_of_range'],
    [{ type: 'stars' }, { type: 'number', number: 2.5 }, 'not_whole'],
    [{ type: 'ranking', options }, { type: 'order', order: ['c', 'a', 'b'] }, 'valid'],
    [{ type: 'ranking', options, top: 2 }, { type: 'order', order: ['c'] }, 'not_all_ranked'],
    [{ type: 'constant_sum', options }, { type: 'shares', shares: { a: 50, b: 30, c: 20 } }, 'valid'],
    [{ type: 'constant_sum', options }, { type: 'shares', shares: { a: 50, b: 30 } }, 'wrong_sum'],
    [{ type: 'date', min: '2026-01-01' }, { type: 'day', day: '2025-12-31' as never }, 'out_of_range'],
    [{ type: 'short_text', maxLength: 3 }, { type: 'text', text: 'long' }, 'too_long'],
    [
      { type: 'photo' },
      { type: 'file', file: { kind: 'voice', channelRef: 'r', mediaType: 'audio/ogg', sizeBytes: 1 } },
      'wrong_type',
    ],
  ] as const)('%j with %j is %s', (question, value, expected) => {
    expect(check(question, value as never)).toBe(expected);
  });

  it('of a matrix is one column of one row', () => {
    const matrix = { type: 'matrix', rows: options, columns: options };
    expect(check(matrix, { type: 'rows', rows: { a: 'b' } }, 'a')).toBe('valid');
    expect(check(matrix, { type: 'rows', rows: { a: 'z' } }, 'a')).toBe('unknown_option');
  });

  it('may be skipped unless required, and declined only where that is offered', () => {
    const required = step({ type: 'stars', required: true });
    expect(checkAnswer(required, { kind: 'skipped' }, {}, person)).toMatchObject({ reason: 'required' });
    expect(checkAnswer(required, { kind: 'declined' }, {}, person)).toMatchObject({ reason: 'cannot_decline' });
    expect(checkAnswer(step({ type: 'stars', preferNotToSay: true }), { kind: 'declined' }, {}, person).type).toBe(
      'valid',
    );
  });
});

describe('a written answer', () => {
  it.each([
    [{ type: 'number' }, '1 250', { type: 'number', number: 1250 }],
    [{ type: 'number', whole: false }, '3,5', { type: 'number', number: 3.5 }],
    [{ type: 'date' }, '5.03.2026', { type: 'day', day: '2026-03-05' }],
    [{ type: 'single', options }, ' A. ', { type: 'option', option: 'a' }],
    [{ type: 'multiple', options }, 'b, a, b', { type: 'options', options: ['b', 'a'] }],
    [{ type: 'constant_sum', options }, '60 / 30 / 10', { type: 'shares', shares: { a: 60, b: 30, c: 10 } }],
  ])('%j reads %s', (question, text, value) => {
    expect(readWrittenAnswer(step(question), text, {}, person)).toEqual(given(value as never));
  });

  it.each([
    [{ type: 'number' }, 'много'],
    [{ type: 'date' }, '31.02.2026'],
    [{ type: 'constant_sum', options }, '60 40'],
    [{ type: 'single', options }, 'a и b'],
    [{ type: 'multiple', options }, 'a, y'],
    [{ type: 'single', options: [...options, { key: 'again', label: { kk: 'A', ru: 'A', en: 'A' } }] }, 'a'],
    [{ type: 'ranking', options }, 'a'],
  ])('%j does not read %s', (question, text) => {
    expect(readWrittenAnswer(step(question), text, {}, person)).toBeNull();
  });
});
