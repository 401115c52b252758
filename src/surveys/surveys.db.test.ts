import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SurveysOnADatabase, surveysOnADatabase } from '../../test/builders/surveys-on-a-database.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/database/test-database.ts';
import { day } from '../kernel/day.ts';
import { CitizenId, newId } from '../kernel/ids.ts';
import { createDispatcher, type DeliveryOutcome } from '../notifications/index.ts';
import { Questionnaire, type QuestionnaireInput } from './questionnaire/questionnaire.ts';
import type { AudienceInput, Wave } from './wave.ts';

const words = (text: string) => ({ kk: text, ru: text, en: text });
const option = (key: string) => ({ key, label: words(key) });
const about = { title: words('Дворы'), intro: words('i'), consent: words('c'), thanks: words('спасибо') };
const yards: QuestionnaireInput = {
  ...about,
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

let test: TestDatabase;
let on: SurveysOnADatabase;
let surveys: SurveysOnADatabase['surveys'];
let notifications: SurveysOnADatabase['notifications'];

const inTx: SurveysOnADatabase['inTx'] = (work) => on.inTx(work);
const rows = <Row>(text: string, ...values: unknown[]): Promise<Row[]> => on.rows<Row>(text, ...values);
const people: SurveysOnADatabase['people'] = (count, options) => on.people(count, options);
const fielded = (
  audience: AudienceInput,
  options: Partial<Parameters<SurveysOnADatabase['wave']>[0]> = {},
): Promise<Wave> => on.wave({ questionnaire: yards, audience, ...options });

/** Carries the outbox out to a wire that we play. */
async function carry(
  outcome: (citizenId: string) => DeliveryOutcome = () => ({ type: 'delivered', channel: 'telegram' }),
): Promise<string[]> {
  const told: string[] = [];
  const dispatcher = createDispatcher({
    notifications,
    onError: () => undefined,
    deliver: async ({ recipient }) => {
      told.push(recipient.id);
      return outcome(recipient.id);
    },
  });
  while ((await dispatcher.sweep(200)) > 0);
  return told;
}

/** Answers until the end, the same thing to every question. */
async function answerAll(wave: Wave, citizenId: CitizenId, choices: Readonly<Record<string, string>>): Promise<string> {
  let turn = await inTx((tx) => surveys.answering.begin(tx, wave.id, { id: citizenId, language: 'ru' }, 'telegram'));
  while (turn.type === 'ask') {
    const { sessionId, stepKey, expects } = turn.view;
    const choice = choices[stepKey] ?? '';
    turn = await inTx((tx) =>
      expects === 'words'
        ? surveys.answering.write(tx, sessionId, citizenId, stepKey, choice)
        : surveys.answering.choose(tx, sessionId, citizenId, stepKey, choice),
    );
  }
  return turn.type;
}

beforeAll(async () => {
  test = await createTestDatabase();
  on = surveysOnADatabase(test.url, { batch: 40, window: 100, budget: { messages: 4, days: 30 } });
  ({ surveys, notifications } = on);
});
afterAll(async () => {
  await on.close();
  await test.drop();
});

describe('a survey', () => {
  it('is not fielded before somebody else than its author approved it', async () => {
    const survey = await inTx((tx) =>
      surveys.authoring.create(tx, {
        agencyCode: 'x',
        mode: 'anonymous',
        questionnaire: Questionnaire.parse(yards),
        by: 'author',
      }),
    );
    const prepare = () =>
      inTx((tx) =>
        surveys.waves.prepare(tx, {
          surveyId: survey.id,
          audience: {},
          closesAt: new Date(Date.now() + 9e7),
          duty: { ownerId: 'o', dueOn: day('2099-01-01') },
          by: 'author',
        }),
      );
    await expect(prepare()).rejects.toMatchObject({ code: 'survey.not_approved' });
    await inTx((tx) => surveys.authoring.submit(tx, survey.id, 'author'));
    await expect(inTx((tx) => surveys.authoring.approve(tx, survey.id, 'author'))).rejects.toMatchObject({
      code: 'survey.approver_is_author',
    });
  });

  it('is not submitted while a language is missing', async () => {
    const half = Questionnaire.parse({ ...yards, thanks: { ru: 'спасибо' } });
    const survey = await inTx((tx) =>
      surveys.authoring.create(tx, { agencyCode: 'x', mode: 'anonymous', questionnaire: half, by: 'author' }),
    );
    await expect(inTx((tx) => surveys.authoring.submit(tx, survey.id, 'author'))).rejects.toMatchObject({
      code: 'survey.incomplete',
      facts: { path: 'thanks', language: 'kk' },
    });
  });

  it('edited after approval begins a new version; a wave keeps its own', async () => {
    await people(1, { territory: 'version' });
    const wave = await fielded({ territories: ['version'] });
    const [survey] = await surveys.authoring.list(null);
    if (!survey) throw new Error('no survey');
    await inTx((tx) =>
      surveys.authoring.edit(tx, wave.surveyId, {
        questionnaire: Questionnaire.parse({ ...yards, title: words('Иначе') }),
        by: 'author',
        revision: 3,
      }),
    );
    expect((await surveys.authoring.read(wave.surveyId)).version.number).toBe(2);
    expect((await surveys.questionnaireOf(wave.id)).questionnaire.title.ru).toBe('Дворы');
  });
});

describe('a sample', () => {
  it('is the same for the same seed, another for another, and keeps the shares of strata', async () => {
    await people(90, { territory: 's1', language: 'kk' });
    await people(30, { territory: 's1', language: 'ru' });
    const drawn = async (seed: string) => {
      const wave = await fielded(
        { territories: ['s1'], sample: { size: 20, strata: 'language' } },
        { seed, start: false },
      );
      return rows<{ citizen_id: string; stratum: string }>(
        'select citizen_id, stratum from survey_recipients where wave_id = $1 order by citizen_id',
        wave.id,
      );
    };
    const [one, again, other] = [await drawn('seed-1'), await drawn('seed-1'), await drawn('seed-2')];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    expect(one.filter(({ stratum }) => stratum === 'kk').length).toBe(15);
    expect(one.length).toBe(20);
  });

  it('never holds people who did not opt in, have stopped us, or cannot be reached', async () => {
    await people(2, { territory: 's2' });
    await people(3, { territory: 's2', surveysOn: false });
    await people(3, { territory: 's2', state: 'stopped' });
    expect(await surveys.waves.preview({ territories: ['s2'] })).toEqual({ people: 2, strata: { '': 2 } });
  });
});

describe('a long list', () => {
  it('written slice by slice is the list written at once, in the same order', async () => {
    await people(120, { territory: 'long' });
    const wave = await fielded({ territories: ['long'] }, { start: false });
    const list = () =>
      rows<{ citizen_id: string; ordinal: number }>(
        'select citizen_id, ordinal from survey_recipients where wave_id = $1 order by ordinal',
        wave.id,
      );
    const atOnce = await list();
    await rows('delete from survey_recipients where wave_id = $1', wave.id);
    const draw = { slices: 7, next: 0, drawn: 0, limits: { '': null } };
    await rows('update survey_waves set draw = $2 where id = $1', wave.id, JSON.stringify(draw));
    await expect(inTx((tx) => surveys.waves.start(tx, wave.id, 'author'))).rejects.toMatchObject({
      code: 'survey.still_drawing',
    });
    let slices = 1;
    while (await inTx((tx) => surveys.waves.drawNext(tx, wave.id))) slices += 1;
    expect(slices).toBe(7);
    expect(await list()).toEqual(atOnce);
    expect(atOnce).toHaveLength(120);
  });
});

describe('fielding', () => {
  it('tells every person once, whatever dies and however many processes work', async () => {
    const everybody = new Set<string>(await people(150, { territory: 'f1' }));
    const wave = await fielded({ territories: ['f1'] });
    const told: string[] = [];
    let rounds = 0;
    for (;;) {
      const [a, b] = await Promise.all([surveys.fielding.tick(), surveys.fielding.tick()]);
      // A process that dies in the middle of a batch leaves no one between the list and the outbox.
      await on.uow
        .run(`killed:${on.next()}`, async (tx) => {
          await notifications.addMany(tx, []);
          throw new Error('killed');
        })
        .catch(() => undefined);
      told.push(
        ...(await carry((id) =>
          id.endsWith('7')
            ? { type: 'unreachable', channel: 'telegram', problem: 'blocked' }
            : { type: 'delivered', channel: 'telegram' },
        )),
      );
      rounds += 1;
      if (a + b === 0 && rounds > 3) break;
    }
    const ours = told.filter((id) => everybody.has(id));
    expect(ours.length).toBe(150);
    expect(new Set(ours).size).toBe(150);
    const { contact } = await surveys.waves.progress(wave.id);
    expect((contact.counts.delivered ?? 0) + (contact.counts.unreachable ?? 0)).toBe(150);
    expect(contact.uncertain).toBe(0);
  });

  it('stops at once when paused and goes on with the exact next person', async () => {
    await people(60, { territory: 'f2' });
    const wave = await fielded({ territories: ['f2'] });
    await surveys.fielding.tick();
    await inTx((tx) => surveys.waves.pause(tx, wave.id, 'author'));
    expect(await carry()).toEqual([]);
    expect((await surveys.waves.progress(wave.id)).contact.counts).toEqual({ waiting: 60 });
    await inTx((tx) => surveys.waves.resume(tx, wave.id, 'author'));
    const told: string[] = [];
    while ((await surveys.fielding.tick()) > 0) told.push(...(await carry()));
    expect(new Set([...told, ...(await carry())]).size).toBe(60);
  });

  it('leaves out who said stop after the list was drawn, and holds who has had enough surveys', async () => {
    const [stopped = '', tired = ''] = await people(3, { territory: 'f3' });
    const wave = await fielded({ territories: ['f3'] });
    await on.database.pool.query(`update citizens set state = 'stopped' where id = $1`, [stopped]);
    for (let message = 0; message < 4; message += 1)
      await inTx((tx) =>
        notifications.add(tx, {
          to: { kind: 'citizen', id: tired },
          kind: 'survey_invitation',
          facts: {},
          lane: 'surveys',
          dedupeKey: `other:${message}`,
        }),
      );
    await surveys.fielding.tick();
    await carry();
    await surveys.fielding.tick();
    expect((await surveys.waves.progress(wave.id)).contact.counts).toEqual({ withdrawn: 1, held: 1, delivered: 1 });
  });

  it('reminds only people who were reached and have not finished, twice at most', async () => {
    const [done = CitizenId.parse(newId())] = await people(3, { territory: 'f4' });
    const wave = await fielded({ territories: ['f4'] });
    await surveys.fielding.tick();
    await carry();
    await surveys.fielding.tick();
    await answerAll(wave, done, { clean: 'yes', score: '5' });
    for (const expected of [2, 2, 0]) {
      expect(await inTx((tx) => surveys.waves.remind(tx, wave.id, 'author'))).toEqual({ people: expected });
      await surveys.fielding.tick();
      expect(await carry()).not.toContain(done);
      await surveys.fielding.tick();
    }
  });
});

describe('answering', () => {
  it('takes one response per person and wave, and resumes where somebody stopped', async () => {
    const [person = CitizenId.parse(newId())] = await people(1, { territory: 'a1' });
    const wave = await fielded({ territories: ['a1'] });
    const begin = () => inTx((tx) => surveys.answering.begin(tx, wave.id, { id: person, language: 'ru' }, 'telegram'));
    const first = await begin();
    if (first.type !== 'ask') throw new Error('expected a question');
    await inTx((tx) => surveys.answering.choose(tx, first.view.sessionId, person, 'clean', 'no'));
    expect(await begin()).toMatchObject({ type: 'ask', view: { stepKey: 'why', position: 2, total: 3 } });
    expect(await answerAll(wave, person, { why: 'мусор', score: '2' })).toBe('finished');
    await expect(begin()).rejects.toMatchObject({ code: 'survey.answered_already' });
    expect((await rows('select 1 from survey_sessions where wave_id = $1', wave.id)).length).toBe(0);
  });

  it('a button pressed twice or on an old message changes nothing', async () => {
    const [person = CitizenId.parse(newId())] = await people(1, { territory: 'a2' });
    const wave = await fielded({ territories: ['a2'] });
    const turn = await inTx((tx) => surveys.answering.begin(tx, wave.id, { id: person, language: 'ru' }, 'telegram'));
    if (turn.type !== 'ask') throw new Error('expected a question');
    const press = () => inTx((tx) => surveys.answering.choose(tx, turn.view.sessionId, person, 'clean', 'yes'));
    expect(await press()).toMatchObject({ view: { stepKey: 'score' } });
    expect(await press()).toMatchObject({ view: { stepKey: 'score' } });
    await expect(
      inTx((tx) => surveys.answering.choose(tx, turn.view.sessionId, CitizenId.parse(newId()), 'score', '1')),
    ).rejects.toMatchObject({ code: 'survey.session_gone' });
  });

  it('fills a quota to its limit and not further, even when many finish at once', async () => {
    const ids = await people(12, { territory: 'a3' });
    const wave = await fielded(
      { territories: ['a3'] },
      {
        questionnaire: {
          ...yards,
          quotas: [{ key: 'clean', label: words('q'), when: { question: 'clean', is: ['yes'] }, limit: 5 }],
        },
      },
    );
    const ends = await Promise.all(ids.map((id) => answerAll(wave, id, { clean: 'yes', score: '4' })));
    expect(ends.filter((end) => end === 'finished').length).toBe(5);
    expect(ends.filter((end) => end === 'screened').length).toBe(7);
    expect((await rows('select 1 from survey_submissions where wave_id = $1', wave.id)).length).toBe(5);
  });
});

describe('anonymity', () => {
  it('leaves nothing by which answers and people could be joined', async () => {
    const ids = await people(24, { territory: 'n1' });
    const wave = await fielded({ territories: ['n1'] });
    for (const [index, id] of ids.entries())
      await answerAll(wave, id, { clean: index % 2 ? 'yes' : 'no', why: `secret of ${id}`.slice(0, 12), score: '3' });
    await surveys.mixAll();

    const columns = await rows<{ table_name: string; column_name: string }>(
      `select table_name, column_name from information_schema.columns where table_name in ('survey_submissions', 'survey_recipients')`,
    );
    const of = (table: string) =>
      columns.filter(({ table_name }) => table_name === table).map(({ column_name }) => column_name);
    expect(
      of('survey_submissions')
        .filter((column) => of('survey_recipients').includes(column))
        .sort(),
    ).toEqual(['citizen_id', 'wave_id']);
    const answers = await rows<{
      id: string;
      citizen_id: string | null;
      xmin: string;
      ctid: string;
      answered_on: string;
      words: string;
    }>(
      `select id, citizen_id, xmin::text, ctid::text, answered_on::text, answers -> 'why' -> 'value' ->> 'text' as words from survey_submissions where wave_id = $1`,
      wave.id,
    );
    expect(answers.length).toBe(24);
    expect(answers.every(({ citizen_id }) => citizen_id === null)).toBe(true);
    // All were written by one transaction, which wrote no recipient; the version digit of random ids is 4, not the 7 of ids that tell the time.
    const writers = new Set(answers.map(({ xmin }) => xmin));
    expect(writers.size).toBe(1);
    const listed = await rows<{ xmin: string; ctid: string; citizen_id: string }>(
      'select xmin::text, ctid::text, citizen_id from survey_recipients where wave_id = $1',
      wave.id,
    );
    expect(listed.some(({ xmin }) => writers.has(xmin))).toBe(false);
    expect(answers.every(({ id }) => id[14] === '4')).toBe(true);
    expect(new Set(answers.map(({ answered_on }) => new Date(answered_on).getUTCDay()))).toEqual(new Set([1]));
    expect((await rows('select 1 from survey_sessions where wave_id = $1', wave.id)).length).toBe(0);

    // The attacker sorts both tables as they lie in the file and pairs them: no better than chance would be exact.
    const place = (ctid: string) => Number(ctid.replace(/[()]/g, '').split(',')[1]);
    const byFile = answers
      .filter(({ words }) => words !== null)
      .sort((a, b) => place(a.ctid) - place(b.ctid))
      .map(({ words }) => words);
    const byPerson = listed
      .sort((a, b) => place(a.ctid) - place(b.ctid))
      .map(({ citizen_id }) => `secret of ${citizen_id}`.slice(0, 12))
      .filter((word) => byFile.includes(word));
    expect(byFile).not.toEqual(byPerson);
  });

  it('is kept by the table itself: an anonymous row with a person is refused', async () => {
    const [person] = await people(1, { territory: 'n2' });
    const wave = await fielded({ territories: ['n2'] });
    await expect(
      on.database.pool.query(
        `insert into survey_submissions (id, wave_id, mode, citizen_id, is_complete, channel, language, answered_on, seconds_band, strata, wordings, answers, mixed)
         values (gen_random_uuid(), $1, 'anonymous', $2, true, 'web', 'ru', '2026-01-01', '', '{}', '{}', '{}', true)`,
        [wave.id, person],
      ),
    ).rejects.toThrow(/survey_submissions_anonymous/);
  });
});

describe('the end of a wave', () => {
  it('comes by the clock on its last day, in the name of nobody', async () => {
    await people(1, { territory: 'e0' });
    const wave = await fielded({ territories: ['e0'] });
    await rows(`update survey_waves set closes_at = now() - interval '1 second' where id = $1`, wave.id);
    await surveys.fielding.tick();
    expect((await surveys.waves.get(wave.id)).state).toBe('closed');
    expect(
      await rows(
        `select actor_kind from journal_entries where stream_id = $1 and type = 'survey.wave_closed'`,
        `survey:${wave.surveyId}`,
      ),
    ).toEqual([{ actor_kind: 'system' }]);
  });

  it('keeps unfinished answers apart, opens a public duty, and tells everybody who took part', async () => {
    const ids = await people(12, { territory: 'e1' });
    const wave = await fielded({ territories: ['e1'] }, { mode: 'confidential' });
    await surveys.fielding.tick();
    await carry();
    await surveys.fielding.tick();
    for (const id of ids.slice(0, 11)) await answerAll(wave, id, { clean: 'yes', score: '4' });
    const last = ids[11] ?? CitizenId.parse(newId());
    const begun = await inTx((tx) => surveys.answering.begin(tx, wave.id, { id: last, language: 'ru' }, 'telegram'));
    if (begun.type === 'ask')
      await inTx((tx) => surveys.answering.choose(tx, begun.view.sessionId, last, 'clean', 'no'));

    await inTx((tx) => surveys.waves.close(tx, wave.id, 'author'));
    const results = await surveys.results.results(wave.id);
    expect(results.n).toBe(11);
    expect(results.statement).toMatchObject({ basis: 'list', partial: 1, marginPoints: null });
    expect(results.statement.responseRate).toBeCloseTo(11 / 12, 9);
    expect(results.questions[0]?.options.map(({ count }) => count)).toEqual([11, 0]);
    expect(await surveys.results.leftAt(wave.id)).toEqual({ why: 1 });
    await expect(
      inTx((tx) => surveys.answering.begin(tx, wave.id, { id: last, language: 'ru' }, 'telegram')),
    ).rejects.toMatchObject({ code: 'survey.closed' });

    expect(await surveys.results.dutyOf(wave.id)).toMatchObject({ ownerId: 'head', dueOn: '2099-01-01', doneAt: null });
    await inTx((tx) => surveys.results.publish(tx, wave.id, 'author'));
    await surveys.fielding.tick();
    expect(new Set(await carry())).toEqual(new Set(ids));
    await surveys.fielding.tick();
    await inTx((tx) =>
      surveys.results.fulfilDuty(tx, wave.id, { findings: words('чисто'), changes: words('урны'), by: 'head' }),
    );
    await surveys.fielding.tick();
    expect(new Set(await carry())).toEqual(new Set(ids));
    expect((await surveys.results.duties()).find(({ waveId }) => waveId === wave.id)?.doneAt).not.toBeNull();
  });
});
