import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHouse, startApiHouse } from '../../../test/support/officers/api-house.ts';
import { BODY, createOfficerWorld, type OfficerWorld, STORY } from '../../../test/support/officers/officer-world.ts';
import { createWebhookDeliveriesRepository, createWebhooks, type Webhooks } from './index.ts';

/** A body's own register: hears by webhook, acts by REST, and no person is there. */
describe('a case worked by a machine', () => {
  let world: OfficerWorld;
  let webhooks: Webhooks;
  let api: ApiHouse;
  let token: string;
  const events: { type: string; data: Record<string, unknown> }[] = [];
  let secret = '';
  const register = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      events.push(
        new Webhook(secret).verify(body, request.headers as Record<string, string>) as (typeof events)[number],
      );
      reply.writeHead(204).end();
    });
  });

  beforeAll(async () => {
    register.listen(0, '127.0.0.1');
    await once(register, 'listening');
    world = await createOfficerWorld({ abroadPolicy: 'link_only' });
    const { services, room, publicUrl } = world;
    webhooks = createWebhooks({
      ...room,
      deliveries: createWebhookDeliveriesRepository(services.db),
      publicUrl,
      realNow: () => new Date(),
      allowPrivate: true,
    });
    world.setDeliverers({ webhook: webhooks.deliver });
    const place = `http://127.0.0.1:${(register.address() as AddressInfo).port}/cases`;
    ({ secret } = await world.run((tx) => webhooks.add(tx, { agencyCode: BODY, place, policy: 'full' })));

    api = await startApiHouse(world);
    token = await api.tokenOf(await world.addStaff({ givenName: 'Реестр', email: 'register@roads.example' }));
  });
  afterAll(async () => {
    await api.stop();
    await webhooks.close();
    register.closeAllConnections();
    register.close();
    await world.stop();
  });

  async function act(ticketId: unknown, command: string, body: object): Promise<number> {
    const response = await api.http.inject({
      method: 'POST',
      url: `/api/v1/tickets/${ticketId}/${command}`,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
      payload: body,
    });
    return response.statusCode;
  }

  async function answer(ticketId: unknown, text: string): Promise<number> {
    const form = new FormData();
    form.set('text', text);
    form.set('language', 'ru');
    form.set('outcome', 'done');
    const request = new Request('http://api', { method: 'POST', body: form });
    const response = await api.http.inject({
      method: 'POST',
      url: `/api/v1/tickets/${ticketId}/answer`,
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': crypto.randomUUID(),
        'content-type': request.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    return response.statusCode;
  }

  it('goes from the event to the citizen’s last word and leaves the same journal as everywhere', async () => {
    const { appealId, citizenId } = await world.fileCase();
    await world.deliverAll();
    const heard = events.at(-1);
    expect(heard).toMatchObject({ type: 'ticket.delivered', data: { state: 'delivered', policy: 'full' } });
    expect(String(heard?.data['text'])).toContain('Провал');
    const ticketId = heard?.data['ticketId'];

    expect(await act(ticketId, 'take', {})).toBe(200);
    expect(await act(ticketId, 'ask', { text: 'С какой стороны дороги?', language: 'ru' })).toBe(200);
    expect(await act(ticketId, 'register', { number: 'Ж-881', on: await world.room.desk.today() })).toBe(200);
    const { latest } = await world.services.clocks.offerExtension(String(ticketId), await world.room.desk.today());
    expect(await act(ticketId, 'extend', { until: latest, reason: 'Ждём экспертизу', decidedBy: 'head' })).toBe(200);
    expect(await answer(ticketId, 'Засыпали.')).toBe(200);
    await world.dispute(appealId, citizenId);
    await world.deliverAll();
    expect(events.at(-1)).toMatchObject({ type: 'ticket.changed', data: { state: 'disputed' } });
    expect(await answer(ticketId, 'Заасфальтировали.')).toBe(200);
    await world.confirm(appealId, citizenId);
    await world.deliverAll();
    expect(events.at(-1)).toMatchObject({ data: { state: 'closed' } });
    expect(await world.journalOf(appealId)).toEqual(STORY);
  });
});
