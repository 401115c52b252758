import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurveyChat } from '../../../../test/builders/survey-chat.ts';
import { type SurveysOnADatabase, surveysOnADatabase } from '../../../../test/builders/surveys-on-a-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database/test-database.ts';
import { day } from '../../../kernel/day.ts';
import type { QuestionnaireInput } from '../../../surveys/index.ts';

const words = (text: string) => ({ kk: text, ru: text, en: text });
const option = (key: string, label = key) => ({ key, label: words(label) });
const park: QuestionnaireInput = {
  title: words('Парк'),
  intro: words('Коротко о парке.'),
  consent: words('Публикуются только числа.'),
  thanks: words('Спасибо за ответы'),
  blocks: [
    {
      key: 'b',
      questions: [
        {
          key: 'visit',
          type: 'single',
          required: true,
          text: words('Бываете в парке?'),
          options: [option('yes', 'Да'), option('no', 'Нет')],
          preferNotToSay: true,
        },
        {
          key: 'what',
          type: 'multiple',
          atMost: 2,
          other: true,
          text: words('Чего не хватает?'),
          options: [
            option('light', 'Света'),
            option('bench', 'Скамеек'),
            { ...option('none', 'Всего хватает'), exclusive: true },
          ],
        },
        {
          key: 'order',
          type: 'ranking',
          top: 2,
          text: words('Что важнее?'),
          options: [option('a', 'Тень'), option('b', 'Дорожки'), option('c', 'Кафе')],
        },
        {
          key: 'grid',
          type: 'matrix',
          text: words('Оцените'),
          rows: [option('clean', 'Чистота'), option('safe', 'Покой')],
          columns: [option('bad', 'Плохо'), option('good', 'Хорошо')],
        },
        { key: 'age', type: 'number', min: 0, max: 120, text: words('Сколько вам лет?') },
        { key: 'photo', type: 'photo', text: words('Пришлите фото') },
        { key: 'where', type: 'place', text: words('Где это?') },
        { key: 'say', type: 'long_text', text: words('Что ещё?') },
      ],
    },
  ],
};

let test: TestDatabase;
let on: SurveysOnADatabase;
let chat: ReturnType<typeof openSurveyChat>;

beforeAll(async () => {
  test = await createTestDatabase();
  on = surveysOnADatabase(test.url);
});
afterAll(async () => {
  await on.close();
  await test.drop();
});

describe('a survey in the chat', () => {
  it('asks one question per message in place, in every kind, and ends with thanks', async () => {
    const [person] = await on.people(1, { territory: 'p1' });
    if (!person) throw new Error('nobody');
    const wave = await on.wave({
      questionnaire: park,
      audience: { territories: ['p1'] },
      dutyDueOn: day('2099-05-01'),
    });
    chat = openSurveyChat(on, person, 501);
    const invitation = await chat.renderers.get('survey_invitation')?.({ waveId: wave.id }, person, 'ru');
    expect(invitation?.text).toContain('Опрос анонимный');
    expect(invitation?.text).toContain('8 вопросов');
    chat.begin(invitation ?? { text: '' });

    const first = await chat.press('Начать');
    expect(first.text).toContain('1 из 9');
    expect(chat.buttons()).toEqual(['Да', 'Нет', 'Не хочу отвечать', 'Закончить позже']);
    await chat.press('Да');
    expect(chat.buttons()).toEqual(['Света', 'Скамеек', 'Всего хватает', '← Назад', 'Пропустить', 'Закончить позже']);
    await chat.press('Всего хватает');
    await chat.press('Света');
    expect(chat.buttons()).toEqual([
      '✓ Света',
      'Скамеек',
      'Всего хватает',
      'Готово',
      '← Назад',
      'Пропустить',
      'Закончить позже',
    ]);
    await chat.press('Скамеек');
    const ranking = await chat.press('Готово');
    expect(ranking.text).toContain('3 из 9');
    await chat.press('Кафе');
    const early = await chat.press('Готово');
    expect(early.text).toContain('Расставьте 2');
    await chat.press('Тень');
    expect(chat.buttons().slice(0, 3)).toEqual(['2. Тень', 'Дорожки', '1. Кафе']);
    const row = await chat.press('Готово');
    expect(row.text).toContain('Чистота');
    await chat.press('Хорошо');
    const number = await chat.press('Плохо');
    expect(number.text).toContain('Напишите число');
    expect((await chat.say({ text: 'сорок' })).text).toContain('Не получилось прочитать');
    expect((await chat.say({ text: '150' })).text).toContain('от 0 до 120');
    expect((await chat.say({ text: '41' })).text).toContain('Пришлите фото');
    expect(
      (await chat.say({ photo: [{ file_id: 'F1', file_unique_id: 'u', width: 1, height: 1, file_size: 10 }] })).text,
    ).toContain('Где это?');
    expect((await chat.say({ location: { latitude: 43.2, longitude: 76.9 } })).text).toContain('Что ещё?');
    const last = await chat.say({ text: 'Больше тени' });
    expect(last.text).toContain('Спасибо за ответы');
    expect(last.text).toContain('2099-05-01');

    const [said] = await on.said(wave.id);
    expect(said?.what?.value).toEqual({ type: 'options', options: ['light', 'bench'] });
    expect(said?.order?.value).toEqual({ type: 'order', order: ['c', 'a'] });
    expect(said?.grid?.value).toEqual({ type: 'rows', rows: { clean: 'good', safe: 'bad' } });
    expect(said?.age?.value).toEqual({ type: 'number', number: 41 });
  });

  it('takes the words of a button typed instead, and leaves other words to whom they are meant for', async () => {
    const [person] = await on.people(1, { territory: 'p-typed' });
    if (!person) throw new Error('nobody');
    const wave = await on.wave({ questionnaire: park, audience: { territories: ['p-typed'] } });
    chat = openSurveyChat(on, person, 509);
    chat.begin((await chat.renderers.get('survey_invitation')?.({ waveId: wave.id }, person, 'ru')) ?? { text: '' });
    await chat.press('Начать');
    // A case of theirs, told in between: the survey does not swallow it.
    expect(await chat.feed({ message: { ...chat.message, message_id: 90, text: 'Во дворе яма' } } as never)).toEqual(
      [],
    );
    chat.begin((await chat.renderers.get('survey_invitation')?.({ waveId: wave.id }, person, 'ru')) ?? { text: '' });
    expect((await chat.press('Начать')).text).toContain('1 из 9');
    expect((await chat.say({ text: 'да' })).text).toContain('Чего не хватает?');
    expect((await chat.say({ text: 'Света, скамеек' })).text).toContain('Что важнее?');
  });

  it('goes on tomorrow, after a restart, with back and skip, from the menu', async () => {
    const [person] = await on.people(1, { territory: 'p2' });
    if (!person) throw new Error('nobody');
    const wave = await on.wave({ questionnaire: park, audience: { territories: ['p2'] } });
    chat = openSurveyChat(on, person, 502);
    chat.begin((await chat.renderers.get('survey_invitation')?.({ waveId: wave.id }, person, 'ru')) ?? { text: '' });
    await chat.press('Начать');
    await chat.press('Нет');
    expect((await chat.press('Пропустить')).text).toContain('3 из 9');
    expect((await chat.press('← Назад')).text).toContain('2 из 9');
    expect((await chat.press('Закончить позже')).text).toContain('Сохранили');
    expect(chat.buttons()).toEqual(['Продолжить', 'Ответить на странице']);

    chat = openSurveyChat(on, person, 502);
    await chat.say({ text: 'Опросы' });
    expect(chat.buttons()).toContain('Продолжить: Парк');
    expect((await chat.press('Продолжить: Парк', 9)).text).toContain('Чего не хватает?');
    expect((await chat.say({ text: 'Туалета' })).text).toContain('Что важнее?');
  });

  it('shows the current question to a press on an old one, and answers nothing with it', async () => {
    const [person] = await on.people(1, { territory: 'p3' });
    if (!person) throw new Error('nobody');
    const wave = await on.wave({ questionnaire: park, audience: { territories: ['p3'] } });
    chat = openSurveyChat(on, person, 503);
    chat.begin((await chat.renderers.get('survey_invitation')?.({ waveId: wave.id }, person, 'ru')) ?? { text: '' });
    const first = await chat.press('Начать');
    await chat.press('Да');
    chat.begin(first);
    expect((await chat.press('Нет')).text).toContain('Чего не хватает?');
    const [begun] = await on.begun(wave.id);
    expect(begun?.visit?.value).toEqual({ type: 'option', option: 'yes' });
  });

  it('stops asking when told so, and opts in from the list', async () => {
    const [person] = await on.people(1, { territory: 'p4' });
    if (!person) throw new Error('nobody');
    const wave = await on.wave({ questionnaire: park, audience: { territories: ['p4'] } });
    chat = openSurveyChat(on, person, 504);
    chat.begin((await chat.renderers.get('survey_invitation')?.({ waveId: wave.id }, person, 'ru')) ?? { text: '' });
    await chat.press('Не присылать опросы');
    expect(await on.rows(`select settings ->> 'surveys' as on from citizens where id = $1`, person)).toEqual([
      { on: 'false' },
    ]);
    await chat.say({ text: 'Опросы' });
    await chat.press('Присылать опросы');
    expect(await on.rows(`select purpose, given from consents where citizen_id = $1`, person)).toEqual([
      { purpose: 'survey_contact', given: true },
    ]);
  });
});
