import { describe, expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import type { ClockEvent } from './clock-event.ts';
import { computeClock } from './clock-ledger.ts';
import { complianceOf, termsKept } from './compliance.ts';
import { loadJurisdiction } from './load-rulebook.ts';
import { promiseFor } from './rulebook.ts';

const { rulebook, calendar } = loadJurisdiction('kz');
const NOW = new Date('2027-02-01T10:00:00+05:00');

function kept(...rest: object[]) {
  const received = {
    type: 'received',
    at: new Date('2026-11-23T10:00:00+05:00'),
    procedure: 'message',
    topic: null,
    calendar: null,
    redirects: 0,
    complainedOf: null,
  };
  const delivered = { type: 'delivered', at: received.at, agency: 'roads' };
  const events = [received, delivered, ...rest].map((event) => ({ id: newId(), at: NOW, ...event })) as ClockEvent[];
  const clock = computeClock(events, rulebook, calendar, promiseFor(rulebook.promises, null));
  return termsKept(events, clock, rulebook, calendar, NOW);
}
const registered = (on: string) => ({ type: 'registered', number: '1', on });

describe('how terms were kept', () => {
  it('tells registration, law and promise apart', () => {
    expect(kept(registered('2026-11-23'), { type: 'answered', on: '2026-12-14' })).toMatchObject({
      registeredInTime: true,
      statutory: 'kept',
      promise: 'kept',
      silent: false,
    });
    expect(kept(registered('2026-11-25'), { type: 'answered', on: '2026-12-16' })).toMatchObject({
      registeredInTime: false,
      statutory: 'kept',
      promise: 'broken',
    });
  });

  it('calls a passed date of law silence, and a passed promise only a broken promise', () => {
    expect(kept(registered('2026-11-23'))).toMatchObject({ statutory: 'passed', silent: true });
    expect(kept()).toMatchObject({ statutory: 'none', promise: 'passed', silent: false, registeredInTime: false });
  });

  it('calls nobody late with what was withdrawn or passed on', () => {
    const gone = kept(registered('2026-11-23'), { type: 'ended', as: 'redirected' });
    expect(gone).toMatchObject({ statutory: 'none', promise: 'none', redirected: true, silent: false });
  });

  it('sums to one line of a report', () => {
    const sum = complianceOf([
      kept(registered('2026-11-23')),
      kept(),
      kept(registered('2026-11-23'), { type: 'answered', on: '2026-12-14' }),
    ]);
    expect(sum).toMatchObject({
      received: 3,
      registeredInTime: 2,
      registeredLate: 1,
      lawInTime: 1,
      overdueNow: 2,
      silent: 1,
    });
  });
});
