import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';
import { zoned } from '../../../../kernel/day.ts';

const text = (title: string, body: string) => ({ title, body, card: null, synonyms: [], references: [] });
const form = (title: string, body: string, owner = 'almaty.roads') => ({
  kind: 'faq',
  owner,
  topics: ['road.pothole'],
  validFrom: '2026-01-01',
  validUntil: null,
  reviewOn: '2036-01-01',
  sourceOn: '2026-01-01',
  texts: { kk: null, ru: text(title, body), en: null },
});

let console: TestConsole;
type Headers = Record<string, string>;
let officer: Headers;
let head: Headers;
let stranger: Headers;
let operator: Headers;

beforeAll(async () => {
  console = await startConsole();
  officer = (await console.signIn('officer', 'almaty.roads')).headers;
  head = (await console.signIn('supervisor', 'almaty.roads')).headers;
  stranger = (await console.signIn('supervisor', 'almaty.energy')).headers;
  operator = (await console.signIn('operator')).headers;
});
afterAll(() => console.stop());

async function call(headers: Headers, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  const reply = await console.http.inject({
    method,
    url: `/api/v1/knowledge${url}`,
    headers,
    ...(payload ? { payload } : {}),
  });
  return { status: reply.statusCode, body: reply.json() };
}
const write = (headers: Headers, title: string, submit: boolean) =>
  call(headers, 'POST', '/sources', { form: form(title, `${title}: текст.`), submit });

describe('a source in the console', () => {
  it('is written by an officer, approved by the head of the body, and found by both', async () => {
    const { body: saved } = await write(officer, 'Ремонт дорог зимой', true);
    expect((await call(officer, 'POST', `/versions/${saved.versionId}/approval`)).status).toBe(403);
    const { body: waiting } = await call(head, 'GET', '/sources?view=waiting');
    expect(waiting.items.map(({ id }: { id: string }) => id)).toEqual([saved.sourceId]);
    expect((await call(head, 'POST', `/versions/${saved.versionId}/approval`)).status).toBe(200);
    const { body: source } = await call(officer, 'GET', `/sources/${saved.sourceId}`);
    expect(source).toMatchObject({ state: 'approved', may: { write: true, approve: false }, undecidedVersionId: null });
    expect(source.versions[0]).toMatchObject({ writtenBy: 'Асель Нұрланқызы', decidedBy: 'Дмитрий Орлов' });
    const { body: found } = await call(officer, 'GET', `/sources?words=${encodeURIComponent('зимой')}`);
    expect(found.items).toHaveLength(1);
  });

  it('is approved by nobody who wrote it, not even an operator', async () => {
    const { body: saved } = await write(operator, 'Освещение парков', true);
    expect(await call(operator, 'POST', `/versions/${saved.versionId}/approval`)).toMatchObject({
      status: 422,
      body: { code: 'knowledge.own_version' },
    });
  });

  it('belongs to its body: others neither see its drafts nor write in it', async () => {
    const { body: saved } = await write(officer, 'Черновик о ямах', false);
    expect((await call(stranger, 'GET', `/sources/${saved.sourceId}`)).status).toBe(404);
    expect(
      (await call(stranger, 'PUT', `/sources/${saved.sourceId}`, { form: form('x', 'y'), submit: true })).status,
    ).toBe(403);
    expect((await call(stranger, 'GET', '/sources?view=drafts')).body.items).toEqual([]);
    expect(
      await call(officer, 'POST', '/sources', { form: form('x', 'y', 'almaty.energy'), submit: true }),
    ).toMatchObject({
      status: 403,
      body: { code: 'knowledge.not_allowed' },
    });
  });

  it('goes back with a reason, is written again, put off and withdrawn', async () => {
    const { body: first } = await write(officer, 'Стоянки у школ', true);
    await call(head, 'POST', `/versions/${first.versionId}/rejection`, { reason: 'нет срока' });
    const { body: second } = await call(officer, 'PUT', `/sources/${first.sourceId}`, {
      form: form('Стоянки у школ', 'Срок три дня.'),
      submit: true,
    });
    await call(head, 'POST', `/versions/${second.versionId}/approval`);
    expect((await call(head, 'POST', `/sources/${first.sourceId}/review`, { reviewOn: '2037-01-01' })).status).toBe(
      200,
    );
    expect((await call(head, 'POST', `/sources/${first.sourceId}/withdrawal`, { reason: 'устарело' })).status).toBe(
      200,
    );
    const { body: source } = await call(head, 'GET', `/sources/${first.sourceId}`);
    expect(source.state).toBe('withdrawn');
    expect(source.versions.map(({ state }: { state: string }) => state)).toEqual(['withdrawn', 'rejected']);
  });

  it('comes from a file as drafts of the own body', async () => {
    const form = new FormData();
    form.append('language', 'ru');
    form.append('reviewOn', '2036-01-01');
    form.append('file', new Blob(['вопрос,ответ\nГде ключ?,У вахтёра.\n']), 'answers.csv');
    const request = new Request('http://localhost', { method: 'POST', body: form });
    const reply = await console.http.inject({
      method: 'POST',
      url: '/api/v1/knowledge/imports',
      headers: { ...officer, 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    expect(reply.statusCode).toBe(200);
    const [draft] = reply.json().drafts;
    const { body: source } = await call(officer, 'GET', `/sources/${draft.sourceId}`);
    expect(source).toMatchObject({ state: 'draft', origin: 'imported', owner: { code: 'almaty.roads' } });
    expect(source.versions[0]).toMatchObject({ state: 'draft', form: { texts: { ru: { title: 'Где ключ?' } } } });
  });

  it('grows out of an answer to a case, without its people', async () => {
    const { ticketId } = await console.writeCase({ text: 'Когда уберут снег у школы?', agencyCode: 'almaty.roads' });
    const draft = async () => {
      const reply = await console.http.inject({
        method: 'GET',
        url: `/api/v1/tickets/${ticketId}/knowledge-draft`,
        headers: officer,
      });
      return { status: reply.statusCode, body: reply.json() };
    };
    expect((await draft()).status).toBe(422);
    const { services } = console;
    const { person } = await console.signIn('officer', 'almaty.roads');
    await services.uow.run('test:answer-for-knowledge', async (tx) => {
      await services.tickets.register(tx, ticketId, person as never, {
        number: '1',
        on: zoned(tx.now, 'Asia/Almaty').on,
      });
      await services.tickets.answer(
        tx,
        ticketId,
        person as never,
        {
          text: 'Уважаемый Иван Петрович!\nСнег у школ убирают за сутки. Телефон +7 701 111 22 33.\nС уважением, отдел',
          language: 'ru',
          outcome: 'explained',
          files: [],
        } as never,
      );
      return null;
    });
    const { body } = await draft();
    expect(body).toMatchObject({ title: 'Когда уберут снег у школы?', language: 'ru', owner: 'almaty.roads' });
    expect(body.body).toContain('Снег у школ убирают за сутки.');
    expect(body.body).not.toMatch(/Иван|701|уважени/i);
  });

  it('keeps a service card as its five lines', async () => {
    const card = { who: 'житель', documents: 'удостоверение', term: '3 дня', fee: 'бесплатно', where: 'ЦОН' };
    const ru = { ...text('Пропуск', ''), card };
    const { body: saved } = await call(officer, 'POST', '/sources', {
      form: { ...form('', ''), kind: 'service_card', texts: { kk: null, ru, en: null } },
      submit: false,
    });
    const { body: source } = await call(officer, 'GET', `/sources/${saved.sourceId}`);
    expect(source.versions[0].form.texts.ru).toMatchObject({ body: '', card });
    const without = { ...ru, card: { ...card, fee: '' } };
    expect(
      await call(officer, 'PUT', `/sources/${saved.sourceId}`, {
        form: { ...form('', ''), kind: 'service_card', texts: { kk: null, ru: without, en: null } },
        submit: true,
      }),
    ).toMatchObject({ status: 422, body: { code: 'knowledge.card_incomplete' } });
  });
});
