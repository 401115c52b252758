import { newId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import {
  type CalendarChange,
  type CalendarData,
  type CalendarYear,
  type OfficeHours,
  type SpecialDay,
  withChanges,
} from './calendar-data.ts';
import { changeOf, type EditionRow, type HoursColumns, type HoursScope, readHours, wallText } from './calendar-rows.ts';
import { createWorkingCalendar, type WorkingCalendar } from './working-calendar.ts';

/** One entry of the calendar's history; its edition is the calendar with it and everything before it. */
export interface CalendarEdition {
  readonly edition: string;
  readonly change: CalendarChange;
  readonly reason: string;
  readonly editedBy: string;
  readonly at: Date;
}

/** One entry of the hours that hold in a territory or for a body. */
export interface HoursEntry {
  readonly scope: HoursScope;
  readonly hours: OfficeHours;
  readonly reason: string;
  readonly editedBy: string;
  readonly at: Date;
}

/** A body as the hours see it: its own code, then the territories it lies in, innermost first. */
export interface HoursBody {
  readonly code: string;
  readonly territories: readonly string[];
}

type HoursRow = HoursColumns & {
  scope: HoursScope['type'];
  scope_code: string | null;
  reason: string;
  edited_by: string;
  at: Date;
};

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
  /** The newest calendar with one more change that nobody has saved: what it would do. */
  withChange(change: CalendarChange): WorkingCalendar;
  /** The same days with the hours of one body or its territory, where they differ from the country's. */
  forReceiver(edition: string | null, agencyCode: string | null): Promise<WorkingCalendar>;
  /** Bodies whose hours differ, with the calendar that follows: who is open now is not the same for all. */
  ownHours(): readonly { readonly agencyCode: string; readonly calendar: WorkingCalendar }[];
  hoursHistory(): Promise<readonly HoursEntry[]>;
  editHours(
    tx: Tx,
    change: { scope: HoursScope; hours: OfficeHours; reason: string; by: string },
  ): Promise<{ edition: string }>;
  edit(tx: Tx, change: SpecialDay & { reason: string; by: string }): Promise<{ edition: string }>;
  /** Brings in a year from a file. Refuses one that leaves a gap after the covered years. */
  importYear(tx: Tx, year: CalendarYear, by: string): Promise<{ edition: string }>;
  history(): Promise<readonly CalendarEdition[]>;
}

export function createCalendarsRepository(
  db: Db,
  shipped: CalendarData,
  bodies: () => readonly HoursBody[] = () => [],
): CalendarsRepository {
  let editions: CalendarEdition[] = [];
  let local = new Map<string, OfficeHours>();
  const variants = new Map<string, WorkingCalendar>();
  const built = new Map<string | null, WorkingCalendar>([[null, createWorkingCalendar(shipped)]]);

  async function readEditions(): Promise<CalendarEdition[]> {
    const rows = await db.$queryRaw<EditionRow[]>`
      select id, jsonb_build_object('on', on_day, 'working', working, 'kind', kind,
          'name', jsonb_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en)) as day,
        null::jsonb as year, null::jsonb as hours, reason, edited_by, at
      from calendar_edits where jurisdiction = ${shipped.id}
      union all
      select id, null, body, null, body ->> 'source', edited_by, at from calendar_years where jurisdiction = ${shipped.id}
      union all
      select id, null, null, jsonb_build_object('opens', opens, 'closes', closes, 'lunch_from', lunch_from, 'lunch_to', lunch_to),
        reason, edited_by, at
      from calendar_hours where jurisdiction = ${shipped.id} and scope = 'country'
      order by id`;
    return rows.map((row) => ({
      edition: row.id,
      change: changeOf(row),
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
    const calendar = createWorkingCalendar(dataAt(edition));
    built.set(edition, calendar);
    return calendar;
  }

  function dataAt(edition: string | null): CalendarData {
    const last = editions.findIndex((candidate) => candidate.edition === edition);
    return withChanges(
      shipped,
      editions.slice(0, last + 1).map(({ change }) => change),
    );
  }

  const hoursOf = ({ code, territories }: HoursBody): OfficeHours | null =>
    local.get(`agency ${code}`) ??
    territories.flatMap((territory) => local.get(`territory ${territory}`) ?? [])[0] ??
    null;

  function variant(edition: string | null, hours: OfficeHours): WorkingCalendar {
    const key = `${edition} ${JSON.stringify(hours)}`;
    const known = variants.get(key);
    if (known) return known;
    const calendar = createWorkingCalendar(withChanges(dataAt(edition), [{ type: 'hours', hours }]));
    variants.set(key, calendar);
    return calendar;
  }

  async function readLocalHours(): Promise<HoursEntry[]> {
    const rows = await db.$queryRaw<HoursRow[]>`
      select scope, scope_code, opens, closes, lunch_from, lunch_to, reason, edited_by, at
      from calendar_hours where jurisdiction = ${shipped.id} and scope <> 'country' order by id`;
    return rows.map((row) => ({
      scope: row.scope === 'country' ? { type: 'country' } : { type: row.scope, code: row.scope_code ?? '' },
      hours: readHours(row),
      reason: row.reason,
      editedBy: row.edited_by,
      at: row.at,
    }));
  }

  const newest = () => editions.at(-1)?.edition ?? null;

  function current(): WorkingCalendar {
    const calendar = calendarAt(newest());
    if (!calendar) throw new Error('the newest edition is always known');
    return calendar;
  }

  async function refresh(): Promise<void> {
    const [found, hours] = await Promise.all([readEditions(), readLocalHours()]);
    editions = found;
    local = new Map(
      hours.flatMap(({ scope, hours: own }) =>
        scope.type === 'country' ? [] : [[`${scope.type} ${scope.code}`, own]],
      ),
    );
  }

  return {
    get newest() {
      return newest();
    },
    refresh,
    current,
    history: readEditions,
    hoursHistory: readLocalHours,
    withChange: (change) => createWorkingCalendar(withChanges(dataAt(newest()), [change])),

    async forReceiver(edition, agencyCode) {
      const calendar = await this.at(edition);
      const body = agencyCode === null || local.size === 0 ? null : bodies().find(({ code }) => code === agencyCode);
      const hours = body ? hoursOf(body) : null;
      return hours ? variant(edition, hours) : calendar;
    },

    ownHours() {
      if (local.size === 0) return [];
      return bodies().flatMap((body) => {
        const hours = hoursOf(body);
        return hours ? [{ agencyCode: body.code, calendar: variant(newest(), hours) }] : [];
      });
    },

    async editHours(tx, { scope, hours, reason, by }) {
      const edition = newId(tx.now.getTime());
      const { opens, closes, lunch } = hours;
      await prismaOf(tx).$executeRaw`
        insert into calendar_hours (id, jurisdiction, scope, scope_code, opens, closes, lunch_from, lunch_to, reason, edited_by, at)
        values (${edition}::uuid, ${shipped.id}, ${scope.type}, ${scope.type === 'country' ? null : scope.code},
          ${wallText(opens)}, ${wallText(closes)}, ${lunch && wallText(lunch.from)}, ${lunch && wallText(lunch.to)},
          ${reason}, ${by}, ${tx.now}::timestamptz(3))`;
      tx.afterCommit(refresh);
      return { edition };
    },

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
