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

it('drops a greeting that stands on the line of the matter, and a surname behind a masked name', () => {
  expect(fromAnswer('Когда?', 'Уважаемая [NAME] Смирнова! Фонари включают в 19:40.').body).toBe(
    'Фонари включают в 19:40.',
  );
  // The mask took the greeting for a name.
  expect(fromAnswer('Когда?', '[NAME] Смирнова! Фонари включают в 19:40.').body).toBe('Фонари включают в 19:40.');
  expect(fromAnswer('When?', 'Dear Anna, the lamp works!').body).toBe('the lamp works!');
  expect(fromAnswer('Қашан?', 'Сәлеметсіз бе, Айгүл! Шам 19:40-та жанады.').body).toBe('Шам 19:40-та жанады.');
  expect(fromAnswer('Кто?', 'Вам ответит [NAME] Ахметова из отдела.').body).toBe('Вам ответит из отдела.');
});
