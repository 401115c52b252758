import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, day, instantAt, zoned } from '../../src/kernel/day.ts';
import { type CitizenId, newId } from '../../src/kernel/ids.ts';
import type { Language } from '../../src/kernel/language.ts';
import type { Tx } from '../../src/kernel/unit-of-work.ts';
import { Questionnaire, type Wave } from '../../src/surveys/index.ts';
import { aCitizen } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

const questionnaire = Questionnaire.parse({
  title: { kk: 'Аула', ru: 'Двор', en: 'Yard' },
  intro: { kk: 'Бір сұрақ.', ru: 'Один вопрос.', en: 'One question.' },
  consent: { kk: 'Тек сандар жарияланады.', ru: 'Публикуются только числа.', en: 'Only figures are published.' },
  thanks: { kk: 'Рақмет', ru: 'Спасибо', en: 'Thank you' },
  blocks: [
    {
      key: 'b',
      questions: [
        {
          key: 'lack',
          type: 'single',
          text: { kk: 'Аулаға не керек?', ru: 'Что нужно двору?', en: 'What does the yard need?' },
          options: [
            { key: 'light', label: { kk: 'Жарық', ru: 'Свет', en: 'Light' } },
            { key: 'trees', label: { kk: 'Ағаш', ru: 'Деревья', en: 'Trees' } },
          ],
        },
      ],
    },
  ],
});

describe('what came of a survey', () => {
  let product: Product;
  let wave: Wave;
  const inTx = async <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => {
    const found: Result[] = [];
    await product.services.uow.run(`story:${newId()}`, async (tx) => {
      found[0] = await work(tx);
    });
    return found[0] as Result;
  };
  const surveys = () => product.parts.participation.surveys;

  async function answer(id: CitizenId, language: Language, option: string): Promise<void> {
    const turn = await inTx((tx) => surveys().answering.begin(tx, wave.id, { id, language }, 'telegram'));
    if (turn.type === 'ask')
      await inTx((tx) => surveys().answering.choose(tx, turn.view.sessionId, id, turn.view.stepKey, option));
  }

  beforeAll(async () => {
    product = await startProduct();
    // Nobody is written to at night: the story takes place at noon.
    const { clock, timezone } = product.services;
    const now = await clock.now();
    const { on, minuteOfDay } = zoned(now, timezone);
    if (minuteOfDay < 9 * 60 || minuteOfDay >= 20 * 60)
      await clock.advance(
        instantAt(minuteOfDay < 12 * 60 ? on : addDays(on, 1), 12 * 60, timezone).getTime() - now.getTime(),
      );
    wave = await inTx(async (tx) => {
      const { authoring, waves } = surveys();
      const survey = await authoring.create(tx, {
        agencyCode: 'almaty.akimat',
        mode: 'anonymous',
        questionnaire,
        by: 'author',
      });
      await authoring.submit(tx, survey.id, 'author');
      await authoring.approve(tx, survey.id, 'colleague');
      const { id } = await waves.prepare(tx, {
        surveyId: survey.id,
        audience: { open: true, territories: ['almaty'] },
        closesAt: new Date(tx.now.getTime() + 7 * 86_400_000),
        duty: { ownerId: 'head', dueOn: day('2099-12-01') },
        by: 'author',
      });
      return waves.start(tx, id, 'author');
    });
  });
  afterAll(() => product?.stop());

  it('is asked in a group by a word there, as Telegram’s own poll that is marked as not verified', async () => {
    const daniyar = await aCitizen(product, 'Данияр', 'ru');
    const saule = await aCitizen(product, 'Сәуле', 'kk');
    const group = product.simulator.group('Соседи', [daniyar, saule]);
    const seat = group.as(daniyar);
    seat.send(`/poll ${wave.openCode}`);
    const poll = await seat.waitFor((message) => message.poll !== undefined);
    expect(poll.poll).toMatchObject({ question: 'Что нужно двору?', is_anonymous: true });
    await seat.waitFor(daniyar.t('survey-group-poll-note'));
    seat.vote(poll, [0]);
    group.as(saule).vote(poll, [1]);
    await expect
      .poll(async () => (await surveys().groupPolls.ofWave(wave.id)).map(({ counts }) => counts))
      .toEqual([{ light: 1, trees: 1 }]);
    // A count in a group never becomes an answer.
    expect((await surveys().waves.progress(wave.id)).responses).toEqual({});
  });

  it('comes back to everybody who answered as a picture in their own language', async () => {
    const aigul = await aCitizen(product, 'Айгүл', 'kk');
    const ivan = await aCitizen(product, 'Иван', 'ru');
    const { citizens, db } = product.services;
    const idOf = async ({ person }: typeof aigul): Promise<CitizenId> => {
      const account = await db.citizenAccount.findFirstOrThrow({ where: { externalId: String(person.user.id) } });
      return account.citizenId as CitizenId;
    };
    for (const one of [aigul, ivan])
      await inTx(async (tx) => {
        const citizen = await product.services.citizensRepository.get(tx, await idOf(one));
        await citizens.setSettings(tx, citizen, { surveys: true });
      });
    await answer(await idOf(aigul), 'kk', 'light');
    await answer(await idOf(ivan), 'ru', 'light');
    for (let index = 0; index < 18; index += 1) {
      const other = await inTx((tx) =>
        citizens.meet(tx, { channel: 'test', externalId: `other-${index}`, language: 'ru' }),
      );
      await answer(other.id, 'ru', index < 10 ? 'light' : 'trees');
    }
    await inTx((tx) => surveys().waves.close(tx, wave.id, 'author'));
    await inTx((tx) => surveys().results.publish(tx, wave.id, 'author'));
    await surveys().fielding.tick();

    const card = async (one: typeof aigul) => one.waitFor((message) => message.photo !== undefined);
    const [kk, ru] = [await card(aigul), await card(ivan)];
    expect(kk.caption).toContain('Аула');
    expect(kk.caption).toContain('Жарық');
    expect(ru.caption).toContain('Двор');
    expect(ru.caption).toContain('Свет');
    // One drawing per language, not one for all.
    expect(kk.photo?.at(-1)?.file_unique_id).not.toBe(ru.photo?.at(-1)?.file_unique_id);
  });
});
