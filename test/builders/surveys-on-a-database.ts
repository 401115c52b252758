import { createJournal } from '../../src/journal/index.ts';
import { type Day, day } from '../../src/kernel/day.ts';
import { CitizenId, newId } from '../../src/kernel/ids.ts';
import type { Tx } from '../../src/kernel/unit-of-work.ts';
import { createNotificationsRepository } from '../../src/notifications/index.ts';
import { createClock } from '../../src/platform/db/business-clock.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { createUnitOfWork } from '../../src/platform/db/unit-of-work.ts';
import { createSealing } from '../../src/privacy/index.ts';
import { type Sealed, unsealed } from '../../src/surveys/answering/sealed-answers.ts';
import {
  type AudienceInput,
  createSurveys,
  type FieldingRules,
  Questionnaire,
  type QuestionnaireInput,
  type SurveyMode,
  type Wave,
} from '../../src/surveys/index.ts';

type Answers = Record<string, { kind: string; value?: unknown }>;

const silent = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
} as never;

const sealing = createSealing(`test:${Buffer.alloc(32, 5).toString('base64')}`);

interface PeopleOptions {
  readonly territory?: string;
  readonly language?: string;
  readonly surveysOn?: boolean;
  readonly state?: string;
}

interface WaveOptions {
  readonly questionnaire: QuestionnaireInput;
  readonly audience: AudienceInput;
  readonly mode?: SurveyMode;
  readonly seed?: string;
  readonly start?: boolean;
  readonly dutyDueOn?: Day;
}

/** The surveys domain on a real database, with shortcuts for what tests and benchmarks need again and again. */
export function surveysOnADatabase(url: string, rules: Partial<FieldingRules> = {}, maxConnections = 20) {
  const database = openDatabase(url, { maxConnections });
  const uow = createUnitOfWork(database.prisma, silent);
  const notifications = createNotificationsRepository(database.prisma);
  let sequence = 0;
  const next = (): number => {
    sequence += 1;
    return sequence;
  };
  const run = `${process.pid}-${newId()}`;
  const surveys = createSurveys({
    db: database.prisma,
    uow,
    clock: createClock(database.prisma),
    journal: createJournal(database.prisma),
    notifications,
    timezone: 'Asia/Almaty',
    mask: (text) => text.replaceAll(/\d{12}/g, '[ID]'),
    sealing,
    territoriesWithin: (code) => [code],
    newSecret: () => `secret-${run}-${String(next()).padStart(12, '0')}`,
    fieldingRules: { quiet: { from: 0, until: 0 }, ...rules },
  });

  async function inTx<Result>(
    work: (tx: Tx) => Promise<Result>,
    opening?: (tx: Pick<Tx, 'key'>) => void,
  ): Promise<Result> {
    const found: Result[] = [];
    await uow.run(
      `test:${run}:${next()}`,
      async (tx) => {
        found[0] = await work(tx);
      },
      opening,
    );
    return found[0] as Result;
  }

  return {
    database,
    uow,
    notifications,
    surveys,
    inTx,
    next,
    rows: async <Row>(text: string, ...values: unknown[]): Promise<Row[]> =>
      (await database.pool.query(text, values)).rows as Row[],

    async people(
      count: number,
      { territory = 'a', language = 'ru', surveysOn = true, state = 'active' }: PeopleOptions = {},
    ): Promise<CitizenId[]> {
      const ids = Array.from({ length: count }, () => CitizenId.parse(newId()));
      await database.pool.query(
        `insert into citizens (id, language, state, territory_code, settings, created_at)
         select id, $2, $5, $3, jsonb_build_object('surveys', $4::boolean, 'languageChosen', true), now() from unnest($1::uuid[]) id`,
        [ids, language, territory, surveysOn, state],
      );
      await database.pool.query(
        `insert into citizen_accounts (channel, external_id, citizen_id, since)
         select 'telegram', (1000000 + $2::int + n)::text, id, now() from unnest($1::uuid[]) with ordinality as p (id, n)`,
        [ids, next() * 100_000],
      );
      return ids;
    },

    /** Written, approved by a second person, prepared and, unless told otherwise, started. */
    async wave({
      questionnaire,
      audience,
      mode = 'anonymous',
      seed,
      start = true,
      dutyDueOn = day('2099-01-01'),
    }: WaveOptions): Promise<Wave> {
      const { authoring, waves } = surveys;
      const survey = await inTx((tx) =>
        authoring.create(tx, {
          agencyCode: 'test.city',
          mode,
          questionnaire: Questionnaire.parse(questionnaire),
          by: 'author',
        }),
      );
      await inTx((tx) => authoring.submit(tx, survey.id, 'author'));
      await inTx((tx) => authoring.approve(tx, survey.id, 'colleague'));
      const closesAt = new Date(Date.now() + 86_400_000);
      const duty = { ownerId: 'head', dueOn: dutyDueOn };
      const wave = await inTx((tx) =>
        waves.prepare(tx, { surveyId: survey.id, audience, closesAt, duty, by: 'author', ...(seed ? { seed } : {}) }),
      );
      if (wave.draw) while (await inTx((tx) => waves.drawNext(tx, wave.id)));
      return start ? inTx((tx) => waves.start(tx, wave.id, 'author')) : waves.get(wave.id);
    },

    /** What was said in a wave: all of it is mixed, and so can be read. */
    async said(waveId: string): Promise<Answers[]> {
      await inTx((tx) => surveys.answering.mix(tx, { waveId, all: true }));
      const { rows } = await database.pool.query('select answers from survey_submissions where wave_id = $1', [waveId]);
      return rows.map(({ answers }: { answers: Answers }) => answers);
    },

    /** What was said in a wave by those who have not finished. */
    async begun(waveId: string): Promise<Answers[]> {
      const { rows } = await database.pool.query('select id, answers from survey_sessions where wave_id = $1', [
        waveId,
      ]);
      return rows.map(
        ({ id, answers }: { id: string; answers: Sealed }) =>
          (unsealed(sealing, answers, `survey-session:${id}`) as { answers: Answers }).answers,
      );
    },

    close: () => database.close(),
  };
}
export type SurveysOnADatabase = ReturnType<typeof surveysOnADatabase>;
