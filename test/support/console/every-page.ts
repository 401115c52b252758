import { addDays } from '../../../src/kernel/day.ts';
import { petitionsOf } from '../petitions/demo-petitions.ts';
import type { writeDemoCases } from './demo-cases.ts';
import type { TestConsole } from './start-console.ts';

const ROADS = 'almaty.roads';
const inAll = (text: string) => ({ kk: text, ru: text, en: text });
const QUESTIONNAIRE = {
  title: inAll('Дворы'),
  intro: inAll('Два вопроса о дворе.'),
  consent: inAll('Публикуются только числа.'),
  thanks: inAll('Спасибо'),
  blocks: [
    {
      key: 'b1',
      questions: [
        { key: 'q1', type: 'stars', text: inAll('Насколько вам нравится ваш двор?') },
        { key: 'q2', type: 'long_text', text: inAll('Почему?') },
      ],
    },
  ],
};

/** What stands in the addresses of pages that show one thing: written by the API, as people would write it. */
export async function writeOneOfEverything(
  console: TestConsole,
  cases: Awaited<ReturnType<typeof writeDemoCases>>,
): Promise<Readonly<Record<string, string>>> {
  const supervisor = await console.signIn('supervisor', ROADS);
  const operator = await console.signIn('operator');
  async function post(url: string, payload: object = {}, { headers } = supervisor) {
    const response = await console.http.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload });
    if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode} ${response.body}`);
    return response.json() as Record<string, string>;
  }
  // The pages' own clock was moved by the demonstration cases.
  const now = (await console.services.clock.now()).getTime();
  const at = (ms: number): string => new Date(now + ms).toISOString();

  const { sourceId = '' } = await post('/knowledge/sources', {
    form: {
      kind: 'faq',
      owner: ROADS,
      topics: ['road.pothole'],
      validFrom: '2026-01-01',
      validUntil: null,
      reviewOn: '2036-01-01',
      sourceOn: '2026-01-01',
      texts: {
        kk: null,
        ru: {
          title: 'Ремонт дорог зимой',
          body: 'Зимой кладут холодный асфальт.',
          card: null,
          synonyms: [],
          references: [],
        },
        en: null,
      },
    },
    submit: true,
  });
  const { topicId = '' } = await post('/topic-sessions', {
    agency: ROADS,
    title: inAll('Тротуары'),
    question: inAll('Где неудобно ходить?'),
    background: inAll('Ремонт начнётся весной.'),
    rules: inAll('Вежливо, по теме.'),
    opensAt: at(-60_000),
    closesAt: at(3_600_000),
    ownerId: supervisor.person.id,
    replyDueOn: '2099-01-01',
  });
  const { mapId = '' } = await post('/opinion-maps', {
    agency: ROADS,
    title: inAll('Скорость'),
    question: inAll('Как ограничивать скорость?'),
    closesAt: at(86_400_000),
    statements: ['У школ 30', 'Камеры важнее знаков', 'Штрафы поднять'].map((words) => ({ words, language: 'ru' })),
  });
  const { surveyId = '' } = await post('/surveys', { agency: ROADS, mode: 'anonymous', questionnaire: QUESTIONNAIRE });
  await post(`/surveys/${surveyId}/submit`);
  await post(`/surveys/${surveyId}/approve`, {}, operator);
  const { waveId = '' } = await post(`/surveys/${surveyId}/waves`, {
    audience: { languages: ['kk'], open: true },
    closesAt: at(86_400_000),
    duty: { ownerId: supervisor.person.id, dueOn: '2099-01-01' },
  });
  await post(`/survey-waves/${waveId}/start`);
  await post(`/survey-waves/${waveId}/close`);

  const { votes } = console.participation;
  const { run, demo } = petitionsOf(console);
  const petitions = await demo.call(petitionsOf(console));
  const desk = { kind: 'operator', id: null } as const;
  const round = await run(async (tx) =>
    votes.rounds.create(
      tx,
      {
        kind: 'ideas',
        title: inAll('Дворы'),
        about: inAll('Что сделать во дворе'),
        rule: { type: 'none' },
        agencyCode: null,
        territoryCode: null,
        budget: null,
        currency: null,
        collectUntil: null,
        voteFrom: null,
        voteUntil: addDays(votes.today(new Date(now)), 20),
      },
      desk,
    ),
  );
  await post(
    `/tickets/${cases.asked.ticketId}/note`,
    { text: '@Дмитрий, гляньте, пожалуйста' },
    await console.signIn('officer', ROADS),
  );
  return {
    code: ROADS,
    territoryCode: '751110000',
    ticketId: cases.late.ticketId,
    number: cases.answered.number,
    sourceId,
    topicId,
    mapId,
    surveyId,
    tab: '',
    waveId,
    question: 'q2',
    roundId: round.id,
    petitionId: petitions.crossing.id,
  };
}
