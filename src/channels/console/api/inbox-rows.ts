import type { z } from 'zod';
import type { InboxItem } from '../../../appeals/index.ts';
import type { StaffId } from '../../../kernel/ids.ts';
import type { RouteDeps } from './routes.ts';
import type { InboxRow } from './schemas.ts';

/** Tickets as the rows of a list: with names, what is unread, and for how many citizens each is answered. */
export function createInboxRows({
  view,
  seen,
  access,
  present,
  clock,
}: Pick<RouteDeps, 'view' | 'seen' | 'access' | 'present' | 'clock'>) {
  return async (items: readonly InboxItem[], staffId: StaffId): Promise<z.infer<typeof InboxRow>[]> => {
    const ids = items.map(({ ticketId }) => ticketId);
    const [names, read, revisions, joined, now] = await Promise.all([
      access.namesOf(items.flatMap(({ officerId }) => officerId ?? [])),
      seen.revisionsOf(staffId, ids),
      view.revisionsOf(ids),
      view.joinedCounts(ids),
      clock.now(),
    ]);
    return items.map((item) => {
      const unread = (read.get(item.ticketId) ?? 0) < (revisions.get(item.ticketId) ?? 1);
      return present.inboxRow(item, { names, now, unread, joined: joined.get(item.ticketId) ?? 0 });
    });
  };
}
