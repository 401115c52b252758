import { afterAll, beforeAll, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';
import { todayOf } from '../../../../../test/support/today.ts';

const ROADS = 'almaty.roads';
const DAY_MS = 86_400_000;

let console: TestConsole;
beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

async function callAs(role: string, agencyCode: string) {
  const { headers } = await console.signIn(role, agencyCode);
  return async (command: string, ticketId: string, payload: object) => {
    const url = `/api/v1/tickets/${ticketId}/${command}`;
    const response = await console.http.inject({ method: 'POST', url, headers, payload });
    return { status: response.statusCode, body: response.json() };
  };
}

it('a registration that was recorded wrongly is corrected: the date follows, both lines stay, the citizen is told why', async () => {
  const { services } = console;
  const { ticketId, appealId } = await console.writeCase({ text: 'Яма у школы', agencyCode: ROADS });
  const delivered = await todayOf(services);
  await services.clock.advance(7 * DAY_MS);
  const late = await todayOf(services);
  const officer = await callAs('officer', ROADS);
  const { ticket: before } = (await officer('register', ticketId, { number: 'Ж-81', on: late })).body;
  expect((await officer('register', ticketId, { number: 'Ж-18', on: late })).status).toBe(409);

  const correction = { number: 'Ж-18', on: delivered, reason: 'Ошиблись строкой журнала' };
  const stranger = await callAs('officer', 'almaty.energy');
  expect((await stranger('correct_registration', ticketId, correction)).status).toBe(404);
  const tomorrow = new Date(Date.parse(late) + DAY_MS).toISOString().slice(0, 10);
  for (const wrong of [{ reason: ' ' }, { on: tomorrow }, { on: '2026-01-05' }, { number: '' }])
    expect((await officer('correct_registration', ticketId, { ...correction, ...wrong })).status).toBe(422);

  const { status, body } = await officer('correct_registration', ticketId, correction);
  expect(status).toBe(200);
  expect(body.ticket).toMatchObject({ registrationNumber: 'Ж-18', registeredOn: delivered });
  expect(body.ticket.statutory.on < before.statutory.on).toBe(true);
  expect(body.entries.at(-1)).toMatchObject({
    text: 'Ошиблись строкой журнала',
    details: { notice: 'registration_corrected', number: 'Ж-18', on: delivered },
  });
  const again = await officer('correct_registration', ticketId, { ...correction, number: 'Ж-180' });
  expect([again.status, again.body.ticket.registrationNumber]).toEqual([200, 'Ж-180']);
  expect(again.body.ticket.statutory.on).toBe(body.ticket.statutory.on);

  const { rows: ledger } = await services.database.pool.query(
    `select type from clock_events where ticket_id = $1 order by seq`,
    [ticketId],
  );
  expect(ledger.map(({ type }) => type).slice(-3)).toEqual(['registered', 'corrected', 'corrected']);
  const { rows: told } = await services.database.pool.query(
    `select 1 from notifications where kind = 'case_registration_corrected' and facts->>'appealId' = $1`,
    [appealId],
  );
  expect(told).toHaveLength(2);
});
