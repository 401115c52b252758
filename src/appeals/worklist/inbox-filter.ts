import { z } from 'zod';
import { StaffId, UnitId } from '../../kernel/ids.ts';
import { Language } from '../../kernel/language.ts';
import { KINDS } from '../appeal.ts';

/** What an inbox is narrowed to besides its view; kept under a name as a saved view. */
export const InboxFilter = z.object({
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
