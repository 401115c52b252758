import { type Appeal, NOT_ROUTED } from '../../src/appeals/appeal.ts';
import type { Ticket } from '../../src/appeals/ticket.ts';
import { AgencyCode, AppealId, CitizenId, newId, TicketId } from '../../src/kernel/ids.ts';

const AT = new Date('2026-11-23T05:00:00Z');

/** A draft of a problem, valid as it is. */
export const anAppeal = (overrides: Partial<Appeal> = {}): Appeal => ({
  id: AppealId.parse(newId(AT.getTime())),
  revision: 1,
  number: null,
  citizenId: CitizenId.parse(newId(AT.getTime())),
  state: 'draft',
  kind: 'problem',
  language: 'ru',
  title: 'Не горят фонари',
  points: ['Не горят фонари'],
  topicId: null,
  place: { territoryCode: null, addressText: null, point: null },
  channel: 'telegram',
  urgent: false,
  sensitive: false,
  resolution: null,
  disputes: 0,
  routing: NOT_ROUTED,
  externalNumber: null,
  sealedOnBehalfOf: null,
  createdAt: AT,
  submittedAt: null,
  closedAt: null,
  ...overrides,
});

/** A ticket just delivered to a public body, valid as it is. */
export const aTicket = (overrides: Partial<Ticket> = {}): Ticket => ({
  id: TicketId.parse(newId(AT.getTime())),
  appealId: AppealId.parse(newId(AT.getTime())),
  revision: 1,
  agencyCode: AgencyCode.parse('almaty.roads'),
  unitId: null,
  officerId: null,
  state: 'delivered',
  procedure: 'message',
  registrationNumber: null,
  registeredOn: null,
  promisedOn: null,
  statutoryOn: null,
  registrationDueAt: null,
  redirects: 0,
  deliveredAt: AT,
  answeredAt: null,
  closedAt: null,
  outcome: null,
  matter: null,
  ...overrides,
});
