import { z } from 'zod';
import { zoned } from '../../../../kernel/day.ts';
import { TicketId } from '../../../../kernel/ids.ts';
import { principalOf } from '../access-decision.ts';
import { CaseView } from '../case-schemas.ts';
import { createCaseAnswer } from '../read-case.ts';
import type { AddRoutes } from '../routes.ts';
import { ComplaintView } from './term-schemas.ts';

const tags = ['ticket commands'];
const params = z.object({ ticketId: TicketId });

/** Complaints about silence: what the case is tied to, and the silent body's duty to pass the complaint up. */
export const addComplaintRoutes: AddRoutes = (server, deps) => {
  const { terms, clock, timezone, casesView, present, runCommand } = deps;
  const answerWithCase = createCaseAnswer(deps);

  server.get(
    '/tickets/:ticketId/complaint',
    {
      config: { access: { who: 'ticket', command: 'read', scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'Cases tied by a complaint about silence, and the duty to pass it to the superior body',
        params,
        response: { 200: ComplaintView },
      },
    },
    async (request) => {
      const { ticketId } = request.params;
      const { links, ticket } = await casesView.officerCase(ticketId, principalOf(request).staff);
      const today = zoned(await clock.now(), timezone).on;
      const isAtSilentBody = links.about?.ofAgencyCode === ticket.agencyCode && ticket.closedAt === null;
      const superior = isAtSilentBody ? terms.superiorOn(ticket.agencyCode, today) : null;
      const dueOn = isAtSilentBody ? (await terms.clocks.clock(ticketId)).forwardDueOn : null;
      return {
        about: links.about && {
          number: links.about.number,
          agency: present.agency(links.about.ofAgencyCode),
          silentSince: links.about.silentSince,
          forwardedTo: links.about.forwardedTo && present.agency(links.about.forwardedTo),
        },
        complaints: links.complaints.map(({ number, state }) => ({ number, state })),
        forward: isAtSilentBody
          ? { dueOn, passed: dueOn !== null && today > dueOn, to: superior && present.agency(superior.code) }
          : null,
      };
    },
  );

  server.post(
    '/tickets/:ticketId/forward',
    {
      config: { access: { who: 'ticket', command: 'forward', scope: 'tickets:write' } },
      schema: {
        tags,
        summary: 'Pass a complaint about silence, with its file, to the superior body',
        params,
        body: z.object({ note: z.string().max(20_000).default('') }),
        response: { 200: CaseView.nullable() },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { ticketId } = request.params;
      await runCommand(request, async (tx) => {
        await terms.complaints.forward(tx, ticketId, staff, request.body);
        return null;
      });
      return answerWithCase(staff, ticketId).catch(() => null);
    },
  );
};
