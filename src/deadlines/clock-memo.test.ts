import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ClockEvent } from './clock-event.ts';
import { computeClock } from './clock-ledger.ts';
import { createClockMemo } from './clock-memo.ts';
import { readingOf } from './clock-reading.ts';
import { loadJurisdiction } from './load-rulebook.ts';
import { promiseFor } from './rulebook.ts';

const { rulebook, calendar } = loadJurisdiction('kz');
const TOPICS = ['road.pothole', 'light.street', 'school.places'] as const;
const MS_PER_DAY = 86_400_000;

let nextId = 0;
const event = (fields: Record<string, unknown>) => {
  nextId += 1;
  return ClockEvent.parse({ id: `e${nextId}`, ...fields });
};
const dayOf = (at: Date) => new Date(at.getTime() + 5 * 3_600_000).toISOString().slice(0, 10);

const ledgers = fc.record({
  at: fc.date({ min: new Date('2026-01-05T00:00:00Z'), max: new Date('2026-11-20T00:00:00Z'), noInvalidDate: true }),
  topic: fc.constantFrom(...TOPICS),
  procedure: fc.constantFrom('application', 'message', 'complaint', 'none'),
  redirects: fc.integer({ min: 0, max: 2 }),
  registersAfter: fc.option(fc.integer({ min: 0, max: 4 })),
  answersAfter: fc.option(fc.integer({ min: 5, max: 9 })),
  isDisputed: fc.boolean(),
});

it('gives the dates that the ledger itself gives, whichever ledgers it saw before', () => {
  const { readingUnder } = createClockMemo(rulebook);
  fc.assert(
    fc.property(ledgers, ({ at, topic, procedure, redirects, registersAfter, answersAfter, isDisputed }) => {
      const later = (days: number) => new Date(at.getTime() + days * MS_PER_DAY);
      const isRegistered = registersAfter !== null && procedure !== 'none';
      const events = [
        event({ type: 'received', at, procedure, topic, redirects }),
        event({ type: 'delivered', at, agency: 'a' }),
        ...(isRegistered
          ? [
              event({
                type: 'registered',
                at: later(registersAfter),
                number: `${nextId}`,
                on: dayOf(later(registersAfter)),
              }),
            ]
          : []),
        ...(answersAfter === null
          ? []
          : [event({ type: 'answered', at: later(answersAfter), on: dayOf(later(answersAfter)) })]),
        ...(answersAfter !== null && isDisputed ? [event({ type: 'disputed', at: later(answersAfter + 1) })] : []),
      ];
      const promise = promiseFor(rulebook.promises, topic);
      const own = readingOf(computeClock(events, rulebook, calendar, promise));
      expect(readingUnder(calendar, events, promise)).toEqual(own);
    }),
    { numRuns: 2_000 },
  );
});
