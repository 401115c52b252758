import type { z } from 'zod';
import {
  type CalendarEdition,
  type CalendarScope,
  calendarEndsIn,
  type OfficeHours,
  type SpecialDay,
  type WorkingCalendar,
  wallText,
} from '../../../../deadlines/index.ts';
import { addDays, day, zoned } from '../../../../kernel/day.ts';
import { AgencyCode } from '../../../../kernel/ids.ts';
import type { RouteDeps } from '../routes.ts';
import type { CalendarHistoryItem, CalendarView } from './term-schemas.ts';

const hoursText = ({ opens, closes, lunch }: OfficeHours) => ({
  opens: wallText(opens),
  closes: wallText(closes),
  lunch: lunch && { from: wallText(lunch.from), to: wallText(lunch.to) },
});

interface Asked {
  readonly scope: CalendarScope;
  /** What would hold at the place without a word of its own. */
  readonly around: WorkingCalendar;
  readonly calendar: WorkingCalendar;
  readonly own: { readonly hours: boolean; readonly timezone: boolean };
  readonly year: number | undefined;
  readonly now: Date;
}

/** A year of a calendar and its history in the console's words. */
export function createCalendarPresenter({ present }: Pick<RouteDeps, 'present'>) {
  const placeOf = (scope: CalendarScope) => {
    if (scope.type === 'country') return null;
    return scope.type === 'territory' ? present.territory(scope.code) : present.agency(AgencyCode.parse(scope.code));
  };

  function dayView(special: SpecialDay, { scope, around }: Pick<Asked, 'scope' | 'around'>) {
    const { of, ...rest } = special;
    const isOwn = scope.type !== 'country' && of?.type === scope.type && of.code === scope.code;
    return {
      ...rest,
      status: special.status ?? null,
      of: of ? { code: of.code, name: of.name } : null,
      instead: isOwn
        ? { working: around.isWorkingDay(special.on), name: around.specialDay(special.on)?.name ?? null }
        : null,
    };
  }

  return {
    year({ scope, around, calendar, own, year: asked, now }: Asked): z.infer<typeof CalendarView> {
      const today = zoned(now, calendar.timezone).on;
      const first = Number(calendar.coveredFrom.slice(0, 4));
      const last = Number(calendar.coveredUntil.slice(0, 4));
      const year = Math.min(last, Math.max(first, asked ?? Number(today.slice(0, 4))));
      const [from, until] = [day(`${year}-01-01`), day(`${year}-12-31`)];
      return {
        place: placeOf(scope),
        year,
        years: Array.from({ length: last - first + 1 }, (_, index) => first + index),
        coveredUntil: calendar.coveredUntil,
        endsInDays: calendarEndsIn(calendar, today),
        isWeekendsOnly: calendar.isWeekendsOnly(from),
        timezone: calendar.timezone,
        own,
        weekend: [...calendar.weekend],
        workingDays: calendar.workingDaysBetween(addDays(from, -1), until),
        hours: hoursText(calendar.hours),
        days: calendar
          .unusualDays(from, until)
          .flatMap(({ special }) => (special ? [dayView(special, { scope, around })] : [])),
      };
    },

    historyItem: (
      { edition, scope, change, reason, editedBy, at }: CalendarEdition,
      nameOf: (id: string) => string,
    ): z.infer<typeof CalendarHistoryItem> => ({
      edition,
      type: change.type,
      day: change.type === 'day' ? { ...change.day, status: change.day.status ?? null } : null,
      on: change.type === 'inherited' ? change.on : null,
      year: change.type === 'year' ? change.year.year : null,
      hours: change.type === 'hours' ? hoursText(change.hours) : null,
      timezone: change.type === 'timezone' ? change.timezone : null,
      scope: placeOf(scope),
      reason,
      by: nameOf(editedBy),
      at: at.toISOString(),
    }),
  };
}
