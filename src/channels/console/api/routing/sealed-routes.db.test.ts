import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole, type TestConsole } from '../../../../../test/support/console/start-console.ts';
import { AgencyCode, AppealId, TicketId } from '../../../../kernel/ids.ts';

let console: TestConsole;
beforeAll(async () => {
  console = await startConsole();
});
afterAll(() => console.stop());

const WORDS = 'Начальник отдела требует взятку за справку, боюсь называть себя';

async function as(role: string, agencyCode: string | null = null) {
  const { headers, person } = await console.signIn(role, agencyCode);
  const call = (method: 'GET' | 'POST', url: string) =>
    console.http.inject({
      method,
      url: `/api/v1${url}`,
      headers: method === 'GET' ? headers : { ...headers, 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { payload: '{}' }),
    });
  return { headers, person, call };
}

async function seal(): Promise<{ appealId: string; number: string }> {
  const written = await console.writeCase({ text: WORDS });
  await console.services.db.appeal.update({ where: { id: written.appealId }, data: { sensitive: true } });
  return written;
}

describe('a sealed case', () => {
  it('waits for a confidant only: operators and auditors neither see nor route it', async () => {
    const { appealId, number } = await seal();
    const operator = await as('operator');
    const queue = await operator.call('GET', '/triage');
    expect(queue.body).not.toContain(number);
    for (const role of ['operator', 'auditor', 'monitor'])
      expect((await (await as(role)).call('GET', '/sealed')).statusCode).toBe(403);
    const routed = await console.http.inject({
      method: 'POST',
      url: `/api/v1/triage/${appealId}/route`,
      headers: operator.headers,
      payload: { agencyCode: 'almaty.roads', topicId: null },
    });
    expect(routed.statusCode).toBe(404);
    const list = await (await as('confidant')).call('GET', '/sealed');
    expect(list.body).toContain(number);
    expect(list.body).not.toContain('взятку');
  });

  it('keeps who opened it and when, and goes to the head of a body, not to its officers', async () => {
    const { appealId } = await seal();
    const confidant = await as('confidant');
    const opened = await confidant.call('POST', `/sealed/${appealId}/open`);
    expect(opened.json()).toMatchObject({ text: WORDS });
    const entries = await console.services.db.journalEntry.findMany({ where: { streamId: `appeal:${appealId}` } });
    expect(entries.at(-1)).toMatchObject({
      type: 'sealed.opened',
      actorKind: 'confidant',
      actorId: confidant.person.id,
    });

    const sent = await console.http.inject({
      method: 'POST',
      url: `/api/v1/sealed/${appealId}/route`,
      headers: confidant.headers,
      payload: { agencyCode: 'almaty.roads', topicId: null },
    });
    expect(sent.statusCode).toBe(200);
    const ticket = await console.services.db.ticket.findFirstOrThrow({ where: { appealId } });
    const reads = async (role: string, body: string | null) =>
      (await (await as(role, body)).call('GET', `/tickets/${ticket.id}`)).statusCode;
    expect(await reads('supervisor', 'almaty.roads')).toBe(200);
    expect(await reads('confidant', null)).toBe(200);
    for (const [role, body] of [
      ['officer', 'almaty.roads'],
      ['supervisor', 'almaty.energy'],
      ['operator', null],
      ['auditor', null],
    ] as const)
      expect(await reads(role, body), role).toBe(404);
    const inbox = await (await as('officer', 'almaty.roads')).call('GET', '/tickets');
    expect(inbox.body).not.toContain(ticket.id);
  });

  it('is not told by its title to those who may not read it, where a case is linked to it', async () => {
    const { db, uow, triage, worklistRepository } = console.services;
    const sealed = await seal();
    const open = await console.writeCase({ text: 'Яма у дома, справку не просим' });
    const { person: head } = await as('supervisor', 'almaty.roads');
    await uow.run(`test:${sealed.appealId}`, async (tx) => {
      const to = { agencyCode: AgencyCode.parse('almaty.roads'), topicId: null };
      await triage.route(tx, AppealId.parse(sealed.appealId), head.id, { ...to, as: 'confidant' });
      await triage.route(tx, AppealId.parse(open.appealId), head.id, to);
      await worklistRepository.link(tx, AppealId.parse(open.appealId), AppealId.parse(sealed.appealId), head.id);
      return null;
    });
    const ticketOf = async (appealId: string) => (await db.ticket.findFirstOrThrow({ where: { appealId } })).id;
    const [parent, child] = [await ticketOf(open.appealId), await ticketOf(sealed.appealId)];
    await uow.run(`test:join:${child}`, async (tx) => {
      await worklistRepository.join(tx, TicketId.parse(child), TicketId.parse(parent), head.id);
      return null;
    });
    const desk = async (role: string) =>
      (await (await as(role, 'almaty.roads')).call('GET', `/tickets/${parent}/desk`)).body;
    expect(await desk('officer')).not.toContain('взятку');
    expect(await desk('supervisor')).toContain('взятку');
  });

  it('without a secret goes back to the operators', async () => {
    const { appealId, number } = await seal();
    await (await as('confidant')).call('POST', `/sealed/${appealId}/unseal`);
    expect((await (await as('operator')).call('GET', '/triage')).body).toContain(number);
  });
});
