import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BODY,
  createOfficerWorld,
  type OfficerWorld,
  SECRETS_OF_CITIZEN,
  STORY,
} from '../../../test/support/officers/officer-world.ts';
import { type SlackFake, startSlack } from '../../../test/support/slack/slack-fake.ts';
import { LIKELY, type SlackHouse, startSlackHouse } from '../../../test/support/slack/slack-house.ts';
import type { StaffId } from '../../kernel/ids.ts';

describe.each(['http', 'socket'] as const)('a case worked in Slack over %s', (mode) => {
  let world: OfficerWorld;
  let slack: SlackFake;
  let house: SlackHouse;
  let dmitriyId: StaffId;

  beforeAll(async () => {
    world = await createOfficerWorld({ abroadPolicy: 'full' });
    slack = await startSlack();
    house = await startSlackHouse(world, slack, mode);
    await world.addChannel({ kind: 'slack', place: 'C1' });
    const dmitriy = await world.addStaff({ givenName: 'Дмитрий', email: 'dmitriy@example.org' });
    dmitriyId = dmitriy.id;
    await world.run((tx) => world.room.bindings.bind(tx, 'slack', 'T1:UDMITRIY', dmitriy.id));
  });
  afterAll(async () => {
    await house.stop();
    await slack.stop();
    await world.stop();
  });

  it('goes from the card to the citizen’s last word and leaves the same journal as everywhere', async () => {
    const { appealId, citizenId, ticketId } = await world.fileCase();
    await world.deliverAll();
    const [card] = slack.cards();
    if (!card) throw new Error('no card');
    expect(JSON.stringify(card.blocks)).toContain('Провал на улице Абая');

    await slack.press('UDMITRIY', card, 't:take');
    await world.deliverAll();
    expect(JSON.stringify(card.blocks)).toContain('Дмитрий Орлов');

    await slack.reply('UDMITRIY', card, 'Вопрос: с какой стороны дороги?');
    const question = await slack.waitFor(() => slack.whispers.at(-1), 'a preview');
    expect((await world.entries(appealId)).map(({ kind }) => kind)).not.toContain('question');
    await slack.pressWhisper('UDMITRIY', question, 'p:send');
    expect((await world.entries(appealId)).at(-1)).toMatchObject({
      kind: 'question',
      maskedText: 'с какой стороны дороги?',
    });

    await slack.press('UDMITRIY', card, 't:register');
    await slack.submit('UDMITRIY', slack.modals.at(-1) ?? {}, { number: { value: 'Ж-881' } });
    expect(await world.ticket(ticketId)).toMatchObject({ state: 'registered', registrationNumber: 'Ж-881' });

    await world.deliverAll();
    await slack.press('UDMITRIY', card, 't:extend');
    const form = slack.modals.at(-1) ?? {};
    const preview = await slack.submit('UDMITRIY', form, { reason: { value: 'Ждём экспертизу' } });
    await slack.submit('UDMITRIY', { ...preview.body['view'], id: form['id'], hash: 'h2' }, {});

    for (const text of ['Яму засыпали 9 декабря.', 'Заасфальтировали, фото приложено.']) {
      await world.deliverAll();
      await slack.press('UDMITRIY', card, 't:answer');
      const answer = slack.modals.at(-1) ?? {};
      const shown = await slack.submit('UDMITRIY', answer, {
        text: { value: text },
        outcome: { selected_option: { value: 'done' } },
      });
      expect(JSON.stringify(shown.body['view'])).toContain(text);
      await slack.submit('UDMITRIY', { ...shown.body['view'], id: answer['id'], hash: 'h2' }, {});
      expect((await world.entries(appealId)).at(-1)).toMatchObject({ kind: 'answer', maskedText: text });
      if (text.startsWith('Яму')) await world.dispute(appealId, citizenId);
    }
    await world.confirm(appealId, citizenId);
    await world.deliverAll();

    expect(await world.journalOf(appealId)).toEqual(STORY);
    expect(slack.cards()).toHaveLength(1);
    expect(slack.threadOf(card.ts).map(({ text }) => text.split('\n')[0])).toContain('Гражданин не согласен');
    expect(world.lines.join('')).not.toContain('Провал');
  });

  it('begins an answer from an approved template and says what may be wrong with it', async () => {
    const { ticketId } = await world.fileCase();
    const { templates, tickets } = world.services;
    const by = { id: dmitriyId, role: 'supervisor', agencyCode: BODY, unitIds: [] } as const;
    const name = { kk: 'Жабылды', ru: 'Засыпано', en: 'Filled' };
    const body = { kk: '№ {number}: жабылды.', ru: 'По № {number}: яма засыпана.', en: 'No {number}: filled.' };
    await world.run(async (tx) => {
      const content = { use: 'answer', name, body, outcome: 'done', topic: null, takes: false, note: null } as const;
      const id = await templates.propose(tx, by, { agencyCode: BODY, ...content });
      await templates.decide(tx, by, id, 'approved');
      await tickets.register(tx, ticketId, by, { number: 'Ж-1', on: await world.room.desk.today() });
    });
    await world.deliverAll();
    const card = slack.cards().at(-1);
    if (!card) throw new Error('no card');
    await slack.press('UDMITRIY', card, 't:answer');
    const form = slack.modals.at(-1) as {
      blocks: { block_id?: string; accessory?: { options: { value: string }[] } }[];
    };
    const choice = form.blocks.find(({ block_id }) => block_id === 'template')?.accessory?.options[0]?.value ?? '';
    await slack.choose('UDMITRIY', form, 'm:template', choice);
    const begun = await slack.waitFor(() => {
      const last = slack.modals.at(-1);
      return JSON.stringify(last).includes('яма засыпана') ? last : null;
    }, 'the words of the template');
    expect(JSON.stringify(begun)).toContain(`text:${choice}`);
    const shown = await slack.submit('UDMITRIY', begun, {
      [`text:${choice}`]: { value: 'По № 1: яма засыпана.' },
      outcome: { selected_option: { value: 'done' } },
    });
    expect(JSON.stringify(shown.body['view'])).toContain('не сказано, как обжаловать');
    expect(JSON.stringify(shown.body['view'])).toContain('кроме шаблонных слов ничего нет');
  });

  it('keeps a note in the thread as an internal note, once, though Slack delivers it twice', async () => {
    const { appealId } = await world.fileCase();
    await world.deliverAll();
    const card = slack.cards().at(-1);
    if (!card) throw new Error('no card');
    await slack.reply('UDMITRIY', card, 'Позвонил подрядчику', { eventId: 'Ev1' });
    await slack.reply('UDMITRIY', card, 'Позвонил подрядчику', { eventId: 'Ev1', retry: 1 });
    await world.deliverAll();
    const notes = (await world.entries(appealId)).filter(({ kind }) => kind === 'note');
    expect(notes).toHaveLength(1);
    expect(slack.threadOf(card.ts).filter(({ text, user }) => !user && text.includes('Позвонил'))).toEqual([]);
  });

  it('explains itself to a stranger, privately, and changes nothing', async () => {
    const { ticketId } = await world.fileCase();
    await world.deliverAll();
    const card = slack.cards().at(-1);
    if (!card) throw new Error('no card');
    await slack.press('USTRANGER', card, 't:take');
    expect(slack.whispers.at(-1)).toMatchObject({ user: 'USTRANGER' });
    expect(slack.whispers.at(-1)?.['text']).toContain('https://dauys.example/officers/connect?token=');
    expect((await world.ticket(ticketId)).officerId).toBeNull();
  });

  it('shows one’s own tickets by due date and opens a case by number', async () => {
    const { number, ticketId } = await world.fileCase();
    await world.deliverAll();
    const card = slack.cards().at(-1);
    if (!card) throw new Error('no card');
    await slack.press('UDMITRIY', card, 't:take');
    await slack.openHome('UDMITRIY');
    expect(JSON.stringify(slack.homes.get('UDMITRIY'))).toContain(ticketId);
    for (const secret of SECRETS_OF_CITIZEN) expect(JSON.stringify(slack.homes.get('UDMITRIY'))).not.toContain(secret);
    const { body } = await slack.command('UDMITRIY', number);
    expect(JSON.stringify(body)).toContain('Зарегистрировать');
    expect(JSON.stringify((await slack.suggest('UDMITRIY', 'дорог')).body)).toContain('shymkent.roads');
  });

  it('offers first, before a word is typed, the bodies that topic and place speak for', async () => {
    await world.fileCase();
    await world.deliverAll();
    const card = slack.cards().at(-1);
    if (!card) throw new Error('no card');
    await slack.press('UDMITRIY', card, 't:take');
    await slack.press('UDMITRIY', card, 't:redirect');
    const modal = await slack.waitFor(() => slack.modals.at(-1), 'the form');
    const { options } = (await slack.suggest('UDMITRIY', '', modal)).body as { options: { value: string }[] };
    const codes = options.map(({ value }) => value);
    expect(codes.slice(0, 2)).toEqual(LIKELY.filter((code) => code !== BODY));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThan(2);
  });

  it('binds by a code from the console, once', async () => {
    const person = await world.addStaff({ givenName: 'Асель', email: `asel-${mode}@example.org` });
    await world.run((tx) => world.room.bindings.invite(tx, 'code-of-asel', { channel: 'slack', staffId: person.id }));
    const first = await slack.command('UASEL', 'connect code-of-asel');
    expect(first.body['text']).toContain('Асель');
    const second = await slack.command('UOTHER', 'connect code-of-asel');
    expect(second.body['text']).toContain('Код не действует');
  });
});
