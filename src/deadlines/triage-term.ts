import { type Day, zoned } from '../kernel/day.ts';
import { isRefusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { CalendarsRepository } from './calendars-repository.ts';
import { computeDue } from './compute-due.ts';
import type { DuePointsRepository } from './due-points-repository.ts';
import { plannedPoints } from './escalation.ts';
import { promiseFor, type Rulebook } from './rulebook.ts';

interface Deps {
  readonly rulebook: Rulebook;
  readonly calendars: CalendarsRepository;
  readonly duePoints: DuePointsRepository;
}

/** The service's own term for naming one body. */
export function createTriageTerm({ rulebook, calendars, duePoints }: Deps) {
  /** The last day for an operator to name one body: a rule of the service, not of the law. */
  function triageDueOn(since: Date): Day | null {
    try {
      const length = rulebook.promises.triage;
      return computeDue({ ...promiseFor(rulebook.promises, null), length }, since, [], calendars.current()).dueOn;
    } catch (error) {
      if (isRefusal(error, 'deadline.calendar_not_covered')) return null;
      throw error;
    }
  }

  return {
    /**
     * Triage owes a decision within the service's own term, from this transaction on. The points stand under the
     * case's id, because no ticket of it runs.
     */
    async watchTriage(tx: Tx, caseId: string): Promise<Day | null> {
      const dueOn = triageDueOn(tx.now);
      const startOn = zoned(tx.now, calendars.current().timezone).on;
      const clocks = dueOn ? [{ clock: 'triage', kind: 'triage', startOn, dueOn } as const] : [];
      await duePoints.replace(tx, caseId, plannedPoints(clocks, calendars.current(), rulebook.escalation), null);
      return dueOn;
    },
    endTriage: (tx: Tx, caseId: string): Promise<void> => duePoints.replace(tx, caseId, [], null),
    triageDueOn,
  };
}
