import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, day, instantAt, zoned } from '../../src/kernel/day.ts';
import { newId } from '../../src/kernel/ids.ts';
import type { Tx } from '../../src/kernel/unit-of-work.ts';
import { loadTemplates } from '../../src/surveys/index.ts';
import { aCitizen, buttons } from '../support/product/people.ts';
import { type Product, startProduct } from '../support/product/start-product.ts';

describe('Aigul answers a survey', () => {
  let product: Product;
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
  });
  afterAll(() => product?.stop());

  it('opts in, is asked, answers in the chat, reads what came of it, and is not asked twice', async () => {
    const aigul = await aCitizen(product, 'Айгүл', 'kk');
    aigul.send(aigul.t('menu-surveys'));
    await aigul.waitForReply((message) => buttons(message).includes(aigul.t('survey-button-opt-in')));
    await aigul.press('last', aigul.t('survey-button-opt-in'));
    await aigul.waitFor(aigul.t('survey-opted-in'));

    const { uow, clock } = product.services;
    const { surveys } = product.parts.participation;
    const inTx = async <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => {
      const found: Result[] = [];
      await uow.run(`operator:${newId()}`, async (tx) => {
        found[0] = await work(tx);
      });
      return found[0] as Result;
    };
    const questionnaire = loadTemplates('jurisdictions/kz/surveys').find(
      ({ name }) => name === 'quick-pulse',
    )?.questionnaire;
    if (!questionnaire) throw new Error('no template');
    const survey = await inTx((tx) =>
      surveys.authoring.create(tx, { agencyCode: 'almaty.akimat', mode: 'anonymous', questionnaire, by: 'author' }),
    );
    await inTx((tx) => surveys.authoring.submit(tx, survey.id, 'author'));
    await inTx((tx) => surveys.authoring.approve(tx, survey.id, 'colleague'));
    const closesAt = new Date((await clock.now()).getTime() + 7 * 86_400_000);
    const wave = await inTx((tx) =>
      surveys.waves.prepare(tx, {
        surveyId: survey.id,
        audience: {},
        closesAt,
        duty: { ownerId: 'head', dueOn: day('2099-12-01') },
        by: 'author',
      }),
    );
    await inTx((tx) => surveys.waves.start(tx, wave.id, 'author'));

    // The worker comes round every few seconds; the story does not wait for it.
    await surveys.fielding.tick();
    const invitation = await aigul.waitFor((message) => buttons(message).includes(aigul.t('survey-button-start')));
    expect(invitation.text).toContain('Ауданыңыз қалай');
    expect(invitation.text).toContain('Сауалнама анонимді');
    await aigul.press(invitation.message_id, aigul.t('survey-button-start'));
    await aigul.waitFor(
      (message) => message.message_id === invitation.message_id && (message.text ?? '').includes('1-сұрақ'),
    );
    await aigul.press(invitation.message_id, '5');
    await aigul.waitFor(
      (message) => message.message_id === invitation.message_id && (message.text ?? '').includes('2-сұрақ'),
    );
    await product.restart();
    const later = product.simulator.citizen('Айгүл');
    await later.press(invitation.message_id, 'Жолдар');
    await later.waitFor(
      (message) => message.message_id === invitation.message_id && (message.text ?? '').includes('3-сұрақ'),
    );
    await later.press(invitation.message_id, 'Жақсарды');
    await later.waitFor(
      (message) => message.message_id === invitation.message_id && (message.text ?? '').includes('Рақмет'),
    );
    expect(
      await product.services.db.surveySubmission.count({
        where: { waveId: wave.id, isComplete: true, citizenId: null },
      }),
    ).toBe(1);
    expect(await product.services.db.surveySession.count()).toBe(0);

    await later.press(invitation.message_id, aigul.t('survey-button-start')).catch(() => undefined);
    expect(await product.services.db.surveySubmission.count()).toBe(1);
  });
});
