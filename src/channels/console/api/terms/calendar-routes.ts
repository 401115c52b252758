import { z } from 'zod';
import {
  type CalendarScope,
  OfficeHours,
  type PlacedChange,
  readCalendarFile,
  SpecialDay,
} from '../../../../deadlines/index.ts';
import { Day } from '../../../../kernel/day.ts';
import { StaffId } from '../../../../kernel/ids.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { createCalendarPresenter } from './calendar-view.ts';
import { createMovedPresenter } from './moved-presenter.ts';
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
const Place = z.discriminatedUnion('type', [
  z.object({ type: z.literal('territory'), code: z.string().min(1) }),
  z.object({ type: z.literal('agency'), code: z.string().min(1) }),
]);
const Scope = z.union([z.object({ type: z.literal('country') }), Place]);
const ChangeBody = z.discriminatedUnion('type', [
  z.object({ type: z.literal('day'), day: SpecialDay.omit({ status: true }), scope: Scope }),
  z.object({ type: z.literal('inherited'), on: Day, scope: Place }),
  z.object({ type: z.literal('hours'), hours: HoursBody, scope: Scope }),
  z.object({ type: z.literal('timezone'), timezone: z.string().min(1).max(60).nullable(), scope: Place }),
]);
type Change = Exclude<PlacedChange['change'], { type: 'year' }>;

function changeOf({ scope, ...change }: z.infer<typeof ChangeBody>): { scope: CalendarScope; change: Change } {
  if (change.type !== 'hours') return { scope, change };
  return { scope, change: { type: 'hours', hours: OfficeHours.parse(change.hours) } };
}

const scopeAsked = ({
  territory,
  agency,
}: {
  territory?: string | undefined;
  agency?: string | undefined;
}): CalendarScope =>
  agency ? { type: 'agency', code: agency } : territory ? { type: 'territory', code: territory } : { type: 'country' };

/** The calendar of working days: seen by everybody, edited by operators, with its history and what a change would move. */
export const addCalendarRoutes: AddRoutes = (server, deps) => {
  const { terms, clock, access, runCommand } = deps;
  const movedBy = createMovedPresenter(deps);
  const presenter = createCalendarPresenter(deps);

  server.get(
    '/calendar',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'A year of working days and days off of the country, a territory or a body, and how far it reaches',
        querystring: z.object({
          year: z.coerce.number().int().optional(),
          territory: z.string().min(1).optional(),
          agency: z.string().min(1).optional(),
        }),
        response: { 200: CalendarView },
      },
    },
    async ({ query }) =>
      presenter.year({ ...terms.calendars.placed(scopeAsked(query)), year: query.year, now: await clock.now() }),
  );

  server.get(
    '/calendar/history',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'Who changed the calendar, where, when and why, newest first',
        response: { 200: z.object({ items: z.array(CalendarHistoryItem) }) },
      },
    },
    async () => {
      const editions = await terms.calendars.history();
      const names = await access.namesOf(
        editions.flatMap(({ editedBy }) => {
          const id = StaffId.safeParse(editedBy);
          return id.success ? [id.data] : [];
        }),
      );
      const nameOf = (id: string) => names.get(id as StaffId) ?? id;
      return { items: editions.toReversed().map((edition) => presenter.historyItem(edition, nameOf)) };
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
    async (request) => movedBy(changeOf(request.body.change)),
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
        terms.calendars.edit(tx, { ...changeOf(change), reason, by: staff.id }),
      );
      await terms.calendars.refresh();
      return { edition, moved: await movedBy(edition) };
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
        summary: 'Bring in a year from a CSV or JSON file, for the country or a place in it; a trial run only reads it',
        body: z.object({
          year: z.number().int().min(2000).max(2100),
          content: z.string().max(500_000),
          source: z.string().trim().min(3).max(500),
          trial: z.boolean().default(true),
          scope: Scope.default({ type: 'country' }),
        }),
        response: { 200: ImportReport },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { year, content, source, trial, scope } = request.body;
      const read = readCalendarFile(content, { jurisdiction: terms.calendars.current().id, year, source });
      if (read.type === 'refused') return { problems: read.problems, days: 0, edition: null, moved: null };
      const days = read.year.days.length;
      terms.calendars.checkYear(read.year, scope);
      if (trial) {
        const moved = await movedBy({ scope, change: { type: 'year', year: read.year } });
        return { problems: [], days, edition: null, moved };
      }
      const { edition } = await runCommand(request, (tx) => terms.calendars.importYear(tx, read.year, staff.id, scope));
      await terms.calendars.refresh();
      return { problems: [], days, edition, moved: await movedBy(edition) };
    },
  );
};
