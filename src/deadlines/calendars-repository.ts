import { newId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { type CalendarChange, type CalendarData, CalendarYear, SpecialDay, withChanges } from './calendar-data.ts';
import { createWorkingCalendar, type WorkingCalendar } from './working-calendar.ts';

/** One entry of the calendar's history; its edition is the calendar with it and everything before it. */
export interface CalendarEdition {
  readonly edition: string;
  readonly change: CalendarChange;
  readonly reason: string;
  readonly editedBy: string;
  readonly at: Date;
}

interface Row {
  id: string;
  day: unknown;
  year: unknown;
  reason: string;
  edited_by: string;
  at: Date;
}

/** The shipped calendar and what operators changed since. An edition never changes, so each is built once. */
export interface CalendarsRepository {
  /** The newest edition this process knows; null is the shipped one. */
  readonly newest: string | null;
  /** Reads changes of other processes. Call it at the start and from time to time. */
  refresh(): Promise<void>;
  /** Refuses an edition that does not exist even after a refresh. */
  at(edition: string | null): Promise<WorkingCalendar>;
  /** The newest calendar without waiting. */
  current(): WorkingCalendar;
  edit(tx: Tx, change: SpecialDay & { reason: string; by: string }): Promise<{ edition: string }>;
  /** Brings in a year from a file. Refuses one that leaves a gap after the covered years. */
  importYear(tx: Tx, year: CalendarYear, by: string): Promise<{ edition: string }>;
  history(): Promise<readonly CalendarEdition[]>;
}

export function createCalendarsRepository(db: Db, shipped: CalendarData): CalendarsRepository {
  let editions: CalendarEdition[] = [];
  const built = new Map<string | null, WorkingCalendar>([[null, createWorkingCalendar(shipped)]]);

  async function readEditions(): Promise<CalendarEdition[]> {
    const rows = await db.$queryRaw<Row[]>`
      select id, jsonb_build_object('on', on_day, 'working', working, 'kind', kind,
          'name', jsonb_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en)) as day,
        null::jsonb as year, reason, edited_by, at
      from calendar_edits where jurisdiction = ${shipped.id}
      union all
      select id, null, body, body ->> 'source', edited_by, at from calendar_years where jurisdiction = ${shipped.id}
      order by id`;
    return rows.map((row) => ({
      edition: row.id,
      change:
        row.year === null
          ? { type: 'day', day: SpecialDay.parse(row.day) }
          : { type: 'year', year: CalendarYear.parse(row.year) },
      reason: row.reason,
      editedBy: row.edited_by,
      at: row.at,
    }));
  }

  function calendarAt(edition: string | null): WorkingCalendar | null {
    const known = built.get(edition);
    if (known) return known;
    const last = editions.findIndex((candidate) => candidate.edition === edition);
    if (last < 0) return null;
    const changes = editions.slice(0, last + 1).map(({ change }) => change);
    const calendar = createWorkingCalendar(withChanges(shipped, changes));
    built.set(edition, calendar);
    return calendar;
  }

  const newest = () => editions.at(-1)?.edition ?? null;

  function current(): WorkingCalendar {
    const calendar = calendarAt(newest());
    if (!calendar) throw new Error('the newest edition is always known');
    return calendar;
  }

  async function refresh(): Promise<void> {
    editions = await readEditions();
  }

  return {
    get newest() {
      return newest();
    },
    refresh,
    current,
    history: readEditions,

    async at(edition) {
      const known = calendarAt(edition);
      if (known) return known;
      await refresh();
      const found = calendarAt(edition);
      if (!found) throw new Refusal('deadline.calendar_edition_unknown', { edition });
      return found;
    },

    async edit(tx, { on, working, kind, name, reason, by }) {
      const { coveredFrom, coveredUntil } = current();
      if (on < coveredFrom || on > coveredUntil) {
        const facts = { calendar: shipped.id, day: on, from: coveredFrom, until: coveredUntil };
        throw new Refusal('deadline.calendar_not_covered', facts);
      }
      const edition = newId(tx.now.getTime());
      await prismaOf(tx).$executeRaw`
        insert into calendar_edits (id, jurisdiction, on_day, working, kind, name_kk, name_ru, name_en, reason, edited_by, at)
        values (${edition}::uuid, ${shipped.id}, ${on}::date, ${working}, ${kind}, ${name.kk}, ${name.ru}, ${name.en},
          ${reason}, ${by}, ${tx.now}::timestamptz(3))`;
      tx.afterCommit(refresh);
      return { edition };
    },

    async importYear(tx, year, by) {
      const { coveredFrom, coveredUntil } = current();
      const [first, last] = [Number(coveredFrom.slice(0, 4)), Number(coveredUntil.slice(0, 4))];
      const isForeign = year.jurisdiction !== shipped.id || year.days.some(({ on }) => !on.startsWith(`${year.year}-`));
      if (isForeign || year.year < first || year.year > last + 1) {
        throw new Refusal('deadline.calendar_year_refused', { year: year.year, next: last + 1 });
      }
      const edition = newId(tx.now.getTime());
      await prismaOf(tx).$executeRaw`
        insert into calendar_years (id, jurisdiction, year, body, edited_by, at)
        values (${edition}::uuid, ${shipped.id}, ${year.year}, ${JSON.stringify(year)}::jsonb, ${by}, ${tx.now}::timestamptz(3))`;
      tx.afterCommit(refresh);
      return { edition };
    },
  };
}
