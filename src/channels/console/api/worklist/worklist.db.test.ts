import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';
import { countedNumber } from './bulk-routes.ts';

const ROADS = 'almaty.roads';
type Headers = Record<string, string>;

let console: TestConsole;
let officer: Headers;
let supervisor: Headers;
let other: Headers;
let officerId: string;
let supervisorId: string;
let today: string;

beforeAll(async () => {
  console = await startConsole();
  const one = await console.signIn('officer', ROADS);
  const two = await console.signIn('supervisor', ROADS);
  [officer, supervisor, officerId, supervisorId] = [one.headers, two.headers, one.person.id, two.person.id];
  other = (await console.signIn('officer', 'almaty.energy')).headers;
  today = (await call('GET', '/session', officer)).body.today;
});
afterAll(() => console.stop());

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, headers: Headers, payload?: object) {
  const response = await console.http.inject({
    method,
    url: `/api/v1${url}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: response.statusCode, body: response.json() };
}

const aCase = (text = 'Яма на Саина', language: 'ru' | 'kk' = 'ru') =>
  console.writeCase({ text, language, agencyCode: ROADS, topicId: 'road.pothole' });
const idsIn = async (url: string, headers: Headers): Promise<string[]> =>
  (await call('GET', url, headers)).body.items.map(({ ticketId }: { ticketId: string }) => ticketId);
const newsOf = (staffId: string) =>
  console.services.db.notification.findMany({ where: { recipientId: staffId, kind: 'officer_news' } });

async function answered(ticketId: string, headers: Headers, text = 'Яма заделана.') {
  const boundary = 'a-line-no-file-contains';
  const parts = Object.entries({ text, language: 'ru', outcome: 'explained' }).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const response = await console.http.inject({
    method: 'POST',
    url: `/api/v1/tickets/${ticketId}/answer`,
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${parts.join('')}--${boundary}--\r\n`,
  });
  return { status: response.statusCode, body: response.json() };
}

describe('a saved view', () => {
  it('narrows the inbox under a name, shared in the body and nowhere else', async () => {
    const kazakh = await aCase('Саин көшесінде шұңқыр бар', 'kk');
    const russian = await aCase();
    const filter = { language: 'kk', topic: 'road' };
    const { viewId } = (await call('POST', '/views', officer, { name: 'Қазақша', view: 'open', filter, shared: true }))
      .body;
    expect((await call('GET', '/views', supervisor)).body.items).toMatchObject([{ id: viewId, filter, isMine: false }]);
    expect((await call('GET', '/views', other)).body.items).toEqual([]);
    const found = await idsIn('/tickets?view=open&language=kk&topic=road', officer);
    expect(found).toContain(kazakh.ticketId);
    expect(found).not.toContain(russian.ticketId);
    expect((await call('DELETE', `/views/${viewId}`, supervisor)).status).toBe(404);
    expect((await call('DELETE', `/views/${viewId}`, officer)).status).toBe(200);
  });
});

describe('many tickets at once', () => {
  it('are registered one after another, and each says how it went', async () => {
    const [one, two] = [await aCase(), await aCase()];
    const foreign = await console.writeCase({ text: 'Нет света', agencyCode: 'almaty.energy' });
    const ticketIds = [one.ticketId, foreign.ticketId, two.ticketId];
    const act = { type: 'register', firstNumber: 'Ж-099' };
    const { body } = await call('POST', '/tickets/bulk', officer, { ticketIds, act });
    expect(body.items).toMatchObject([
      { done: true },
      { done: false, code: 'ticket.not_found', title: expect.stringMatching(/\S/) },
      { done: true },
    ]);
    const second = (await call('GET', `/tickets/${two.ticketId}`, officer)).body.ticket;
    expect(second.registrationNumber).toBe('Ж-101');
    await call('POST', '/tickets/bulk', officer, { ticketIds: [one.ticketId], act: { type: 'take' } });
    expect(await idsIn('/tickets?view=mine', officer)).toContain(one.ticketId);
  });

  it.each([
    ['Ж-881', 0, 'Ж-881'],
    ['Ж-099', 2, 'Ж-101'],
    ['12/26-к', 1, '12/27-к'],
    ['без цифр', 1, 'без цифр/2'],
  ])('counts %s on by %i to %s', (first, by, expected) => expect(countedNumber(first, by)).toBe(expected));
});

describe('colleagues', () => {
  it('named in a note are told and find it until they open it', async () => {
    const { ticketId } = await aCase();
    await call('POST', `/tickets/${ticketId}/note`, officer, { text: '@Дмитрий, нужна ваша подпись' });
    expect(await idsIn('/tickets?view=mentioned', supervisor)).toEqual([ticketId]);
    expect(await newsOf(supervisorId)).toMatchObject([{ facts: { news: 'mentioned', ticketId } }]);
    const { items: news } = (await call('GET', '/officer-news', supervisor)).body;
    expect(news).toMatchObject([{ news: 'mentioned', row: { ticketId, unread: true } }]);
    expect((await call('GET', '/officer-news', other)).body.items).toEqual([]);
    await call('PUT', `/tickets/${ticketId}/seen`, supervisor, { revision: 3 });
    expect(await idsIn('/tickets?view=mentioned', supervisor)).toEqual([]);
  });

  it('who watch a ticket hear of its answer', async () => {
    const { ticketId } = await aCase();
    await call('PUT', `/tickets/${ticketId}/watch`, supervisor, { watching: true });
    expect(await idsIn('/tickets?view=watched', supervisor)).toEqual([ticketId]);
    await call('POST', `/tickets/${ticketId}/register`, officer, { number: 'Ж-1', on: today });
    await answered(ticketId, officer);
    expect((await newsOf(supervisorId)).map(({ facts }) => facts)).toContainEqual(
      expect.objectContaining({ news: 'watched', event: 'answered', ticketId }),
    );
    expect((await call('GET', `/tickets/${ticketId}/desk`, supervisor)).body).toMatchObject({ isWatching: true });
  });

  it('stand in for somebody on leave: the work shows there', async () => {
    const { ticketId } = await aCase();
    await call('POST', `/tickets/${ticketId}/take`, officer);
    const leave = { staffId: officerId, substituteId: supervisorId, fromOn: today, untilOn: today };
    expect(await idsIn('/tickets?view=mine', supervisor)).not.toContain(ticketId);
    const { leaveId } = (await call('POST', '/leaves', officer, leave)).body;
    expect(await idsIn('/tickets?view=mine', supervisor)).toContain(ticketId);
    expect((await call('GET', '/leaves', supervisor)).body.items).toMatchObject([{ substitute: 'Дмитрий Орлов' }]);
    expect((await call('POST', '/leaves', other, leave)).status).toBe(404);
    expect((await call('DELETE', `/leaves/${leaveId}`, other)).status).toBe(404);
    await call('DELETE', `/leaves/${leaveId}`, officer);
    expect(await idsIn('/tickets?view=mine', supervisor)).not.toContain(ticketId);
  });

  it('see who is writing an answer', async () => {
    const { ticketId } = await aCase();
    await call('PUT', `/tickets/${ticketId}/seen`, officer, { revision: 1, answering: true });
    const { body } = await call('PUT', `/tickets/${ticketId}/seen`, supervisor, { revision: 1 });
    expect(body.others).toEqual([{ name: 'Асель Нұрланқызы', isAnswering: true }]);
  });
});

describe('cases that belong together', () => {
  it('are answered once for every citizen when they are joined', async () => {
    const [parent, child, unregistered] = [await aCase(), await aCase('Опять яма'), await aCase('Ещё яма')];
    for (const [index, { ticketId }] of [parent, child].entries())
      await call('POST', `/tickets/${ticketId}/register`, officer, { number: `Ж-${index}`, on: today });
    const join = (ticketIds: string[]) => call('POST', `/tickets/${parent.ticketId}/join`, officer, { ticketIds });
    expect((await join([unregistered.ticketId])).body.code).toBe('join.not_registered');
    expect((await join([child.ticketId])).status).toBe(200);
    const listed = (await call('GET', '/tickets?view=open', officer)).body.items as {
      ticketId: string;
      joined: number;
    }[];
    expect(listed.find(({ ticketId }) => ticketId === parent.ticketId)).toMatchObject({ joined: 1 });
    expect(await idsIn('/tickets?view=open', officer)).not.toContain(child.ticketId);
    expect((await call('GET', `/tickets/${parent.ticketId}/desk`, officer)).body.joined).toMatchObject([
      { ticketId: child.ticketId },
    ]);
    await answered(parent.ticketId, officer);
    const after = (await call('GET', `/tickets/${child.ticketId}`, officer)).body;
    expect(after).toMatchObject({ appealState: 'answered', ticket: { state: 'answered' } });
    expect(after.entries.at(-1)).toMatchObject({ kind: 'answer', text: 'Яма заделана.' });
    const told = await console.services.db.notification.count({
      where: { recipientId: child.citizenId, kind: 'case_answer' },
    });
    expect(told).toBe(1);
  });

  it('tell each citizen their own number and registration in the one answer to all', async () => {
    const [parent, child] = [await aCase(), await aCase('Та же яма')];
    for (const [index, { ticketId }] of [parent, child].entries())
      await call('POST', `/tickets/${ticketId}/register`, officer, { number: `О-${index}`, on: today });
    await call('POST', `/tickets/${parent.ticketId}/join`, officer, { ticketIds: [child.ticketId] });
    await answered(parent.ticketId, officer, 'По обращению {number} ({registration_number}): яма заделана.');
    const { thread } = console.services;
    // What one citizen asked for is no other citizen's business.
    expect((await thread.of(parent.appealId)).at(-1)?.details).toHaveProperty('points');
    expect((await thread.of(child.appealId)).at(-1)?.details).not.toHaveProperty('points');
    for (const [index, { ticketId, number }] of [parent, child].entries())
      expect((await call('GET', `/tickets/${ticketId}`, officer)).body.entries.at(-1).text.replaceAll('-', '')).toBe(
        `По обращению ${number} (О${index}): яма заделана.`.replaceAll('-', ''),
      );
  });

  it('are linked without being answered together, and a foreign one only by its number', async () => {
    const [one, two] = [await aCase(), await aCase()];
    const foreign = await console.writeCase({ text: 'Нет света', agencyCode: 'almaty.energy' });
    const link = (number: string) => call('PUT', `/tickets/${one.ticketId}/link`, officer, { number, linked: true });
    expect((await link(two.number)).status).toBe(200);
    expect((await link(foreign.number)).status).toBe(404);
    expect((await call('GET', `/tickets/${two.ticketId}/desk`, officer)).body.linked).toMatchObject([
      { ticketId: one.ticketId, number: one.number },
    ]);
  });

  it('are split: a part goes its own way with its own clock', async () => {
    const { ticketId, appealId } = await aCase('Яма на Саина. И света нет во всём дворе.');
    const part = { to: 'almaty.energy', topicId: 'road.pothole', text: 'Света нет во всём дворе' };
    expect((await call('POST', `/tickets/${ticketId}/split`, officer, part)).status).toBe(200);
    const tickets = await console.services.db.ticket.findMany({ where: { appealId }, orderBy: { deliveredAt: 'asc' } });
    expect(tickets.map(({ agencyCode, state }) => [agencyCode, state])).toEqual([
      [ROADS, 'delivered'],
      ['almaty.energy', 'delivered'],
    ]);
  });
});

describe('the end of a case', () => {
  it('has three figures: confirmed, disputed, silent', async () => {
    const before = (await call('GET', '/closing-figures', supervisor)).body;
    const cases = [await aCase(), await aCase(), await aCase()];
    for (const { ticketId } of cases) {
      await call('POST', `/tickets/${ticketId}/register`, officer, { number: 'Ж-5', on: today });
      await answered(ticketId, officer);
    }
    const [good, bad, silent] = cases;
    const { uow, cases: service } = console.services;
    await uow.run(`c:${good?.appealId}`, async (tx) => {
      if (good) await service.confirm(tx, good.appealId, good.citizenId, 'resolved');
      return null;
    });
    await uow.run(`d:${bad?.appealId}`, async (tx) => {
      if (bad)
        await service.dispute(tx, bad.appealId, bad.citizenId, {
          text: 'Не заделана',
          files: [],
          place: null,
          sourceRef: null,
        });
      return null;
    });
    expect((await call('POST', `/tickets/${silent?.ticketId}/close`, officer, { reason: 'Молчит' })).status).toBe(403);
    const closed = await call('POST', `/tickets/${silent?.ticketId}/close`, supervisor, { reason: 'Молчит месяц' });
    expect(closed.status).toBe(200);
    const after = (await call('GET', '/closing-figures', supervisor)).body;
    expect(after).toEqual({
      answered: before.answered + 3,
      confirmed: before.confirmed + 1,
      disputed: before.disputed + 1,
      silent: before.silent + 1,
    });
  });

  it('wants a photo of what was done where the category asks for it', async () => {
    const { uow, worklistRepository } = console.services;
    await uow.run('proof', async (tx) => {
      await worklistRepository.setProof(tx, 'road', true, supervisorId as never);
      return null;
    });
    const { ticketId } = await aCase();
    await call('POST', `/tickets/${ticketId}/register`, officer, { number: 'Ж-7', on: today });
    expect((await call('GET', `/tickets/${ticketId}/answer`, officer)).body.wantsProof).toBe(true);
    expect((await answered(ticketId, officer)).status).toBe(200);
  });
});

describe('a telephone', () => {
  it('finds the cases of the one who gave it, in any spelling, only for those who may read them', async () => {
    const { ticketId, citizenId } = await aCase();
    await console.services.uow.run(`phone:${ticketId}`, async (tx) => {
      await console.services.citizens.giveDetail(tx, citizenId, 'phone', '+7 701 555 01 01');
      return null;
    });
    for (const q of ['87015550101', '+7 (701) 555-01-01'])
      expect(await idsIn(`/tickets/search?q=${encodeURIComponent(q)}`, officer), q).toEqual([ticketId]);
    expect(await idsIn('/tickets/search?q=87015550101', other)).toEqual([]);
  });
});

describe('an editor without a chat account', () => {
  it('reads beside the news of cases what is to be written and reviewed, and only what was told to them', async () => {
    await console.services.uow.run('editor-news', async (tx) => {
      await console.services.notifications.addMany(tx, [
        {
          to: { kind: 'officer', id: supervisorId },
          kind: 'knowledge_reminder',
          facts: { agency: ROADS, about: 'tasks', stage: 'soon', count: 3, firstOn: '2036-05-05' },
          lane: 'petitions',
          dedupeKey: 'editor-news:1',
        },
      ]);
    });
    const { body } = await call('GET', '/officer-news', supervisor);
    expect(body.editor).toEqual([
      { stage: 'tasks-soon', count: 3, firstOn: '2036-05-05', at: expect.stringMatching(/^\d{4}-/) },
    ]);
    expect((await call('GET', '/officer-news', officer)).body.editor).toEqual([]);
  });
});
