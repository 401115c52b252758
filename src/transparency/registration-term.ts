import { computeDue, type Rulebook, type WorkingCalendar } from '../deadlines/index.ts';
import { type Day, zoned } from '../kernel/day.ts';
import { isRefusal } from '../kernel/refusal.ts';

/**
 * Until which day a body registers in time what it received at an instant, by the jurisdiction's own rule. Null where
 * no law asks for registration, and where the calendar or the law does not reach: then nobody is called late.
 */
export function createRegistrationTerm({
  rulebook,
  calendar,
}: {
  rulebook: Rulebook;
  calendar: (agencyCode?: string | null) => WorkingCalendar;
}) {
  const { registration } = rulebook.procedures;
  return (agencyCode: string, deliveredAt: Date): Day | null => {
    if (registration === null) return null;
    const days = calendar(agencyCode);
    try {
      const rule = rulebook.rule(registration, zoned(deliveredAt, days.timezone).on);
      return computeDue(rule, deliveredAt, [], days).dueOn;
    } catch (error) {
      if (isRefusal(error)) return null;
      throw error;
    }
  };
}
