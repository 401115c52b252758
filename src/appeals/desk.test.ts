import { describe, expect, it } from 'vitest';
import { anAppeal } from '../../test/builders/an-appeal.ts';
import { day } from '../kernel/day.ts';
import type { AgencyCode } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { createDesk } from './desk.ts';
import type { Ticket } from './ticket.ts';

const NOW = new Date('2026-11-23T10:00:00+05:00');
const READING = { promisedOn: day('2026-12-14'), statutoryOn: null, registrationDueAt: null };

/** A desk whose surroundings only write down what they hear. */
function aDesk(registersItself: boolean) {
  const saved: Ticket[] = [];
  const types: string[] = [];
  const desk = createDesk({
    appeals: { insertTicket: async (_tx: Tx, ticket: Ticket) => void saved.push(ticket) },
    journal: { append: async (_tx: Tx, _stream: string, { type }: { type: string }) => void types.push(type) },
    news: { toAgency: async () => undefined },
    terms: {
      record: async () => READING,
      registersItself: () => (registersItself ? day('2026-11-23') : null),
    },
  } as never);
  return { desk, saved, types };
}
const tx = { now: NOW, key: 'test' } as unknown as Tx;

describe('a case that reaches a body', () => {
  it('waits for the body’s own register', async () => {
    const { desk, saved, types } = aDesk(false);
    await desk.open(tx, anAppeal({ number: '4729183' }), 'roads' as AgencyCode, { procedure: 'message', redirects: 0 });
    expect(saved[0]).toMatchObject({ state: 'delivered', registrationNumber: null, registeredOn: null });
    expect(types).toEqual(['ticket.delivered']);
  });

  it('is registered at once under our number where the jurisdiction gives that right', async () => {
    const { desk, saved, types } = aDesk(true);
    await desk.open(tx, anAppeal({ number: '4729183' }), 'roads' as AgencyCode, { procedure: 'message', redirects: 0 });
    expect(saved[0]).toMatchObject({ state: 'registered', registrationNumber: '4729183', registeredOn: '2026-11-23' });
    expect(types).toEqual(['ticket.delivered', 'ticket.registered']);
  });
});
