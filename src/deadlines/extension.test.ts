import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { ClockEvent } from './clock-event.ts';
import { computeClock } from './clock-ledger.ts';
import { checkExtension, offerExtension } from './extension.ts';
import { loadJurisdiction } from './load-rulebook.ts';
import { promiseFor } from './rulebook.ts';

const { rulebook, calendar } = loadJurisdiction('kz');

function clockOf(procedure: string, ...more: Record<string, unknown>[]) {
  const events = [
    { type: 'received', at: '2026-11-23T10:00:00+05:00', procedure, topic: null },
    { type: 'registered', at: '2026-11-23T12:00:00+05:00', number: '1', on: '2026-11-23' },
    ...more,
  ].map((fields, index) => ClockEvent.parse({ id: `e${index}`, ...fields }));
  return computeClock(events, rulebook, calendar, promiseFor(rulebook.promises, null));
}

const request = { decisionOn: day('2026-12-14'), until: day('2027-01-15'), post: 'head', reason: 'expertise' };

describe('what an extension form may offer', () => {
  it('two months from the decision, rolled over, with three working days to tell the citizen', () => {
    expect(offerExtension(clockOf('message'), day('2026-12-14'), calendar)).toEqual({
      earliest: '2026-12-15',
      latest: '2027-02-15',
      noticeDueOn: '2026-12-18',
      decidedBy: ['head', 'deputy_head', 'head_of_office'],
      reasonRequired: true,
      allowedReason: 'need to establish material facts',
    });
  });

  it('fifteen calendar days once for an information request', () => {
    const offer = offerExtension(clockOf('information_request'), day('2026-12-07'), calendar);
    expect(offer.latest).toBe('2026-12-23');
  });

  it('ten working days for a complaint about a public service', () => {
    expect(offerExtension(clockOf('service_complaint'), day('2026-11-27'), calendar).latest).toBe('2026-12-14');
  });
});

describe('an extension is refused', () => {
  const extended = {
    type: 'extended',
    at: '2026-12-01T10:00:00+05:00',
    decisionOn: '2026-12-01',
    by: 'x',
    reason: 'y',
  };

  it.each([
    [
      'where the law knows none',
      () => offerExtension(clockOf('complaint'), request.decisionOn, calendar),
      'not_allowed',
    ],
    [
      'once it is spent',
      () => offerExtension(clockOf('information_request', extended), day('2026-12-07'), calendar),
      'spent',
    ],
    ['when the term has passed', () => offerExtension(clockOf('message'), day('2026-12-15'), calendar), 'too_late'],
    ['by a clerk', () => checkExtension(clockOf('message'), { ...request, post: 'clerk' }, calendar), 'not_authorised'],
    [
      'without a reason',
      () => checkExtension(clockOf('message'), { ...request, reason: ' ' }, calendar),
      'reason_missing',
    ],
    [
      'beyond the limit',
      () => checkExtension(clockOf('message'), { ...request, until: day('2027-02-16') }, calendar),
      'too_long',
    ],
    [
      'to a day that is no later',
      () => checkExtension(clockOf('message'), { ...request, until: day('2026-12-14') }, calendar),
      'not_later',
    ],
  ])('%s', (_name, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code: `deadline.extension_${code}` }));
  });

  it('before the body has registered', () => {
    const events = [{ id: 'r', type: 'received', at: '2026-11-23T10:00:00+05:00', procedure: 'message', topic: null }];
    const clock = computeClock(
      events.map((fields) => ClockEvent.parse(fields)),
      rulebook,
      calendar,
      promiseFor(rulebook.promises, null),
    );
    expect(() => offerExtension(clock, request.decisionOn, calendar)).toThrow(
      expect.objectContaining({ code: 'deadline.not_registered' }),
    );
  });
});
