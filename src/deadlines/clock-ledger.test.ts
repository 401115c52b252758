import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { ClockEvent } from './clock-event.ts';
import { appendEvent } from './clock-guard.ts';
import { calendarEditionOf, computeClock } from './clock-ledger.ts';
import { loadJurisdiction } from './load-rulebook.ts';
import { promiseFor } from './rulebook.ts';
import { timeLeft } from './time-left.ts';

const { rulebook, calendar } = loadJurisdiction('kz');
const promise = promiseFor(rulebook.promises, 'light.yard');

let nextId = 0;
const event = (fields: Record<string, unknown>): ClockEvent => {
  nextId += 1;
  return ClockEvent.parse({ id: `e${nextId}`, ...fields });
};
const at = (text: string) => `${text}:00+05:00`;

const received = event({ type: 'received', at: at('2026-11-22T12:00'), procedure: 'application', topic: 'light.yard' });
const delivered = event({ type: 'delivered', at: at('2026-11-22T12:05'), agency: 'almaty.mobility' });
const registered = event({ type: 'registered', at: at('2026-11-24T11:00'), number: 'Ж-881', on: '2026-11-24' });
const redirected = event({
  type: 'redirected',
  at: at('2026-11-25T10:00'),
  to: 'almaty.medeu',
  reason: 'an inner yard',
});
const arrived = event({ type: 'delivered', at: at('2026-11-25T10:00'), agency: 'almaty.medeu' });
const registeredThere = event({ type: 'registered', at: at('2026-11-26T09:30'), number: '77', on: '2026-11-26' });
const extended = event({
  type: 'extended',
  at: at('2026-12-10T15:00'),
  decisionOn: '2026-12-10',
  until: '2027-01-29',
  by: 'deputy_head',
  reason: 'an expert is measuring the cable',
});
const answered = event({ type: 'answered', at: at('2026-12-09T15:00'), on: '2026-12-09' });
const disputed = event({ type: 'disputed', at: at('2026-12-10T09:00') });

const clockOf = (...events: ClockEvent[]) => computeClock(events, rulebook, calendar, promise);

describe('the two dates', () => {
  it('promises from receipt, but sets no date of law before the body registers', () => {
    const clock = clockOf(received, delivered);
    expect(clock).toMatchObject({
      stage: 'delivered',
      promisedOn: '2026-11-30',
      statutoryOn: null,
      statutorySteps: [],
    });
  });

  it('counts the term of law from registration and leaves the promise alone', () => {
    const clock = clockOf(received, delivered, registered);
    expect(clock).toMatchObject({
      stage: 'registered',
      promisedOn: '2026-11-30',
      statutoryOn: '2026-12-15',
      registration: { number: 'Ж-881', on: '2026-11-24' },
    });
  });

  it('follows the procedure under which the body registered it', () => {
    const asComplaint = event({ ...registered, id: 'c', procedure: 'complaint' });
    expect(clockOf(received, delivered, asComplaint)).toMatchObject({
      procedure: 'complaint',
      statutoryOn: '2026-12-23',
      rule: { id: 'kz.appk.complaint_review' },
    });
  });

  it('has only the promise where no code applies', () => {
    const lift = event({ ...received, id: 'r', procedure: 'none' });
    expect(clockOf(lift, delivered, registered)).toMatchObject({
      statutoryOn: null,
      rule: null,
      registrationDueAt: null,
    });
  });

  it('is never moved by a dispute', () => {
    const before = clockOf(received, delivered, registered, answered);
    const after = clockOf(received, delivered, registered, answered, disputed);
    const { review, disputedAt, ...dates } = after;
    const { review: none, disputedAt: _never, ...datesBefore } = before;
    expect(dates).toEqual({ ...datesBefore, disputed: true, stage: 'review' });
    expect(none).toBeNull();
    expect(disputedAt).toEqual(new Date(at('2026-12-10T09:00')));
    expect(review).toMatchObject({ by: 'supervisor', dueOn: '2026-12-18' });
  });

  it('looks at a second dispute in the monitors’ own term, and at none once it is answered again', () => {
    const again = event({ type: 'answered', at: at('2026-12-17T10:00'), on: '2026-12-17' });
    const disputedAgain = event({ type: 'disputed', at: at('2026-12-18T10:00') });
    const answeredAgain = clockOf(received, delivered, registered, answered, disputed, again);
    expect(answeredAgain).toMatchObject({ stage: 'answered', review: null, disputed: true });
    expect(clockOf(received, delivered, registered, answered, disputed, again, disputedAgain).review).toMatchObject({
      by: 'monitors',
      dueOn: '2027-01-05',
    });
  });

  it('counts the first answer: what came after a dispute makes nobody late', () => {
    const late = event({ type: 'answered', at: at('2027-01-20T10:00'), on: '2027-01-20' });
    const clock = clockOf(received, delivered, registered, answered, disputed, late);
    expect(clock).toMatchObject({ answeredOn: '2026-12-09', statutoryOn: '2026-12-15' });
  });

  it('does not lose a case for want of the next year, but says that the calendar ends', () => {
    const late = event({ ...received, id: 'l', at: at('2027-12-28T12:00') });
    expect(clockOf(late)).toMatchObject({ promisedOn: null, beyondCalendar: true });
  });
});

describe('the registration clock', () => {
  it('runs from delivery to the end of the next working day when delivered on a Sunday', () => {
    expect(clockOf(received, delivered).registrationDueAt).toEqual(new Date(at('2026-11-23T18:30')));
  });

  it('stops at registration and starts again at the next body', () => {
    expect(clockOf(received, delivered, registered).registrationDueAt).toBeNull();
    const passedOn = clockOf(received, delivered, registered, redirected, arrived);
    expect(passedOn.registrationDueAt).toEqual(new Date(at('2026-11-25T18:30')));
  });

  it('is overdue a moment after closing time, not at it', () => {
    const clock = clockOf(received, delivered);
    const look = (text: string) => timeLeft(clock, new Date(text), day('2026-11-23'), calendar).registrationOverdue;
    expect([look('2026-11-23T18:30:00+05:00'), look('2026-11-23T18:30:01+05:00')]).toEqual([false, true]);
  });
});

describe('a redirect', () => {
  it('ends the old term; the new one counts from arrival once the new body has registered', () => {
    expect(clockOf(received, delivered, registered, redirected, arrived).statutoryOn).toBeNull();
    const clock = clockOf(received, delivered, registered, redirected, arrived, registeredThere);
    expect(clock).toMatchObject({ statutoryOn: '2026-12-17', termStartOn: '2026-11-25', redirects: 1 });
    expect(clock.statutorySteps).toContainEqual(expect.objectContaining({ type: 'started', event: 'arrival' }));
  });

  it('leaves three working days from receipt to pass the case on', () => {
    expect(clockOf(received, delivered).redirectDueOn).toBe('2026-11-25');
  });
});

describe('an extension', () => {
  it('moves the date of law, names who signed, and says by when the citizen must hear', () => {
    const clock = clockOf(received, delivered, registered, extended);
    expect(clock).toMatchObject({
      promisedOn: '2026-11-30',
      statutoryOn: '2027-01-29',
      extensionNoticeDueOn: '2026-12-15',
      extensions: 1,
    });
    expect(clock.statutorySteps).toContainEqual(expect.objectContaining({ type: 'extended', by: 'deputy_head' }));
  });
});

describe('the hearing before an act', () => {
  const complaint = event({ ...received, id: 'h', procedure: 'complaint' });
  const sent = event({ type: 'preliminary_decision_sent', at: at('2026-12-14T10:00'), on: '2026-12-14' });
  const heard = event({ type: 'citizen_heard', at: at('2026-12-15T10:00'), on: '2026-12-15', position: 'objects' });

  it('gives two working days to object and three before the act', () => {
    expect(clockOf(complaint, delivered, registered, sent).hearing).toEqual({
      noticeDueOn: '2026-12-18',
      sentOn: '2026-12-14',
      objectionDueOn: '2026-12-17',
      earliestActOn: '2026-12-18',
      position: null,
      heardOn: null,
    });
  });

  it('keeps what the citizen said', () => {
    expect(clockOf(complaint, delivered, registered, sent, heard).hearing?.position).toBe('objects');
  });

  it('does not exist in the simplified procedure', () => {
    const report = event({ ...received, id: 's', procedure: 'message' });
    expect(clockOf(report, delivered, registered).hearing).toBeNull();
  });
});

describe('silence', () => {
  it('counts as refusal from the day after the date of law, with three months to complain', () => {
    expect(clockOf(received, delivered, registered).silence).toMatchObject({
      from: '2026-12-16',
      complaintUntil: '2027-03-16',
    });
  });

  it('means nothing after a mere promise', () => {
    expect(clockOf(received, delivered).silence).toBeNull();
  });
});

describe('corrections', () => {
  it('change the dates and keep the wrong entry in the ledger', () => {
    const corrected = event({
      type: 'corrected',
      at: at('2026-11-27T09:00'),
      corrects: registered.id,
      reason: 'the register says Monday',
      replacement: { ...registered, id: 'fixed', on: '2026-11-23' },
    });
    const events = [received, delivered, registered, corrected];
    expect(clockOf(...events).statutoryOn).toBe('2026-12-14');
    expect(events).toContain(registered);
  });

  it('may withdraw an event altogether', () => {
    const withdrawn = event({
      type: 'corrected',
      at: at('2026-12-11T09:00'),
      corrects: extended.id,
      reason: 'recorded in the wrong case',
      replacement: null,
    });
    expect(clockOf(received, delivered, registered, extended, withdrawn).statutoryOn).toBe('2026-12-15');
  });
});

it('stays under its calendar until the change is confirmed for this case', () => {
  const confirmed = event({ type: 'superseded_by_calendar', at: at('2026-12-01T09:00'), edition: '2026-2' });
  expect(calendarEditionOf([received, delivered])).toBeNull();
  expect(calendarEditionOf([received, delivered, confirmed])).toBe('2026-2');
});

describe('the ledger refuses', () => {
  const append = (events: ClockEvent[], next: ClockEvent) => appendEvent(events, next, rulebook, calendar, promise);

  it.each<[string, ClockEvent[], ClockEvent, string]>([
    ['a registration before receipt', [], registered, 'event_out_of_order'],
    ['a second receipt', [received], received, 'event_out_of_order'],
    [
      'a second registration at the same body',
      [received, delivered, registered],
      registeredThere,
      'event_out_of_order',
    ],
    ['an extension before registration', [received, delivered], extended, 'not_registered'],
    ['a dispute before an answer', [received, delivered, registered], disputed, 'event_out_of_order'],
    ['a redirect after the answer', [received, delivered, registered, answered], redirected, 'event_out_of_order'],
    [
      'an extension longer than the law allows',
      [received, delivered, registered],
      event({ ...extended, id: 'x', until: '2027-03-01' }),
      'extension_too_long',
    ],
  ])('%s', (_name, events, next, code) => {
    expect(() => append(events, next)).toThrow(expect.objectContaining({ code: `deadline.${code}` }));
  });

  it('and takes what may follow', () => {
    const events = [received, delivered, registered, redirected, arrived, registeredThere];
    expect(events.reduce((ledger, next) => [...append(ledger, next)], [] as ClockEvent[])).toEqual(events);
  });
});

describe('where registration is automatic', () => {
  const automatic = { ...rulebook, procedures: { ...rulebook.procedures, automaticRegistration: true } };

  it('begins the term of law with the delivery, and asks nobody to register', () => {
    const clock = computeClock([received, delivered], automatic, calendar, promise);
    expect(clock.statutoryOn).toBe('2026-12-14');
    expect(clock.registrationDueAt).toBeNull();
    expect(computeClock([received, delivered], rulebook, calendar, promise).statutoryOn).toBeNull();
  });
});
