import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callsTo, type Headers } from '../../../test/support/console/api-calls.ts';
import { startConsole, type TestConsole } from '../../../test/support/console/start-console.ts';

const ROADS = 'almaty.roads';

let console: TestConsole;
let officer: Headers;
let supervisor: Headers;

beforeAll(async () => {
  console = await startConsole();
  officer = (await console.signIn('officer', ROADS)).headers;
  supervisor = (await console.signIn('supervisor', ROADS)).headers;
});
afterAll(() => console.stop());

const { call, get, post, answer } = callsTo(() => console);

const aCase = (text = 'Яма на Саина') => console.writeCase({ text, agencyCode: ROADS });

async function registered(text?: string) {
  const written = await aCase(text);
  const { today } = (await get('/session', officer)).body;
  await post(`/tickets/${written.ticketId}/register`, officer, { number: 'Ж-881', on: today });
  return written;
}

describe('a case at a body', () => {
  it('goes from the inbox through the register to the answer', async () => {
    const { ticketId, number } = await aCase('Яма на Саина, звоните 87015550101');
    const inbox = await get('/tickets?view=open', officer);
    expect(inbox.body.items).toContainEqual(expect.objectContaining({ ticketId, number, unread: true }));

    const taken = await post(`/tickets/${ticketId}/take`, officer);
    expect(taken).toMatchObject({ status: 200, body: { ticket: { officer: { name: 'Асель Нұрланқызы' } } } });
    expect(taken.body.entries[0]).toMatchObject({ hasHidden: true, text: expect.stringContaining('[PHONE]') });

    const { today } = (await get('/session', officer)).body;
    const unregistered = await answer(ticketId, officer, { text: 'Готово', language: 'ru', outcome: 'done' });
    expect(unregistered).toMatchObject({ status: 422, body: { code: 'ticket.not_registered' } });
    const after = await post(`/tickets/${ticketId}/register`, officer, { number: 'Ж-881', on: today });
    expect(after.body.ticket).toMatchObject({ state: 'registered', registrationNumber: 'Ж-881' });
    expect(after.body.ticket.statutory.on > today).toBe(true);

    const done = await answer(
      ticketId,
      officer,
      {
        text: 'Яма заделана. Вопросы: 87273334455',
        language: 'ru',
        outcome: 'done',
        signatory: 'Д. Орлов',
        outgoingNumber: '1204',
        outgoingOn: today,
      },
      [{ name: 'акт.pdf', bytes: Buffer.from('%PDF-1.7 the rest') }],
    );
    expect(done).toMatchObject({
      status: 200,
      body: { ticket: { state: 'answered', outcome: 'done' }, appealState: 'answered' },
    });
    const entry = done.body.entries.at(-1);
    expect(entry).toMatchObject({
      kind: 'answer',
      text: 'Яма заделана. Вопросы: 87273334455',
      details: { signatory: 'Д. Орлов', outgoingNumber: '1204' },
      files: [{ fileName: 'акт.pdf', mediaType: 'application/pdf', state: 'stored' }],
      delivery: { state: 'waiting' },
    });
    const [row] = (await get('/tickets?view=answered', officer)).body.items;
    expect(row).toMatchObject({ ticketId, unread: false });
  });

  it('explains both dates step by step', async () => {
    const { ticketId } = await registered();
    const { body } = await get(`/tickets/${ticketId}/dates?language=kk`, officer);
    expect(body.promise.steps.length).toBeGreaterThan(2);
    expect(body.statutory.steps.length).toBeGreaterThan(2);
  });

  it('shows whether what was written reached the citizen', async () => {
    const { ticketId, citizenId } = await aCase();
    await post(`/tickets/${ticketId}/ask`, officer, { text: 'Какая полоса?', language: 'ru' });
    await console.services.db.notification.updateMany({
      where: { recipientId: citizenId, kind: 'case_question' },
      data: { state: 'unreachable', channel: 'telegram', problem: 'blocked' },
    });
    const { body } = await get(`/tickets/${ticketId}`, officer);
    expect(body.entries.at(-1)).toMatchObject({
      kind: 'question',
      delivery: { state: 'unreachable', channel: 'telegram' },
    });
  });

  it('does a repeated command once', async () => {
    const { ticketId, appealId } = await aCase();
    const headers = { ...officer, 'idempotency-key': 'the-same' };
    for (const _ of [1, 2, 3])
      expect((await post(`/tickets/${ticketId}/note`, headers, { text: 'Осмотрели' })).status).toBe(200);
    const notes = (await console.services.thread.of(appealId)).filter(({ kind }) => kind === 'note');
    expect(notes).toHaveLength(1);
  });

  it('is found by number, word, address and register number, and only by those who may read it', async () => {
    const { ticketId, number } = await registered('Глубокая выбоина возле мечети');
    const other = (await console.signIn('officer', 'almaty.energy')).headers;
    const spoken = number.replace(/(\d{3})(?=\d)/g, '$1-');
    for (const q of [spoken, 'выбоина мечети', 'ВЫБОИНОЙ', 'выбо', 'ж-881']) {
      const found = await get(`/tickets/search?q=${encodeURIComponent(q)}`, officer);
      expect(
        found.body.items.map((item: { ticketId: string }) => item.ticketId),
        q,
      ).toContain(ticketId);
      expect((await get(`/tickets/search?q=${encodeURIComponent(q)}`, other)).body.items, q).toEqual([]);
    }
    for (const odd of ['100%_', "' & !", '():*', 'на и в'])
      expect((await get(`/tickets/search?q=${encodeURIComponent(odd)}`, officer)).body.items, odd).toEqual([]);
    expect((await get(`/cases/${spoken}/ticket`, officer)).body).toEqual({ ticketId });
    expect((await get(`/cases/${spoken}/ticket`, other)).status).toBe(404);
  });

  it('is found in Kazakh by a word without its endings', async () => {
    const { ticketId } = await console.writeCase({
      text: 'Қабанбай батырда бағдаршамдар жанбайды',
      language: 'kk',
      agencyCode: ROADS,
    });
    const found = await get(`/tickets/search?q=${encodeURIComponent('бағдаршам')}`, officer);
    expect(found.body.items.map((item: { ticketId: string }) => item.ticketId)).toEqual([ticketId]);
  });

  it('tells an officer who else has it open', async () => {
    const { ticketId } = await aCase();
    const alone = await call('PUT', `/tickets/${ticketId}/seen`, officer, { revision: 1 });
    expect(alone.body).toEqual({ others: [] });
    const second = await call('PUT', `/tickets/${ticketId}/seen`, supervisor, { revision: 1 });
    expect(second.body).toEqual({ others: [{ name: 'Асель Нұрланқызы', isAnswering: false }] });
  });

  it('gives an assignment only to a colleague of the same body', async () => {
    const { ticketId } = await aCase();
    const stranger = console.people.find(({ agencyCode }) => agencyCode === 'almaty.energy');
    expect(await post(`/tickets/${ticketId}/assign`, supervisor, { to: stranger?.id ?? '' })).toMatchObject({
      status: 404,
      body: { code: 'staff.not_found' },
    });
    const colleague = console.people.find(({ agencyCode, role }) => agencyCode === ROADS && role === 'officer');
    const assigned = await post(`/tickets/${ticketId}/assign`, supervisor, { to: colleague?.id ?? '' });
    expect(assigned.body.ticket.officer.id).toBe(colleague?.id);
  });

  it('shows who else might be competent before it is passed on', async () => {
    const { ticketId } = await console.writeCase({
      text: 'Яма',
      agencyCode: 'almaty.energy',
      topicId: 'road.pothole',
      place: { territoryCode: '751110000' as never },
    });
    const energy = (await console.signIn('officer', 'almaty.energy')).headers;
    const { body } = await get(`/tickets/${ticketId}/candidates`, energy);
    expect(body.items[0]).toMatchObject({ agency: { code: ROADS }, reason: 'topic_and_place', connected: true });
  });

  it('may be extended by the supervisor exactly as far as the law says', async () => {
    const { ticketId } = await registered();
    const offer = (await get(`/tickets/${ticketId}/extension`, supervisor)).body;
    const body = {
      until: offer.latest ?? offer.earliest,
      reason: 'Нужна экспертиза грунта',
      decidedBy: offer.decidedBy[0] ?? 'head',
    };
    const extended = await post(`/tickets/${ticketId}/extend`, supervisor, body);
    expect(extended).toMatchObject({ status: 200, body: { ticket: { statutory: { on: body.until } } } });
    const again = await post(`/tickets/${ticketId}/extend`, supervisor, { ...body, until: '2099-01-05' });
    expect(again.status).toBeGreaterThanOrEqual(400);
  });
});

describe('the citizen behind a case', () => {
  it('is shown for a purpose only, with the words as written, and the journal knows', async () => {
    const { ticketId, number, citizenId } = await aCase('Позвоните мне: 87015550101');
    await console.services.uow.run(`test:${ticketId}`, (tx) =>
      console.services.citizens.giveDetail(tx, citizenId, 'name', 'Нұрлан Әбенов'),
    );
    expect(await post(`/tickets/${ticketId}/identity`, officer, { purpose: '' })).toMatchObject({
      body: { code: 'ticket.purpose_missing' },
    });
    const shown = await post(`/tickets/${ticketId}/identity`, officer, { purpose: 'Уточнить адрес выезда' });
    expect(shown.body.details).toEqual({ name: 'Нұрлан Әбенов' });
    expect(shown.body.originals[0].text).toContain('87015550101');

    const auditor = (await console.signIn('auditor')).headers;
    const journal = await get(`/journal/${number}`, auditor);
    expect(journal.body.items.at(-1)).toMatchObject({
      type: 'identity.read',
      text: { purpose: 'Уточнить адрес выезда' },
    });
  });

  it('never appears in a log line', async () => {
    await aCase('Мой ИИН 900101300017');
    expect(console.logLines.join('\n')).not.toMatch(/900101300017|87015550101|Нұрлан/);
  });
});
