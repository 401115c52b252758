import { z } from 'zod';
import { POSTS, SCOPES, STAFF_ROLES } from '../../../access/index.ts';
import { INBOX_VIEWS, KINDS } from '../../../appeals/index.ts';
import { RISK_BANDS } from '../../../deadlines/index.ts';
import { pageOf } from '../../../platform/http/index.ts';
import { FileView } from './case-schemas.ts';
import { EDITOR_STAGES, OFFICER_NEWS } from './desk-read-model.ts';
import { Coded, Due, day, instant, LanguageField, Name, named } from './schema-parts.ts';

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
    unitIds: z.array(z.string()),
    state: z.enum(['invited', 'active', 'deactivated']),
    hasSecondFactor: z.boolean(),
    /** In the words of the law's rules; a supervisor without one is the head. */
    post: z.enum(POSTS).nullable(),
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
    /** Zone of the dates and times shown; the officer's machine may stand in another. */
    timezone: z.string(),
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
    /** Of a disputed answer the day of the second look, otherwise the earlier of promise and law. */
    due: Due.nullable(),
    /** The citizen may answer a preliminary decision until then. */
    hearingUntil: day.nullable(),
    /** How likely it is to be late, as of the last estimate; null without history. */
    risk: z.enum(RISK_BANDS).nullable(),
    /** The body should have registered it by then. */
    registrationDueAt: instant.nullable(),
    registrationOverdue: z.boolean(),
    deliveredAt: instant,
    urgent: z.boolean(),
    language: LanguageField,
    unread: z.boolean(),
    /** Tickets of other citizens that are answered with this one. */
    joined: z.number().int(),
  }),
);
export const OfficerNewsLine = named(
  'OfficerNewsLine',
  z.object({ news: z.enum(OFFICER_NEWS), at: instant, row: InboxRow }),
);
export const EditorNewsLine = named(
  'EditorNewsLine',
  z.object({ stage: z.enum(EDITOR_STAGES), count: z.number().int(), firstOn: day, at: instant }),
);
export const InboxPage = named('InboxPage', pageOf(InboxRow));
export const InboxCounts = named('InboxCounts', z.record(z.enum(INBOX_VIEWS), z.number().int()));

export const CandidateView = named(
  'Candidate',
  z.object({
    agency: Coded,
    topic: Coded.nullable(),
    /** 0 to 1, as the router said; null where it said nothing. */
    confidence: z.number().nullable(),
    reason: z.string(),
    words: z.array(z.string()),
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
    /** Bodies that had it before and passed it on, with their reasons. */
    earlier: z.array(
      z.object({ agency: Coded, from: instant, until: instant.nullable(), reason: z.string().nullable() }),
    ),
    /** The service's own term for naming one body. */
    decideBy: Due.nullable(),
    candidates: z.array(CandidateView),
    /** The matter is clear, and only its place is missing to name a body. */
    placeMissingFor: Coded.nullable(),
    /** What a second reader said, when one was asked. */
    secondReader: z.object({ type: z.enum(['agreed', 'disagreed', 'absent']), preferred: Name.nullable() }).nullable(),
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
