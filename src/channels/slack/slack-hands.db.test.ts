import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BODY, createOfficerWorld, type OfficerWorld } from '../../../test/support/officers/officer-world.ts';
import { type SlackFake, startSlack } from '../../../test/support/slack/slack-fake.ts';
import { type SlackHouse, startSlackHouse } from '../../../test/support/slack/slack-house.ts';
import type { SlackMessage } from '../../../test/support/slack/slack-workspace.ts';
import type { StaffId, TicketId } from '../../kernel/ids.ts';

type Field = { block_id?: string; element?: { options?: { value: string; text: { text: string } }[] } };

describe('an answer that goes through hands, in Slack', () => {
  let world: OfficerWorld;
  let slack: SlackFake;
  let house: SlackHouse;
  let headId: StaffId;

  beforeAll(async () => {
    world = await createOfficerWorld({ abroadPolicy: 'full' });
    slack = await startSlack();
    house = await startSlackHouse(world, slack, 'http');
    await world.addChannel({ kind: 'slack', place: 'C1' });
    const author = await world.addStaff({ givenName: 'Асель', email: 'asel@example.org', role: 'officer' });
    const head = await world.addStaff({ givenName: 'Дмитрий', email: 'dmitriy@example.org' });
    headId = head.id;
    await world.run((tx) => world.room.bindings.bind(tx, 'slack', 'T1:UASEL', author.id));
    await world.run((tx) => world.room.bindings.bind(tx, 'slack', 'T1:UHEAD', head.id));
    const by = { id: head.id, role: 'supervisor', agencyCode: BODY, unitIds: [] } as const;
    await world.run((tx) =>
      world.services.answers.setChain(tx, by, {
        agencyCode: BODY,
        approverIds: [],
        signatoryIds: [headId],
        wantsNumber: true,
      }),
    );
  });
  afterAll(async () => {
    await house.stop();
    await slack.stop();
    await world.stop();
  });

  async function aCard(): Promise<{ card: SlackMessage; ticketId: TicketId; appealId: string }> {
    const { ticketId, appealId } = await world.fileCase('Почините фонарь у дома 5. Сделают ли перерасчёт?');
    await world.deliverAll();
    const card = slack.cards().find(({ blocks }) => JSON.stringify(blocks).includes(ticketId));
    if (!card) throw new Error('no card');
    await slack.press('UASEL', card, 't:register');
    await slack.submit('UASEL', slack.modals.at(-1) ?? {}, { number: { value: 'Ж-1' } });
    await world.deliverAll();
    return { card, ticketId, appealId };
  }

  async function write(card: SlackMessage): Promise<void> {
    await slack.press('UASEL', card, 't:answer');
    const form = slack.modals.at(-1) as { id?: string; blocks: Field[] };
    const points = form.blocks.find(({ block_id: id }) => id === 'points')?.element?.options ?? [];
    expect(points.map(({ text }) => text.text)).toEqual(['1. Почините фонарь у дома 5.', '2. Сделают ли перерасчёт?']);
    expect(form.blocks.map(({ block_id: id }) => id)).toContain('outgoing-number');
    const shown = await slack.submit('UASEL', form, {
      text: { value: 'Фонарь заменён.' },
      outcome: { selected_option: { value: 'done' } },
      points: { selected_options: [{ value: '1' }] },
    });
    const preview = JSON.stringify(shown.body['view']);
    expect(preview).toContain('пойдёт на подпись');
    expect(preview).toContain('✔ 1. Почините фонарь у дома 5.');
    expect(preview).toContain('— 2. Сделают ли перерасчёт?');
    await slack.submit('UASEL', { ...shown.body['view'], id: form.id, hash: 'h2' }, {});
  }

  it('waits visibly for the signatory, who signs it with its number; the citizen sees what it takes up', async () => {
    const { card, ticketId, appealId } = await aCard();
    await write(card);
    expect(slack.whispers.at(-1)?.['text']).toContain('в следующие руки');
    expect((await world.ticket(ticketId)).state).toBe('registered');
    await world.deliverAll();
    expect(JSON.stringify(card.blocks)).toContain('Ответ ждёт подписи');

    await slack.press('UASEL', card, 't:pass');
    expect(slack.whispers.at(-1)?.['text']).toContain('сейчас не у вас');
    await slack.press('UHEAD', card, 't:pass');
    const form = slack.modals.at(-1) ?? {};
    expect(JSON.stringify(form)).toContain('Фонарь заменён.');
    const refused = await slack.submit('UHEAD', form, {});
    expect(JSON.stringify(refused.body)).toContain('исходящий номер');
    await slack.submit('UHEAD', form, {
      'outgoing-number': { value: '12-3' },
      'outgoing-on': { selected_date: '2026-11-20' },
    });
    expect((await world.ticket(ticketId)).state).toBe('answered');
    const answer = (await world.entries(appealId as never)).at(-1);
    expect(answer).toMatchObject({
      kind: 'answer',
      details: {
        outgoingNumber: '12-3',
        signatory: 'Дмитрий Орлов',
        pointsBy: 'officer',
        points: [
          { position: 1, addressed: true },
          { position: 2, addressed: false },
        ],
      },
    });
  });

  it('goes back to its author with what has to change', async () => {
    const { card, ticketId } = await aCard();
    await write(card);
    await world.deliverAll();
    await slack.press('UHEAD', card, 't:return');
    await slack.submit('UHEAD', slack.modals.at(-1) ?? {}, { remark: { value: 'Ответьте и про перерасчёт' } });
    await world.deliverAll();
    expect(JSON.stringify(card.blocks)).toContain('Ответ вернули автору');
    expect(await world.services.answers.stageOf(ticketId)).toBe('author');
  });
});
