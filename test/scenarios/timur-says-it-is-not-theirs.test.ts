import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/kernel/ids.ts';
import { aCitizen, buttons, sendCase } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

describe('Timur says that it is not theirs', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  it('with one tap on his card, and an operator must say whose it is and why', async () => {
    const timur = await aCitizen(product, 'Тимур', 'ru');
    const { number, cardId } = await sendCase(timur, 'Яма на дороге на улице Абая, Алматы, Алмалинский район');
    const { db, uow, triage } = product.services;
    const where = { number: number.replaceAll('-', '') };
    const { id } = await db.appeal.findFirstOrThrow({ where });
    expect(buttons(timur.chat().find(({ message_id }) => message_id === cardId) as never)).toContain('Не их дело');

    await timur.press(cardId, 'Не их дело');
    await timur.waitFor((message) => message.message_id === cardId && !buttons(message).includes('Не их дело'));
    const [ticket] = await db.ticket.findMany({ where: { appealId: id } });
    expect(ticket?.state).toBe('redirected');
    expect((await db.appeal.findFirstOrThrow({ where })).state).toBe('in_triage');
    const said = await db.journalEntry.findFirstOrThrow({
      where: { streamId: `appeal:${id}`, type: 'ticket.redirected' },
    });
    expect(said).toMatchObject({ actorKind: 'citizen', facts: { agencyCode: ticket?.agencyCode, to: null } });

    const route = (reason: string | null) =>
      uow.run(`timur:${newId()}`, (tx) =>
        triage.route(tx, id as never, newId(), { agencyCode: ticket?.agencyCode as never, topicId: null, reason }),
      );
    await expect(route(null)).rejects.toMatchObject({ code: 'triage.reason_missing' });
    await route('Улица Абая на балансе города');
    await timur.waitFor((message) => (message.text ?? '').includes('на балансе города'));
    // Said once: whoever has it now got it from a person with a reason.
    const card = await timur.waitFor((message) => message.message_id === cardId && buttons(message).length > 2);
    expect(buttons(card)).not.toContain('Не их дело');
  });
});
