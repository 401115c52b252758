import type { Day } from '../kernel/day.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Clock } from './clock-ledger.ts';
import { addLength, latestExtension } from './compute-due.ts';
import type { Rule } from './rule.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** What an extension form may offer: nothing outside these bounds is legal. */
export interface ExtensionOffer {
  /** The first day that would be an extension at all. */
  readonly earliest: Day;
  /** The last day the rule allows, rolled over as the rule says; null where it sets no limit. */
  readonly latest: Day | null;
  /** The citizen must have been told by then. */
  readonly noticeDueOn: Day | null;
  readonly decidedBy: readonly string[];
  readonly reasonRequired: boolean;
  /** The law's own words for when an extension is allowed. */
  readonly allowedReason: string | null;
}

export interface ExtensionRequest {
  readonly decisionOn: Day;
  readonly until: Day;
  /** Post of the person who decides, in the words of the rule. */
  readonly post: string;
  readonly reason: string;
}

/**
 * What the rule allows if the decision is taken on this day. Refuses where no term set by law runs, where the rule
 * knows no extension or it is spent, and once the term has passed: what is late cannot be made timely.
 */
export function offerExtension(clock: Clock, decisionOn: Day, calendar: WorkingCalendar): ExtensionOffer {
  const { rule, statutoryOn, statutoryStrictOn, termStartOn } = clock;
  if (!rule || !statutoryOn || !statutoryStrictOn || !termStartOn) throw new Refusal('deadline.not_registered');
  const { extension } = rule;
  if (!extension) throw new Refusal('deadline.extension_not_allowed', { rule: rule.id });
  if (extension.times !== null && clock.extensions >= extension.times) {
    throw new Refusal('deadline.extension_spent', { rule: rule.id, times: extension.times });
  }
  if (decisionOn > statutoryOn || clock.answeredOn !== null) {
    throw new Refusal('deadline.extension_too_late', { rule: rule.id, dueOn: statutoryOn });
  }
  const latest = latestExtension(rule, termStartOn, statutoryStrictOn, decisionOn, calendar);
  const notice = extension.noticeWithin;
  return {
    earliest: calendar.addWorkingDays(statutoryOn, 1),
    latest: latest && rolled(rule, latest, calendar),
    noticeDueOn: notice && addLength(decisionOn, notice, calendar, 'next_day'),
    decidedBy: extension.decidedBy,
    reasonRequired: extension.reasonRequired,
    allowedReason: extension.reason,
  };
}

const rolled = (rule: Rule, on: Day, calendar: WorkingCalendar) =>
  rule.rollOver === 'none' ? on : calendar.nextWorkingDay(on);

/** Checks a filled form against the offer; refuses with the reason the officer can act on. */
export function checkExtension(clock: Clock, request: ExtensionRequest, calendar: WorkingCalendar): ExtensionOffer {
  const offer = offerExtension(clock, request.decisionOn, calendar);
  const { earliest, latest, decidedBy } = offer;
  if (decidedBy.length > 0 && !decidedBy.includes(request.post)) {
    throw new Refusal('deadline.extension_not_authorised', { post: request.post, allowed: decidedBy.join(', ') });
  }
  if (request.reason.trim() === '') throw new Refusal('deadline.extension_reason_missing');
  if (request.until < earliest) {
    throw new Refusal('deadline.extension_not_later', { until: request.until, dueOn: clock.statutoryOn });
  }
  if (latest !== null && request.until > latest) {
    throw new Refusal('deadline.extension_too_long', { until: request.until, latest });
  }
  return offer;
}
