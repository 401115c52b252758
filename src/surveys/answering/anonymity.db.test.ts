import { describe, expect, it } from 'vitest';
import { fieldedSurveys, words, yards } from '../../../test/builders/fielded-surveys.ts';

const here = fieldedSurveys();
const { inTx, rows, people, fielded, answerAll } = here;

describe('anonymity', () => {
  it('leaves nothing by which answers and people could be joined', async () => {
    const ids = await people(24, { territory: 'n1' });
    const wave = await fielded({ territories: ['n1'] });
    for (const [index, id] of ids.entries())
      await answerAll(wave, id, { clean: index % 2 ? 'yes' : 'no', why: `secret of ${id}`.slice(0, 12), score: '3' });
    await here.surveys.mixAll();

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

  it('keeps the first answers, which still stand beside their people, where nobody with the database can read them', async () => {
    const [first, second] = await people(2, { territory: 'n4' });
    if (!first || !second) throw new Error('nobody');
    const wave = await fielded({ territories: ['n4'] });
    await answerAll(wave, first, { clean: 'no', why: 'только мои слова', score: '3' });
    const turn = await inTx((tx) =>
      here.surveys.answering.begin(tx, wave.id, { id: second, language: 'ru' }, 'telegram'),
    );
    if (turn.type !== 'ask') throw new Error('expected a question');
    await inTx((tx) => here.surveys.answering.choose(tx, turn.view.sessionId, second, 'clean', 'no'));

    // The attacker holds the files: one person has finished, one row was written with that note, and it says nothing.
    const [pair] = await rows<{ citizen_id: string; row: string }>(
      `select r.citizen_id, row_to_json(s)::text as row from survey_recipients r join survey_submissions s on s.xmin = r.xmin
       where r.wave_id = $1 and s.wave_id = $1`,
      wave.id,
    );
    expect(pair?.citizen_id).toBe(first);
    const begun = await rows<{ row: string }>(
      'select row_to_json(s)::text as row from survey_sessions s where wave_id = $1',
      wave.id,
    );
    for (const text of [pair?.row, begun[0]?.row]) expect(text).not.toMatch(/clean|мои слова|score/);
    expect(JSON.parse(pair?.row ?? '{}')).toMatchObject({
      channel: '',
      language: '',
      seconds_band: '',
      strata: {},
      wordings: {},
      answers: { sealed: expect.any(String) },
    });

    // Nothing is lost by it: at the end of the wave every answer is there, in no order.
    await inTx((tx) => here.surveys.waves.close(tx, wave.id, 'author'));
    expect(await here.on.said(wave.id)).toContainEqual(
      expect.objectContaining({ why: { kind: 'given', value: { type: 'text', text: 'только мои слова' } } }),
    );
  });

  it('does not tell by a quota what the last one said', async () => {
    const ids = await people(24, { territory: 'n5' });
    const wave = await fielded(
      { territories: ['n5'] },
      {
        questionnaire: {
          ...yards,
          quotas: [{ key: 'dirty', label: words('q'), when: { question: 'clean', is: ['no'] }, limit: 50 }],
        },
      },
    );
    const shown = async () => (await here.surveys.waves.progress(wave.id)).quotas[0]?.taken;
    for (const [at, id] of ids.entries()) {
      await answerAll(wave, id, { clean: at % 2 ? 'yes' : 'no', why: 'x', score: '3' });
      if (at < 19) await here.surveys.mixAll();
      if (at < 19) expect(await shown()).toBe(0);
    }
    await inTx((tx) => here.surveys.waves.close(tx, wave.id, 'author'));
    expect(await shown()).toBe(12);
  });

  it('is not undone by looking at the results before and after somebody answers', async () => {
    const ids = await people(45, { territory: 'n3' });
    const wave = await fielded({ territories: ['n3'] });
    const seen: number[] = [];
    for (const id of ids) {
      await answerAll(wave, id, { clean: 'yes', score: '3' });
      await here.surveys.mixAll();
      seen.push((await here.surveys.results.results(wave.id)).n);
    }
    await inTx((tx) => here.surveys.waves.close(tx, wave.id, 'author'));
    seen.push((await here.surveys.results.results(wave.id)).n);
    const steps = seen.map((n, index) => n - (seen[index - 1] ?? 0)).filter((step) => step > 0);
    expect(steps.every((step) => step >= 10)).toBe(true);
    expect(seen.at(-1)).toBe(45);
  });

  it('is kept by the table itself: an anonymous row with a person is refused', async () => {
    const [person] = await people(1, { territory: 'n2' });
    const wave = await fielded({ territories: ['n2'] });
    await expect(
      here.on.database.pool.query(
        `insert into survey_submissions (id, wave_id, mode, citizen_id, is_complete, channel, language, answered_on, seconds_band, strata, wordings, answers, mixed)
         values (gen_random_uuid(), $1, 'anonymous', $2, true, 'web', 'ru', '2026-01-01', '', '{}', '{}', '{}', true)`,
        [wave.id, person],
      ),
    ).rejects.toThrow(/survey_submissions_anonymous/);
  });
});
