import { describe, expect, it } from 'vitest';
import { aTicket } from '../../test/builders/an-appeal.ts';
import { day } from '../kernel/day.ts';
import { newId, StaffId, UnitId } from '../kernel/ids.ts';
import { may, type Officer, type StaffRole, TICKET_COMMANDS } from './officer.ts';
import {
  applyTicketEvent,
  dueOnOf,
  isPromiseBroken,
  isStatutoryOverdue,
  NO_PROCEDURE,
  TICKET_MOVES,
  type TicketEvent,
  type TicketState,
} from './ticket.ts';

const NOW = new Date('2026-12-14T05:00:00Z');
const officerId = StaffId.parse(newId());
const STATES: Record<TicketState, true> = {
  delivered: true,
  registered: true,
  answered: true,
  disputed: true,
  with_monitors: true,
  closed: true,
  redirected: true,
  withdrawn: true,
  watched: true,
  watch_ended: true,
};
const EVENTS: { [Type in TicketEvent['type']]: Extract<TicketEvent, { type: Type }> } = {
  taken: { type: 'taken', by: officerId },
  assigned: { type: 'assigned', to: officerId, unitId: null },
  registered: { type: 'registered', number: 'Ж-881', on: day('2026-11-23') },
  registration_corrected: { type: 'registration_corrected', number: 'Ж-818', on: day('2026-11-24') },
  asked: { type: 'asked' },
  clarified: { type: 'clarified' },
  noted: { type: 'noted' },
  drafted: { type: 'drafted' },
  extended: { type: 'extended' },
  hearing_opened: { type: 'hearing_opened' },
  citizen_heard: { type: 'citizen_heard' },
  redirected: { type: 'redirected' },
  answered: { type: 'answered', outcome: 'done' },
  disputed: { type: 'disputed', times: 1 },
  closed: { type: 'closed' },
  withdrawn: { type: 'withdrawn' },
  watch_ended: { type: 'watch_ended' },
};
const LEADS_TO: Record<TicketEvent['type'], TicketState | 'stays'> = {
  taken: 'stays',
  assigned: 'stays',
  registered: 'registered',
  registration_corrected: 'stays',
  asked: 'stays',
  clarified: 'stays',
  noted: 'stays',
  drafted: 'stays',
  extended: 'stays',
  hearing_opened: 'stays',
  citizen_heard: 'stays',
  redirected: 'redirected',
  answered: 'answered',
  disputed: 'disputed',
  closed: 'closed',
  withdrawn: 'withdrawn',
  watch_ended: 'watch_ended',
};
const pairs = Object.values(EVENTS).flatMap((event) =>
  (Object.keys(STATES) as TicketState[]).map((state) => ({ event, state })),
);
const isUnregisteredAnswer = ({ event, state }: (typeof pairs)[number]) =>
  event.type === 'answered' && state === 'delivered';
const legal = pairs.filter((pair) => TICKET_MOVES[pair.event.type].includes(pair.state) && !isUnregisteredAnswer(pair));
const illegal = pairs.filter(({ event, state }) => !TICKET_MOVES[event.type].includes(state));

describe('a ticket', () => {
  it.each(legal)('may be $event.type when $state', ({ event, state }) => {
    const after = applyTicketEvent(aTicket({ state }), event, NOW);
    const expected = LEADS_TO[event.type];
    expect(after.state).toBe(expected === 'stays' ? state : expected);
    expect(after.revision).toBe(2);
  });

  it.each(illegal)('refuses to be $event.type when $state', ({ event, state }) => {
    expect(() => applyTicketEvent(aTicket({ state }), event, NOW)).toThrow(
      expect.objectContaining({ code: 'ticket.move_refused' }),
    );
  });

  it('is not answered before it is registered: that would hide that the term of law never began', () => {
    expect(() => applyTicketEvent(aTicket(), EVENTS.answered, NOW)).toThrow(
      expect.objectContaining({ code: 'ticket.not_registered' }),
    );
  });

  it('of a private provider is answered without registration, and cannot be registered', () => {
    const provider = aTicket({ procedure: NO_PROCEDURE });
    expect(applyTicketEvent(provider, EVENTS.answered, NOW).state).toBe('answered');
    expect(() => applyTicketEvent(provider, EVENTS.registered, NOW)).toThrow(
      expect.objectContaining({ code: 'ticket.no_register' }),
    );
  });

  it('goes to the monitors when it is disputed a second time', () => {
    expect(applyTicketEvent(aTicket({ state: 'answered' }), { type: 'disputed', times: 2 }, NOW).state).toBe(
      'with_monitors',
    );
  });

  it('is late only on the day after, and only while open', () => {
    const ticket = aTicket({ state: 'registered', promisedOn: day('2026-12-10'), statutoryOn: day('2026-12-14') });
    expect(dueOnOf(ticket)).toBe('2026-12-10');
    expect(isPromiseBroken(ticket, day('2026-12-10'))).toBe(false);
    expect(isPromiseBroken(ticket, day('2026-12-11'))).toBe(true);
    expect(isStatutoryOverdue(ticket, day('2026-12-14'))).toBe(false);
    expect(isStatutoryOverdue(ticket, day('2026-12-15'))).toBe(true);
    expect(isStatutoryOverdue({ ...ticket, state: 'answered' }, day('2026-12-15'))).toBe(false);
  });

  it('disputed is not late with an answer it has given, and is due for its second look', () => {
    const disputed = aTicket({ state: 'disputed', promisedOn: day('2026-12-10'), statutoryOn: day('2026-12-14') });
    expect(isPromiseBroken(disputed, day('2027-01-11'))).toBe(false);
    expect(isStatutoryOverdue(disputed, day('2027-01-11'))).toBe(false);
    expect(dueOnOf({ ...disputed, reviewOn: day('2026-12-21') })).toBe('2026-12-21');
  });
});

describe('who may do what with a ticket', () => {
  const unit = UnitId.parse(newId());
  const staff = (role: StaffRole, overrides: Partial<Officer> = {}): Officer => ({
    id: officerId,
    role,
    agencyCode: aTicket().agencyCode,
    unitIds: [],
    ...overrides,
  });

  it.each(['officer', 'supervisor'] as const)('an %s of another body may do nothing, not even read', (role) => {
    const stranger = staff(role, { agencyCode: 'other.body' as never });
    expect(TICKET_COMMANDS.filter((command) => may(stranger, command, aTicket()))).toEqual([]);
  });

  it('an officer of another unit of the same body may do nothing', () => {
    const colleague = staff('officer', { unitIds: [unit] });
    expect(
      TICKET_COMMANDS.filter((command) => may(colleague, command, aTicket({ unitId: UnitId.parse(newId()) }))),
    ).toEqual([]);
  });

  it('an auditor only reads, an operator reads and notes', () => {
    expect(
      TICKET_COMMANDS.filter((command) => may(staff('auditor', { agencyCode: null }), command, aTicket())),
    ).toEqual(['read']);
    expect(
      TICKET_COMMANDS.filter((command) => may(staff('operator', { agencyCode: null }), command, aTicket())),
    ).toEqual(['read', 'note']);
  });

  it('a dispute is answered by the supervisor, a second one by the monitors, never by the officer complained of', () => {
    const answerers = (state: TicketState) =>
      (['officer', 'supervisor', 'monitor'] as const).filter((role) => may(staff(role), 'answer', aTicket({ state })));
    expect(answerers('registered')).toEqual(['officer', 'supervisor']);
    expect(answerers('disputed')).toEqual(['supervisor']);
    expect(answerers('with_monitors')).toEqual(['monitor']);
  });
});
