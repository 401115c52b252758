import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  BODY,
  createOfficerWorld,
  type OfficerWorld,
  SECRETS_OF_CITIZEN,
} from '../../../test/support/officers/officer-world.ts';
import { createWebhookDeliveriesRepository, createWebhooks, type Webhooks } from './index.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('webhooks to a body with a register of its own', () => {
  let world: OfficerWorld;
  let webhooks: Webhooks;
  let url: string;
  const received: Received[] = [];
  const answers: number[] = [];
  const server = createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      reply.writeHead(answers.shift() ?? 204).end();
    });
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dauys`;
    world = await createOfficerWorld({ abroadPolicy: 'link_only' });
    const { room, services, publicUrl } = world;
    webhooks = createWebhooks({
      ...room,
      deliveries: createWebhookDeliveriesRepository(services.db),
      publicUrl,
      realNow: () => new Date(),
      allowPrivate: true,
    });
    world.setDeliverers({ webhook: webhooks.deliver });
  });
  beforeEach(() => {
    received.length = 0;
  });
  afterAll(async () => {
    await webhooks.close();
    await new Promise((resolve) => server.close(resolve));
    await world.stop();
  });

  const verified = ({ headers, body }: Received, secret: string) =>
    new Webhook(secret).verify(body, headers as Record<string, string>) as {
      type: string;
      data: Record<string, unknown>;
    };

  it('signs, repeats after a failure with the same id and words, and logs each attempt', async () => {
    const { channel, secret } = await world.run((tx) => webhooks.add(tx, { agencyCode: BODY, place: url }));
    answers.push(500);
    const { ticketId, number } = await world.fileCase();
    await world.deliverAll();
    expect(received).toHaveLength(1);
    await world.services.clock.advance(10_000);
    await world.deliverAll();
    expect(received).toHaveLength(2);
    expect(received[1]?.headers['webhook-id']).toBe(received[0]?.headers['webhook-id']);
    expect(received[1]?.body).toBe(received[0]?.body);
    const event = verified(received[1] as Received, secret);
    expect(event.type).toBe('ticket.delivered');
    expect(event.data).toMatchObject({ ticketId, state: 'delivered', policy: 'masked' });
    expect(String(event.data['number']).replaceAll('-', '')).toBe(number);
    expect(received[1]?.body).not.toContain('701 123');
    expect((await webhooks.log(channel.id, { limit: 10 })).map(({ status, attempt }) => [attempt, status])).toEqual([
      [2, 204],
      [1, 500],
    ]);

    const eventId = String(received[0]?.headers['webhook-id']);
    expect(await webhooks.replay(eventId)).toMatchObject({ type: 'delivered' });
    expect(received[2]?.headers['webhook-id']).toBe(eventId);

    const fresh = await world.run((tx) => webhooks.rotateSecret(tx, channel.id));
    await webhooks.replay(eventId);
    expect(() => verified(received[3] as Received, secret)).not.toThrow();
    expect(() => verified(received[3] as Received, fresh)).not.toThrow();
    expect(() => verified(received[0] as Received, fresh)).toThrow();
    await world.run((tx) => world.room.channels.setState(tx, channel.id, 'paused'));
  });

  it('tells a system abroad facts only', async () => {
    const { channel } = await world.run((tx) => webhooks.add(tx, { agencyCode: BODY, place: url, abroad: true }));
    await world.fileCase();
    await world.deliverAll();
    expect(received).toHaveLength(1);
    for (const secret of SECRETS_OF_CITIZEN) expect(received[0]?.body).not.toContain(secret);
    await world.run((tx) => world.room.channels.setState(tx, channel.id, 'paused'));
  });

  it('stops when the receiver says it is gone', async () => {
    const { channel } = await world.run((tx) => webhooks.add(tx, { agencyCode: BODY, place: url }));
    answers.push(410);
    await world.fileCase();
    await world.deliverAll();
    expect(await world.room.channels.find(channel.id)).toMatchObject({ health: 'broken' });
    await world.run((tx) => world.room.channels.setState(tx, channel.id, 'paused'));
  });

  it.each([
    'http://example.org/x',
    'https://127.0.0.1/x',
    'https://169.254.169.254/latest',
    'https://[::1]/x',
    'https://10.0.0.8/x',
    'nonsense',
  ])('refuses %s as an address', async (place) => {
    const strict = createWebhooks({
      ...world.room,
      deliveries: createWebhookDeliveriesRepository(world.services.db),
      publicUrl: world.publicUrl,
      realNow: () => new Date(),
    });
    await expect(world.run((tx) => strict.add(tx, { agencyCode: BODY, place }))).rejects.toMatchObject({
      code: 'channel.address_refused',
    });
    await strict.close();
  });

  it('does not connect to a name that points inside', async () => {
    const strict = createWebhooks({
      ...world.room,
      deliveries: createWebhookDeliveriesRepository(world.services.db),
      publicUrl: world.publicUrl,
      realNow: () => new Date(),
    });
    world.setDeliverers({ webhook: strict.deliver });
    const { channel } = await world.run((tx) => strict.add(tx, { agencyCode: BODY, place: 'https://localhost/x' }));
    await world.fileCase();
    await world.deliverAll();
    expect((await strict.log(channel.id, { limit: 1 }))[0]).toMatchObject({ status: null, problem: 'EADDRREFUSED' });
    await strict.close();
  });
});
