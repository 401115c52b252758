import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type EmailHouse, startEmailHouse } from '../../../test/support/mail/email-house.ts';
import { createOfficerWorld, type OfficerWorld } from '../../../test/support/officers/officer-world.ts';
import { type SlackFake, startSlack } from '../../../test/support/slack/slack-fake.ts';
import { type SlackHouse, startSlackHouse } from '../../../test/support/slack/slack-house.ts';

const AFTER_MINUTES = 30;
const HALF_AN_HOUR = AFTER_MINUTES * 60_000;
const A_MINUTE = 60_000;
const A_MOMENT = 5_000;
const MAILBOX = 'roads@example.org';

/** Slack first, a mailbox behind it: both over their own wires. */
describe('the second channel of a body', () => {
  let world: OfficerWorld;
  let slack: SlackFake;
  let house: SlackHouse;
  let email: EmailHouse;

  beforeAll(async () => {
    world = await createOfficerWorld({ abroadPolicy: 'full' });
    slack = await startSlack();
    house = await startSlackHouse(world, slack, 'http', { timeoutMs: 30_000 });
    email = await startEmailHouse(world);
    world.setDeliverers({ slack: house.channel.deliver, email: email.deliver });
    await world.addChannel({ kind: 'slack', place: 'C1' });
    await world.addChannel({
      kind: 'email',
      place: MAILBOX,
      fallbackOrder: 1,
      fallbackAfterMinutes: AFTER_MINUTES,
    });
  });
  beforeEach(() => {
    slack.setRevoked(false);
    slack.mend();
  });
  afterAll(async () => {
    await house.stop();
    await slack.stop();
    await email.stop();
    await world.stop();
  });

  const pass = async (ms: number) => {
    await world.services.clock.advance(ms);
    await world.deliverAll();
  };
  const cardsOf = (ticketId: string) =>
    slack.cards().filter(({ metadata }) => metadata?.['event_payload'].id === ticketId).length;
  const lettersOf = (number: string) =>
    email.to(MAILBOX).filter(({ headers }) => headers.get('subject')?.replaceAll('-', '').includes(number)).length;

  it('is silent where the first one got through', async () => {
    const { ticketId, number } = await world.fileCase();
    await world.deliverAll();
    await pass(HALF_AN_HOUR);
    expect([cardsOf(ticketId), lettersOf(number)]).toEqual([1, 0]);
  });

  it.each([
    ['whose token was revoked', () => slack.setRevoked(true)],
    [
      'that only fails',
      () => slack.failNext('chat.postMessage', ...Array.from({ length: 60 }, () => ({ status: 503 }))),
    ],
    [
      'that asks for pauses',
      () => slack.failNext('chat.postMessage', ...Array.from({ length: 60 }, () => ({ status: 429, retryAfter: 120 }))),
    ],
  ])(
    'takes over after the set time from one %s, and nothing is shown twice when that is back',
    async (_how, breakDown) => {
      const { ticketId, number } = await world.fileCase();
      breakDown();
      await world.deliverAll();
      await pass(HALF_AN_HOUR - A_MINUTE);
      expect([cardsOf(ticketId), lettersOf(number)], 'before the set time').toEqual([0, 0]);
      await pass(A_MINUTE);
      // Where the first one tries again at this very second, it is waited for.
      for (let moment = 0; moment < A_MINUTE && lettersOf(number) === 0; moment += A_MOMENT) await pass(A_MOMENT);
      expect([cardsOf(ticketId), lettersOf(number)], 'at the set time').toEqual([0, 1]);
      slack.setRevoked(false);
      slack.mend();
      house.skip(HALF_AN_HOUR);
      await pass(24 * 3_600_000);
      await world.deliverAll();
      expect([cardsOf(ticketId), lettersOf(number)], 'when it is back').toEqual([0, 1]);
    },
  );

  it('waits for what is leaving at the very moment of its turn, and stays silent when that arrives', async () => {
    const arrives = Promise.withResolvers<void>();
    const { ticketId, number } = await world.fileCase();
    slack.failNext('chat.postMessage', { held: arrives.promise });
    const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
    const before = posts();
    const leaving = world.deliverAll();
    await slack.waitFor(() => posts() > before, 'the card on its way');
    await pass(HALF_AN_HOUR);
    expect(lettersOf(number)).toBe(0);
    arrives.resolve();
    await leaving;
    await pass(HALF_AN_HOUR);
    expect([cardsOf(ticketId), lettersOf(number)]).toEqual([1, 0]);
  });
});
