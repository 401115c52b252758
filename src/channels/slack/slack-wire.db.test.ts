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
    await world.deliverAll();
    const digests = slack.messages.filter(({ text }) => text.includes('на сегодня'));
    expect(digests).toHaveLength(1);
  });
});

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

describe('the second channel of a body', () => {
  it('takes over after the set time, and nothing is shown twice', async () => {
    const world = await createOfficerWorld({ abroadPolicy: 'full' });
    const slack = await startSlack();
    const house = await startSlackHouse(world, slack, 'http');
    const shown: string[] = [];
    world.setDeliverers({
      slack: house.channel.deliver,
      email: async ({ ticketId }) => {
        shown.push(ticketId);
        return { type: 'delivered', channel: 'email' };
      },
    });
    await world.addChannel({ kind: 'slack', place: 'C1' });
    await world.addChannel({ kind: 'email', place: 'roads@example.org', fallbackOrder: 1, fallbackAfterMinutes: 30 });

    await world.fileCase();
    await world.deliverAll();
    await world.services.clock.advance(HALF_AN_HOUR);
    await world.deliverAll();
    expect([slack.cards().length, shown.length]).toEqual([1, 0]);

    slack.setRevoked(true);
    const { ticketId } = await world.fileCase();
    await world.deliverAll();
    expect(shown).toEqual([]);
    await world.services.clock.advance(HALF_AN_HOUR);
    await world.deliverAll();
    expect(shown).toEqual([ticketId]);
    slack.setRevoked(false);
    await world.services.clock.advance(24 * 3_600_000);
    await world.deliverAll();
    expect(slack.cards()).toHaveLength(1);

    await house.stop();
    await slack.stop();
    await world.stop();
  });
});
