import { z } from 'zod';
import { Coded, day, instant, Name, named } from '../schema-parts.ts';
import { InboxRow } from '../schemas.ts';

export const HearingView = named(
  'Hearing',
  z.object({
    /** The last day to send the preliminary decision and still decide in time. */
    noticeDueOn: day,
    sentOn: day.nullable(),
    objectionDueOn: day.nullable(),
    earliestActOn: day.nullable(),
    position: z.enum(['agrees', 'objects', 'wants_hearing']).nullable(),
    heardOn: day.nullable(),
    /** What sending it today would mean. */
    ifSent: z.object({ sentOn: day, objectionDueOn: day.nullable(), earliestActOn: day }),
    /** Sent today, the act could no longer come within the term. */
    isLate: z.boolean(),
    statutoryOn: day.nullable(),
  }),
);

export const ComplaintView = named(
  'SilenceComplaint',
  z.object({
    /** What this case complains of. */
    about: z.object({ number: z.string(), agency: Coded, silentSince: day, forwardedTo: Coded.nullable() }).nullable(),
    /** Complaints about this case. */
    complaints: z.array(z.object({ number: z.string(), state: z.string() })),
    /** The silent body's duty, while the complaint lies with it. */
    forward: z.object({ dueOn: day.nullable(), passed: z.boolean(), to: Coded.nullable() }).nullable(),
  }),
);

const Hours = z.object({
  opens: z.string(),
  closes: z.string(),
  lunch: z.object({ from: z.string(), to: z.string() }).nullable(),
});
const CalendarDay = named(
  'CalendarDay',
  z.object({
    on: day,
    working: z.boolean(),
    kind: z.enum(['public', 'transferred', 'decree_day_off', 'decree_working_day', 'religious_day_off']),
    name: Name,
    status: z.string().nullable(),
    /** Whose own day it is; null: everybody's. */
    of: Coded.nullable(),
    /** For a day of the place itself: what holds around it, and would hold here without it. */
    instead: z.object({ working: z.boolean(), name: Name.nullable() }).nullable(),
  }),
);
const HistoryDay = CalendarDay.omit({ of: true, instead: true });

export const CalendarView = named(
  'Calendar',
  z.object({
    /** The territory or body that was asked for; null: the whole country. */
    place: Coded.nullable(),
    year: z.number().int(),
    years: z.array(z.number().int()),
    coveredUntil: day,
    /** Days until the calendar ends, once it is time to bring in the next year. */
    endsInDays: z.number().int().nullable(),
    isWeekendsOnly: z.boolean(),
    timezone: z.string(),
    /** Whether the place says so itself, or has it from what lies around it. */
    own: z.object({ hours: z.boolean(), timezone: z.boolean() }),
    /** ISO weekdays off. */
    weekend: z.array(z.number().int()),
    workingDays: z.number().int(),
    hours: Hours,
    /** Days that differ from the plain week. */
    days: z.array(CalendarDay),
  }),
);

export const CalendarHistoryItem = named(
  'CalendarHistoryItem',
  z.object({
    edition: z.string().nullable(),
    type: z.enum(['day', 'inherited', 'year', 'hours', 'timezone']),
    day: HistoryDay.nullable(),
    /** The day that is inherited again. */
    on: day.nullable(),
    /** Null: inherited again. */
    timezone: z.string().nullable(),
    year: z.number().int().nullable(),
    hours: Hours.nullable(),
    /** The body or territory whose word it is; null: everywhere. */
    scope: Coded.nullable(),
    reason: z.string(),
    by: z.string(),
    at: instant,
  }),
);

const Dates = z.object({ promisedOn: day.nullable(), statutoryOn: day.nullable() });
export const MovedCases = named(
  'MovedCases',
  z.object({
    count: z.number().int(),
    items: z.array(z.object({ ticketId: z.string(), number: z.string(), agency: Coded, before: Dates, after: Dates })),
    /** What bodies owe to petitions; it moves after the cases. */
    duties: z.array(
      z.object({ dutyId: z.string(), petitionId: z.string(), ask: z.string(), before: Dates, after: Dates }),
    ),
  }),
);

export const ImportReport = named(
  'CalendarImport',
  z.object({
    problems: z.array(z.object({ line: z.number().int(), problem: z.string() })),
    days: z.number().int(),
    edition: z.string().nullable(),
    moved: MovedCases.nullable(),
  }),
);

export const RuleView = named(
  'Rule',
  z.object({
    id: z.string(),
    title: Name,
    length: z.string(),
    starts: z.string(),
    cutoff: z.enum(['end_of_working_day', 'none']),
    firstDay: z.enum(['next_day', 'same_day']),
    rollOver: z.enum(['next_working_day', 'none', 'unsettled']),
    silence: z.enum(['refusal', 'none']),
    pauseAllowed: z.boolean(),
    extension: z
      .object({
        max: z.string().nullable(),
        times: z.number().int().nullable(),
        decidedBy: z.array(z.string()),
        noticeWithin: z.string().nullable(),
      })
      .nullable(),
    redirectWithin: z.string().nullable(),
    procedures: z.array(z.string()),
    citation: Name,
    act: z.string(),
    url: z.string().nullable(),
    edition: z.string().nullable(),
    trust: z.enum(['high', 'medium', 'low']),
    from: day.nullable(),
    until: day.nullable(),
    inForce: z.boolean(),
    notes: z.string().nullable(),
  }),
);

export const RulebookView = named(
  'Rulebook',
  z.object({
    code: z.string(),
    own: z.string(),
    codes: z.array(z.string()),
    automaticRegistration: z.boolean(),
    procedures: z.array(z.object({ procedure: z.string(), rule: z.string().nullable(), hearing: z.boolean() })),
    promises: z.array(z.object({ topic: z.string().nullable(), length: z.string() })),
    /** Terms of the service itself: a second look at a disputed answer, and naming one body after two bounces. */
    review: z.object({ first: z.string(), again: z.string(), triage: z.string() }),
    steps: z.array(
      z.object({
        step: z.string(),
        clock: z.string(),
        /** From the last day; null: half-time. */
        workingDays: z.number().int().nullable(),
        receivers: z.array(z.string()),
      }),
    ),
    rules: z.array(RuleView),
  }),
);

export const RegistrationReport = named(
  'RegistrationReport',
  z.object({
    accepted: z.array(
      z.object({
        line: z.number().int(),
        caseNumber: z.string(),
        ticketId: z.string(),
        number: z.string(),
        on: day,
      }),
    ),
    rejected: z.array(z.object({ line: z.number().int(), text: z.string(), problem: z.string() })),
    /** How many were registered; none in a trial run. */
    registered: z.number().int(),
  }),
);

const figure = z.number().int();
/** The figures of a body, in the order in which they are read and written everywhere. */
const ComplianceFigures = z.object({
  received: figure,
  registeredInTime: figure,
  registeredLate: figure,
  lawInTime: figure,
  lawLate: figure,
  promiseInTime: figure,
  promiseLate: figure,
  extended: figure,
  redirected: figure,
  overdueNow: figure,
  silent: figure,
  answered: figure,
  /** Null where so few citizens said it that it stays hidden. */
  confirmed: figure.nullable(),
  disputed: figure.nullable(),
  saidNothing: figure.nullable(),
});
export const COMPLIANCE_COLUMNS = ComplianceFigures.keyof().options;

export const ComplianceView = named(
  'Compliance',
  z.object({
    from: day,
    until: day,
    rows: z.array(ComplianceFigures.extend({ agency: Coded })),
  }),
);

export const RiskPage = named(
  'RiskPage',
  z.object({
    items: z.array(
      z.object({
        row: InboxRow,
        stage: z.enum(['delivered', 'registered', 'hearing']),
        band: z.enum(['low', 'medium', 'high']),
        percent: z.number().int(),
        /** The date that has passed already; then the percentage says nothing. */
        overdue: z.enum(['law', 'promise']).nullable(),
        /** Whose history it rests on. */
        basis: z.enum(['agency_and_topic', 'agency', 'everyone', 'no_history']),
        comparable: z.number().int(),
        comparableLate: z.number().int(),
        loadFactor: z.number(),
      }),
    ),
    counts: z.object({ high: z.number().int(), medium: z.number().int(), low: z.number().int() }),
    /** Finished cases the estimate learned from. */
    history: z.number().int(),
  }),
);

export const RiskCalibrationView = named(
  'RiskCalibration',
  z.object({
    cases: z.number().int(),
    brier: z.number().nullable(),
    baselineBrier: z.number().nullable(),
    bins: z.array(
      z.object({
        from: z.number(),
        to: z.number(),
        cases: z.number().int(),
        predicted: z.number(),
        observed: z.number(),
      }),
    ),
  }),
);
