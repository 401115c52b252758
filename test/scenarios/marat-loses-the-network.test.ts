import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCitizen, atTheDesk, buttons, sendCase } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';
import { todayOf } from '../support/today.ts';

describe('Marat has a bad connection', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  it('finds his half-written form after a restart', async () => {
    const before = await aCitizen(product, 'Марат', 'ru');
    const { number } = await sendCase(before, 'Не работает светофор на перекрёстке, Алматы, Алмалинский район');
    await before.press('last', 'Дополнить');
    await before.waitForReply(before.t('ask-addition'));
    await product.restart();
    const marat = product.simulator.citizen('Марат');
    marat.send('Жёлтый мигает с ночи');
    await marat.waitForReply('Добавили');
    const entries = await product.services.db.threadEntry.findMany({
      where: { appeal: { number: number.replaceAll('-', '') } },
      orderBy: { at: 'asc' },
    });
    expect(entries.map(({ kind, maskedText }) => [kind, maskedText])).toEqual([
      ['statement', 'Не работает светофор на перекрёстке, Алматы, Алмалинский район'],
      ['addition', 'Жёлтый мигает с ночи'],
    ]);
  });

  it('files nothing twice when Telegram delivers an update again', async () => {
    const aliya = await aCitizen(product, 'Әлия', 'kk');
    const { number } = await sendCase(aliya, 'Алматы, Алмалы ауданында қоқыс шығарылмайды');
    const { db } = product.services;
    const rows = await db.commandKey.findMany({
      where: { key: { startsWith: 'telegram:' } },
      orderBy: { at: 'desc' },
      take: 1,
    });
    const lastId = Number(rows[0]?.key.split(':')[1]);
    const before = await db.appeal.count();
    const intake = await product.parts.intake;
    const again = {
      update_id: lastId,
      message: {
        message_id: 1,
        date: 1,
        chat: { id: aliya.user.id, type: 'private' as const, first_name: 'x' },
        from: aliya.user as never,
        text: 'Тағы бір рет',
      },
    };
    await intake.accept([again as never, again as never]);
    await intake.idle();
    expect(await db.appeal.count()).toBe(before);
    expect(number).toMatch(/^\d{3}-\d{3}-\d$/);
  });

  it('sees the words he corrected, and the journal keeps the first ones', async () => {
    const dana = await aCitizen(product, 'Дана', 'ru');
    const message = dana.send('Яма на дароге, Алматы, Алмалинский район');
    await dana.waitForReply((shown) => buttons(shown).length > 0);
    dana.edit(message.message_id, 'Яма на дороге, Алматы, Алмалинский район');
    await dana.waitFor((shown) => (shown.text ?? '').includes('Проблема: Яма на дороге'));
    const appeal = await product.services.db.appeal.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    const entries = await product.services.journal.read(`appeal:${appeal.id}`);
    expect(entries.find(({ type }) => type === 'entry.rewritten')?.text).toEqual({
      before: 'Яма на дароге, Алматы, Алмалинский район',
    });
  });

  it('gets the answer once he unblocks the bot', async () => {
    const oleg = await aCitizen(product, 'Олег', 'ru');
    const { number } = await sendCase(oleg, 'Яма на дороге, Алматы, Алмалинский район, улица Абая');
    oleg.block();
    const officer = atTheDesk(product);
    const today = await todayOf(product.services);
    await officer.act(number, (tx, id, who) => officer.tickets.register(tx, id, who, { number: '77', on: today }));
    await officer.act(number, (tx, id, who) =>
      officer.tickets.answer(tx, id, who, { text: 'Яму закрыли.', language: 'ru', outcome: 'done', files: [] }),
    );
    await expect
      .poll(() => product.services.db.notification.count({ where: { kind: 'case_answer', state: 'unreachable' } }), {
        timeout: 10_000,
      })
      .toBe(1);
    oleg.unblock();
    await oleg.waitFor('Яму закрыли.', 10_000);
  });

  it('is passed on twice, then a person decides with all reasons in view, and the right body answers', async () => {
    const asel = await aCitizen(product, 'Әсел', 'ru');
    const { number } = await sendCase(asel, 'Яма на дороге, Алматы, Алмалинский район, улица Толе би');
    const { db, uow, triage, tickets } = product.services;
    const bodies = await db.agency.findMany({
      where: { code: { startsWith: 'almaty.' }, connection: 'connected', NOT: { code: { contains: 'roads' } } },
      orderBy: { code: 'asc' },
    });
    for (const round of [1, 2]) {
      const desk = atTheDesk(product);
      await desk.act(number, (tx, id, who) =>
        desk.tickets.redirect(tx, id, who, {
          to: bodies.find(({ code }) => code !== desk.agency)?.code as never,
          reason: `Причина ${round}`,
        }),
      );
    }
    await asel.waitFor((message) => (message.text ?? '').includes('сотрудник сервиса выбирает, кому передать'));
    const where = { number: number.replaceAll('-', '') };
    const appeal = await db.appeal.findUniqueOrThrow({ where, include: { tickets: true, entries: true } });
    expect(appeal.state).toBe('in_triage');
    expect(appeal.tickets.map(({ state }) => state)).toEqual(['redirected', 'redirected']);
    expect(appeal.entries.map(({ maskedText }) => maskedText)).toEqual(
      expect.arrayContaining(['Причина 1', 'Причина 2']),
    );

    await uow.run('asel:routed', async (tx) => {
      const decided = { agencyCode: 'almaty.roads' as never, topicId: null, reason: 'Дорога городская' };
      await triage.route(tx, appeal.id as never, crypto.randomUUID(), decided);
    });
    await asel.waitFor('Дорога городская');
    const desk = atTheDesk(product);
    const on = await todayOf(product.services);
    await desk.act(number, (tx, id, who) => tickets.register(tx, id, who, { number: 'Ж-9', on }));
    await desk.act(number, (tx, id, who) =>
      tickets.answer(tx, id, who, { text: 'Яму заделали.', language: 'ru', outcome: 'done', files: [] }),
    );
    await asel.waitFor('Яму заделали.');
  });
});
