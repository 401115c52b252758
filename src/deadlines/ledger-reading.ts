import type { Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { ClockFact } from './clock-event.ts';
import type { TermEvent } from './term-event.ts';

export type ClockStage =
  | 'received'
  | 'proposed'
  | 'delivered'
  | 'registered'
  | 'hearing'
  | 'answered'
  | 'review'
  | 'ended';
export type CitizenPosition = NonNullable<Extract<ClockFact, { type: 'citizen_heard' }>['position']>;

/** What the ledger says about the present body and the present term; no date is computed here. */
export interface Reading {
  received: Extract<ClockFact, { type: 'received' }>;
  procedure: string;
  stage: ClockStage;
  agency: string | null;
  deliveredAt: Date | null;
  /** How the case came to the present body, when another one passed it on. */
  arrival: Date | Day | null;
  registration: { number: string; on: Day } | null;
  termEvents: TermEvent[];
  redirects: number;
  sentOn: Day | null;
  position: CitizenPosition | null;
  /** The day the citizen was heard in person; recorded without a position. */
  heardOn: Day | null;
  /** The first answer: what came after a dispute makes nobody late. */
  answeredOn: Day | null;
  disputes: number;
  /** Since when a disputed answer waits for a second look. */
  disputedAt: Date | null;
}

/** Folds the standing facts; refuses a ledger that does not begin with a receipt. */
export function readLedger(facts: readonly ClockFact[]): Reading {
  const received = facts.find((fact) => fact.type === 'received');
  if (received?.type !== 'received') throw new Refusal('deadline.not_received');
  const reading: Reading = {
    received,
    procedure: received.procedure,
    stage: 'received',
    agency: null,
    deliveredAt: null,
    arrival: null,
    registration: null,
    termEvents: [],
    redirects: received.redirects,
    sentOn: null,
    position: null,
    heardOn: null,
    answeredOn: null,
    disputes: 0,
    disputedAt: null,
  };
  for (const fact of facts) readFact(reading, fact);
  return reading;
}

function readFact(reading: Reading, fact: ClockFact): void {
  switch (fact.type) {
    case 'proposed':
      reading.agency = fact.agency;
      reading.stage = 'proposed';
      return;
    case 'delivered':
      reading.agency = fact.agency;
      reading.deliveredAt = fact.at;
      if (reading.redirects > 0) reading.arrival = fact.at;
      if (!reading.registration) reading.stage = 'delivered';
      return;
    case 'registered':
      reading.registration = { number: fact.number, on: fact.on };
      reading.procedure = fact.procedure ?? reading.procedure;
      reading.stage = 'registered';
      return;
    case 'redirected':
      // The new body begins its own procedure: nothing of the old term is left but the count of bounces.
      reading.agency = fact.to;
      reading.arrival = fact.arrivedOn ?? fact.at;
      reading.deliveredAt = null;
      reading.registration = null;
      reading.termEvents = [];
      reading.redirects += 1;
      reading.sentOn = null;
      reading.position = null;
      reading.heardOn = null;
      reading.stage = 'proposed';
      return;
    case 'clarification_asked':
      reading.termEvents.push({ type: 'paused', on: fact.on });
      return;
    case 'clarified':
      reading.termEvents.push({ type: 'resumed', on: fact.on });
      return;
    case 'extended': {
      const { decisionOn, until, by, signedBy, reason } = fact;
      reading.termEvents.push({
        type: 'extended',
        decisionOn,
        by,
        reason,
        ...(signedBy && { signedBy }),
        ...(until && { until }),
      });
      return;
    }
    case 'preliminary_decision_sent':
      reading.sentOn = fact.on;
      reading.position = null;
      reading.heardOn = null;
      reading.stage = 'hearing';
      return;
    case 'citizen_heard':
      if (fact.position) reading.position = fact.position;
      else reading.heardOn = fact.on;
      return;
    case 'answered':
      reading.answeredOn ??= fact.on;
      reading.disputedAt = null;
      reading.stage = 'answered';
      return;
    case 'disputed':
      // The citizen's doubt is a new question, not a longer term: no date moves.
      reading.disputes += 1;
      reading.disputedAt = fact.at;
      reading.stage = 'review';
      return;
    case 'ended':
      reading.stage = 'ended';
      return;
    case 'received':
    case 'superseded_by_calendar':
      return;
  }
}
