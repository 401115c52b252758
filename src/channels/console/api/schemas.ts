import { z } from 'zod';
import { SCOPES, STAFF_ROLES } from '../../../access/index.ts';
import { INBOX_VIEWS, KINDS, OUTCOMES, TICKET_COMMANDS } from '../../../appeals/index.ts';
import { LANGUAGES, Localised } from '../../../kernel/language.ts';
import { pageOf } from '../../../platform/http/index.ts';

const named = <Schema extends z.ZodType>(id: string, schema: Schema): Schema => schema.meta({ id }) as Schema;
/** `2026-12-14T09:30:00.000Z` */
const instant = z.iso.datetime();
/** `2026-12-14` */
const day = z.iso.date();

export const LanguageField = z.enum(LANGUAGES);
export const Name = named('LocalisedName', Localised);

export const Coded = named('CodedName', z.object({ code: z.string(), name: Name }));

export const Due = named(
  'Due',
  z.object({
    on: day,
    /** Working days until then: 0 on the last day, negative afterwards; null beyond the calendar. */
    workingDays: z.number().int().nullable(),
    passed: z.boolean(),
  }),
);

export const StaffView = named(
  'Staff',
  z.object({
    id: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    email: z.string(),
    role: z.enum(STAFF_ROLES),
    agency: Coded.nullable(),
    language: LanguageField,
    state: z.enum(['invited', 'active', 'deactivated']),
    hasSecondFactor: z.boolean(),
    openTickets: z.number().int(),
  }),
);

export const Me = named(
  'Me',
  z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(STAFF_ROLES),
    agency: Coded.nullable(),
    language: LanguageField,
    hasSecondFactor: z.boolean(),
    today: day,
    tiles: z.object({ url: z.string(), attribution: z.string() }).nullable(),
  }),
);

export const InboxRow = named(
  'InboxRow',
  z.object({
    ticketId: z.string(),
    number: z.string(),
    title: z.string(),
    kind: z.enum(KINDS),
    topic: Coded.nullable(),
    place: Name.nullable(),
    agency: Coded,
    state: z.string(),
    officer: z.object({ id: z.string(), name: z.string() }).nullable(),
    due: Due.nullable(),
    /** The body should have registered it by then. */
    registrationDueAt: instant.nullable(),
    registrationOverdue: z.boolean(),
    deliveredAt: instant,
    urgent: z.boolean(),
    language: LanguageField,
    unread: z.boolean(),
  }),
);
export const InboxPage = named('InboxPage', pageOf(InboxRow));
export const InboxCounts = named('InboxCounts', z.record(z.enum(INBOX_VIEWS), z.number().int()));

export const FileView = named(
  'CaseFile',
  z.object({
    id: z.string(),
    kind: z.enum(['photo', 'voice', 'document', 'video']),
    mediaType: z.string(),
    sizeBytes: z.number().int(),
    fileName: z.string().nullable(),
    state: z.enum(['pending', 'stored', 'refused', 'lost']),
  }),
);

export const EntryView = named(
  'ThreadEntry',
  z.object({
    id: z.string(),
    kind: z.enum(['statement', 'addition', 'question', 'reply', 'answer', 'dispute', 'note', 'notice']),
    author: z.enum(['citizen', 'officer', 'operator', 'system']),
    authorName: z.string().nullable(),
    language: LanguageField.nullable(),
    /** Personal data in a citizen's words is replaced by tokens such as `[PHONE]`. */
    text: z.string(),
    hasHidden: z.boolean(),
    at: instant,
    editedAt: instant.nullable(),
    details: z.record(z.string(), z.unknown()).nullable(),
    files: z.array(FileView),
    delivery: z
      .object({
        state: z.enum(['waiting', 'delivered', 'unreachable', 'failed']),
        channel: z.string().nullable(),
        at: instant.nullable(),
      })
      .nullable(),
  }),
);

export const TicketView = named(
  'Ticket',
  z.object({
    id: z.string(),
    agency: Coded,
    state: z.string(),
    procedure: z.string(),
    officer: z.object({ id: z.string(), name: z.string() }).nullable(),
    registrationNumber: z.string().nullable(),
    registeredOn: day.nullable(),
    promised: Due.nullable(),
    statutory: Due.nullable(),
    registrationDueAt: instant.nullable(),
    registrationOverdue: z.boolean(),
    redirects: z.number().int(),
    deliveredAt: instant,
    answeredAt: instant.nullable(),
    closedAt: instant.nullable(),
    outcome: z.string().nullable(),
    revision: z.number().int(),
  }),
);

export const CaseView = named(
  'Case',
  z.object({
    ticket: TicketView,
    otherTickets: z.array(TicketView),
    number: z.string(),
    kind: z.enum(KINDS),
    title: z.string(),
    topic: Coded.nullable(),
    place: z.object({
      territory: Coded.nullable(),
      lineage: z.array(Name),
      addressText: z.string().nullable(),
      point: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
    }),
    urgent: z.boolean(),
    sensitive: z.boolean(),
    language: LanguageField,
    channel: z.string(),
    appealState: z.string(),
    resolution: z.enum(['resolved', 'partly', 'unresolved']).nullable(),
    disputes: z.number().int(),
    submittedAt: instant.nullable(),
    entries: z.array(EntryView),
    commands: z.array(z.enum(TICKET_COMMANDS)),
    statutoryOverdue: z.boolean(),
    promiseBroken: z.boolean(),
  }),
);

export const DatesExplained = named(
  'DatesExplained',
  z.object({
    promise: z.object({ label: z.string(), steps: z.array(z.string()) }).nullable(),
    statutory: z.object({ label: z.string(), steps: z.array(z.string()), url: z.string().nullable() }).nullable(),
    note: z.string().nullable(),
  }),
);

export const ExtensionOfferView = named(
  'ExtensionOffer',
  z.object({
    earliest: day,
    latest: day.nullable(),
    noticeDueOn: day.nullable(),
    decidedBy: z.array(z.string()),
    reasonRequired: z.boolean(),
    allowedReason: z.string().nullable(),
  }),
);

export const OutcomeField = z.enum(OUTCOMES);

export const Identity = named(
  'Identity',
  z.object({
    details: z.record(z.string(), z.string()),
    /** The citizen's words as written, where something was replaced. */
    originals: z.array(z.object({ entryId: z.string(), text: z.string() })),
  }),
);

export const CandidateView = named(
  'Candidate',
  z.object({
    agency: Coded,
    topic: Coded.nullable(),
    /** 0 to 1, as the router said; null where it said nothing. */
    confidence: z.number().nullable(),
    reason: z.string(),
    connected: z.boolean(),
  }),
);

export const TriageItem = named(
  'TriageItem',
  z.object({
    appealId: z.string(),
    number: z.string(),
    kind: z.enum(KINDS),
    title: z.string(),
    text: z.string(),
    language: LanguageField,
    topic: Coded.nullable(),
    place: Name.nullable(),
    addressText: z.string().nullable(),
    submittedAt: instant,
    urgent: z.boolean(),
    reason: z.string().nullable(),
    files: z.array(z.object({ id: z.string(), kind: FileView.shape.kind, state: FileView.shape.state })),
    /** Bodies that had it before and passed it on. */
    earlier: z.array(Coded),
    candidates: z.array(CandidateView),
  }),
);

export const AgencyView = named(
  'Agency',
  z.object({
    code: z.string(),
    name: Name,
    shortName: Name,
    place: Name.nullable(),
    connection: z.enum(['register', 'connected', 'mailbox', 'none']),
  }),
);

export const ParkedUpdate = named(
  'ParkedUpdate',
  z.object({ updateId: z.number().int(), errorCode: z.string().nullable(), receivedAt: instant }),
);

export const JournalItem = named(
  'JournalItem',
  z.object({
    seq: z.number().int(),
    at: instant,
    type: z.string(),
    actorKind: z.string(),
    actorName: z.string().nullable(),
    facts: z.record(z.string(), z.unknown()),
    text: z.record(z.string(), z.unknown()).nullable(),
    hash: z.string(),
  }),
);

export const SessionView = named(
  'Session',
  z.object({
    id: z.string(),
    userAgent: z.string(),
    createdAt: instant,
    lastSeenAt: instant,
    expiresAt: instant,
    current: z.boolean(),
  }),
);

export const TokenView = named(
  'ApiToken',
  z.object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    createdAt: instant,
    lastUsedAt: instant.nullable(),
    expiresAt: instant.nullable(),
  }),
);

export const Done = named('Done', z.object({ done: z.literal(true) }));
