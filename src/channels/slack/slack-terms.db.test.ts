import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOfficerWorld, type OfficerWorld } from '../../../test/support/officers/officer-world.ts';
import { createTermCases } from '../../../test/support/officers/term-cases.ts';
import { type SlackFake, startSlack } from '../../../test/support/slack/slack-fake.ts';
import { type SlackHouse, startSlackHouse } from '../../../test/support/slack/slack-house.ts';

describe('what the law asks for before an act, from Slack', () => {
  let world: OfficerWorld;
  let slack: SlackFake;
  let house: SlackHouse;

  beforeAll(async () => {
    world = await createOfficerWorld({ abroadPolicy: 'full' });
    slack = await startSlack();
    house = await startSlackHouse(world, slack, 'http');
    await world.addChannel({ kind: 'slack', place: 'C1' });
    const dmitriy = await world.addStaff({ givenName: 'Дмитрий', email: 'dmitriy@example.org' });
    await world.run((tx) => world.room.bindings.bind(tx, 'slack', 'T1:UDMITRIY', dmitriy.id));
  });
  afterAll(async () => {
    await house.stop();
    await slack.stop();
    await world.stop();
  });

  async function sendForm(ticketId: string, verb: string, field: string, value: string): Promise<string> {
    await world.deliverAll();
    const card = slack.cards().find(({ blocks }) => JSON.stringify(blocks).includes(ticketId));
    if (!card) throw new Error('no card');
    await slack.press('UDMITRIY', card, `t:${verb}`);
    const form = slack.modals.at(-1) ?? {};
    const shown = await slack.submit('UDMITRIY', form, { [field]: { value } });
    const view = JSON.stringify(shown.body['view']);
    await slack.submit('UDMITRIY', { ...shown.body['view'], id: form['id'], hash: 'h2' }, {});
    return view;
  }

  it('sends the preliminary decision, after showing until when the citizen may object', async () => {
    const { appealId, ticketId } = await createTermCases(world).toHear();
    const view = await sendForm(ticketId, 'hear', 'text', 'Намерены отказать: участок не наш.');
    expect(view).toContain('Намерены отказать: участок не наш.');
    expect(view).toMatch(/Возразить можно до .+, решить — с /);
    const last = (await world.entries(appealId)).at(-1);
    expect(last).toMatchObject({ kind: 'notice', details: { notice: 'preliminary_decision' } });
    expect((await world.ticket(ticketId)).hearingUntil).not.toBeNull();
  });

  it('passes a complaint about silence to the body above, after naming it', async () => {
    const { appealId, ticketId } = await createTermCases(world).toForward();
    const view = await sendForm(ticketId, 'forward', 'note', 'Дело приложено.');
    expect(view).toContain('Жалоба с делом уходит вышестоящему органу');
    expect((await world.ticket(ticketId)).state).toBe('redirected');
    const notices = (await world.entries(appealId)).filter(({ kind }) => kind === 'notice');
    expect(notices.at(-1)).toMatchObject({ maskedText: 'Дело приложено.', details: { notice: 'forwarded' } });
  });
});

describe('a channel that may only link', () => {
  it('offers neither', async () => {
    const world = await createOfficerWorld({ abroadPolicy: 'link_only' });
    const slack = await startSlack();
    const house = await startSlackHouse(world, slack, 'http');
    await world.addChannel({ kind: 'slack', place: 'C1' });
    const { ticketId } = await createTermCases(world).toHear();
    await world.deliverAll();
    const card = slack.cards().find(({ blocks }) => JSON.stringify(blocks).includes(ticketId));
    expect(JSON.stringify(card?.blocks)).toContain('t:take');
    expect(JSON.stringify(card?.blocks)).not.toMatch(/t:hear|t:forward/);
    await house.stop();
    await slack.stop();
    await world.stop();
  });
});
