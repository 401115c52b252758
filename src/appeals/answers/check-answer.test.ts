import { describe, expect, it } from 'vitest';
import { passOn } from './answer-chain.ts';
import { type AnswerToCheck, type CaseToAnswer, checkAnswer } from './check-answer.ts';
import { proposePoints, touchedPoints } from './points.ts';
import { assertVariablesKnown, fillTemplate, type TemplateValues } from './template.ts';
import { writtenLanguage } from './written-language.ts';

const texts = (...said: string[]): string[] => proposePoints(said).map(({ text }) => text);

describe('the points of what a citizen wrote', () => {
  it('are the questions, the requests and what happened', () => {
    expect(
      texts('Здравствуйте! На Абая, 10 не горят фонари. Когда их починят и кто заплатит за ремонт? Спасибо.'),
    ).toEqual(['На Абая, 10 не горят фонари.', 'Когда их починят?', 'Кто заплатит за ремонт?']);
  });

  it('are the items where somebody numbered them', () => {
    expect(texts('Три вопроса:\n1) убрать мусор во дворе\n2) починить качели на площадке\n3) вернуть лавочки')).toEqual(
      ['убрать мусор во дворе', 'починить качели на площадке', 'вернуть лавочки'],
    );
  });

  it('are found in Kazakh and English too', () => {
    expect(texts('Сәлеметсіз бе! Көше шамдары жанбайды. Қашан жөнделеді және кім жауап береді?')).toEqual([
      'Көше шамдары жанбайды.',
      'Қашан жөнделеді?',
      'Кім жауап береді?',
    ]);
    expect(texts('The lamp is broken since May. When will you repair it?')).toHaveLength(2);
  });

  it('are never none for a text that says anything, and never the same twice', () => {
    expect(texts('Яма')).toEqual(['Яма']);
    expect(texts('Когда починят дорогу?', 'Когда починят дорогу?')).toHaveLength(1);
    expect(texts('')).toEqual([]);
  });

  it('are taken up by words that come back in the answer, whatever their endings', () => {
    const points = proposePoints(['Не горят фонари у школы. Когда починят? Кто заплатит за перерасчёт освещения?']);
    expect(touchedPoints(points, 'Фонари у школы заменены 9 декабря.')).toContain(1);
    expect(touchedPoints(points, 'Фонари у школы заменены 9 декабря.')).not.toContain(3);
  });
});

const CASE: CaseToAnswer = {
  points: proposePoints(['Не горят фонари на Абая. Когда починят фонари?']),
  citizensLanguage: 'ru',
  isStatutory: true,
  templateTexts: [],
  foundInAnswer: [],
  knownNames: [],
};
const GOOD: AnswerToCheck = {
  text: 'Фонари на Абая починят до 9 декабря: кабель заказан. Основание — статья 14 Закона об освещении. Если вы не согласны, ответ можно обжаловать у руководителя управления.',
  language: 'ru',
  outcome: 'planned',
  addressed: null,
};
const warningsOf = (answer: Partial<AnswerToCheck>, about: Partial<CaseToAnswer> = {}) =>
  checkAnswer({ ...GOOD, ...answer }, { ...CASE, ...about }).warnings;

describe('an answer about to leave', () => {
  it('that says what, when, why and where to complain is warned of nothing', () => {
    expect(warningsOf({})).toEqual([]);
  });

  it('is measured against every point of the citizen', () => {
    expect(warningsOf({ addressed: [1] })).toContain('points_unaddressed');
    expect(warningsOf({ addressed: [1, 2] })).not.toContain('points_unaddressed');
    expect(warningsOf({ text: 'Работы выполнены. Закон, статья 1. Можно обжаловать.' })).toContain(
      'points_unaddressed',
    );
  });

  it('wants a basis and a way to complain where the law governs it, and only there', () => {
    const bare = { text: 'Фонари на Абая починят девятого декабря, кабель уже заказан на складе.' };
    expect(warningsOf(bare)).toEqual(['no_legal_basis', 'no_complaint_way']);
    expect(warningsOf(bare, { isStatutory: false })).toEqual([]);
    expect(warningsOf({ ...bare, outcome: 'done' })).toEqual(['no_complaint_way']);
  });

  it('is noticed when it is the formal non-answer', () => {
    const empty =
      'Ваше обращение рассмотрено в установленном порядке. В пределах компетенции приняты меры. Вопрос взят на контроль.';
    expect(warningsOf({ text: empty })).toContain('template_only');
    expect(warningsOf({ text: GOOD.text }, { templateTexts: [GOOD.text] })).toContain('template_only');
    expect(warningsOf({ text: 'Яма заделана.' })).not.toContain('template_only');
  });

  it('is noticed in another language than the citizen’s, said or written', () => {
    expect(warningsOf({ language: 'kk' })).toContain('wrong_language');
    expect(warningsOf({}, { citizensLanguage: 'kk' })).toContain('wrong_language');
    expect(
      warningsOf({ text: 'Көше шамдары желтоқсанға дейін жөнделеді, заң бойынша шағым беруге болады.' }),
    ).toContain('wrong_language');
  });

  it('is noticed with somebody else’s data; the body’s own telephone is none', () => {
    expect(warningsOf({}, { foundInAnswer: ['IIN'] })).toContain('third_persons');
    expect(warningsOf({}, { foundInAnswer: ['PHONE', 'EMAIL'] })).not.toContain('third_persons');
    expect(warningsOf({}, { foundInAnswer: ['NAME'] })).toContain('third_persons');
    expect(
      warningsOf({ text: `${GOOD.text} Орлов Д.` }, { foundInAnswer: ['NAME'], knownNames: ['Орлов Д.'] }),
    ).toEqual([]);
  });
});

describe('the language of a text', () => {
  it.each([
    ['Яма на Саина заделана, спасибо за терпение', 'ru'],
    ['Саин көшесіндегі шұңқыр жөнделді, рақмет', 'kk'],
    ['Сіздің сұрауыңыз бойынша жол жұмыстары басталды', 'kk'],
    ['The pothole has been repaired', 'en'],
    ['ok', null],
  ] as const)('%s → %s', (text, language) => expect(writtenLanguage(text)).toBe(language));
});

describe('a template', () => {
  const VALUES = { number: '472-918-3', today: 'пн, 14 декабря', registered_on: '' } as TemplateValues;

  it('is filled in, and shows a gap where nothing is known', () => {
    expect(fillTemplate('По № {number} от { registered_on }', VALUES)).toBe('По № 472-918-3 от …');
  });

  it('knows only variables that something fills', () => {
    const body = { kk: '{number}', ru: '{nomer}', en: '{number}' };
    expect(() => assertVariablesKnown({ body })).toThrow(/variable_unknown/);
  });
});

describe('the hands of an answer', () => {
  const [author, approver, signatory] = ['a', 'b', 'c'] as never[];
  const chain = (approverIds: never[], signatoryIds: never[]) => ({
    agencyCode: 'almaty.roads' as never,
    approverIds,
    signatoryIds,
    wantsNumber: false,
  });

  it('are passed in order, and one person may hold all', () => {
    const both = chain([approver as never], [signatory as never]);
    expect(passOn(both, 'author', author as never).stage).toBe('approver');
    expect(passOn(both, 'approver', approver as never)).toMatchObject({ stage: 'signatory', approverId: approver });
    expect(passOn(both, 'signatory', signatory as never)).toMatchObject({ stage: 'sent', signatoryId: signatory });
    const one = chain([approver as never], [approver as never]);
    expect(passOn(one, 'author', approver as never)).toEqual({
      stage: 'sent',
      approverId: approver,
      signatoryId: approver,
    });
    expect(passOn(chain([], []), 'author', author as never).stage).toBe('sent');
  });
});
