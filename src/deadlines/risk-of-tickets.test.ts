import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { loadJurisdiction } from './load-rulebook.ts';
import { type AnsweredTicket, calibrationOf, risksOf } from './risk-of-tickets.ts';

const { calendar } = loadJurisdiction('kz');
const calendarOf = () => calendar;

function createRandom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Two bodies: one answers in about eight working days, the other in about fourteen of fifteen. */
function simulatedHistory(size: number): AnsweredTicket[] {
  const random = createRandom(20261122);
  const normal = () => Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: size }, (_, index) => {
    const slow = random() < 0.5;
    const took = Math.max(0, Math.round((slow ? 14 : 8) * Math.exp(0.35 * normal())));
    const startOn = calendar.nextWorkingDay(
      calendar.addWorkingDays(day('2025-06-02'), Math.floor((index / size) * 250)),
    );
    return {
      agencyCode: slow ? 'slow' : 'quick',
      topicId: null,
      startOn,
      dueOn: calendar.addWorkingDays(startOn, 15),
      answeredOn: calendar.addWorkingDays(startOn, took),
    };
  });
}

describe('the risk of being late', () => {
  const history = simulatedHistory(3_000);
  const open = (ticketId: string, agencyCode: string, startOn: string) => ({
    ticketId,
    agencyCode,
    topicId: null,
    startOn: day(startOn),
    dueOn: calendar.addWorkingDays(day(startOn), 15),
  });

  it('is higher where cases like it came late, and the higher the nearer the day', () => {
    const today = day('2026-11-20');
    const risks = risksOf(
      [open('slow', 'slow', '2026-11-06'), open('quick', 'quick', '2026-11-06'), open('old', 'slow', '2026-10-30')],
      history,
      calendarOf,
      today,
    );
    const of = (id: string) => risks.find(({ ticketId }) => ticketId === id)?.probability ?? -1;
    expect(of('slow')).toBeGreaterThan(of('quick'));
    expect(of('old')).toBeGreaterThan(of('slow'));
    expect(risks.find(({ ticketId }) => ticketId === 'slow')).toMatchObject({ basis: 'agency_and_topic' });
  });

  it('says 100 % once the day has passed', () => {
    const [risk] = risksOf([open('late', 'quick', '2026-09-01')], history, calendarOf, day('2026-11-20'));
    expect(risk).toMatchObject({ probability: 1, band: 'high' });
  });

  it('is calibrated on a simulated history: what it calls 70 % comes late about as often', () => {
    const { cases, brier, baselineBrier, bins } = calibrationOf(history, calendarOf);
    expect(cases).toBeGreaterThan(500);
    expect(brier ?? 1).toBeLessThan(baselineBrier ?? 0);
    for (const { cases: inside, predicted, observed } of bins.filter(({ cases: inside }) => inside >= 50)) {
      expect(Math.abs(predicted - observed), `${inside} cases`).toBeLessThan(0.12);
    }
  });

  it('has nothing to report without a history', () => {
    expect(calibrationOf([], calendarOf)).toMatchObject({ cases: 0, brier: null, baselineBrier: null });
  });
});
