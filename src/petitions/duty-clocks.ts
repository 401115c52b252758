import {
  type CalendarsRepository,
  type ClockEntry,
  type ClockEventsRepository,
  createClocksService,
  type Length,
  type MovedCase,
  type PlacedChange,
  type Rule,
  type Rulebook,
  type Step,
} from '../deadlines/index.ts';
import type { Day } from '../kernel/day.ts';
import type { AgencyCode } from '../kernel/ids.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import { ownTerm } from './petition-terms.ts';
import type { PetitionTerm } from './profile.ts';

interface Deps {
  readonly rulebook: Rulebook;
  readonly calendars: CalendarsRepository;
  readonly ledger: ClockEventsRepository;
  /** Duties whose term runs, in the order of their ids. */
  readonly runningDuties: (after: string | null, limit: number) => Promise<readonly string[]>;
}

/** A duty as the clock ledger knows it. */
export interface DutySubject {
  readonly dutyId: string;
  readonly agencyCode: AgencyCode | null;
  /** What the ledger keeps of the term: a rule of the rulebook, or a profile's own length, spelt out. */
  readonly procedure: string;
}

const NO_TERM = 'none';
const OWN = /^own:(\d+):(working_days|calendar_days|months)$/;

/** The name under which the ledger keeps a term, so that it can be counted again without the profile. */
export function procedureOf(term: PetitionTerm | null): string {
  if (!term) return NO_TERM;
  return 'rule' in term ? term.rule : `own:${term.length.value}:${term.length.unit}`;
}

/** A profile's own length as a rule that no law knows: no article, no extension, no silence. */
function ownRule(procedure: string): Rule | null {
  const [, value, unit] = OWN.exec(procedure) ?? [];
  if (!value) return null;
  const length: Length = { value: Number(value), unit: unit as Length['unit'] };
  const nothing = { extension: null, redirect: null, stages: [], pause: { allowed: false, reasons: [] }, notices: [] };
  return { ...ownTerm(length), ...nothing, silence: 'none' } as unknown as Rule;
}

/**
 * Duties in the clock ledger, beside tickets and by the same rules: what happened is appended, both the date and its
 * reasons follow from it, and a changed calendar moves it on confirmation. Who hears when a duty is late is the
 * petitions' own affair, so no due points come of it; and the open tickets are not theirs.
 */
export function createDutyClocks({ rulebook, calendars, ledger, runningDuties }: Deps) {
  const none = { registration: null, redirect: null, hearing: null, complaintFiling: null, complaintForward: null };
  const clocks = createClocksService({
    rulebook: {
      ...rulebook,
      procedures: { ...rulebook.procedures, ...none, automaticRegistration: false },
      ruleFor: (procedure, on) => (rulebook.has(procedure) ? rulebook.rule(procedure, on) : ownRule(procedure)),
    },
    calendars,
    ledger: {
      ...ledger,
      add: (tx, dutyId, known, events, head) => ledger.add(tx, dutyId, known, events, { ...head, isOpen: false }),
      async readOpen(after, limit) {
        const ids = await runningDuties(after, limit);
        const ledgers = await ledger.readMany(ids);
        return ledgers.sort((a, b) => (a.ticketId < b.ticketId ? -1 : 1));
      },
    },
    duePoints: { replace: async () => undefined, take: async () => [], claimTelling: async () => false },
  });

  return {
    /** Appends what happened; returns the date that follows, or null where none runs. */
    async record(tx: Tx, { dutyId, agencyCode, procedure }: DutySubject, entry: ClockEntry): Promise<Day | null> {
      const subject = { ticketId: dutyId, agencyCode: agencyCode ?? 'none', procedure, topicId: null };
      return (await clocks.record(tx, subject, entry)).statutoryOn;
    },

    /** Running duties that the change of the calendar would move; nothing moves here. */
    async movedBy(change: string | PlacedChange): Promise<readonly MovedCase[]> {
      const moved = await clocks.casesMovedBy(change);
      return moved.filter(({ before, after }) => before.statutoryOn !== after.statutoryOn);
    },

    /** Somebody confirmed: the duty lives under the edition from now on. Returns its date. */
    moveToCalendar: async (tx: Tx, dutyId: string, edition: string): Promise<Day | null> =>
      (await clocks.moveToCalendar(tx, dutyId, edition)).statutoryOn,

    /** How the date was counted; empty before it runs and where no rule names one. */
    async steps(dutyId: string): Promise<readonly Step[]> {
      return (await clocks.clock(dutyId)).statutorySteps;
    },
  };
}
export type DutyClocks = ReturnType<typeof createDutyClocks>;
