import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../test/support/console/start-console.ts';

let console: TestConsole;
beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

const ROADS = 'almaty.roads';

async function post(url: string, headers: Record<string, string>, payload?: unknown) {
  const response = await console.http.inject({
    method: 'POST',
    url: `/api/v1${url}`,
    headers,
    ...(payload === undefined ? {} : { payload: payload as object }),
  });
  return { status: response.statusCode, body: response.json() };
}

async function get(url: string, headers: Record<string, string>) {
  const response = await console.http.inject({ url: `/api/v1${url}`, headers });
  return { status: response.statusCode, body: response.json() };
}

describe('the agency side', () => {
  it('takes a case from the inbox to the answer', async () => {
    const { ticketId, number } = await console.writeCase({
      text: 'Яма на Саина, звоните 87015550101',
      agencyCode: ROADS,
    });
    const { headers, person } = await console.signIn('officer', ROADS);

    const inbox = await get('/tickets?view=open', headers);
    expect(inbox.status).toBe(200);
    expect(inbox.body.items).toContainEqual(expect.objectContaining({ ticketId, number, unread: true }));

    const taken = await post(`/tickets/${ticketId}/take`, headers);
    expect(taken).toMatchObject({ status: 200, body: { ticket: { officer: { id: person.id } } } });
    expect(taken.body.entries[0].text).toContain('[PHONE]');

    const today = (await get('/session', headers)).body.today;
    const early = await post(`/tickets/${ticketId}/ask`, headers, { text: 'Какая полоса?', language: 'ru' });
    expect(early.status).toBe(200);
    const registered = await post(`/tickets/${ticketId}/register`, headers, { number: 'Ж-881', on: today });
    expect(registered).toMatchObject({
      status: 200,
      body: { ticket: { state: 'registered', registrationNumber: 'Ж-881' } },
    });
    expect(registered.body.ticket.statutory.on > today).toBe(true);
  });
});
