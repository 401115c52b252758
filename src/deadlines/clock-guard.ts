import { Refusal } from '../kernel/refusal.ts';
import { type ClockEvent, type ClockFact, standingFacts } from './clock-event.ts';
import { computeClock } from './clock-ledger.ts';
import type { Term } from './compute-due.ts';
import { offerExtension } from './extension.ts';
import type { Rulebook } from './rulebook.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** Facts that must stand in the ledger, after the last redirect, before this one may follow. */
const NEEDS: Partial<Record<ClockFact['type'], ClockFact['type']>> = {
  proposed: 'received',
  delivered: 'received',
  registered: 'received',
  clarified: 'clarification_asked',
  citizen_heard: 'preliminary_decision_sent',
  disputed: 'answered',
};

/** Facts about the running term: the body must have registered first, unless registration is automatic. */
const NEEDS_TERM: readonly ClockFact['type'][] = ['extended', 'preliminary_decision_sent'];

/** What a line says, and with a correction what it says instead: that can be wrong as well. */
const saidBy = (event: ClockEvent): readonly string[] =>
  event.type === 'corrected' && event.replacement ? [event.id, event.replacement.id] : [event.id];

function sinceLastRedirect(facts: readonly ClockFact[]): readonly ClockFact[] {
  return facts.slice(facts.findLastIndex(({ type }) => type === 'redirected') + 1);
}

/**
 * The ledger with one more event. Refuses what cannot follow (`deadline.event_out_of_order`,
 * `deadline.not_registered`) and every extension or pause that the rule does not allow, so that a ledger that was
 * written can always be computed.
 */
export function appendEvent(
  events: readonly ClockEvent[],
  event: ClockEvent,
  rulebook: Rulebook,
  calendar: WorkingCalendar,
  promise: Term,
): readonly ClockEvent[] {
  const facts = standingFacts(events);
  const outOfOrder = new Refusal('deadline.event_out_of_order', { event: event.type });
  if (event.type === 'corrected') {
    if (!events.some((earlier) => saidBy(earlier).includes(event.corrects))) throw outOfOrder;
  } else {
    checkOrder(facts, event, rulebook, outOfOrder);
    if (event.type === 'extended') {
      const { decidedBy } = offerExtension(
        computeClock(events, rulebook, calendar, promise),
        event.decisionOn,
        calendar,
      );
      if (decidedBy.length > 0 && !decidedBy.includes(event.by)) {
        throw new Refusal('deadline.extension_not_authorised', { post: event.by, allowed: decidedBy.join(', ') });
      }
    }
  }
  const next = [...events, event];
  computeClock(next, rulebook, calendar, promise);
  return next;
}

function checkOrder(facts: readonly ClockFact[], event: ClockFact, rulebook: Rulebook, outOfOrder: Refusal): void {
  const types = new Set(facts.map(({ type }) => type));
  const here = new Set(sinceLastRedirect(facts).map(({ type }) => type));
  if (types.has('received') === (event.type === 'received')) throw outOfOrder;
  const needed = NEEDS[event.type];
  if (needed && !(needed === 'received' ? types : here).has(needed)) throw outOfOrder;
  if (event.type === 'registered' && here.has('registered')) throw outOfOrder;
  if (event.type === 'redirected' && here.has('answered')) throw outOfOrder;
  if (types.has('ended')) throw outOfOrder;
  if (NEEDS_TERM.includes(event.type) && !here.has('registered') && !rulebook.procedures.automaticRegistration) {
    throw new Refusal('deadline.not_registered', { event: event.type });
  }
}
