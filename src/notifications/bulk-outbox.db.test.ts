import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SurveysOnADatabase, surveysOnADatabase } from '../../test/builders/surveys-on-a-database.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/database/test-database.ts';
import { type BulkOutbox, createBulkOutbox } from './bulk-outbox-repository.ts';

let test: TestDatabase;
let on: SurveysOnADatabase;
let outbox: BulkOutbox;

beforeAll(async () => {
  test = await createTestDatabase();
  on = surveysOnADatabase(test.url);
  outbox = createBulkOutbox(on.database.prisma);
});
afterAll(async () => {
  await on.close();
  await test.drop();
});

async function waiting(count: number): Promise<void> {
  const people = await on.people(count);
  await on.inTx((tx) =>
    on.notifications.addMany(
      tx,
      people.map((id) => ({
        to: { kind: 'citizen' as const, id },
        kind: 'survey_invitation',
        facts: {},
        lane: 'surveys' as const,
        dedupeKey: `test:${id}`,
      })),
    ),
  );
}

const processDies = (): Promise<unknown> =>
  on.rows(`update notifications set lease_until = now() - interval '1 second' where state = 'sending'`);

it('sends again what had not left when a process died, and only reports what had', async () => {
  await waiting(5);
  const claimed = await outbox.claim('surveys', 'telegram', 10);
  expect(claimed).toHaveLength(5);
  const left = claimed.slice(0, 2).map(({ id }) => id);
  await outbox.intend(left);
  await processDies();

  const again = await outbox.claim('surveys', 'telegram', 10);
  expect(again.map(({ id }) => id).sort()).toEqual(
    claimed
      .slice(2)
      .map(({ id }) => id)
      .sort(),
  );
  const reported = await on.rows<{ id: string }>(`select id from notifications where uncertain and state = 'failed'`);
  expect(reported.map(({ id }) => id).sort()).toEqual(left.sort());
});

it('lets wait what Telegram refused for being too many, and reports what got no reply', async () => {
  await on.rows('delete from notifications');
  await waiting(2);
  const [first, second] = await outbox.claim('surveys', 'telegram', 10);
  if (!first || !second) throw new Error('nothing claimed');
  await outbox.intend([first.id, second.id]);
  await outbox.settle(
    [
      { notification: first, outcome: { type: 'later', afterMs: 0, problem: 'too many requests' } },
      { notification: second, outcome: { type: 'unknown', problem: 'no reply' } },
    ],
    'telegram',
  );
  expect((await outbox.claim('surveys', 'telegram', 10)).map(({ id }) => id)).toEqual([first.id]);
  expect(await on.rows('select id from notifications where uncertain')).toEqual([{ id: second.id }]);
});
