import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionnaire, type SurveyDesk, startSurveyDesk } from '../../../../../test/support/console/survey-desk.ts';

const inAll = (text: string) => ({ kk: text, ru: text, en: text });

let console: SurveyDesk['console'];
let operator: SurveyDesk['operator'];
let supervisor: SurveyDesk['supervisor'];
let stranger: SurveyDesk['stranger'];
let call: SurveyDesk['call'];
beforeAll(async () => {
  ({ console, operator, supervisor, stranger, call } = await startSurveyDesk());
});
afterAll(() => console.stop());

describe('a wave', () => {
  it('begins when a second person has approved the survey', async () => {
    const { surveyId } = (
      await call('POST', '/surveys', supervisor, { agency: 'almaty.roads', mode: 'anonymous', questionnaire })
    ).body;
    expect((await call('POST', `/surveys/${surveyId}/submit`, supervisor)).status).toBe(200);
    expect((await call('POST', `/surveys/${surveyId}/approve`, operator)).status).toBe(200);
  });

  it('is fielded in a wave: estimated, drawn, started, paused, closed with a duty', async () => {
    const [{ id }] = (await call('GET', '/surveys', supervisor)).body.items;
    const { pool } = console.services.database;
    await pool.query(
      `insert into citizens (id, language, state, territory_code, settings, created_at)
       select gen_random_uuid(), 'kk', 'active', 'almaty', '{"surveys": true}', now() from generate_series(1, 20)`,
    );
    await pool.query(
      `insert into citizen_accounts (channel, external_id, citizen_id, since)
       select 'telegram', (900000 + row_number() over ())::text, c.id, now() from citizens c
       where not exists (select 1 from citizen_accounts a where a.citizen_id = c.id)`,
    );
    const audience = { languages: ['kk'], sample: { size: 8 }, open: true };
    const estimate = (await call('POST', '/survey-audiences/estimate', supervisor, { audience })).body;
    expect(estimate).toMatchObject({ people: 20, asked: 8, perSecond: 30, budget: { messages: 4, days: 30 } });

    const person = (await console.signIn('supervisor', 'almaty.roads')).person;
    const body = {
      audience,
      closesAt: new Date(Date.now() + 86_400_000).toISOString(),
      duty: { ownerId: person.id, dueOn: '2099-01-01' },
    };
    const { waveId } = (await call('POST', `/surveys/${id}/waves`, supervisor, body)).body;
    const page = async () => (await call('GET', `/survey-waves/${waveId}`, supervisor)).body;
    expect(await page()).toMatchObject({ state: 'prepared', frameSize: 20, contact: { counts: { waiting: 8 } } });
    expect((await page()).open.page).toContain('/surveys/open/');
    for (const [move, state] of [
      ['start', 'fielding'],
      ['pause', 'paused'],
      ['resume', 'fielding'],
      ['close', 'closed'],
    ]) {
      expect((await call('POST', `/survey-waves/${waveId}/${move}`, supervisor)).status).toBe(200);
      expect((await page()).state).toBe(state);
    }
    expect((await call('POST', `/survey-waves/${waveId}/start`, supervisor)).status).toBe(422);
    expect((await page()).duty).toMatchObject({ isOpen: true, dueOn: '2099-01-01' });
    expect((await call('GET', `/survey-waves/${waveId}`, stranger)).status).toBe(404);
    expect((await call('GET', `/surveys/${id}/waves`, supervisor)).body.items).toHaveLength(1);
  });

  it('shows results of a closed wave: honest, with small groups hidden, coded by two, published with a duty', async () => {
    const [{ id }] = (await call('GET', '/surveys', supervisor)).body.items;
    const [{ id: waveId }] = (await call('GET', `/surveys/${id}/waves`, supervisor)).body.items;
    const { pool } = console.services.database;
    const answers = (stars: number, text: string) => ({
      q1: { kind: 'given', value: { type: 'number', number: stars } },
      q2: { kind: 'given', value: { type: 'text', text } },
    });
    for (let index = 0; index < 24; index += 1)
      await pool.query(
        `insert into survey_submissions (id, wave_id, mode, is_complete, channel, language, answered_on, seconds_band, strata, wordings, answers, mixed)
         values (gen_random_uuid(), $1, 'anonymous', true, 'telegram', 'kk', '2026-11-16', 'under_30s', $2, '{}', $3, true)`,
        [
          waveId,
          JSON.stringify({ language: index < 22 ? 'kk' : 'ru' }),
          JSON.stringify(
            answers(index < 12 ? 2 : 5, index % 2 ? 'Фонари во дворе не горят' : 'Звоните +7 701 123 45 67'),
          ),
        ],
      );
    const results = (await call('GET', `/survey-waves/${waveId}/results?language=ru`, supervisor)).body;
    expect(results).toMatchObject({ n: 24, state: 'closed', isSample: false, duty: { doneAt: null } });
    expect(results.statement.length).toBeGreaterThan(2);
    expect(results.questions[0].mean.value).toBeCloseTo(3.5);
    // Two people answered in Russian: asking for them, or for the rest, would tell who they are.
    for (const language of ['ru', 'kk'])
      expect(
        (await call('GET', `/survey-waves/${waveId}/results?variable=language&category=${language}`, supervisor)).body
          .code,
      ).toBe('survey.group_too_small');

    const words = (await call('GET', `/survey-waves/${waveId}/open-answers/q2`, supervisor)).body;
    expect(JSON.stringify(words)).not.toContain('701 123');
    expect(words.proposals[0].people).toBeGreaterThan(2);
    const code = (headers: Record<string, string>, theme: string) =>
      call('PUT', `/survey-waves/${waveId}/open-answers/q2/codes`, headers, {
        submissionIds: words.proposals[0].submissionIds,
        theme,
      });
    const officer = (await console.signIn('officer', 'almaty.roads')).headers;
    expect((await code(supervisor, 'Освещение')).status).toBe(200);
    // Before one has coded oneself, the other's view is hidden.
    const blind = (await call('GET', `/survey-waves/${waveId}/open-answers/q2`, officer)).body;
    expect(blind.answers.every(({ theirs }: { theirs: string[] }) => theirs.length === 0)).toBe(true);
    expect((await code(officer, 'Освещение')).status).toBe(200);
    expect((await call('GET', `/survey-waves/${waveId}/open-answers/q2`, officer)).body).toMatchObject({ coders: 2 });
    const auditor = (await console.signIn('auditor')).headers;
    expect((await call('GET', `/survey-waves/${waveId}/open-answers/q2`, auditor)).status).toBe(403);

    const png = await call('GET', `/survey-waves/${waveId}/charts/q1.png`, supervisor);
    expect(png.status).toBe(200);
    expect(png.text.slice(1, 4)).toBe('PNG');
    const report = (await call('GET', `/survey-waves/${waveId}/report?language=ru`, supervisor)).text;
    expect(report).toContain('<svg');
    expect(report).toMatch(/<th scope="row">2<\/th><td>12<\/td><td>50 %<\/td><td>\d+ % – \d+ %<\/td>/);
    // Of two dozen people no rows are given to anybody.
    expect(results.hasRows).toBe(false);
    expect((await call('GET', `/survey-waves/${waveId}/export/csv`, supervisor)).body.code).toBe('survey.too_few_rows');
    expect((await call('GET', `/survey-waves/${waveId}/export/csv`, auditor)).status).toBe(403);

    expect((await call('POST', `/survey-waves/${waveId}/publish`, supervisor)).status).toBe(200);
    const said = { findings: inAll('Темно'), changes: inAll('Поставим фонари') };
    expect((await call('POST', `/survey-waves/${waveId}/duty`, supervisor, said)).status).toBe(200);
    const after = (await call('GET', `/survey-waves/${waveId}/results`, supervisor)).body;
    expect(after).toMatchObject({ state: 'published', duty: { changes: { ru: 'Поставим фонари' } } });
  });

  it('gives rows of a wave that is over and large enough, and writes down who took them', async () => {
    const [{ id }] = (await call('GET', '/surveys', supervisor)).body.items;
    const [{ id: waveId }] = (await call('GET', `/surveys/${id}/waves`, supervisor)).body.items;
    await console.services.database.pool.query(
      `insert into survey_submissions (id, wave_id, mode, is_complete, channel, language, answered_on, seconds_band, strata, wordings, answers, mixed)
       select gen_random_uuid(), wave_id, mode, is_complete, channel, language, answered_on, seconds_band, strata, wordings, answers, true
       from survey_submissions, generate_series(1, 3) where wave_id = $1`,
      [waveId],
    );
    expect((await call('GET', `/survey-waves/${waveId}/results`, supervisor)).body.hasRows).toBe(true);
    for (const format of ['csv', 'words.csv', 'xlsx', 'sps', 'json', 'codebook.json', 'codebook.xml'])
      expect((await call('GET', `/survey-waves/${waveId}/export/${format}`, supervisor)).status, format).toBe(200);
    const taken = await console.services.database.pool.query(
      `select facts->>'format' as format from journal_entries where type = 'survey.rows_taken' order by 1`,
    );
    expect(taken.rows).toHaveLength(7);
    expect((await call('GET', `/survey-waves/${waveId}/export/csv`, stranger)).status).toBe(404);
  });
});
