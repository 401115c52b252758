import { z } from 'zod';
import {
  type CalendarChange,
  calendarEndsIn,
  type HoursScope,
  OfficeHours,
  readCalendarFile,
  SpecialDay,
  wallText,
} from '../../../../deadlines/index.ts';
import { addDays, day, zoned } from '../../../../kernel/day.ts';
import { StaffId } from '../../../../kernel/ids.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { createMovedPresenter, NOTHING_MOVED } from './moved-presenter.ts';
import { CalendarHistoryItem, CalendarView, ImportReport, MovedCases } from './term-schemas.ts';

const tags = ['calendar'];
const READERS = ['officer', 'supervisor', 'operator', 'monitor', 'auditor'] as const;
const EDITORS = ['operator'] as const;
const CASES_A_PAGE = 500;

const WallText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const HoursBody = z.object({
  opens: WallText,
  closes: WallText,
  lunch: z.object({ from: WallText, to: WallText }).nullable(),
});
const Scope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('country') }),
  z.object({ type: z.literal('territory'), code: z.string().min(1) }),
  z.object({ type: z.literal('agency'), code: z.string().min(1) }),
]);
const ChangeBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('day'), day: SpecialDay.omit({ status: true }) }),
  z.object({ type: z.literal('hours'), hours: HoursBody, scope: Scope }),
]);

/** What the change does to dates; hours of a single body only say when its people are told. */
function datesChange(change: z.infer<typeof ChangeBody>): CalendarChange | null {
  if (change.type === 'day') return { type: 'day', day: change.day };
  return change.scope.type === 'country' ? { type: 'hours', hours: OfficeHours.parse(change.hours) } : null;
}

/** The calendar of working days: seen by everybody, edited by operators, with its history and what a change would move. */
export const addCalendarRoutes: AddRoutes = (server, deps) => {
  const { terms, clock, timezone, access, present, runCommand } = deps;
  const movedBy = createMovedPresenter(deps);

  server.get(
    '/calendar',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'A year of working days and days off, hours, and how far the calendar reaches',
        querystring: z.object({ year: z.coerce.number().int().optional() }),
        response: { 200: CalendarView },
      },
    },
    async (request) => {
      const calendar = terms.calendars.current();
      const today = zoned(await clock.now(), timezone).on;
      const [first, last] = [calendar.coveredFrom, calendar.coveredUntil].map((on) => Number(on.slice(0, 4))) as [
        number,
        number,
      ];
      const year = Math.min(last, Math.max(first, request.query.year ?? Number(today.slice(0, 4))));
      const [from, until] = [day(`${year}-01-01`), day(`${year}-12-31`)];
      const { opens, closes, lunch } = calendar.hours;
      return {
        year,
        years: Array.from({ length: last - first + 1 }, (_, index) => first + index),
        coveredUntil: calendar.coveredUntil,
        endsInDays: calendarEndsIn(calendar, today),
        isWeekendsOnly: calendar.isWeekendsOnly(from),
        timezone: calendar.timezone,
        weekend: [...calendar.weekend],
        workingDays: calendar.workingDaysBetween(addDays(from, -1), until),
        hours: {
          opens: wallText(opens),
          closes: wallText(closes),
          lunch: lunch && { from: wallText(lunch.from), to: wallText(lunch.to) },
        },
        days: calendar
          .unusualDays(from, until)
          .flatMap(({ special }) => (special ? [{ ...special, status: special.status ?? null }] : [])),
      };
    },
  );

  server.get(
    '/calendar/history',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'Who changed the calendar, when and why, newest first',
        response: { 200: z.object({ items: z.array(CalendarHistoryItem) }) },
      },
    },
    async () => {
      const [editions, hours] = await Promise.all([terms.calendars.history(), terms.calendars.hoursHistory()]);
      const names = await access.namesOf(
        [...editions, ...hours].flatMap(({ editedBy }) => {
          const id = StaffId.safeParse(editedBy);
          return id.success ? [id.data] : [];
        }),
      );
      const nameOf = (id: string) => names.get(id) ?? id;
      const hoursText = ({ opens, closes, lunch }: OfficeHours) => ({
        opens: wallText(opens),
        closes: wallText(closes),
        lunch: lunch && { from: wallText(lunch.from), to: wallText(lunch.to) },
      });
      const scopeName = (scope: HoursScope) => {
        if (scope.type === 'country') return null;
        return scope.type === 'agency' ? present.agency(scope.code as never) : present.territory(scope.code);
      };
      const items: z.infer<typeof CalendarHistoryItem>[] = [
        ...editions.map(({ edition, change, reason, editedBy, at }) => ({
          edition,
          type: change.type,
          day: change.type === 'day' ? { ...change.day, status: change.day.status ?? null } : null,
          year: change.type === 'year' ? change.year.year : null,
          hours: change.type === 'hours' ? hoursText(change.hours) : null,
          scope: null,
          reason,
          by: nameOf(editedBy),
          at: at.toISOString(),
        })),
        ...hours.map(({ scope, hours: own, reason, editedBy, at }) => ({
          edition: null,
          type: 'hours' as const,
          day: null,
          year: null,
          hours: hoursText(own),
          scope: scopeName(scope),
          reason,
          by: nameOf(editedBy),
          at: at.toISOString(),
        })),
      ];
      return { items: items.sort((a, b) => (a.at < b.at ? 1 : -1)) };
    },
  );

  server.post(
    '/calendar/preview',
    {
      config: { access: { who: 'roles', roles: EDITORS, scope: 'operations' } },
      schema: {
        tags,
        summary: 'Open cases and duties of petitions that a change would move. Nothing is saved',
        body: z.object({ change: ChangeBody }),
        response: { 200: MovedCases },
      },
    },
    async (request) => {
      const change = datesChange(request.body.change);
      return change ? movedBy(change) : NOTHING_MOVED;
    },
  );

  server.post(
    '/calendar/changes',
    {
      config: { access: { who: 'roles', roles: EDITORS, scope: 'operations' } },
      schema: {
        tags,
        summary: 'Save a change: new cases live by it at once, open ones keep their dates until they are moved',
        body: z.object({ change: ChangeBody, reason: z.string().trim().min(3).max(500) }),
        response: { 200: z.object({ edition: z.string(), moved: MovedCases }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { change, reason } = request.body;
      const { edition } = await runCommand(request, (tx) =>
        change.type === 'day'
          ? terms.calendars.edit(tx, { ...change.day, reason, by: staff.id })
          : terms.calendars.editHours(tx, {
              scope: change.scope,
              hours: OfficeHours.parse(change.hours),
              reason,
              by: staff.id,
            }),
      );
      await terms.calendars.refresh();
      return { edition, moved: datesChange(change) ? await movedBy(edition) : NOTHING_MOVED };
    },
  );

  server.post(
    '/calendar/editions/:edition/move',
    {
      config: { access: { who: 'roles', roles: EDITORS, scope: 'operations' } },
      schema: {
        tags,
        summary: 'Move one page of open cases to this edition and tell their citizens; begin again with `next`',
        params: z.object({ edition: z.uuid() }),
        body: z.object({ after: z.uuid().nullable().default(null) }),
        response: { 200: z.object({ moved: z.number().int(), next: z.string().nullable() }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const actor = { kind: 'operator', id: staff.id } as const;
      const { edition } = request.params;
      return terms.calendarChanges.moveOpenCases(edition, actor, request.body.after, CASES_A_PAGE);
    },
  );

  server.post(
    '/calendar/import',
    {
      config: { access: { who: 'roles', roles: EDITORS, scope: 'operations' } },
      schema: {
        tags,
        summary: 'Bring in a year from a CSV or JSON file; a trial run only reads it',
        body: z.object({
          year: z.number().int().min(2000).max(2100),
          content: z.string().max(500_000),
          source: z.string().trim().min(3).max(500),
          trial: z.boolean().default(true),
        }),
        response: { 200: ImportReport },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { year, content, source, trial } = request.body;
      const read = readCalendarFile(content, { jurisdiction: terms.calendars.current().id, year, source });
      if (read.type === 'refused') return { problems: read.problems, days: 0, edition: null, moved: null };
      const days = read.year.days.length;
      if (trial) {
        return { problems: [], days, edition: null, moved: await movedBy({ type: 'year', year: read.year }) };
      }
      const { edition } = await runCommand(request, (tx) => terms.calendars.importYear(tx, read.year, staff.id));
      await terms.calendars.refresh();
      return { problems: [], days, edition, moved: await movedBy(edition) };
    },
  );
};
