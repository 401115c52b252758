import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseNumberOf } from '../../src/appeals/case-number.ts';
import { showCaseNumber } from '../../src/appeals/index.ts';
import { caseButton } from '../../src/channels/telegram/index.ts';
import { aCitizen, buttons, sendCase, type TestCitizen } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

const PROBLEM = 'Алматы, Алмалы ауданында қоқыс шығарылмайды';

describe('Botagoz writes for her mother', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  const caseOf = (number: string) =>
    product.services.db.appeal.findUniqueOrThrow({ where: { number: number.replaceAll('-', '') } });

  /** Opens the "more" screen of the card and presses there. */
  async function more(citizen: TestCitizen, cardId: number, label: string): Promise<void> {
    await citizen.press(cardId, citizen.t('button-more'));
    const screen = await citizen.waitForReply((message) => buttons(message).includes(label));
    await citizen.press(screen.message_id, label);
  }

  it('says whom it is for; the body reads it only with a purpose', async () => {
    const botagoz = await aCitizen(product, 'Ботагөз', 'kk');
    const { number, cardId } = await sendCase(botagoz, PROBLEM);
    await more(botagoz, cardId, 'Басқа адам үшін');
    const who = await botagoz.waitForReply('Кім үшін жазып отырсыз?');
    await botagoz.press(who.message_id, 'Анам немесе әкем');
    await botagoz.waitForReply('аты-жөні');
    botagoz.send('Әсия Серікқызы');
    const contact = await botagoz.waitForReply('қалай хабарласуға');
    await botagoz.press(contact.message_id, 'Өткізіп жіберу');
    const basis = await botagoz.waitForReply('қандай негізде');
    await botagoz.press(basis.message_id, 'Заң бойынша');
    await botagoz.waitFor(
      (message) => message.message_id === cardId && (message.text ?? '').includes('Басқа адам үшін'),
    );

    const appeal = await caseOf(number);
    expect(Buffer.from(appeal.sealedOnBehalfOf ?? []).toString()).not.toContain('Әсия');
    expect(
      product.services.representations.read({
        id: appeal.id as never,
        sealedOnBehalfOf: appeal.sealedOnBehalfOf,
      }),
    ).toEqual({ relation: 'parent', name: 'Әсия Серікқызы', contact: null, basis: 'law' });
    expect(product.logLines.join('')).not.toContain('Әсия');
  });

  it('opens the case from a new account by number and secret word; the old one is told', async () => {
    const old = await aCitizen(product, 'Ескі Чат', 'kk');
    const { number, cardId } = await sendCase(old, PROBLEM);
    await more(old, cardId, 'Құпия сөз');
    await old.waitForReply(old.t('secret-ask').slice(0, 30));
    const said = old.send('ақ көгершін');
    await old.waitForReply('Сөз сақталды');
    await expect.poll(() => old.chat().some(({ message_id }) => message_id === said.message_id)).toBe(false);

    const fresh = await aCitizen(product, 'Жаңа Чат', 'kk');
    await open(fresh, number, 'қара көгершін');
    await fresh.waitForReply('Ашылмады');
    await open(fresh, number, 'Ақ  көгершін');
    await fresh.waitForReply(`№ ${number} өтініш енді осы чатта`);
    await fresh.waitFor((message) => buttons(message).includes(fresh.t('button-withdraw')));

    const told = await old.waitFor('басқа чаттан ашылды');
    await old.press(told.message_id, 'Бұл мен емес');
    await old.waitForReply('Операторға бердік');
    expect((await product.services.notices.list({ done: false, limit: 9 })).map(({ kind }) => kind)).toContain(
      'case_taken',
    );
    old.send(number);
    await old.waitForReply('мұндай нөмірлі');
    const types = (await product.services.journal.read(`appeal:${(await caseOf(number)).id}`)).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['appeal.secret_word_set', 'appeal.opening_failed', 'appeal.opened_by_secret_word']),
    );
  });

  it('says the same of a wrong word, a case without one and no case at all, and stops after five tries', async () => {
    const owner = await aCitizen(product, 'Иесі', 'ru');
    const { number } = await sendCase(owner, 'Яма на дороге, Алматы, Алмалинский район');
    const stranger = await aCitizen(product, 'Чужая', 'ru');
    const nobodys = showCaseNumber(caseNumberOf(900_000));
    const said: string[] = [];
    for (const attempt of [number, nobodys, number, nobodys, number]) {
      await open(stranger, attempt, 'белый голубь');
      said.push((await stranger.waitForReply('Не открылось')).text ?? '');
    }
    expect(new Set(said).size).toBe(1);
    await open(stranger, number, 'белый голубь');
    await stranger.waitForReply('Сегодня попыток больше нет');
    expect((await caseOf(number)).citizenId).not.toBe(undefined);
  });

  async function open(citizen: TestCitizen, number: string, word: string): Promise<void> {
    citizen.send(number);
    const offered = await citizen.waitForReply((message) =>
      buttons(message).includes(citizen.t('button-open-by-secret')),
    );
    await citizen.press(offered.message_id, citizen.t('button-open-by-secret'));
    await citizen.waitForReply(citizen.t('secret-ask-open'));
    citizen.send(word);
  }

  it('is asked for name and address only when a complaint is sent, one at a time, with the reason', async () => {
    const dina = await aCitizen(product, 'Дина', 'ru');
    dina.send('Жалоба: врач в поликлинике отказал в приёме и нагрубил, Алматы, Алмалинский район');
    const card = await dina.waitForReply((message) => buttons(message).includes('Изменить'));
    const appeal = await product.services.db.appeal.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    if (appeal.kind !== 'complaint') {
      await dina.press(card.message_id, 'Изменить');
      await dina.press(card.message_id, 'Жалоба');
    }
    await dina.waitFor((message) => message.message_id === card.message_id && buttons(message).includes('Отправить'));
    await dina.press(card.message_id, 'Отправить');
    const why = await dina.waitForReply('закон просит имя и почтовый адрес');
    await dina.press(why.message_id, 'Указать данные');
    await dina.waitForReply('фамилию, имя и отчество');
    dina.send('<b>Дина</b>; drop table citizens');
    await dina.waitForReply('Напишите имя буквами');
    await product.restart();
    const again = Object.assign(product.simulator.citizen('Дина'), { t: dina.t });
    again.send('Ахметова Дина');
    await again.waitForReply('почтовый адрес');
    again.send('050000, Алматы, Абая 10, кв. 5');
    const iin = await again.waitForReply('ИИН');
    expect(buttons(iin)).toContain('Пропустить');
    again.send('850101199990');
    await again.waitForReply('В ИИН ошибка');
    await again.press(iin.message_id, 'Пропустить');
    await again.waitFor(
      (message) => message.message_id === card.message_id && /\d{3}-\d{3}-\d/.test(message.text ?? ''),
    );

    again.send('/mydata');
    const data = await again.waitForReply('Что о вас хранится');
    expect(data.text).toContain('Ахметова Дина');
    again.send('/delete');
    const sure = await again.waitForReply((message) => buttons(message).includes('Да, удалить'));
    await again.press(sure.message_id, 'Да, удалить');
    await again.waitForReply('Данные удалены');
    const row = await product.services.db.citizen.findUniqueOrThrow({ where: { id: appeal.citizenId } });
    expect([row.sealedName, row.sealedPostalAddress, row.state]).toEqual([null, null, 'erased']);
  });

  it('may leave out the other person’s name, but not where the procedure asks for it', async () => {
    const askha = await aCitizen(product, 'Асхат', 'ru');
    askha.send('Жалоба: врач в поликлинике отказал в приёме и нагрубил, Алматы, Алмалинский район');
    const card = await askha.waitForReply((message) => buttons(message).includes('Изменить'));
    await askha.press(card.message_id, 'Изменить');
    await askha.waitFor((message) => message.message_id === card.message_id && buttons(message).includes('Вопрос'));
    if (buttons(askha.chat().find(({ message_id }) => message_id === card.message_id) ?? {}).includes('Жалоба')) {
      await askha.press(card.message_id, 'Жалоба');
      await askha.waitFor((message) => message.message_id === card.message_id && buttons(message).includes('Изменить'));
      await askha.press(card.message_id, 'Изменить');
    }
    await askha.waitFor(
      (message) => message.message_id === card.message_id && buttons(message).includes('За другого человека'),
    );
    await askha.press(card.message_id, 'За другого человека');
    const who = await askha.waitForReply('За кого вы пишете?');
    await askha.press(who.message_id, 'Сосед');
    const name = await askha.waitForReply('Как зовут этого человека?');
    expect(buttons(name)).toEqual(['Отменить']);
    askha.send('Пётр Иванов');
    const contact = await askha.waitForReply('Как с ним связаться?');
    expect(buttons(contact)).toContain('Пропустить');
  });

  it('refuses a forged button of somebody else’s secret word', async () => {
    const owner = await aCitizen(product, 'Владелец', 'ru');
    const { number } = await sendCase(owner, 'Яма на дороге, Алматы, Алмалинский район');
    const stranger = await aCitizen(product, 'Подделка', 'ru');
    const intake = await product.parts.intake;
    const { id } = await caseOf(number);
    for (const [index, verb] of (['set_secret', 'on_behalf', 'give_details', 'as_message', 'more'] as const).entries())
      await intake.accept([
        {
          update_id: 998_000_000 + index,
          callback_query: {
            id: `f${index}`,
            from: stranger.user as never,
            chat_instance: '1',
            data: caseButton(verb, id),
            message: { message_id: 5, date: 1, chat: { id: stranger.user.id, type: 'private', first_name: 'x' } },
          },
        } as never,
      ]);
    await intake.idle();
    expect(await product.services.db.formSession.count({ where: { owner: `telegram:${stranger.user.id}` } })).toBe(0);
  });
});
