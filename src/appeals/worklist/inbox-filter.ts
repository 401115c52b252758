import { z } from 'zod';
import { RISK_BANDS } from '../../deadlines/index.ts';
import { StaffId, UnitId } from '../../kernel/ids.ts';
import { Language } from '../../kernel/language.ts';
import { KINDS } from '../appeal.ts';

/** Where a ticket stands: with the body's register, being answered, before the citizen, or looked at again. */
export const INBOX_STAGES = ['delivered', 'registered', 'hearing', 'review'] as const;

/** What an inbox is narrowed to besides its view; kept under a name as a saved view. */
export const InboxFilter = z.object({
  stage: z.enum(INBOX_STAGES).optional(),
  /** How likely it is to be late, as of the last estimate. */
  risk: z.enum(RISK_BANDS).optional(),
  officerId: StaffId.optional(),
  unitId: UnitId.optional(),
  /** A topic or a group of topics. */
  topic: z.string().trim().max(80).optional(),
  kind: z.enum(KINDS).optional(),
  language: Language.optional(),
  urgent: z.literal(true).optional(),
  /** Days and hours since it came, at least. */
  olderThanDays: z.coerce.number().int().min(1).max(365).optional(),
});
export type InboxFilter = z.infer<typeof InboxFilter>;

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly view: string;
  readonly filter: InboxFilter;
  readonly shared: boolean;
  readonly isMine: boolean;
}
