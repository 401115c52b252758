import { afterAll, beforeAll } from 'vitest';
import type { CitizenId } from '../../src/kernel/ids.ts';
import { createDispatcher, type DeliveryOutcome } from '../../src/notifications/index.ts';
import type { AudienceInput, QuestionnaireInput, Wave } from '../../src/surveys/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database/test-database.ts';
import { type SurveysOnADatabase, surveysOnADatabase } from './surveys-on-a-database.ts';

export const words = (text: string) => ({ kk: text, ru: text, en: text });
const option = (key: string) => ({ key, label: words(key) });

/** Two questions, and a third for those who say no. */
export const yards: QuestionnaireInput = {
  title: words('Дворы'),
  intro: words('i'),
  consent: words('c'),
  thanks: words('спасибо'),
  blocks: [
    {
      key: 'b',
      questions: [
        { key: 'clean', type: 'single', text: words('Чисто?'), options: [option('yes'), option('no')] },
        { key: 'why', type: 'short_text', text: words('Почему?'), when: { question: 'clean', is: ['no'] } },
        { key: 'score', type: 'scale', text: words('Оценка'), low: words('1'), high: words('5') },
      ],
    },
  ],
};

/** A database of its own for a test file, with surveys on it and a wire that is played. */
export function fieldedSurveys() {
  let test: TestDatabase;
  let on: SurveysOnADatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    on = surveysOnADatabase(test.url, { batch: 40, window: 100, budget: { messages: 4, days: 30 } });
  });
  afterAll(async () => {
    await on.close();
    await test.drop();
  });

  const inTx: SurveysOnADatabase['inTx'] = (work) => on.inTx(work);
  return {
    get on() {
      return on;
    },
    get surveys() {
      return on.surveys;
    },
    inTx,
    rows: <Row>(text: string, ...values: unknown[]): Promise<Row[]> => on.rows<Row>(text, ...values),
    people: ((count, options) => on.people(count, options)) as SurveysOnADatabase['people'],
    fielded: (
      audience: AudienceInput,
      options: Partial<Parameters<SurveysOnADatabase['wave']>[0]> = {},
    ): Promise<Wave> => on.wave({ questionnaire: yards, audience, ...options }),

    /** Carries the outbox out to a wire that we play. */
    async carry(
      outcome: (citizenId: string) => DeliveryOutcome = () => ({ type: 'delivered', channel: 'telegram' }),
    ): Promise<string[]> {
      const told: string[] = [];
      const dispatcher = createDispatcher({
        notifications: on.notifications,
        onError: () => undefined,
        deliver: async ({ recipient }) => {
          told.push(recipient.id);
          return outcome(recipient.id);
        },
      });
      while ((await dispatcher.sweep(200)) > 0);
      return told;
    },

    /** Answers until the end: to each question what `choices` says. */
    async answerAll(wave: Wave, citizenId: CitizenId, choices: Readonly<Record<string, string>>): Promise<string> {
      const { answering } = on.surveys;
      let turn = await inTx((tx) => answering.begin(tx, wave.id, { id: citizenId, language: 'ru' }, 'telegram'));
      while (turn.type === 'ask') {
        const { sessionId, stepKey, expects } = turn.view;
        const choice = choices[stepKey] ?? '';
        turn = await inTx((tx) =>
          expects === 'words'
            ? answering.write(tx, sessionId, citizenId, stepKey, choice)
            : answering.choose(tx, sessionId, citizenId, stepKey, choice),
        );
      }
      return turn.type;
    },
  };
}
