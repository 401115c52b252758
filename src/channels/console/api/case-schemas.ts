import { z } from 'zod';
import { KINDS, OUTCOMES, TICKET_COMMANDS } from '../../../appeals/index.ts';
import { Coded, Due, day, instant, LanguageField, Name, named } from './schema-parts.ts';

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
    /** A disputed answer is looked at again until then: the service's own term. */
    review: Due.nullable(),
    /** The citizen may answer the preliminary decision until then. */
    hearingUntil: day.nullable(),
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
    review: z.object({ label: z.string(), steps: z.array(z.string()) }).nullable(),
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
    /** Colleagues whose post the rule names: one of them decides. */
    deciders: z.array(z.object({ id: z.string(), name: z.string(), post: z.string() })),
    reasonRequired: z.boolean(),
    allowedReason: z.string().nullable(),
    /** The beginning of a reason and the notice, in the citizen's language. */
    reasonDraft: z.string(),
    notice: z.string().nullable(),
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
