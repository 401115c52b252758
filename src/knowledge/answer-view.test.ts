import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { LANGUAGES } from '../kernel/language.ts';
import { loadTexts } from '../platform/texts/texts.ts';
import { ANSWER_STATUSES } from './answer.ts';
import { answerView } from './answer-view.ts';
import type { Passage } from './passage.ts';

const { t, has } = loadTexts();
const words = { t, formatDay: (_: string, on: string) => on };

const passage = (changes: Partial<Passage> = {}): Passage => ({
  id: 'p1',
  version: null,
  source: 'kz.appeal.term',
  group: 'kz.appeal.term#0',
  language: 'ru',
  title: 'За сколько дней должны ответить',
  body: '15 рабочих дней.',
  notice: null,
  references: [{ title: 'Кодекс, ст. 76', url: 'https://adilet.zan.kz/rus/docs/K2000000350' }],
  owner: 'Генеральная прокуратура',
  sourceOn: day('2026-01-16'),
  ...changes,
});

const suggestion = { source: 'kz.appeal.extension', group: 'kz.appeal.extension#0', title: 'Могут ли продлить срок' };

describe('the view of an answer', () => {
  it('shows title, text, source, its day, two other readings, and people at the end', () => {
    const view = answerView(
      {
        type: 'answer',
        status: 'answered',
        language: 'ru',
        body: { type: 'passage', passage: passage() },
        alternatives: [suggestion],
        trace: [],
      },
      words,
    );
    expect(view).toMatchObject({
      title: 'За сколько дней должны ответить',
      paragraphs: ['15 рабочих дней.'],
      sources: [{ title: 'Кодекс, ст. 76' }],
      notes: ['Генеральная прокуратура. Сверено с текстом на 2026-01-16.'],
      question: 'Это то, о чём вы спрашивали?',
    });
    expect(view.commands.map(({ type }) => type)).toEqual(['rate', 'rate', 'open', 'ask_people']);
  });

  it('says that the city is fictional, and that the text is in another language', () => {
    const shown = passage({ notice: 'Это вымышленный город.', language: 'kk' });
    const view = answerView(
      {
        type: 'answer',
        status: 'answered',
        language: 'ru',
        body: { type: 'passage', passage: shown },
        alternatives: [],
        trace: [],
      },
      words,
    );
    expect(view.notes[0]).toBe('Это вымышленный город.');
    expect(view.notes[1]).toContain('на казахском');
  });

  it('marks what a model wrote, numbers its citations by what is listed, and shows the oldest day', () => {
    const given = [passage({ id: 'unused' }), passage({ id: 'b', sourceOn: day('2025-05-05') }), passage({ id: 'c' })];
    const sentences = [
      { text: 'Первое.', passages: [3] },
      { text: 'Второе.', passages: [2] },
    ];
    const view = answerView(
      {
        type: 'answer',
        status: 'answered',
        language: 'ru',
        body: { type: 'written', sentences, passages: given, model: 'm' },
        alternatives: [],
        trace: [],
      },
      words,
    );
    expect(view.paragraphs).toEqual(['Первое. [1] Второе. [2]']);
    expect(view.notes.at(-1)).toContain('искусственный интеллект');
    expect(view.notes.join(' ')).toContain('2025-05-05');
  });

  it('has words for every ending in every language, and always the way to people', () => {
    for (const language of LANGUAGES)
      for (const status of ANSWER_STATUSES) {
        if (status === 'answered') continue;
        const view = answerView(
          status === 'clarification'
            ? { type: 'answer', status, language, options: [suggestion], trace: [] }
            : { type: 'answer', status, language, alternatives: [], trace: [] },
          words,
        );
        expect(view.paragraphs[0]).toBeTruthy();
        expect(view.commands.at(-1)).toMatchObject({ type: 'ask_people' });
      }
  });

  it('has words for small talk in every language', () => {
    for (const language of LANGUAGES)
      for (const kind of ['greeting', 'thanks', 'how-are-you', 'who-are-you', 'goodbye', 'acknowledged'])
        expect(has(language, `knowledge-small-talk-${kind}`)).toBe(true);
  });
});
