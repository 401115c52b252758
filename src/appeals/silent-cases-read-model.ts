import type { AppealId } from '../kernel/ids.ts';
import type { Db } from '../platform/db/database.ts';

/** Cases answered by every body, the last of them before the instant; oldest first. */
export function createSilentCases(db: Db) {
  return async function silentSince(before: Date, limit: number): Promise<AppealId[]> {
    const rows = await db.$queryRaw<{ id: AppealId }[]>`
      select a.id from appeals a
      where a.state = 'answered'
        and exists (select from tickets t where t.appeal_id = a.id and t.state = 'answered' and t.answered_at <= ${before}::timestamptz)
        and not exists (select from tickets t where t.appeal_id = a.id
          and (t.state in ('delivered', 'registered', 'disputed', 'with_monitors') or t.answered_at > ${before}::timestamptz))
      order by a.submitted_at limit ${limit}`;
    return rows.map(({ id }) => id);
  };
}
export type SilentSince = ReturnType<typeof createSilentCases>;
