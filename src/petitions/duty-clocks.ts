import {
  type CalendarsRepository,
  type ClockEntry,
  type ClockEventsRepository,
  createClocksService,
  type Rulebook,
  type Step,
} from '../deadlines/index.ts';
import type { AgencyCode } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';

interface Deps {
  readonly rulebook: Rulebook;
  readonly calendars: CalendarsRepository;
  readonly ledger: ClockEventsRepository;
}

/** A duty as the clock ledger knows it. */
export interface DutySubject {
  readonly dutyId: string;
  readonly agencyCode: AgencyCode | null;
  readonly ruleId: string | null;
}

/**
 * Terms of duties in the clock ledger, beside those of tickets and by the same rules; a duty's procedure is the rule
 * itself. Who hears when a duty is late is the petitions' own affair, so no due points come of it, and it is not among the
 * open tickets that a changed calendar moves.
 */
export function createDutyClocks({ rulebook, calendars, ledger }: Deps) {
  const none = { registration: null, redirect: null, hearing: null, complaintFiling: null, complaintForward: null };
  const clocks = createClocksService({
    rulebook: {
      ...rulebook,
      procedures: { ...rulebook.procedures, ...none },
      ruleFor: (procedure, on) => (rulebook.has(procedure) ? rulebook.rule(procedure, on) : null),
    },
    calendars,
    ledger: {
      ...ledger,
      add: (tx, ticketId, known, events, head) => ledger.add(tx, ticketId, known, events, { ...head, isOpen: false }),
    },
    duePoints: { replace: async () => undefined, take: async () => [] },
  });

  return {
    async record(tx: Tx, { dutyId, agencyCode, ruleId }: DutySubject, entry: ClockEntry): Promise<void> {
      const subject = {
        ticketId: dutyId,
        agencyCode: agencyCode ?? 'none',
        procedure: ruleId ?? 'none',
        topicId: null,
      };
      await clocks.record(tx, subject, entry);
    },

    /** How the date of law was counted; empty before it runs and where no rule names one. */
    async steps(dutyId: string): Promise<readonly Step[]> {
      return (await clocks.clock(dutyId)).statutorySteps;
    },
  };
}
export type DutyClocks = ReturnType<typeof createDutyClocks>;
