import { describe, expect, it } from 'vitest';
import { stripQuotes } from './strip-quotes.ts';

describe('what a person wrote in a reply', () => {
  it.each([
    [
      'Gmail in English',
      'Answer: done.\n\nOn Mon, 23 Nov 2026 at 10:00, Dauys <case@dauys.example> wrote:\n> № 472-918-3',
    ],
    [
      'Gmail, wrapped',
      'Answer: done.\n\nOn Mon, 23 Nov 2026 at 10:00, Dauys, the city’s\nregister <case@dauys.example> wrote:\n> old',
    ],
    ['Gmail in Russian', 'Answer: done.\n\nпн, 23 нояб. 2026 г. в 10:00, Dauys <case@dauys.example>:\n> старое'],
    ['Mail.ru', 'Answer: done.\n\n--\nДмитрий Орлов\nТел. 123'],
    ['Yandex', 'Answer: done.\n\n23.11.2026, 10:00, "Dauys" <case@dauys.example>:\nстарое'],
    ['Outlook', 'Answer: done.\r\n\r\n________________________________\r\nFrom: Dauys\r\nSent: Monday'],
    ['Outlook in Russian', 'Answer: done.\n\nОт: Dauys <case@dauys.example>\nДата: понедельник\nКому: me'],
    ['Thunderbird in Russian', 'Answer: done.\n\n23.11.2026 10:00, Dauys пишет:\n> старое'],
    ['in Kazakh', 'Answer: done.\n\nDauys <case@dauys.example> былай деп жазды:\n> ескі'],
    ['an original message', 'Answer: done.\n\n-----Исходное сообщение-----\nстарое'],
    ['quotes between', '> вопрос\nAnswer: done.\n> ещё'],
  ])('%s', (_name, text) => {
    expect(stripQuotes(text)).toBe('Answer: done.');
  });

  it('keeps paragraphs, dates and dashes of the answer itself', () => {
    const answer = 'Ответ: 9 декабря 2026 г. кабель заменён.\n\n- столб 8\n- столб 14\n\nСрок: 14.12.2026.';
    expect(stripQuotes(answer)).toBe(answer);
  });
});
