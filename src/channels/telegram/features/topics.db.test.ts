import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurveyChat } from '../../../../test/builders/survey-chat.ts';
import { type SurveysOnADatabase, surveysOnADatabase } from '../../../../test/builders/surveys-on-a-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database/test-database.ts';
import { day } from '../../../kernel/day.ts';
import { loadTexts } from '../../../platform/texts/texts.ts';

const words = (text: string) => ({ kk: text, ru: text, en: text });
const texts = loadTexts();
let test: TestDatabase;
let on: SurveysOnADatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  on = surveysOnADatabase(test.url);
});
afterAll(async () => {
  await on.close();
  await test.drop();
});

describe('a topic held open in the chat', () => {
  it('shows its rules, takes several messages until one is done, and shows what a moderator let through', async () => {
    const [citizenId] = await on.people(1);
    if (!citizenId) throw new Error('nobody');
    const chat = openSurveyChat(on, citizenId, 4_711);
    const now = Date.now();
    const topic = await on.inTx((tx) =>
      on.surveys.topics.plan(
        tx,
        {
          agencyCode: 'test.city',
          title: words('Тротуары'),
          question: words('Где неудобно ходить?'),
          background: words('Ремонт весной.'),
          rules: words('Вежливо и по теме.'),
          opensAt: new Date(now - 60_000),
          closesAt: new Date(now + 3_600_000),
          ownerId: 'head',
          replyDueOn: day('2099-01-01'),
        },
        'operator',
      ),
    );
    await chat.say({ text: texts.t('ru', 'menu-surveys') });
    const entry = chat.buttons().find((label) => label.includes('Тротуары')) ?? '';
    expect((await chat.press(entry)).text).toMatch(/Где неудобно[\s\S]*Вежливо[\s\S]*2099-01-01/);
    await chat.press('Написать');
    expect((await chat.say({ text: 'На Абая нет тротуара, мой ИИН 900101300123' })).text).toContain('Записали');
    expect((await chat.say({ text: 'И на Саина тоже' })).text).toContain('Записали');
    await chat.press('Закончить');

    const written = await on.surveys.topics.contributions(topic.id);
    expect(written.map((one) => one.words)).toEqual(['И на Саина тоже', 'На Абая нет тротуара, мой ИИН [ID]']);
    expect((await chat.press('Что пишут другие')).text).toContain('Пока ничего не показано');
    const [first] = written;
    await on.inTx((tx) =>
      on.surveys.topics.moderate(
        tx,
        topic.id,
        first?.id ?? '',
        { state: 'shown', reason: null, theme: null },
        'operator',
      ),
    );
    chat.begin({ text: '', keyboard: { inline_keyboard: [[{ text: 'x', callback_data: `tp:r:${topic.id}` }]] } });
    expect((await chat.press('x')).text).toContain('И на Саина тоже');
  });
});
