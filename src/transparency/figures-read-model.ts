import type { Day } from '../kernel/day.ts';
import type { Db } from '../platform/db/database.ts';
import { COUNTS, type Count, type FigureCell, type FigureScope } from './figures.ts';
import { PERIOD_MONTHS, type PublicSnapshot, publishFigures } from './public-figures.ts';

/** A page view costs one row: the counted cells are read again only after a refresh changed them. */
export function createFiguresReadModel(db: Db) {
  let snapshot: Promise<PublicSnapshot> | null = null;
  let known = -1;

  async function load(version: number, asOf: Day | null): Promise<PublicSnapshot> {
    const [cells, waits] = await Promise.all([
      db.$queryRaw<CellRow[]>`
        select *, month::text as month from figure_cells
        where month > ${asOf ?? '1970-01-01'}::date - ${PERIOD_MONTHS + 1} * interval '1 month'`,
      db.$queryRaw<WaitRow[]>`
        select scope, key, month::text as month, days, tickets from figure_waits
        where month > ${asOf ?? '1970-01-01'}::date - ${PERIOD_MONTHS + 1} * interval '1 month'`,
    ]);
    const waitsOf = Map.groupBy(waits, nameOf);
    return publishFigures(
      version,
      asOf,
      cells.map((row): FigureCell => {
        const counts = Object.fromEntries(COUNTS.map((name) => [name, Number(row[columnOf(name)])]));
        return {
          scope: row.scope,
          key: row.key,
          month: row.month,
          counts: counts as Record<Count, number>,
          waits: new Map((waitsOf.get(nameOf(row)) ?? []).map(({ days, tickets }) => [days, tickets])),
        };
      }),
    );
  }

  return {
    async snapshot(): Promise<PublicSnapshot> {
      const [state] = await db.$queryRaw<{ version: number; as_of: Day | null }[]>`
        select version, as_of::text from figure_state where id = 1`;
      if (!state) throw new Error('figure_state has no row');
      if (snapshot === null || state.version !== known) {
        known = state.version;
        snapshot = load(state.version, state.as_of);
        snapshot.catch(() => {
          snapshot = null;
        });
      }
      return snapshot;
    },
  };
}
export type FiguresReadModel = ReturnType<typeof createFiguresReadModel>;

interface WaitRow {
  scope: FigureScope;
  key: string;
  month: Day;
  days: number;
  tickets: number;
}
type CellRow = Pick<WaitRow, 'scope' | 'key' | 'month'> & Record<string, unknown>;

const nameOf = ({ scope, key, month }: Pick<WaitRow, 'scope' | 'key' | 'month'>): string => `${scope} ${key} ${month}`;
const columnOf = (name: Count): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
