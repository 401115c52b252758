import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCitizen, buttons } from '../../../../../test/support/product/people.ts';
import { type Product, startProduct } from '../../../../../test/support/product/start-product.ts';
import { addDays } from '../../../../kernel/day.ts';
import type { Tx } from '../../../../kernel/unit-of-work.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

const desk = { kind: 'operator', id: null } as const;
const votes = () => product.parts.participation.votes;
const run = async <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  (await product.services.uow.run(randomUUID(), work)).result;
const today = async () => votes().today(await product.services.clock.now());

async function aRound(kind: 'ideas' | 'budget') {
  const from = await today();
  const title = { kk: 'Аула', ru: 'Дворы Алматы', en: 'Yards' };
  const budget = kind === 'budget' ? { budget: 100, currency: 'KZT' } : { budget: null, currency: null };
  const round = await run((tx) =>
    votes().rounds.create(
      tx,
      {
        kind,
        title,
        about: title,
        agencyCode: null,
        territoryCode: null,
        rule: kind === 'budget' ? { type: 'knapsack' } : { type: 'none' },
        ...budget,
        collectUntil: kind === 'budget' ? from : null,
        voteFrom: kind === 'budget' ? from : null,
        voteUntil: addDays(from, 20),
      },
      desk,
    ),
  );
  await run((tx) => votes().rounds.open(tx, round.id, desk));
  return round;
}

describe('votes in the chat', () => {
  it('ideas are proposed in words, judged one at a time with two buttons, and may be given one reason', async () => {
    const round = await aRound('ideas');
    const author = await aCitizen(product, 'Айгуль', 'ru');
    author.send(`/start v_${round.code}`);
    const card = await author.waitFor((message) => buttons(message).includes('Предложить'));
    await author.press(card.message_id, 'Предложить');
    await author.waitFor('Что предлагаете?');
    author.send('Поставить фонари во дворе дома 10');
    await author.waitFor('Зачем это нужно');
    author.send('Вечером темно, дети возвращаются из школы в темноте.');
    await author.waitFor('Отправлено. Напишем');
    const item = (await votes().view.view({ id: round.id }))?.items[0];
    await run((tx) => votes().items.admit(tx, item?.id ?? '', desk));
    await author.waitFor('Ваше предложение принято');

    const grandmother = await aCitizen(product, 'Раиса', 'ru');
    grandmother.send('/votes');
    const list = await grandmother.waitFor((message) => (message.text ?? '').includes('Дворы Алматы'));
    await grandmother.press(list.message_id, '1');
    await grandmother.waitFor((message) => buttons(message).includes('Оценивать по одному'));
    await grandmother.press(list.message_id, 'Оценивать по одному');
    const shown = await grandmother.waitFor((message) => buttons(message).includes('Против'));
    expect(shown.text).toContain('Поставить фонари');
    await grandmother.press(list.message_id, 'Против');
    await grandmother.waitFor('Вы посмотрели всё');
    await grandmother.press(list.message_id, '✍ Сказать, почему');
    await grandmother.waitFor('почему? Одним предложением');
    grandmother.send('Свет будет мешать спать');
    await grandmother.waitFor('Записали');
    const [objection] = await votes().view.objections({ heard: false });
    expect(objection).toMatchObject({ reason: 'Свет будет мешать спать', against: 1, exposures: 1 });
  });

  it('a budget is spent by taps on numbers, and never overspent', async () => {
    const round = await aRound('budget');
    const ids: string[] = [];
    for (const [title, cost] of [
      ['Новая площадка', 70],
      ['Фонари во дворе', 30],
      ['Деревья у дороги', 40],
    ] as const) {
      const proposal = { language: 'ru', title, body: 'Так будет лучше для всех жителей двора.', territoryCode: null };
      const citizenId = (await aCitizen(product, `Автор ${cost}`, 'ru')) && randomUUID();
      ids.push(
        await run((tx) =>
          votes().items.propose(tx, round.id, { ...proposal, citizenId: citizenId as never, cost } as never),
        ),
      );
    }
    await run((tx) => votes().rounds.endCollecting(tx, round.id, desk));
    for (const id of ids) await run((tx) => votes().items.admit(tx, id, desk));
    await run((tx) => votes().rounds.startVoting(tx, round.id, desk));

    const person = await aCitizen(product, 'Болат', 'ru');
    person.send(`/start v_${round.code}`);
    const card = await person.waitFor((message) => buttons(message).includes('Голосовать'));
    await person.press(card.message_id, 'Голосовать');
    const ballot = await person.waitFor((message) => (message.text ?? '').includes('Осталось: 100'));
    const numberOf = (title: string) => new RegExp(`(\\d)\\. ${title}`).exec(ballot.text ?? '')?.[1] ?? '';
    await person.press(card.message_id, `☐ ${numberOf('Новая площадка')}`);
    await person.waitFor((message) => (message.text ?? '').includes('Осталось: 30'));
    await person.press(card.message_id, `☐ ${numberOf('Деревья')}`);
    expect((await votes().view.view({ id: round.id }))?.ballots).toBe(1);
    await person.press(card.message_id, `☐ ${numberOf('Фонари')}`);
    await person.waitFor((message) => (message.text ?? '').includes('Осталось: 0'));
  });
});
