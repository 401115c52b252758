import type { Db } from '../platform/db/database.ts';

/** Duties whose term runs, page by page, for what a changed calendar moves. */
export function createRunningDutiesReadModel({ db }: { db: Db }) {
  return async function runningDuties(after: string | null, limit: number): Promise<readonly string[]> {
    const rows = await db.petitionDuty.findMany({
      where: {
        metAt: null,
        startedOn: { not: null },
        petition: { state: { not: 'stopped' } },
        ...(after ? { id: { gt: after } } : {}),
      },
      orderBy: { id: 'asc' },
      take: limit,
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  };
}
