import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';
import { StaffId } from '../../../../kernel/ids.ts';

const ROADS = 'almaty.roads' as never;
type Headers = Record<string, string>;

let console: TestConsole;
let officer: Headers;
let supervisor: Headers;
let officerId: StaffId;
let supervisorId: StaffId;

beforeAll(async () => {
  console = await startConsole();
  const one = await console.signIn('officer', ROADS);
  const two = await console.signIn('supervisor', ROADS);
  [officer, supervisor] = [one.headers, two.headers];
  [officerId, supervisorId] = [StaffId.parse(one.person.id), StaffId.parse(two.person.id)];
});
afterAll(() => console.stop());

async function call(method: 'GET' | 'POST' | 'PUT', url: string, headers: Headers, payload?: object) {
  const response = await console.http.inject({
    method,
    url: `/api/v1${url}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: response.statusCode, body: response.json() };
}

const BOUNDARY = 'a-line-no-file-contains';
const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64)]);
async function answer(ticketId: string, headers: Headers, fields: Headers, photo = false) {
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  if (photo)
    parts.push(
      Buffer.from(
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="files"; filename="after.png"\r\ncontent-type: image/png\r\n\r\n`,
      ),
      PNG,
      Buffer.from('\r\n'),
    );
  const response = await console.http.inject({
    method: 'POST',
    url: `/api/v1/tickets/${ticketId}/answer`,
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  });
  return { status: response.statusCode, body: response.json() };
}

async function registered(text = 'Яма на Саина. Когда заделают?') {
  const written = await console.writeCase({ text, agencyCode: ROADS });
  const { today } = (await call('GET', '/session', officer)).body;
  await call('POST', `/tickets/${written.ticketId}/register`, officer, { number: 'Ж-9', on: today });
  return written;
}

const setChain = (approverIds: StaffId[], signatoryIds: StaffId[], wantsNumber = false) =>
  console.services.uow.run(`chain:${Math.random()}`, async (tx) => {
    const by = { id: supervisorId, role: 'supervisor', agencyCode: ROADS, unitIds: [] } as const;
    await console.services.answers.setChain(tx, by, { agencyCode: ROADS, approverIds, signatoryIds, wantsNumber });
    return null;
  });

const lastJournal = async (appealId: string, type: string) =>
  (await console.services.journal.read(`appeal:${appealId}`)).findLast((entry) => entry.type === type);

describe('the points of a case', () => {
  it('are proposed from the words, corrected by an officer, and an answer is measured against them', async () => {
    const { ticketId, appealId } = await registered();
    const work = (await call('GET', `/tickets/${ticketId}/answer`, officer)).body;
    expect(work).toMatchObject({ pointsEdited: false, draft: null });
    expect(work.points.map(({ text }: { text: string }) => text)).toEqual(['Яма на Саина.', 'Когда заделают?']);

    const wanted = ['Яма на Саина', 'Когда заделают?', 'Кто возместит ущерб?'];
    expect((await call('PUT', `/tickets/${ticketId}/points`, officer, { points: wanted })).status).toBe(200);
    const check = await call('POST', `/tickets/${ticketId}/answer/check`, officer, {
      text: 'Яму на Саина заделают девятого декабря, асфальт уже заказан на заводе.',
      language: 'ru',
      outcome: 'planned',
      addressed: [1, 2],
    });
    expect(check.body.warnings).toEqual(['points_unaddressed', 'no_legal_basis', 'no_complaint_way']);
    expect(check.body.points[2]).toMatchObject({ text: 'Кто возместит ущерб?', addressed: false, by: 'officer' });

    const sent = await answer(ticketId, officer, {
      text: 'Яму на Саина заделают девятого декабря, асфальт уже заказан на заводе.',
      language: 'ru',
      outcome: 'planned',
      addressed: '1,2',
    });
    expect(sent.body.entries.at(-1).details.points).toEqual([
      { position: 1, text: 'Яма на Саина', addressed: true },
      { position: 2, text: 'Когда заделают?', addressed: true },
      { position: 3, text: 'Кто возместит ущерб?', addressed: false },
    ]);
    expect((await lastJournal(appealId, 'ticket.answered'))?.facts).toMatchObject({
      warnings: 'points_unaddressed no_legal_basis no_complaint_way',
      points: 3,
      pointsAddressed: 2,
    });
  });
});

describe('a template', () => {
  it('is proposed by an officer, approved by the supervisor, filled in for the case and counted', async () => {
    const body = {
      agencyCode: ROADS,
      use: 'answer',
      name: { kk: 'Шұңқыр жабылды', ru: 'Яма заделана', en: 'Pothole filled' },
      body: { kk: '№ {number} бойынша шұңқыр жабылды.', ru: 'По № {number} яма заделана.', en: 'No {number}: filled.' },
      outcome: 'explained',
    };
    const { templateId } = (await call('POST', '/templates', officer, body)).body;
    const { ticketId, number, appealId, citizenId } = await registered();
    const offered = async () => (await call('GET', `/tickets/${ticketId}/answer`, officer)).body.templates;
    expect(await offered()).toEqual([]);
    expect((await call('POST', `/templates/${templateId}/approve`, officer)).status).toBe(403);
    const other = (await console.signIn('supervisor', 'almaty.energy')).headers;
    expect((await call('POST', `/templates/${templateId}/approve`, other)).status).toBe(404);
    expect((await call('POST', `/templates/${templateId}/approve`, supervisor)).status).toBe(200);
    const shown = number.replace(/(\d{3})(?=\d)/g, '$1-');
    expect(await offered()).toMatchObject([{ text: { ru: `По № ${shown} яма заделана.` } }]);

    const text = `По № ${shown} яма заделана.`;
    const check = await call('POST', `/tickets/${ticketId}/answer/check`, officer, {
      text,
      language: 'ru',
      outcome: 'done',
    });
    expect(check.body.warnings).toContain('template_only');
    expect((await answer(ticketId, officer, { text, language: 'ru', outcome: 'explained', templateId })).status).toBe(
      200,
    );
    await console.services.uow.run(`confirm:${appealId}`, async (tx) => {
      await console.services.cases.confirm(tx, appealId, citizenId, 'resolved');
      return null;
    });
    const listed = (await call('GET', '/templates', supervisor)).body.items[0];
    expect(listed).toMatchObject({ id: templateId, state: 'approved', uses: 1, resolved: 1, unresolved: 0 });

    const { agencyCode: _body, ...change } = body;
    expect((await call('PUT', `/templates/${templateId}`, officer, change)).status).toBe(200);
    expect((await call('GET', '/templates', supervisor)).body.items[0].state).toBe('draft');
    const unknown = { ...body, body: { ...body.body, ru: 'По № {nomer}' } };
    expect((await call('POST', '/templates', officer, unknown)).body.code).toBe('template.variable_unknown');
  });
});

describe('the hands of an answer', () => {
  it('hold it in order until it is signed, and give it back with a remark', async () => {
    await setChain([supervisorId], [officerId], true);
    const { ticketId, appealId } = await registered();
    const fields = { text: 'Яма заделана вчера.', language: 'ru', outcome: 'explained' };
    const waits = await answer(ticketId, officer, fields);
    expect(waits.body.ticket.state).toBe('registered');
    const work = async (who: Headers) => (await call('GET', `/tickets/${ticketId}/answer`, who)).body.draft;
    expect(await work(officer)).toMatchObject({ stage: 'approver', isMine: false, author: 'Асель Нұрланқызы' });
    expect(await work(supervisor)).toMatchObject({ stage: 'approver', isMine: true, text: 'Яма заделана вчера.' });
    expect((await call('GET', '/tickets?view=in_my_hand', supervisor)).body.items).toMatchObject([{ ticketId }]);
    expect((await call('GET', '/tickets/counts', supervisor)).body.in_my_hand).toBe(1);
    expect((await call('POST', `/tickets/${ticketId}/answer/pass`, officer, {})).body.code).toBe('answer.not_in_hand');

    await call('POST', `/tickets/${ticketId}/answer/return`, supervisor, { remark: 'Назовите дату' });
    expect(await work(officer)).toMatchObject({ stage: 'author', isMine: true, remark: 'Назовите дату' });
    await answer(ticketId, officer, { ...fields, text: 'Яма заделана 21 ноября.' });
    expect((await call('POST', `/tickets/${ticketId}/answer/pass`, supervisor, {})).status).toBe(200);
    expect((await call('POST', `/tickets/${ticketId}/answer/pass`, officer, {})).body.code).toBe(
      'answer.number_missing',
    );
    const { today } = (await call('GET', '/session', officer)).body;
    const signed = await call('POST', `/tickets/${ticketId}/answer/pass`, officer, {
      outgoingNumber: '1204',
      outgoingOn: today,
    });
    expect(signed.body.ticket.state).toBe('answered');
    expect(signed.body.entries.at(-1)).toMatchObject({
      text: 'Яма заделана 21 ноября.',
      authorName: 'Асель Нұрланқызы',
      details: { approver: 'Дмитрий Орлов', signatory: 'Асель Нұрланқызы', outgoingNumber: '1204' },
    });
    expect((await lastJournal(appealId, 'ticket.answered'))?.facts).toMatchObject({
      authorId: officerId,
      approverId: supervisorId,
      signatoryId: officerId,
    });
    await setChain([], []);
  });

  it('are none where one person holds all', async () => {
    await setChain([supervisorId], [supervisorId]);
    const { ticketId } = await registered();
    const sent = await answer(
      ticketId,
      supervisor,
      { text: 'Яма заделана.', language: 'ru', outcome: 'explained' },
      true,
    );
    expect(sent.body.ticket.state).toBe('answered');
    expect(sent.body.entries.at(-1).details).toMatchObject({ approver: 'Дмитрий Орлов', signatory: 'Дмитрий Орлов' });
    await setChain([], []);
  });
});
