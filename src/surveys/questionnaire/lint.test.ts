import { describe, expect, it } from 'vitest';
import type { Language } from '../../kernel/language.ts';
import { lintText } from './lint.ts';

describe('the lint of questions', () => {
  it.each([
    ['kk', 'Жолдар мен жарық сізге ұнай ма?', 'double_barrelled'],
    ['kk', 'Жөндеу сәтті жүргізілген деп есептейсіз бе?', 'leading'],
    ['ru', 'Довольны ли вы чистотой и освещением двора?', 'double_barrelled'],
    ['ru', 'Согласны ли вы, что парк нужен?', 'leading'],
    ['ru', 'Как вы оцениваете успешный ремонт дорог?', 'leading'],
    ['ru', 'Всегда ли автобус приходит вовремя?', 'absolute'],
    ['ru', 'Не считаете ли вы, что нельзя не ремонтировать?', 'double_negative'],
    ['en', 'How satisfied are you with the roads and the lighting?', 'double_barrelled'],
    ['en', "Don't you think the new park is useful?", 'leading'],
    [
      'en',
      'Thinking about everything that has happened in your street during the last twelve months, how would you say that the general condition of the pavement has changed since then?',
      'too_long',
    ],
  ] as const)('%s: "%s" is %s', (language, text, code) => {
    expect(lintText(text, language as Language).map((warning) => warning.code)).toContain(code);
  });

  it.each([
    ['kk', 'Ауланың тазалығына көңіліңіз қаншалықты толады?'],
    ['ru', 'Насколько вы довольны чистотой двора?'],
    ['en', 'How satisfied are you with the cleanliness of your yard?'],
  ] as const)('%s: "%s" is left alone', (language, text) => {
    expect(lintText(text, language)).toEqual([]);
  });
});
