import { z } from 'zod';
import { INBOX_VIEWS, InboxFilter } from '../../../../appeals/index.ts';
import { day, named } from '../schema-parts.ts';

export const SavedViewView = named(
  'SavedView',
  z.object({
    id: z.string(),
    name: z.string(),
    view: z.enum(INBOX_VIEWS),
    filter: InboxFilter,
    shared: z.boolean(),
    isMine: z.boolean(),
  }),
);

export const RelatedCase = named(
  'RelatedCase',
  z.object({ appealId: z.string(), ticketId: z.string().nullable(), number: z.string(), title: z.string() }),
);

export const CaseDesk = named(
  'CaseDesk',
  z.object({
    isWatching: z.boolean(),
    watchers: z.array(z.string()),
    /** Answered together with this one. */
    parent: RelatedCase.nullable(),
    joined: z.array(RelatedCase),
    linked: z.array(RelatedCase),
  }),
);

export const LeaveView = named(
  'Leave',
  z.object({
    id: z.string(),
    staffId: z.string(),
    name: z.string(),
    substituteId: z.string(),
    substitute: z.string(),
    fromOn: day,
    untilOn: day,
  }),
);

export const BulkOutcome = named(
  'BulkOutcome',
  z.object({
    ticketId: z.string(),
    done: z.boolean(),
    /** Why not, for programs and for people. */
    code: z.string().nullable(),
    title: z.string().nullable(),
  }),
);

export const ClosingFigures = named(
  'ClosingFigures',
  z.object({
    answered: z.number().int(),
    /** The citizen said that it is resolved. */
    confirmed: z.number().int(),
    /** The citizen said that it is not, or only in part, or disputed it. */
    disputed: z.number().int(),
    /** The citizen said nothing. */
    silent: z.number().int(),
  }),
);
