import { type CalendarsRepository, computeDue, type Rulebook, type Term } from '../deadlines/index.ts';
import { addDays, type Day, instantAt, zoned } from '../kernel/day.ts';
import type { PetitionTerm } from './profile.ts';

interface Deps {
  readonly rulebook: Rulebook;
  readonly calendars: Pick<CalendarsRepository, 'current'>;
}

/** A profile's own length counts like most laws do: from the next day, with no moving of the last one. */
export const ownTerm = (length: Term['length']): Term => ({
  id: 'petition_own_term',
  length,
  starts: { event: 'publication' },
  cutoff: 'none',
  firstDay: 'next_day',
  rollOver: 'none',
});

/** The dates of petitions, by the rulebook and the calendar of the jurisdiction. */
export function createPetitionTerms({ rulebook, calendars }: Deps) {
  const timezone = (agencyCode: string | null) => calendars.current(agencyCode).timezone;
  return {
    /** Without a body: where the service itself is. */
    today: (now: Date, agencyCode: string | null = null): Day => zoned(now, timezone(agencyCode)).on,

    /** The last day of the term that starts on this day. */
    lastDay(term: PetitionTerm, start: Day): Day {
      const counted = 'rule' in term ? rulebook.rule(term.rule, start) : ownTerm(term.length);
      return computeDue(counted, start, [], calendars.current()).dueOn;
    },

    /** A day is over when the next one begins where the petition is, or the body that owes something. */
    endOf: (on: Day, agencyCode: string | null = null): Date => instantAt(addDays(on, 1), 0, timezone(agencyCode)),
  };
}
export type PetitionTerms = ReturnType<typeof createPetitionTerms>;
