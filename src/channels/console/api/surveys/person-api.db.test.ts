import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';
import { createOwnData } from '../../../../app/own-data.ts';
import { day } from '../../../../kernel/day.ts';
import { Questionnaire, type SurveyMode } from '../../../../surveys/index.ts';

const inAll = (text: string) => ({ kk: text, ru: text, en: text });
const questionnaire = Questionnaire.parse({
  title: inAll('Дворы'),
  intro: inAll('i'),
  consent: inAll('c'),
  thanks: inAll('t'),
  blocks: [{ key: 'b', questions: [{ key: 'q1', type: 'short_text', text: inAll('Чего не хватает?') }] }],
});

let console: TestConsole;
beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

const call = async (url: string, headers: Record<string, string>, payload: object) => {
  const response = await console.http.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload });
  return { status: response.statusCode, body: response.json() };
};

async function answeredWave(mode: SurveyMode) {
  const { uow, citizens } = console.services;
  const { authoring, waves, answering } = console.participation.surveys;
  const { result: wave } = await uow.run(`test:wave:${mode}`, async (tx) => {
    const survey = await authoring.create(tx, { agencyCode: 'almaty.roads', mode, questionnaire, by: 'author' });
    await authoring.submit(tx, survey.id, 'author');
    await authoring.approve(tx, survey.id, 'colleague');
    const { id } = await waves.prepare(tx, {
      surveyId: survey.id,
      audience: { open: true },
      closesAt: new Date(tx.now.getTime() + 86_400_000),
      duty: { ownerId: 'o', dueOn: day('2099-01-01') },
      by: 'author',
    });
    await waves.start(tx, id, 'author');
    return { id };
  });
  const { result } = await uow.run(`test:answer:${mode}`, async (tx) => {
    const citizen = await citizens.meet(tx, { channel: 'test', externalId: `aigul-${mode}`, language: 'ru' });
    const turn = await answering.begin(tx, wave.id, citizen, 'telegram');
    if (turn.type === 'ask')
      await answering.write(tx, turn.view.sessionId, citizen.id, 'q1', 'Света, мой номер +7 701 123 45 67');
    return { waveId: wave.id, citizenId: citizen.id };
  });
  return result;
}

describe('who answered what', () => {
  it('is opened by the asking body alone, with a purpose that is recorded and that the person can read', async () => {
    const { waveId, citizenId } = await answeredWave('confidential');
    const supervisor = (await console.signIn('supervisor', 'almaty.roads')).headers;
    const persons = (headers: Record<string, string>, purpose: string) =>
      call(`/survey-waves/${waveId}/persons`, headers, { purpose, language: 'ru' });
    expect((await persons(supervisor, 'так')).body.code).toBe('survey.purpose_missing');
    for (const stranger of [await console.signIn('supervisor', 'almaty.energy'), await console.signIn('operator')])
      expect((await persons(stranger.headers, 'Посмотреть, кто это')).status).toBe(404);
    expect((await persons((await console.signIn('auditor')).headers, 'Проверить опрос')).status).toBe(403);

    const { body } = await persons(supervisor, 'Позвонить тем, кому темно');
    expect(body.items).toMatchObject([{ answers: [{ question: 'Чего не хватает?' }] }]);
    expect(JSON.stringify(body)).not.toContain('701');
    const looks = await createOwnData(console.services).identityReadsOf(citizenId);
    expect(looks).toMatchObject([
      { role: 'supervisor', agencyCode: 'almaty.roads', purpose: 'Позвонить тем, кому темно' },
    ]);
  });

  it('cannot be opened where anonymity was promised, whatever the purpose', async () => {
    const { waveId, citizenId } = await answeredWave('anonymous');
    const supervisor = (await console.signIn('supervisor', 'almaty.roads')).headers;
    const asked = await call(`/survey-waves/${waveId}/persons`, supervisor, {
      purpose: 'Очень нужно для дела',
      language: 'ru',
    });
    expect(asked.body.code).toBe('survey.anonymous');
    expect(await createOwnData(console.services).identityReadsOf(citizenId)).toEqual([]);
  });
});
