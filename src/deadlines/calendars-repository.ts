import { newId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Tx } from '../kernel/unit-of-work.ts';
import type { Db } from '../platform/db/database.ts';
import { prismaOf } from '../platform/db/unit-of-work.ts';
import type {
  CalendarChange,
  CalendarData,
  CalendarScope,
  CalendarYear,
  OfficeHours,
  PlacedChange,
  SpecialDay,
} from './calendar-data.ts';
import { type CalendarEdition, type CalendarPlaces, createCalendarEditions, NO_PLACES } from './calendar-editions.ts';
import { changeOf, type EditionRow, scopeOf, wallText } from './calendar-rows.ts';
import { isTimezone } from './timezone-check.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The shipped calendar and what operators changed since. An edition never changes, so each is built once. */
export interface CalendarsRepository {
  /** The newest edition this process knows; null is the shipped one. */
  readonly newest: string | null;
  /** Reads changes of other processes. Call it at the start and from time to time. */
  refresh(): Promise<void>;
  /** The edition as the body has it; null: the country's. Refuses an edition that does not exist even after a refresh. */
  at(edition: string | null, agencyCode: string | null): Promise<WorkingCalendar>;
  /** The newest calendar without waiting. */
  current(agencyCode?: string | null): WorkingCalendar;
  /** The newest calendar of a place, what it says itself, and what would hold without that. Refuses an unknown place. */
  placed(scope: CalendarScope): PlacedCalendar;
  /** The newest calendar of each body with one more change that nobody has saved: what it would do. */
  withChange(change: PlacedChange): (agencyCode: string | null) => WorkingCalendar;
  /** Whether a change, or the one that made the edition, can be seen in the body's calendar. */
  reaches(change: string | PlacedChange, agencyCode: string | null): boolean;
  /** Bodies whose calendar differs from the country's: who is open now is not the same for all. */
  ownCalendars(): readonly { readonly agencyCode: string; readonly calendar: WorkingCalendar }[];
  /** One more edition: a day, hours, a time zone, or a day inherited again. Refuses what the calendar cannot hold. */
  edit(tx: Tx, change: Edit & { reason: string; by: string }): Promise<{ edition: string }>;
  /** Refuses a year that leaves a gap after the covered years, and for a place one that the country does not cover. */
  checkYear(year: CalendarYear, scope: CalendarScope): void;
  /** Brings in a year from a file. */
  importYear(tx: Tx, year: CalendarYear, by: string, scope?: CalendarScope): Promise<{ edition: string }>;
  history(): Promise<readonly CalendarEdition[]>;
}

export interface PlacedCalendar {
  readonly scope: CalendarScope;
  readonly calendar: WorkingCalendar;
  readonly around: WorkingCalendar;
  readonly own: { readonly hours: boolean; readonly timezone: boolean };
}

interface Edit {
  readonly scope: CalendarScope;
  readonly change: Exclude<CalendarChange, { type: 'year' }>;
}

const COUNTRY: CalendarScope = { type: 'country' };
const scopeOfBody = (code: string | null): CalendarScope => (code === null ? COUNTRY : { type: 'agency', code });

export function createCalendarsRepository(
  db: Db,
  shipped: CalendarData,
  places: CalendarPlaces = NO_PLACES,
): CalendarsRepository {
  const built = new Map<string, WorkingCalendar>();
  let known = createCalendarEditions(shipped, places, [], built);

  async function history(): Promise<CalendarEdition[]> {
    const rows = await db.$queryRaw<EditionRow[]>`
      select id, scope, scope_code, on_day::text,
        case when working is not null then jsonb_build_object('on', on_day, 'working', working, 'kind', kind,
          'name', jsonb_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en)) end as day,
        null::jsonb as year, null::jsonb as hours, null as timezone, reason, edited_by, at
      from calendar_edits where jurisdiction = ${shipped.id}
      union all
      select id, scope, scope_code, null, null, body, null, null, body ->> 'source', edited_by, at
      from calendar_years where jurisdiction = ${shipped.id}
      union all
      select id, scope, scope_code, null, null, null, jsonb_build_object('opens', opens, 'closes', closes,
        'lunch_from', lunch_from, 'lunch_to', lunch_to), null, reason, edited_by, at
      from calendar_hours where jurisdiction = ${shipped.id}
      union all
      select id, scope, scope_code, null, null, null, null, timezone, reason, edited_by, at
      from calendar_timezones where jurisdiction = ${shipped.id}
      order by id`;
    return rows.map((row) => ({
      edition: row.id,
      scope: scopeOf(row),
      change: changeOf(row),
      reason: row.reason,
      editedBy: row.edited_by,
      at: row.at,
    }));
  }

  async function refresh(): Promise<void> {
    known = createCalendarEditions(shipped, places, await history(), built);
  }

  const currentOf = (scope: CalendarScope) => known.at(known.newest, scope);

  function checkPlace(scope: CalendarScope): void {
    if (scope.type === 'country' || places.chainOf(scope).length > 0) return;
    throw new Refusal('deadline.calendar_place_unknown', { code: scope.code });
  }

  function checkDay(on: string): void {
    const { coveredFrom, coveredUntil } = currentOf(COUNTRY);
    if (on >= coveredFrom && on <= coveredUntil) return;
    const facts = { calendar: shipped.id, day: on, from: coveredFrom, until: coveredUntil };
    throw new Refusal('deadline.calendar_not_covered', facts);
  }

  function checkYear(year: CalendarYear, scope: CalendarScope): void {
    checkPlace(scope);
    const { coveredFrom, coveredUntil } = currentOf(COUNTRY);
    const [first, last] = [Number(coveredFrom.slice(0, 4)), Number(coveredUntil.slice(0, 4))];
    const next = scope.type === 'country' ? last + 1 : last;
    const isForeign = year.jurisdiction !== shipped.id || year.days.some(({ on }) => !on.startsWith(`${year.year}-`));
    if (isForeign || year.year < first || year.year > next)
      throw new Refusal('deadline.calendar_year_refused', { year: year.year, next });
  }

  async function insertDay(tx: Tx, row: Head, on: string, day: SpecialDay | null): Promise<void> {
    await prismaOf(tx).$executeRaw`
      insert into calendar_edits (id, jurisdiction, scope, scope_code, on_day, working, kind, name_kk, name_ru, name_en, reason, edited_by, at)
      values (${row.edition}::uuid, ${shipped.id}, ${row.scope}, ${row.code}, ${on}::date, ${day?.working ?? null}::boolean,
        ${day?.kind ?? null}, ${day?.name.kk ?? null}, ${day?.name.ru ?? null}, ${day?.name.en ?? null},
        ${row.reason}, ${row.by}, ${tx.now}::timestamptz(3))`;
  }

  async function insertHours(tx: Tx, row: Head, { opens, closes, lunch }: OfficeHours): Promise<void> {
    await prismaOf(tx).$executeRaw`
      insert into calendar_hours (id, jurisdiction, scope, scope_code, opens, closes, lunch_from, lunch_to, reason, edited_by, at)
      values (${row.edition}::uuid, ${shipped.id}, ${row.scope}, ${row.code}, ${wallText(opens)}, ${wallText(closes)},
        ${lunch && wallText(lunch.from)}, ${lunch && wallText(lunch.to)}, ${row.reason}, ${row.by}, ${tx.now}::timestamptz(3))`;
  }

  async function insertTimezone(tx: Tx, row: Head, timezone: string | null): Promise<void> {
    if (row.code === null || (timezone !== null && !isTimezone(timezone)))
      throw new Refusal('deadline.timezone_unknown', { timezone: timezone ?? '' });
    await prismaOf(tx).$executeRaw`
      insert into calendar_timezones (id, jurisdiction, scope, scope_code, timezone, reason, edited_by, at)
      values (${row.edition}::uuid, ${shipped.id}, ${row.scope}, ${row.code}, ${timezone}, ${row.reason}, ${row.by},
        ${tx.now}::timestamptz(3))`;
  }

  return {
    get newest() {
      return known.newest;
    },
    refresh,
    history,
    current: (agencyCode = null) => currentOf(scopeOfBody(agencyCode)),
    ownCalendars: () => known.ownCalendars(),

    placed(scope) {
      checkPlace(scope);
      return { scope, ...known.placed(scope) };
    },

    withChange(change) {
      const calendarOf = known.withChange(change);
      return (agencyCode) => calendarOf(scopeOfBody(agencyCode));
    },

    reaches(change, agencyCode) {
      const scope = typeof change === 'string' ? known.scopeOf(change) : change.scope;
      return scope !== null && known.covers(scope, scopeOfBody(agencyCode));
    },

    async at(edition, agencyCode) {
      if (!known.has(edition)) await refresh();
      if (!known.has(edition)) throw new Refusal('deadline.calendar_edition_unknown', { edition });
      return known.at(edition, scopeOfBody(agencyCode));
    },

    async edit(tx, { scope, change, reason, by }) {
      checkPlace(scope);
      const code = scope.type === 'country' ? null : scope.code;
      const row = { edition: newId(tx.now.getTime()), scope: scope.type, code, reason, by };
      switch (change.type) {
        case 'day':
          checkDay(change.day.on);
          await insertDay(tx, row, change.day.on, change.day);
          break;
        case 'inherited':
          checkDay(change.on);
          if (code === null) throw new Refusal('deadline.calendar_place_unknown', { code: shipped.id });
          await insertDay(tx, row, change.on, null);
          break;
        case 'hours':
          await insertHours(tx, row, change.hours);
          break;
        case 'timezone':
          await insertTimezone(tx, row, change.timezone);
          break;
      }
      tx.afterCommit(refresh);
      return { edition: row.edition };
    },

    checkYear,

    async importYear(tx, year, by, scope = COUNTRY) {
      checkYear(year, scope);
      const edition = newId(tx.now.getTime());
      await prismaOf(tx).$executeRaw`
        insert into calendar_years (id, jurisdiction, scope, scope_code, year, body, edited_by, at)
        values (${edition}::uuid, ${shipped.id}, ${scope.type}, ${scope.type === 'country' ? null : scope.code}, ${year.year},
          ${JSON.stringify(year)}::jsonb, ${by}, ${tx.now}::timestamptz(3))`;
      tx.afterCommit(refresh);
      return { edition };
    },
  };
}

interface Head {
  readonly edition: string;
  readonly scope: CalendarScope['type'];
  readonly code: string | null;
  readonly reason: string;
  readonly by: string;
}
