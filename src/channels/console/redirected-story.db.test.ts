import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../test/support/console/start-console.ts';

const FIRST = 'almaty.energy';
const SECOND = 'almaty.roads';
type Headers = Record<string, string>;

let console: TestConsole;
beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

async function call(method: 'GET' | 'POST', url: string, headers: Headers, payload?: object) {
  const response = await console.http.inject({
    method,
    url: `/api/v1${url}`,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: response.statusCode, body: response.json() };
}

async function answer(ticketId: string, headers: Headers, text: string): Promise<number> {
  const boundary = 'a-line-no-file-contains';
  const parts = Object.entries({ text, language: 'ru', outcome: 'done' }).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const response = await console.http.inject({
    method: 'POST',
    url: `/api/v1/tickets/${ticketId}/answer`,
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${parts.join('')}--${boundary}--\r\n`,
  });
  return response.statusCode;
}

describe('a case that came to the wrong body', () => {
  it('is taken, asked about, passed on, extended, answered, disputed, answered again and resolved', async () => {
    const officer = (await console.signIn('officer', FIRST)).headers;
    const supervisor = (await console.signIn('supervisor', SECOND)).headers;
    const { today } = (await call('GET', '/session', officer)).body;
    const { ticketId, appealId, citizenId } = await console.writeCase({ text: 'Яма на Абая', agencyCode: FIRST });

    const done = async (url: string, headers: Headers, body: object = {}) =>
      expect((await call('POST', url, headers, body)).status, url).toBe(200);
    await done(`/tickets/${ticketId}/take`, officer);
    await done(`/tickets/${ticketId}/ask`, officer, { text: 'На чьей стороне?', language: 'ru' });
    await done(`/tickets/${ticketId}/redirect`, officer, { to: SECOND, reason: 'Дорога городская' });
    expect((await call('POST', `/tickets/${ticketId}/note`, officer, { text: 'Поздно' })).status).toBe(409);

    const opened = (await call('GET', '/tickets?view=open', supervisor)).body.items[0].ticketId as string;
    await done(`/tickets/${opened}/register`, supervisor, { number: 'Ж-1', on: today });
    const offer = (await call('GET', `/tickets/${opened}/extension`, supervisor)).body;
    const extension = {
      until: offer.latest ?? offer.earliest,
      reason: 'Нужна экспертиза',
      decidedBy: offer.decidedBy[0] ?? 'Руководитель',
    };
    await done(`/tickets/${opened}/extend`, supervisor, extension);
    expect(await answer(opened, supervisor, 'Яму засыпали.')).toBe(200);
    const { uow, cases, journal } = console.services;
    await uow.run(`dispute:${appealId}`, async (tx) => {
      const said = { text: 'Яма на месте', files: [], place: null, sourceRef: null };
      await cases.dispute(tx, appealId, citizenId, said);
      return null;
    });
    expect(await answer(opened, supervisor, 'Заасфальтировали.')).toBe(200);
    await uow.run(`confirm:${appealId}`, async (tx) => {
      await cases.confirm(tx, appealId, citizenId, 'resolved');
      return null;
    });
    expect((await journal.read(`appeal:${appealId}`)).map(({ type }) => type)).toEqual([
      'appeal.drafted',
      'appeal.submitted',
      'ticket.delivered',
      'ticket.taken',
      'ticket.asked',
      'ticket.redirected',
      'ticket.delivered',
      'ticket.registered',
      'ticket.extended',
      'ticket.answered',
      'appeal.disputed',
      'ticket.disputed',
      'ticket.answered',
      'appeal.confirmed',
      'ticket.closed',
    ]);
  });
});
