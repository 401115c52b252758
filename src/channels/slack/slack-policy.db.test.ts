import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOfficerWorld, type OfficerWorld } from '../../../test/support/officers/officer-world.ts';
import { type SlackFake, startSlack } from '../../../test/support/slack/slack-fake.ts';
import { type SlackHouse, startSlackHouse } from '../../../test/support/slack/slack-house.ts';

const HALF_AN_HOUR = 30 * 60_000;

describe('a channel abroad under a profile that permits the link only', () => {
  let world: OfficerWorld;
  let slack: SlackFake;
  let house: SlackHouse;
  beforeAll(async () => {
    world = await createOfficerWorld({ abroadPolicy: 'link_only' });
    slack = await startSlack();
    house = await startSlackHouse(world, slack, 'http');
    await world.addChannel({ kind: 'slack', place: 'C1', policy: 'full' });
    const dmitriy = await world.addStaff({ givenName: 'Дмитрий', email: 'dmitriy@example.org' });
    await world.run((tx) => world.room.bindings.bind(tx, 'slack', 'T1:UDMITRIY', dmitriy.id));
  });
  afterAll(async () => {
    await house.stop();
    await slack.stop();
    await world.stop();
  });

  it('lets nothing of the citizen’s out and takes no text in, through a whole case', async () => {
    const { appealId, citizenId, ticketId, number } = await world.fileCase();
    await world.deliverAll();
    const [card] = slack.cards();
    if (!card) throw new Error('no card');
    const actions = card.blocks.flatMap((block) => block['elements'] ?? []).map(({ action_id: id }) => id);
    expect(actions).toEqual(['t:take', 't:open']);
    await slack.press('UDMITRIY', card, 't:take');
    await slack.reply('UDMITRIY', card, 'Ответ: всё сделано');
    expect(slack.whispers.at(-1)?.['text']).toContain('серверы за границей');
    await slack.command('UDMITRIY', number);
    await slack.openHome('UDMITRIY');

    const officer = await world.room.directory.byExternal('slack', 'T1:UDMITRIY');
    if (!officer) throw new Error('no officer');
    const { tickets } = world.services;
    const on = await world.room.desk.today();
    await world.run((tx) => tickets.register(tx, ticketId, officer, { number: 'Ж-7 Нурлан', on }));
    await world.run((tx) =>
      tickets.answer(tx, ticketId, officer, { text: 'Провал засыпан', language: 'ru', outcome: 'done', files: [] }),
    );
    await world.dispute(appealId, citizenId);
    await world.deliverAll();

    const sent = JSON.stringify([slack.calls, slack.homes.get('UDMITRIY')]);
    for (const secret of ['Провал', 'Абая', '701 123', 'Нурлан', 'сломал ногу', 'Яма на месте'])
      expect(sent).not.toContain(secret);
    expect((await world.entries(appealId)).map(({ kind }) => kind)).toEqual(['statement', 'answer', 'dispute']);
    expect(card.edits).toBeGreaterThan(0);
  });
});

describe('a body with a Slack workspace of its own', () => {
  it('is written to with its own token, and its secret speaks for its own team only', async () => {
    const world = await createOfficerWorld({ abroadPolicy: 'full' });
    const slack = await startSlack();
    const house = await startSlackHouse(world, slack, 'http');
    await world.addChannel(
      { kind: 'slack', place: 'C2' },
      { teamId: 'T2', botToken: 'xoxb-two', signingSecret: 'the-secret-of-two' },
    );
    const aliya = await world.addStaff({ givenName: 'Әлия', email: 'aliya@example.org' });
    await world.run((tx) => world.room.bindings.bind(tx, 'slack', 'T2:UALIYA', aliya.id));
    await world.run((tx) => world.room.bindings.bind(tx, 'slack', 'T1:UALIYA', aliya.id));
    const { ticketId } = await world.fileCase();
    await world.deliverAll();
    expect(slack.calls.map(({ method, token }) => [method, token])).toEqual([['chat.postMessage', 'xoxb-two']]);

    const taken = (team: string) =>
      new URLSearchParams({
        payload: JSON.stringify({
          type: 'block_actions',
          user: { id: 'UALIYA', team_id: team },
          team: { id: team },
          trigger_id: crypto.randomUUID(),
          channel: { id: 'C2' },
          message: { ts: slack.cards()[0]?.ts },
          response_url: `${slack.apiUrl}x`,
          actions: [{ action_id: 't:take', value: ticketId, type: 'button', block_id: 'ticket' }],
        }),
      }).toString();
    const form = 'application/x-www-form-urlencoded';
    expect((await slack.overHttp(taken('T1'), form, { secret: 'the-secret-of-two' })).status).toBe(401);
    expect((await slack.overHttp(taken('T2'), form)).status).toBe(401);
    expect((await world.ticket(ticketId)).officerId).toBeNull();
    expect((await slack.overHttp(taken('T2'), form, { secret: 'the-secret-of-two' })).status).toBe(200);
    expect((await world.ticket(ticketId)).officerId).toBe(aliya.id);

    await house.stop();
    await slack.stop();
    await world.stop();
  });
});

describe('a long silence of Slack', () => {
  it('delays cards for as long as it lasts, and loses none', async () => {
    const world = await createOfficerWorld({ abroadPolicy: 'full' });
    const slack = await startSlack();
    const house = await startSlackHouse(world, slack, 'http');
    const channel = await world.addChannel({ kind: 'slack', place: 'C1' });
    const { ticketId } = await world.fileCase();
    slack.failNext('chat.postMessage', ...Array.from({ length: 12 }, () => ({ status: 503 })));
    for (let hour = 0; hour < 24; hour += 1) {
      await world.deliverAll();
      await world.services.clock.advance(2 * HALF_AN_HOUR);
    }
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(12);
    expect(slack.cards()).toEqual([]);
    expect(await world.room.channels.find(channel.id)).toMatchObject({ health: 'broken' });
    expect(await world.ticket(ticketId)).toMatchObject({ state: 'delivered' });

    await world.fileCase();
    await world.deliverAll();
    expect(slack.cards().map(({ metadata }) => metadata?.['event_payload'].id)).toContain(ticketId);
    expect(slack.cards()).toHaveLength(2);
    expect(await world.room.channels.find(channel.id)).toMatchObject({ health: 'ok' });
    await house.stop();
    await slack.stop();
    await world.stop();
  });
});

describe('a start without Slack', () => {
  it('is not held up, and the socket opens when Slack is back', async () => {
    const world = await createOfficerWorld({ abroadPolicy: 'full' });
    const slack = await startSlack();
    slack.setRevoked(true);
    const house = await startSlackHouse(world, slack, 'socket');
    await slack.waitFor(() => slack.calls.some(({ method }) => method === 'apps.connections.open'), 'an attempt');
    slack.setRevoked(false);
    await house.channel.connected();
    const aliya = await world.addStaff({ givenName: 'Әлия', email: 'aliya@example.org' });
    await world.run((tx) => world.room.bindings.bind(tx, 'slack', 'T1:UALIYA', aliya.id));
    await slack.openHome('UALIYA');
    expect(slack.homes.has('UALIYA')).toBe(true);
    await house.stop();
    await slack.stop();
    await world.stop();
  });
});
