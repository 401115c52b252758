import { describe, expect, it } from 'vitest';
import { readReply } from './read-reply.ts';

describe('a written reply to a card', () => {
  it.each([
    ['Ответ: кабель заменён', { type: 'answer', text: 'кабель заменён' }],
    ['ЖАУАП: кабель ауыстырылды', { type: 'answer', text: 'кабель ауыстырылды' }],
    ['Answer:\nfirst\n\nsecond', { type: 'answer', text: 'first\n\nsecond' }],
    ['сұрақ: қай жақта?', { type: 'ask', text: 'қай жақта?' }],
    ['Рег: Ж-881', { type: 'register', number: 'Ж-881' }],
    ['Продлить: 14.12.2026 ждём экспертизу', { type: 'extend', until: '2026-12-14', reason: 'ждём экспертизу' }],
    ['ұзарту: 2026-12-14 сараптама', { type: 'extend', until: '2026-12-14', reason: 'сараптама' }],
    ['Заслушать: намерены отказать', { type: 'hear', text: 'намерены отказать' }],
    ['жоғары: іс қоса берілді', { type: 'forward', note: 'іс қоса берілді' }],
    ['Forward:', { type: 'incomplete', act: 'forward' }],
    ['передать: almaty.energy это электросеть', { type: 'redirect', to: 'almaty.energy', reason: 'это электросеть' }],
    ['Беру', { type: 'take' }],
    ['Позвонил: обещали завтра', { type: 'note', text: 'Позвонил: обещали завтра' }],
    ['просто заметка', { type: 'note', text: 'просто заметка' }],
    ['Ответ: сделано\nПункты: 1, 3', { type: 'answer', text: 'сделано', addressed: [1, 3] }],
    [
      'жауап: жасалды\n\nТармақтар: 2\nШығыс: 12-3 09.12.2026',
      { type: 'answer', text: 'жасалды', addressed: [2], outgoingNumber: '12-3', outgoingOn: '2026-12-09' },
    ],
    ['Answer: see below\nPoints: one of them', { type: 'answer', text: 'see below\nPoints: one of them' }],
    ['Ответ:\nПункты: 1', { type: 'incomplete', act: 'answer' }],
    ['Согласовано.', { type: 'pass' }],
    ['Подписать: 12-3 от 09.12.2026', { type: 'pass', outgoingNumber: '12-3', outgoingOn: '2026-12-09' }],
    ['Вернуть: нет ссылки на закон', { type: 'return', remark: 'нет ссылки на закон' }],
    ['Ответ:', { type: 'incomplete', act: 'answer' }],
    ['Продлить: скоро', { type: 'incomplete', act: 'extend' }],
    ['Продлить: 31.02.2026 причина', { type: 'incomplete', act: 'extend' }],
  ])('%s', (written, intent) => {
    expect(readReply(written)).toEqual(intent);
  });

  it('takes the whole reply to a prompt as what was asked for', () => {
    expect(readReply('Ж-881', 'register')).toEqual({ type: 'register', number: 'Ж-881' });
    expect(readReply('беру', 'answer')).toEqual({ type: 'answer', text: 'беру' });
  });
});
