import type { Day } from '../kernel/day.ts';
import { newId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import { type CalendarData, type SpecialDay, withSpecialDays } from './calendar-data.ts';
import { createWorkingCalendar, type WorkingCalendar } from './working-calendar.ts';

export interface CalendarEdit extends SpecialDay {
  readonly edition: string;
  readonly reason: string;
  readonly editedBy: string;
  readonly at: Date;
}

interface Row {
  id: string;
  on_day: string;
  working: boolean;
  kind: SpecialDay['kind'];
  name_kk: string;
  name_ru: string;
  name_en: string;
  reason: string;
  edited_by: string;
  at: Date;
}

/** The shipped calendar and what operators changed since. An edition never changes, so each is built once. */
export interface CalendarsRepository {
  /** The newest edition this process knows; null is the shipped one. */
  readonly newest: string | null;
  /** Reads edits of other processes. Call it at the start and when a change is announced. */
  refresh(): Promise<void>;
  /** Refuses an edition that does not exist even after a refresh. */
  at(edition: string | null): Promise<WorkingCalendar>;
  /** The newest calendar without waiting. */
  current(): WorkingCalendar;
  edit(tx: Tx, change: SpecialDay & { reason: string; by: string }): Promise<{ edition: string }>;
  history(): Promise<readonly CalendarEdit[]>;
}

export function createCalendarsRepository(db: Db, shipped: CalendarData): CalendarsRepository {
  let edits: CalendarEdit[] = [];
  const built = new Map<string | null, WorkingCalendar>([[null, createWorkingCalendar(shipped)]]);

  async function readEdits(): Promise<CalendarEdit[]> {
    const rows = await db.$queryRaw<Row[]>`
      select id, on_day::text, working, kind, name_kk, name_ru, name_en, reason, edited_by, at
      from calendar_edits where jurisdiction = ${shipped.id} order by id`;
    return rows.map((row) => ({
      edition: row.id,
      on: row.on_day as Day,
      working: row.working,
      kind: row.kind,
      name: { kk: row.name_kk, ru: row.name_ru, en: row.name_en },
      reason: row.reason,
      editedBy: row.edited_by,
      at: row.at,
    }));
  }

  function calendarAt(edition: string | null): WorkingCalendar | null {
    const known = built.get(edition);
    if (known) return known;
    const last = edits.findIndex((edit) => edit.edition === edition);
    if (last < 0) return null;
    const newestPerDay = new Map(
      edits.slice(0, last + 1).map(({ on, working, kind, name }) => [on, { on, working, kind, name }] as const),
    );
    const calendar = createWorkingCalendar(withSpecialDays(shipped, [...newestPerDay.values()]));
    built.set(edition, calendar);
    return calendar;
  }

  const newest = () => edits.at(-1)?.edition ?? null;

  return {
    get newest() {
      return newest();
    },

    async refresh() {
      edits = await readEdits();
    },

    async at(edition) {
      const known = calendarAt(edition);
      if (known) return known;
      edits = await readEdits();
      const found = calendarAt(edition);
      if (!found) throw new Refusal('deadline.calendar_edition_unknown', { edition });
      return found;
    },

    current() {
      const calendar = calendarAt(newest());
      if (!calendar) throw new Error('the newest edition is always known');
      return calendar;
    },

    async edit(tx, { on, working, kind, name, reason, by }) {
      const covered = shipped.years.some(({ year }) => on.startsWith(`${year}-`));
      if (!covered) throw new Refusal('deadline.calendar_not_covered', { calendar: shipped.id, day: on });
      const edition = newId(tx.now.getTime());
      await prismaOf(tx).$executeRaw`
        insert into calendar_edits (id, jurisdiction, on_day, working, kind, name_kk, name_ru, name_en, reason, edited_by, at)
        values (${edition}::uuid, ${shipped.id}, ${on}::date, ${working}, ${kind}, ${name.kk}, ${name.ru}, ${name.en},
          ${reason}, ${by}, ${tx.now}::timestamptz(3))`;
      tx.afterCommit(async () => {
        edits = await readEdits();
      });
      return { edition };
    },

    history: readEdits,
  };
}
