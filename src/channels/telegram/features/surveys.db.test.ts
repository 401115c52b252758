import { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SurveysOnADatabase, surveysOnADatabase } from '../../../../test/builders/surveys-on-a-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database/test-database.ts';
import { createCitizensRepository, createCitizensService } from '../../../citizens/index.ts';
import { createFormSessions } from '../../../forms/index.ts';
import { day } from '../../../kernel/day.ts';
import type { CitizenId } from '../../../kernel/ids.ts';
import { loadTexts } from '../../../platform/texts/texts.ts';
import type { QuestionnaireInput } from '../../../surveys/index.ts';
import type { BotContext, Effect, Screen } from '../turn.ts';
import { surveyRenderers, surveysFeature } from './surveys.ts';

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

const texts = loadTexts();
let test: TestDatabase;
let on: SurveysOnADatabase;
let chat: ReturnType<typeof openChat>;
let updateId = 0;

/** One person's private chat: literal updates in, what would be shown out. A new one is a new process. */
function openChat(citizenId: CitizenId, chatId: number) {
  const citizensRepository = createCitizensRepository(on.database.prisma);
  const citizens = createCitizensService({
    citizens: citizensRepository,
    sealing: {} as never,
    privacyRules: {} as never,
  });
  const deps = {
    t: texts.t,
    forms: createFormSessions(),
    citizens,
    names: { agency: () => 'Акимат', day: (on: string) => on } as never,
    places: { find: () => null, locate: () => null },
    publicUrl: 'https://dauys.test',
    surveys: on.surveys,
    agencyOf: async () => 'test.city',
    timezone: 'Asia/Almaty',
    newToken: () => `token-${on.next()}`,
  };
  const bot = new Bot<BotContext>('1:x', { botInfo: { id: 1, is_bot: true, first_name: 'x', username: 'x' } as never });
  let effects: Effect[] = [];
  let tx: unknown;
  bot.use(async (ctx, next) => {
    const citizen = await citizensRepository.get(tx as never, citizenId);
    ctx.turn = { tx: tx as never, citizen, chatId, effects, owner: `telegram:${chatId}` };
    ctx.t = (key, args) => texts.t('ru', key, args);
    const screen = (given: Screen | string): Screen => (typeof given === 'string' ? { text: given } : given);
    ctx.show = (given) => void effects.push({ type: 'show', screen: screen(given) });
    ctx.edit = (given) =>
      void effects.push({
        type: 'edit',
        messageId: ctx.callbackQuery?.message?.message_id ?? 0,
        screen: screen(given),
      });
    ctx.toast = () => undefined;
    await next();
  });
  bot.use(surveysFeature(deps));

  async function feed(update: Omit<Update, 'update_id'>): Promise<Effect[]> {
    effects = [];
    updateId += 1;
    await on.uow.run(`telegram:${updateId}`, async (opened) => {
      tx = opened;
      await bot.handleUpdate({ ...update, update_id: updateId } as Update);
    });
    return effects;
  }
  const from = { id: chatId, is_bot: false, first_name: 'A' };
  const at = { chat: { id: chatId, type: 'private' as const, first_name: 'A' }, date: 1 };
  let shown: Screen = { text: '' };
  const keep = (found: Effect[]): Screen => {
    const last = found.findLast((effect) => effect.type === 'edit' || effect.type === 'show');
    shown = last && 'screen' in last ? last.screen : { text: '' };
    return shown;
  };
  return {
    renderers: surveyRenderers(deps),
    begin: (screen: Screen) => {
      shown = screen;
    },
    buttons: () => shown.keyboard?.inline_keyboard.flat().map(({ text }) => text) ?? [],
    async press(label: string, messageId = 7): Promise<Screen> {
      const button = shown.keyboard?.inline_keyboard.flat().find(({ text }) => text === label);
      if (!button || !('callback_data' in button))
        throw new Error(`no button ${label} among ${shown.keyboard?.inline_keyboard.flat().map(({ text }) => text)}`);
      expect(Buffer.byteLength(button.callback_data ?? '')).toBeLessThanOrEqual(64);
      return keep(
        await feed({
          callback_query: {
            id: 'q',
            from,
            chat_instance: 'c',
            data: button.callback_data ?? '',
            message: { ...at, message_id: messageId, text: 'x' },
          },
        } as never),
      );
    },
    say: async (message: object): Promise<Screen> =>
      keep(await feed({ message: { ...at, from, message_id: 50 + updateId, ...message } } as never)),
    feed,
    message: { ...at, from },
  };
}

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
    chat = openChat(person, 501);
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
    chat = openChat(person, 509);
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
    chat = openChat(person, 502);
    chat.begin((await chat.renderers.get('survey_invitation')?.({ waveId: wave.id }, person, 'ru')) ?? { text: '' });
    await chat.press('Начать');
    await chat.press('Нет');
    expect((await chat.press('Пропустить')).text).toContain('3 из 9');
    expect((await chat.press('← Назад')).text).toContain('2 из 9');
    expect((await chat.press('Закончить позже')).text).toContain('Сохранили');
    expect(chat.buttons()).toEqual(['Продолжить', 'Ответить на странице']);

    chat = openChat(person, 502);
    await chat.say({ text: 'Опросы' });
    expect(chat.buttons()).toContain('Продолжить: Парк');
    expect((await chat.press('Продолжить: Парк', 9)).text).toContain('Чего не хватает?');
    expect((await chat.say({ text: 'Туалета' })).text).toContain('Что важнее?');
  });

  it('shows the current question to a press on an old one, and answers nothing with it', async () => {
    const [person] = await on.people(1, { territory: 'p3' });
    if (!person) throw new Error('nobody');
    const wave = await on.wave({ questionnaire: park, audience: { territories: ['p3'] } });
    chat = openChat(person, 503);
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
    chat = openChat(person, 504);
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

describe('a topic held open in the chat', () => {
  it('shows its rules, takes several messages until one is done, and shows what a moderator let through', async () => {
    const [citizenId] = await on.people(1);
    if (!citizenId) throw new Error('nobody');
    chat = openChat(citizenId, 4_711);
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
