import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SurveysOnADatabase, surveysOnADatabase } from '../../../test/builders/surveys-on-a-database.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database/test-database.ts';

const words = (text: string) => ({ kk: text, ru: text, en: text });
let test: TestDatabase;
let on: SurveysOnADatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  on = surveysOnADatabase(test.url);
});
afterAll(async () => {
  await on.close();
  await test.drop();
});

describe('an opinion map', () => {
  it('asks each person every statement once, finds the two sides, and puts first what unites them', async () => {
    const { maps } = on.surveys;
    const statements = [
      'За велодорожки',
      'Против велодорожек',
      'Нужны деревья',
      'Парковка платная',
      'Парковка бесплатная',
      'Больше скамеек',
      'Ночью тише',
      'Чистить снег',
    ].map((text) => ({ words: text, language: 'ru' as const }));
    const topic = await on.inTx((tx) =>
      maps.create(tx, {
        agencyCode: 'x',
        title: words('Улица'),
        question: words('Какой?'),
        closesAt: new Date(Date.now() + 1e8),
        statements,
        by: 'op',
      }),
    );
    const people = await on.people(24, { territory: 'map' });
    for (const [index, person] of people.entries()) {
      const side = index % 2 === 0 ? 1 : -1;
      const asked: string[] = [];
      for (;;) {
        const next = await on.inTx((tx) => maps.next(tx, topic.id, person));
        if (!next) break;
        expect(asked).not.toContain(next.statement.id);
        asked.push(next.statement.id);
        const { ordinal } = next.statement;
        const vote =
          ordinal === 2 || ordinal === 7
            ? 1
            : ordinal === 5 || ordinal === 6
              ? // A little noise: as strong as the two sides, it would be a third side, and which two win would be chance.
                ((index % 8 === 0 ? 1 : 0) as 0 | 1)
              : ((ordinal === 0 || ordinal === 3 ? side : -side) as 1 | -1);
        await on.inTx((tx) => maps.vote(tx, next.statement.id, person, vote));
      }
      expect(asked.length).toBe(8);
    }
    await maps.redraw(topic.id);
    const shown = await maps.publicMap(topic.id);
    expect(shown.groups.map(({ size }) => size)).toEqual([12, 12]);
    expect(
      shown.uniting
        .slice(0, 2)
        .map(({ statement }) => statement.words)
        .sort(),
    ).toEqual(['Нужны деревья', 'Чистить снег']);
    // Twelve of twelve agree: (12 + 1) / (12 + 2), said in tenths.
    expect(shown.uniting[0]?.agree).toEqual([0.9, 0.9]);
    const [one, other] = await Promise.all([
      maps.standing(topic.id, people[0] ?? ('' as never)),
      maps.standing(topic.id, people[1] ?? ('' as never)),
    ]);
    expect(one?.group).not.toBe(other?.group);
    expect(one?.typical.length).toBeGreaterThan(0);
  });

  it('shows a proposed statement to nobody before a moderator, and masks personal data in it', async () => {
    const { maps } = on.surveys;
    const topic = await on.inTx((tx) =>
      maps.create(tx, {
        agencyCode: 'x',
        title: words('Двор'),
        question: words('?'),
        closesAt: new Date(Date.now() + 1e8),
        statements: [],
        by: 'op',
      }),
    );
    const [person] = await on.people(1, { territory: 'map2' });
    if (!person) throw new Error('nobody');
    await on.inTx((tx) => maps.propose(tx, topic.id, person, 'Сосед 900101300123 шумит', 'ru'));
    expect(await on.inTx((tx) => maps.next(tx, topic.id, person))).toBeNull();
    const [proposed] = await maps.statements(topic.id);
    expect(proposed?.words).toBe('Сосед [ID] шумит');
    await expect(
      on.inTx((tx) => maps.moderate(tx, proposed?.id ?? '', { state: 'removed', reason: null, by: 'op' })),
    ).rejects.toMatchObject({ code: 'survey.reason_needed' });
    await on.inTx((tx) => maps.moderate(tx, proposed?.id ?? '', { state: 'open', reason: null, by: 'op' }));
    expect(await on.inTx((tx) => maps.next(tx, topic.id, person))).toMatchObject({ position: 1, total: 1 });
  });
});
