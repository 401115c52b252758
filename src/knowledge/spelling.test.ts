import { describe, expect, it } from 'vitest';
import { questionLanguage } from './question-language.ts';
import { wordsOf } from './spelling.ts';
import { keysOf } from './term-analysis.ts';

const shares = (one: string, other: string): boolean => keysOf(one).some((key) => keysOf(other).includes(key));

describe('one key for many spellings', () => {
  it.each([
    ['балабақшаға', 'balabaqshaga'],
    ['балабақшаға', 'балабакшага'],
    ['жауап', 'jauap'],
    ['мектептерімізде', 'мектеп'],
    ['мектебі', 'мектеп'],
    ['көшелердің', 'көше'],
    ['заявления', 'заявление'],
    ['жалобами', 'жалобу'],
    ['kindergartens', 'kindergarten'],
    ['отопления', 'otoplenie'],
    ['қыркүйекте', 'кыркуйекте'],
  ])('%s meets %s', (one, other) => {
    expect(shares(one, other)).toBe(true);
  });

  it('does not join words that only begin alike', () => {
    expect(shares('жауап', 'жауын')).toBe(false);
    expect(shares('школа', 'шкала')).toBe(false);
    expect(shares('water', 'waste')).toBe(false);
  });

  it('reads letters of the wrong keyboard and drops invisible signs', () => {
    expect(wordsOf('cуpет')).toEqual(['сурет']);
    expect(wordsOf('во\u200bда')).toEqual(['вода']);
  });
});

describe('the language of a question', () => {
  it.each([
    ['Арызыма қашан жауап береді', 'ru', 'kk'],
    ['Когда ответят на обращение', 'kk', 'ru'],
    ['when will they answer', 'ru', 'en'],
    ['balabaqshaga qalai turamyn', 'ru', 'kk'],
    ['арыз', 'ru', 'ru'],
    ['арыз', 'kk', 'kk'],
    ['学校在哪里', 'ru', 'unsupported'],
    ['?!', 'ru', 'empty'],
  ] as const)('%s in a chat in %s is %s', (text, chat, expected) => {
    expect(questionLanguage(text, chat)).toBe(expected);
  });
});
