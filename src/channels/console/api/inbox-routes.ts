import { z } from 'zod';
import { INBOX_VIEWS, InboxFilter, may, parseCaseNumber } from '../../../appeals/index.ts';
import { Day } from '../../../kernel/day.ts';
import { TicketId } from '../../../kernel/ids.ts';
import { decodeCursor, encodeCursor, PageQuery } from '../../../platform/http/index.ts';
import { principalOf } from './access-decision.ts';
import { createInboxRows } from './inbox-rows.ts';
import type { AddRoutes } from './routes.ts';
import { EditorNewsLine, InboxCounts, InboxPage, OfficerNewsLine } from './schemas.ts';

const tags = ['tickets'];
const Place = z.object({ dueOn: Day.nullable(), id: TicketId });
const READERS = ['officer', 'supervisor', 'operator', 'monitor', 'auditor', 'confidant'] as const;
const MAX_FOUND = 50;
/** As they stand in an address. */
const FilterQuery = InboxFilter.extend({ urgent: z.literal('true').optional() });

export const addInboxRoutes: AddRoutes = (server, deps) => {
  const { casesView, view, citizens } = deps;
  const rowsOf = createInboxRows(deps);

  server.get(
    '/tickets',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'Inbox by due date',
        querystring: PageQuery.extend({ view: z.enum(INBOX_VIEWS).default('open') }).extend(FilterQuery.shape),
        response: { 200: InboxPage },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { view: inboxView, cursor, limit, urgent, ...narrow } = request.query;
      const filter = InboxFilter.parse(JSON.parse(JSON.stringify({ ...narrow, ...(urgent ? { urgent: true } : {}) })));
      const after = decodeCursor(cursor, Place);
      const items = await casesView.inbox(staff, {
        view: inboxView,
        filter,
        limit: limit + 1,
        ...(after ? { after } : {}),
      });
      const page = items.slice(0, limit);
      const last = page.at(-1);
      const nextCursor = items.length > limit && last ? encodeCursor({ dueOn: last.dueOn, id: last.ticketId }) : null;
      return { items: await rowsOf(page, staff.id), nextCursor };
    },
  );

  server.get(
    '/tickets/counts',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:read' } },
      schema: { tags, summary: 'How many tickets each view holds', response: { 200: InboxCounts } },
    },
    async (request) => casesView.counts(principalOf(request).staff),
  );

  server.get(
    '/tickets/search',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'Find by number, words, address, the number of the register or the citizen’s telephone',
        querystring: z.object({ q: z.string().trim().min(2).max(120) }),
        response: { 200: InboxPage },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { q } = request.query;
      const number = parseCaseNumber(q);
      const callers = number ? [] : await citizens.findByPhone(q);
      const ids = number
        ? (await view.ticketsByNumber(number)).map(({ id }) => id)
        : callers.length > 0
          ? await view.ticketsOfCitizens(callers, staff.agencyCode, MAX_FOUND)
          : await view.search({ agencyCode: staff.agencyCode, text: q, limit: MAX_FOUND });
      const items = (await view.itemsOf(ids)).filter((item) => may(staff, 'read', item));
      return { items: await rowsOf(items, staff.id), nextCursor: null };
    },
  );

  server.get(
    '/officer-news',
    {
      config: { access: { who: 'roles', roles: ['officer', 'supervisor'], scope: 'tickets:read' } },
      schema: {
        tags,
        summary:
          'What one was told of cases (mentions, assignments, what moved where one watches) and as an editor; newest first',
        response: { 200: z.object({ items: z.array(OfficerNewsLine), editor: z.array(EditorNewsLine) }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const lines = await view.newsOf(staff.id);
      const found = (await view.itemsOf([...new Set(lines.map(({ ticketId }) => ticketId))])).filter((item) =>
        may(staff, 'read', item),
      );
      const rows = new Map((await rowsOf(found, staff.id)).map((row) => [row.ticketId, row]));
      return {
        items: lines.flatMap(({ ticketId, news, at }) => {
          const row = rows.get(ticketId);
          return row ? [{ news, at: at.toISOString(), row }] : [];
        }),
        editor: (await view.editorNewsOf(staff.id)).map((line) => ({ ...line, at: line.at.toISOString() })),
      };
    },
  );
};
