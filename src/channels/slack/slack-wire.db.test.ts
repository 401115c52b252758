import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createOfficerWorld, type OfficerWorld } from '../../../test/support/officers/officer-world.ts';
import { type SlackFake, startSlack } from '../../../test/support/slack/slack-fake.ts';
import { type SlackHouse, startSlackHouse } from '../../../test/support/slack/slack-house.ts';
import { StaffId } from '../../kernel/ids.ts';
import type { AgencyChannel } from '../officer-cards/index.ts';

const HALF_AN_HOUR = 30 * 60_000;

describe('Slack at the wire', () => {
  let world: OfficerWorld;
  let slack: SlackFake;
  let house: SlackHouse;
  let channel: AgencyChannel;

  beforeAll(async () => {
    world = await createOfficerWorld({ abroadPolicy: 'full' });
    slack = await startSlack();
    house = await startSlackHouse(world, slack, 'http', { timeoutMs: 700 });
    channel = await world.addChannel({ kind: 'slack', place: 'C1' });
    const dmitriy = await world.addStaff({ givenName: 'Дмитрий', email: 'dmitriy@example.org' });
    await world.run((tx) => world.room.bindings.bind(tx, 'slack', 'T1:UDMITRIY', dmitriy.id));
  });
  afterEach(async () => {
    slack.setRevoked(false);
    await world.services.clock.advance(HALF_AN_HOUR);
    await world.deliverAll();
  });
  afterAll(async () => {
    await house.stop();
    await slack.stop();
    await world.stop();
  });

  const health = async () => (await world.room.channels.find(channel.id))?.health;

  it('refuses a forged and a stale signature with 401 and does nothing', async () => {
    const { ticketId } = await world.fileCase();
    await world.deliverAll();
    const body = new URLSearchParams({
      payload: JSON.stringify({
        type: 'block_actions',
        user: { id: 'UDMITRIY', team_id: 'T1' },
        team: { id: 'T1' },
        trigger_id: 'x',
        channel: { id: 'C1' },
        actions: [{ action_id: 't:take', value: ticketId, type: 'button', block_id: 'ticket' }],
      }),
    }).toString();
    const type = 'application/x-www-form-urlencoded';
    const tenMinutesAgo = Math.floor(Date.now() / 1000) - 600;
    expect((await slack.overHttp(body, type, { secret: 'another-secret' })).status).toBe(401);
    expect((await slack.overHttp(body, type, { timestamp: tenMinutesAgo })).status).toBe(401);
    expect((await world.ticket(ticketId)).officerId).toBeNull();
    expect((await slack.overHttp(body, type)).status).toBe(200);
    expect((await world.ticket(ticketId)).officerId).not.toBeNull();
  });

  it('answers Slack’s question whether the address is ours', async () => {
    const asked = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    expect((await slack.overHttp(asked, 'application/json')).body).toEqual({ challenge: 'abc' });
  });

  it('presses once when one click arrives twice', async () => {
    const { appealId } = await world.fileCase();
    await world.deliverAll();
    const card = slack.cards().at(-1);
    if (!card) throw new Error('no card');
    await slack.press('UDMITRIY', card, 't:take', { triggerId: 'trigger-1' });
    await slack.press('UDMITRIY', card, 't:take', { triggerId: 'trigger-1' });
    expect((await world.journalOf(appealId)).filter((type) => type === 'ticket.taken')).toHaveLength(1);
  });

  it('finds the card it posted when no reply came, instead of posting it again', async () => {
    const before = slack.cards().length;
    slack.failNext('chat.postMessage', { lost: true });
    await world.fileCase();
    await world.deliverAll();
    expect(slack.cards()).toHaveLength(before + 1);
    expect(await health()).toBe('failing');
    await world.services.clock.advance(HALF_AN_HOUR);
    await world.deliverAll();
    expect(slack.cards()).toHaveLength(before + 1);
    expect(await health()).toBe('ok');
  });

  it('waits as long as Slack asks and then posts', async () => {
    const before = slack.cards().length;
    slack.failNext('chat.postMessage', { status: 429, retryAfter: 1 });
    await world.fileCase();
    await world.deliverAll();
    expect(slack.cards()).toHaveLength(before);
    house.skip(1_000);
    await world.services.clock.advance(HALF_AN_HOUR);
    await world.deliverAll();
    expect(slack.cards()).toHaveLength(before + 1);
  });

  it('reports a revoked token, keeps the case, and sends what waited after a new test', async () => {
    const before = slack.cards().length;
    slack.setRevoked(true);
    const { ticketId } = await world.fileCase();
    await world.deliverAll();
    expect(await health()).toBe('broken');
    expect(await world.ticket(ticketId)).toMatchObject({ state: 'delivered' });
    slack.setRevoked(false);
    const operator = { id: StaffId.parse(crypto.randomUUID()), role: 'operator', agencyCode: null } as const;
    expect(await house.admin.test(operator, channel.id)).toMatchObject({ type: 'delivered' });
    await world.deliverAll();
    expect(slack.cards()).toHaveLength(before + 1);
    expect(await health()).toBe('ok');
  });

  it('edits the card in place and posts a new one only when somebody deleted it', async () => {
    const { ticketId } = await world.fileCase();
    await world.deliverAll();
    const card = slack.cards().at(-1);
    if (!card) throw new Error('no card');
    await slack.press('UDMITRIY', card, 't:take');
    await world.deliverAll();
    expect(card.edits).toBe(1);
    slack.messages.splice(slack.messages.indexOf(card), 1);
    await slack.press('UDMITRIY', card, 't:register');
    await slack.submit('UDMITRIY', slack.modals.at(-1) ?? {}, { number: { value: 'Ж-1' } });
    await world.deliverAll();
    const fresh = slack.cards().filter(({ metadata }) => metadata?.['event_payload'].id === ticketId);
    expect(fresh).toHaveLength(1);
    expect(JSON.stringify(fresh[0]?.blocks)).toContain('Ж-1');
  });

  it('shows an error under the field of the form', async () => {
    await world.fileCase();
    await world.deliverAll();
    const card = slack.cards().at(-1);
    if (!card) throw new Error('no card');
    await slack.press('UDMITRIY', card, 't:register');
    const { body } = await slack.submit('UDMITRIY', slack.modals.at(-1) ?? {}, {
      number: { value: 'Ж-2' },
      on: { selected_date: '2999-01-01' },
    });
    expect(body['response_action']).toBe('errors');
    expect(body['errors']).toHaveProperty('on');
  });

  it('sends files with the answer, and sends nothing when one of them cannot be had', async () => {
    const { appealId } = await world.fileCase();
    await world.deliverAll();
    const card = slack.cards().at(-1);
    if (!card) throw new Error('no card');
    await slack.press('UDMITRIY', card, 't:register');
    await slack.submit('UDMITRIY', slack.modals.at(-1) ?? {}, { number: { value: 'Ж-3' } });
    await world.deliverAll();
    const answerWith = async (file: object) => {
      await slack.press('UDMITRIY', card, 't:answer');
      const form = slack.modals.at(-1) ?? {};
      const { body } = await slack.submit('UDMITRIY', form, {
        text: { value: 'Исправили' },
        outcome: { selected_option: { value: 'done' } },
        files: { files: [file] },
      });
      return slack.submit('UDMITRIY', { ...body['view'], id: form['id'], hash: 'h2' }, {});
    };
    await answerWith(slack.file('photo.png', 'https://evil.example/photo.png'));
    expect(slack.whispers.at(-1)?.['text']).toContain('Файл не получен');
    expect((await world.entries(appealId)).map(({ kind }) => kind)).not.toContain('answer');
    await answerWith(slack.file('photo.png'));
    const answer = (await world.entries(appealId)).at(-1);
    expect(answer?.files).toMatchObject([{ kind: 'photo', fileName: 'photo.png', state: 'stored' }]);
  });

  it('passes a case on to another body and leaves nothing to press', async () => {
    const { ticketId } = await world.fileCase();
    await world.deliverAll();
    const card = slack.cards().at(-1);
    if (!card) throw new Error('no card');
    await slack.press('UDMITRIY', card, 't:redirect');
    const form = slack.modals.at(-1) ?? {};
    const { body } = await slack.submit('UDMITRIY', form, {
      to: { selected_option: { value: 'almaty.energy' } },
      reason: { value: 'Это кабель электросети' },
    });
    expect(JSON.stringify(body['view'])).toContain('Это кабель электросети');
    await slack.submit('UDMITRIY', { ...body['view'], id: form['id'], hash: 'h2' }, {});
    await world.deliverAll();
    expect(await world.ticket(ticketId)).toMatchObject({ state: 'redirected' });
    expect(JSON.stringify(card.blocks)).toContain('Передано другому органу');
    expect(card.blocks.flatMap((block) => block['elements'] ?? []).map(({ action_id: id }) => id)).toEqual(['t:open']);
  });

  it('previews the corrected words when a form is sent again', async () => {
    await world.fileCase();
    await world.deliverAll();
    const card = slack.cards().at(-1);
    if (!card) throw new Error('no card');
    await slack.press('UDMITRIY', card, 't:ask');
    const form = slack.modals.at(-1) ?? {};
    await slack.submit('UDMITRIY', form, { text: { value: 'Первый вопрос' } });
    const { body } = await slack.submit('UDMITRIY', form, { text: { value: 'Второй вопрос' } });
    await slack.submit('UDMITRIY', { ...body['view'], id: form['id'], hash: 'h2' }, {});
    const { ticketId } = JSON.parse(form['private_metadata']) as { ticketId: string };
    const asked = await world.services.db.threadEntry.findMany({ where: { ticketId, kind: 'question' } });
    expect(asked.map(({ maskedText }) => maskedText)).toEqual(['Второй вопрос']);
  });

  it('keeps within Slack’s limits whatever a citizen writes', async () => {
    const before = slack.cards().length;
    await world.fileCase(`<!channel> *жирно* ${'очень длинное слово '.repeat(390)}`);
    await world.deliverAll();
    const card = slack.cards().at(-1);
    expect(slack.cards()).toHaveLength(before + 1);
    expect(card?.text).not.toContain('<!channel>');
    const thread = slack.threadOf(card?.ts ?? '');
    expect(thread.at(-1)?.blocks.length).toBeGreaterThan(2);
    expect(thread.at(-1)?.text).toContain('&lt;!channel&gt;');
  });

  it('says nothing twice when the digest is asked for by two processes', async () => {
    await world.services.clock.advance(24 * 3_600_000);
    const minutes = (await world.services.clock.now()).getUTCHours();
    await world.services.clock.advance(((28 - minutes) % 24) * 3_600_000);
    await Promise.all([world.room.digest.round(), world.room.digest.round()]);
    await world.services.clock.advance(11 * 60_000);
    await world.deliverAll();
    const digests = slack.messages.filter(({ text }) => text.includes('на сегодня'));
    expect(digests).toHaveLength(1);
  });
});
