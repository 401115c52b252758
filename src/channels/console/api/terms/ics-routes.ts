import { z } from 'zod';
import { showCaseNumber } from '../../../../appeals/index.ts';
import { deadlineIcs } from '../../../../deadlines/index.ts';
import { TicketId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { LanguageField } from '../schema-parts.ts';

/** The date of a case for the reader's own calendar: the law's where it runs, otherwise the promise. */
export const addIcsRoutes: AddRoutes = (server, { casesView, clock, present, t }) => {
  server.get(
    '/tickets/:ticketId/dates.ics',
    {
      config: { access: { who: 'ticket', command: 'read', scope: 'tickets:read' } },
      schema: {
        tags: ['tickets'],
        summary: 'The date until which an answer is due, as a calendar file',
        params: z.object({ ticketId: TicketId }),
        querystring: z.object({ language: LanguageField }),
        response: { 200: z.string() },
      },
    },
    async (request, reply) => {
      const { language } = request.query;
      const { ticket, appeal } = await casesView.officerCase(request.params.ticketId, principalOf(request).staff);
      const dueOn = ticket.statutoryOn ?? ticket.promisedOn;
      if (!dueOn) throw new Refusal('ticket.not_found', {});
      const title = t(language, 'ics-title', { number: showCaseNumber(appeal.number ?? '') });
      const text = deadlineIcs({
        uid: `${ticket.id}@dauys`,
        dueOn,
        title,
        description: present.agency(ticket.agencyCode, 'name').name[language],
        alarm: title,
        stampAt: await clock.now(),
        sequence: ticket.revision,
      });
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', `attachment; filename="dauys-${appeal.number}.ics"`)
        .send(text);
    },
  );
};
