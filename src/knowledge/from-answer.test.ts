import { expect, it } from 'vitest';
import { fromAnswer } from './from-answer.ts';

it('keeps the matter of an answer and drops its people', () => {
  expect(
    fromAnswer(
      'Когда включат отопление? Я, [NAME], мёрзну. Мой телефон [PHONE].',
      'Уважаемый [NAME]!\n\nОтопление включают, когда пять дней ниже +8 °C.\nЗвоните по вопросам [PHONE].\n\nС уважением,\nначальник отдела\nИсп. Ахметов',
    ),
  ).toEqual({
    title: 'Когда включат отопление?',
    body: 'Отопление включают, когда пять дней ниже +8 °C.\nЗвоните по вопросам.',
  });
});

it('works with a Kazakh letter and with none of the formulas', () => {
  expect(fromAnswer('Жылу қашан беріледі', 'Құрметті Асхат!\nЖылу қазанда беріледі.\nҚұрметпен, басқарма').body).toBe(
    'Жылу қазанда беріледі.',
  );
  expect(fromAnswer('Где ключ?', 'У вахтёра.')).toEqual({ title: 'Где ключ?', body: 'У вахтёра.' });
});
