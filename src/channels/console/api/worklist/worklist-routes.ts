import { z } from 'zod';
import { INBOX_VIEWS, InboxFilter, type LinkedCase, may, parseCaseNumber } from '../../../../appeals/index.ts';
import { AgencyCode, TicketId, TopicId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { CaseDesk, SavedViewView } from './worklist-schemas.ts';

const params = z.object({ ticketId: TicketId });
/** Whoever has an inbox arranges it; a confidant's holds what is sealed. */
const READERS = ['officer', 'supervisor', 'operator', 'monitor', 'auditor', 'confidant'] as const;

/** How a person arranges the inbox, and cases that belong together. */
export const addWorklistRoutes: AddRoutes = (server, deps) => {
  const { worklist, worklistRepository, shaping, view, access, casesView, runCommand } = deps;

  server.get(
    '/views',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:read' } },
      schema: {
        tags: ['tickets'],
        summary: 'Saved views: one’s own and those shared in the body',
        response: { 200: z.object({ items: z.array(SavedViewView) }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const items = await worklistRepository.savedViews(staff.id, staff.agencyCode);
      return {
        items: items.map((item) => ({ ...item, view: INBOX_VIEWS.find((one) => one === item.view) ?? 'open' })),
      };
    },
  );

  server.post(
    '/views',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:write' } },
      schema: {
        tags: ['tickets'],
        summary: 'Keep a filtered inbox under a name',
        body: z.object({
          name: z.string().trim().min(1).max(60),
          view: z.enum(INBOX_VIEWS),
          filter: InboxFilter,
          shared: z.boolean().default(false),
        }),
        response: { 200: z.object({ viewId: z.string() }) },
      },
    },
    async (request) => {
      const { id: staffId, agencyCode } = principalOf(request).staff;
      const viewId = await runCommand(request, (tx) =>
        worklistRepository.saveView(tx, { ...request.body, staffId, agencyCode }),
      );
      return { viewId };
    },
  );

  server.delete(
    '/views/:viewId',
    {
      config: { access: { who: 'roles', roles: READERS, scope: 'tickets:write' } },
      schema: {
        tags: ['tickets'],
        summary: 'Forget a view of one’s own',
        params: z.object({ viewId: z.uuid() }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const isGone = await runCommand(request, (tx) =>
        worklistRepository.forgetView(tx, request.params.viewId, staff.id),
      );
      if (!isGone) throw new Refusal('view.not_found', {});
      return { done: true } as const;
    },
  );

  server.get(
    '/tickets/:ticketId/desk',
    {
      config: { access: { who: 'ticket', command: 'read', scope: 'tickets:read' } },
      schema: {
        tags: ['tickets'],
        summary: 'Who watches, what is answered together, what belongs together',
        params,
        response: { 200: CaseDesk },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { ticketId } = request.params;
      const { appeal } = await casesView.officerCase(ticketId, staff);
      const [watchers, parentId, children, linked] = await Promise.all([
        worklistRepository.watchersOf(ticketId),
        worklistRepository.parentOf(ticketId),
        worklistRepository.childrenOf(ticketId),
        worklistRepository.linksOf(appeal.id),
      ]);
      const together = [...children, ...(parentId ? [parentId] : [])];
      const [names, items, shown] = await Promise.all([
        access.namesOf(watchers),
        worklistRepository.refsOf(together),
        view.itemsOf(together),
      ]);
      // A sealed case is counted, not told of, to whom it is sealed.
      const open = new Set(shown.filter((item) => may(staff, 'read', item)).map((item) => item.ticketId));
      const refs = items.map((ref) => (open.has(ref.ticketId) ? ref : { ...ref, title: '' }));
      return {
        isWatching: watchers.includes(staff.id),
        watchers: watchers.map((id) => names.get(id) ?? ''),
        parent: refs.find((ref) => ref.ticketId === parentId) ?? null,
        joined: refs.filter((ref) => ref.ticketId !== parentId),
        linked: await Promise.all(linked.map(withTicket)),
      };

      /** A link leads to the ticket that this person may read; a case elsewhere is only named. */
      async function withTicket({ appealId, number, title }: LinkedCase) {
        const tickets = await view.ticketsOfAppeal(appealId);
        const own = tickets.find((ticket) => may(staff, 'read', ticket));
        return { appealId, number, title: own ? title : '', ticketId: own?.id ?? null };
      }
    },
  );

  server.put(
    '/tickets/:ticketId/watch',
    {
      config: { access: { who: 'ticket', command: 'read', scope: 'tickets:write' } },
      schema: {
        tags: ['tickets'],
        summary: 'Watch a ticket, or no longer',
        params,
        body: z.object({ watching: z.boolean() }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await worklist.watch(tx, request.params.ticketId, staff, request.body.watching);
        return null;
      });
      return { done: true } as const;
    },
  );

  server.post(
    '/tickets/:ticketId/join',
    {
      config: { access: { who: 'ticket', command: 'answer', scope: 'tickets:write' } },
      schema: {
        tags: ['ticket commands'],
        summary: 'Answer other tickets of the body together with this one',
        params,
        body: z.object({ ticketIds: z.array(TicketId).min(1).max(500) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await worklist.join(tx, request.params.ticketId, staff, request.body.ticketIds);
        return null;
      });
      return { done: true } as const;
    },
  );

  server.post(
    '/tickets/:ticketId/unjoin',
    {
      config: { access: { who: 'ticket', command: 'answer', scope: 'tickets:write' } },
      schema: {
        tags: ['ticket commands'],
        summary: 'Answer this ticket on its own again',
        params,
        body: z.object({}).nullish(),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await worklist.unjoin(tx, request.params.ticketId, staff);
        return null;
      });
      return { done: true } as const;
    },
  );

  server.put(
    '/tickets/:ticketId/link',
    {
      config: { access: { who: 'ticket', command: 'note', scope: 'tickets:write' } },
      schema: {
        tags: ['ticket commands'],
        summary: 'Say that another case belongs to this one, or no longer',
        params,
        body: z.object({ number: z.string().max(20), linked: z.boolean() }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const number = parseCaseNumber(request.body.number);
      const appealId = number ? await view.appealByNumber(number) : null;
      if (!appealId) throw new Refusal('appeal.unknown', {});
      await runCommand(request, async (tx) => {
        await worklist.link(tx, request.params.ticketId, staff, appealId, request.body.linked);
        return null;
      });
      return { done: true } as const;
    },
  );

  server.post(
    '/tickets/:ticketId/split',
    {
      config: { access: { who: 'ticket', command: 'redirect', scope: 'tickets:write' } },
      schema: {
        tags: ['ticket commands'],
        summary: 'Send a part of the matter its own way, with a clock of its own',
        params,
        body: z.object({ to: AgencyCode, topicId: TopicId, text: z.string().max(8_000) }),
        response: { 200: z.object({ ticketId: z.string() }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const ticketId = await runCommand(
        request,
        async (tx) => (await shaping.split(tx, request.params.ticketId, staff, request.body)).id,
      );
      return { ticketId };
    },
  );

  server.post(
    '/tickets/:ticketId/close',
    {
      config: { access: { who: 'ticket', command: 'close', scope: 'tickets:write' } },
      schema: {
        tags: ['ticket commands'],
        summary: 'Close an answered case about which the citizen says nothing; it can still be disputed',
        params,
        body: z.object({ reason: z.string().max(2_000) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, async (tx) => {
        await shaping.close(tx, request.params.ticketId, staff, request.body);
        return null;
      });
      return { done: true } as const;
    },
  );
};
