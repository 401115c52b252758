import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BODY, createOfficerWorld, type OfficerWorld } from '../../../test/support/officers/officer-world.ts';
import type { Notification } from '../../notifications/index.ts';

describe('terms that are near or passed', () => {
  let world: OfficerWorld;
  beforeAll(async () => {
    world = await createOfficerWorld({ abroadPolicy: 'link_only' });
  });
  afterAll(async () => {
    await world.stop();
  });

  const digestFor = (recipient: Notification['recipient'], ticketIds: readonly string[]): Notification => ({
    id: crypto.randomUUID(),
    recipient,
    kind: 'term_digest',
    facts: {
      points: ticketIds.map((ticketId) => ({
        ticketId,
        step: 'due',
        dueOn: '2026-01-02',
        clock: 'promised',
        level: 'officer',
      })),
    },
    lane: 'official',
    attempts: 1,
    uncertain: false,
    createdAt: new Date(),
  });

  it('reach each channel of a body with its own tickets only', async () => {
    const roads = await world.addChannel({ kind: 'slack', place: 'C-ROADS', topic: 'road' });
    await world.addChannel({ kind: 'slack', place: 'C-WATER', topic: 'water' });
    const { ticketId } = await world.fileCase();
    const shown: [string, string | null][] = [];
    world.setDeliverers({
      slack: async ({ channel, notification, kind }) => {
        if (world.room.digest.isDigest(kind))
          shown.push([channel.place, await world.room.digest.text(notification, channel)]);
        return { type: 'delivered', channel: 'slack' };
      },
    });
    const delivery = world.room.createDelivery({});
    await delivery(digestFor({ kind: 'agency', id: BODY }, [ticketId]));
    await world.deliverAll();
    expect(shown).toHaveLength(1);
    expect(shown[0]?.[0]).toBe(roads.place);
    expect(shown[0]?.[1]).toContain('Яма на дороге — обещание: ');
    expect(shown[0]?.[1]).toContain('прошёл');
    expect(shown[0]?.[1]).not.toContain('Провал');
  });

  it('go out with the figures of the morning, in one message', async () => {
    const channel = await world.addChannel({ kind: 'slack', place: 'C-MORNING', topic: 'road' });
    const { ticketId } = await world.fileCase();
    const shown: (string | null)[] = [];
    world.setDeliverers({
      slack: async ({ channel: at, notification, kind }) => {
        if (world.room.digest.isDigest(kind) && at.id === channel.id)
          shown.push(await world.room.digest.text(notification, at));
        return { type: 'delivered', channel: 'slack' };
      },
    });
    await world.services.clock.advance(2 * 86_400_000);
    await world.services.clock.advance((28 - (await world.services.clock.now()).getUTCHours()) * 3_600_000);
    await world.room.digest.round();
    await world.room.createDelivery({})(digestFor({ kind: 'agency', id: BODY }, [ticketId]));
    await world.deliverAll();
    await world.services.clock.advance(11 * 60_000);
    await world.room.digest.round();
    await world.deliverAll();
    expect(shown).toHaveLength(1);
    expect(shown[0]).toContain('на сегодня');
    expect(shown[0]).toContain('обещание: ');
  });

  it('reach an officer in the first of their channels that answers', async () => {
    const { ticketId } = await world.fileCase();
    const person = await world.addStaff({ givenName: 'Асель', email: 'asel@example.org' });
    await world.run((tx) => world.room.bindings.bind(tx, 'slack', 'T1:UASEL', person.id));
    await world.run((tx) => world.room.bindings.bind(tx, 'telegram', '77', person.id));
    const told: string[] = [];
    const notices = world.room.createNotices({
      slack: async () => ({ type: 'unreachable', channel: 'slack', problem: 'token_revoked' }),
      telegram: async (id, text) => {
        told.push(`${id} ${text}`);
        return { type: 'delivered', channel: 'telegram' };
      },
      email: async () => {
        throw new Error('not needed');
      },
    });
    expect(await notices(digestFor({ kind: 'officer', id: person.id }, [ticketId]))).toMatchObject({
      channel: 'telegram',
    });
    expect(told[0]).toContain('77 Обращения, срок которых близок или прошёл');
  });

  it('a mention says the number and the way there, never the citizen’s words', async () => {
    const { ticketId } = await world.fileCase();
    const person = await world.addStaff({ givenName: 'Марат', email: 'marat@example.org' });
    const told: string[] = [];
    const notices = world.room.createNotices({
      email: async (_to, text) => {
        told.push(text);
        return { type: 'delivered', channel: 'email' };
      },
    });
    const facts = { news: 'mentioned', event: 'noted', ticketId };
    await notices({ ...digestFor({ kind: 'officer', id: person.id }, []), kind: 'officer_news', facts });
    expect(told[0]).toMatch(/^№ [\d-]+: вас упомянули в заметке\nhttps:\/\/dauys\.example\/console\/tickets\//);
    expect(told[0]).not.toContain('Провал');
  });

  it('are left to the console for somebody who is gone', async () => {
    const notices = world.room.createNotices({});
    const outcome = await notices(digestFor({ kind: 'officer', id: '01930000-0000-7000-8000-0000000000ff' }, []));
    expect(outcome).toEqual({ type: 'delivered', channel: 'console' });
  });
});
