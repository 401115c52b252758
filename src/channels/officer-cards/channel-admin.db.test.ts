import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BODY, createOfficerWorld, type OfficerWorld } from '../../../test/support/officers/officer-world.ts';
import type { Staff } from '../../access/index.ts';
import { AgencyCode } from '../../kernel/ids.ts';
import { type ChannelAdmin, createChannelAdmin } from './index.ts';

describe('setting up where a body works', () => {
  let world: OfficerWorld;
  let admin: ChannelAdmin;
  let supervisor: Staff;
  let stranger: Staff;
  let officer: Staff;
  const said: string[] = [];

  beforeAll(async () => {
    world = await createOfficerWorld({ abroadPolicy: 'link_only' });
    admin = createChannelAdmin({
      ...world.services,
      ...world.room,
      staff: world.staff,
      announce: {
        slack: async (channel, text) => {
          said.push(`${channel.place}: ${text}`);
          return { type: 'delivered', channel: 'slack' };
        },
      },
      webhooks: null,
    });
    supervisor = await world.addStaff({ givenName: 'Дмитрий', email: 'd@example.org' });
    officer = await world.addStaff({ givenName: 'Асель', email: 'a@example.org', role: 'officer' });
    stranger = await world.addStaff({ givenName: 'Ольга', email: 'o@example.org', agencyCode: 'almaty.energy' });
  });
  afterAll(async () => {
    await world.stop();
  });

  it('is the supervisor’s of that body and nobody else’s, and is journaled', async () => {
    const wanted = { agencyCode: BODY, kind: 'slack', place: 'C9' } as const;
    await expect(world.run((tx) => admin.add(tx, officer, wanted))).rejects.toMatchObject({
      code: 'channel.not_found',
    });
    await expect(world.run((tx) => admin.add(tx, stranger, wanted))).rejects.toMatchObject({
      code: 'channel.not_found',
    });
    const { channel } = await world.run((tx) => admin.add(tx, supervisor, wanted));
    expect(channel).toMatchObject({ abroad: true, health: 'untested', state: 'active' });
    await expect(admin.list(stranger, BODY)).rejects.toMatchObject({ code: 'channel.not_found' });
    await expect(admin.test(stranger, channel.id)).rejects.toMatchObject({ code: 'channel.not_found' });

    await admin.test(supervisor, channel.id);
    expect(said[0]).toContain('C9: Проверка: канал');
    expect((await admin.list(supervisor, BODY))[0]).toMatchObject({ health: 'ok' });
    await world.run((tx) => admin.setState(tx, supervisor, channel.id, 'paused'));
    expect(await world.room.channels.ofAgency(BODY)).toEqual([]);
    const entries = await world.services.db.journalEntry.findMany({
      where: { streamId: `agency:${BODY}` },
      orderBy: { seq: 'asc' },
    });
    expect(entries.map(({ type }) => type)).toEqual(['channel.added', 'channel.paused']);
  });

  it('gives a group its code, which makes it the body’s place', async () => {
    const { channel, code } = await world.run((tx) =>
      admin.add(tx, supervisor, { agencyCode: BODY, kind: 'staff_chat' }),
    );
    expect(code).toMatch(/^[A-Za-z0-9_-]{24}$/);
    const id = await world.run((tx) => world.room.bindings.spend(tx, 'telegram', code ?? '', 'group'));
    expect(id).toBe(channel.id);
    const again = world.run((tx) => world.room.bindings.spend(tx, 'telegram', code ?? '', 'group'));
    await expect(again).rejects.toMatchObject({ code: 'officer.invitation_used' });
  });

  it('invites colleagues and oneself, not people of other bodies', async () => {
    const invite = (by: Staff, whom: Staff) => world.run((tx) => admin.invitePerson(tx, by, whom.id, 'telegram'));
    await expect(invite(supervisor, officer)).resolves.toBeTruthy();
    await expect(invite(officer, officer)).resolves.toBeTruthy();
    await expect(invite(officer, supervisor)).rejects.toMatchObject({ code: 'channel.not_found' });
    await expect(invite(supervisor, stranger)).rejects.toMatchObject({ code: 'channel.not_found' });
  });

  it('forgets an officer who left at once', async () => {
    await world.run((tx) => world.room.bindings.bind(tx, 'telegram', '99', officer.id));
    expect(await world.room.directory.byExternal('telegram', '99')).toMatchObject({ name: 'Асель Орлов' });
    const current = await world.staff.find(officer.id);
    if (!current) throw new Error('no officer');
    await world.run((tx) => world.staff.save(tx, { ...current, state: 'deactivated', revision: current.revision + 1 }));
    expect(await world.room.directory.byExternal('telegram', '99')).toBeNull();
  });

  it('keeps secrets sealed', async () => {
    const channel = await world.run((tx) =>
      world.room.channels.add(
        tx,
        { agencyCode: AgencyCode.parse(BODY), kind: 'webhook', place: 'https://x.example' },
        { current: 'whsec_plain' },
      ),
    );
    const [row] = await world.services.db.$queryRaw<
      { sealed_secrets: Uint8Array }[]
    >`select sealed_secrets from agency_channels where id = ${channel.id}::uuid`;
    expect(Buffer.from(row?.sealed_secrets ?? []).toString('latin1')).not.toContain('whsec_plain');
    expect(await world.room.channels.secretsOf(channel.id)).toEqual({ current: 'whsec_plain' });
  });
});
