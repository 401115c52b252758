import { z } from 'zod';
import { TicketId } from '../../../../kernel/ids.ts';
import { principalOf } from '../access-decision.ts';
import { CaseView } from '../case-schemas.ts';
import { createCaseAnswer } from '../read-case.ts';
import type { AddRoutes } from '../routes.ts';
import { LanguageField } from '../schema-parts.ts';
import { HearingView } from './term-schemas.ts';

const tags = ['ticket commands'];
const params = z.object({ ticketId: TicketId });
const body = z.object({ text: z.string().max(20_000), language: LanguageField });

/** The hearing before the act: the intended decision goes out, the citizen answers, whoever wants to be heard is heard. */
export const addHearingRoutes: AddRoutes = (server, deps) => {
  const { terms, clock, runCommand } = deps;
  const answerWithCase = createCaseAnswer(deps);

  server.get(
    '/tickets/:ticketId/hearing',
    {
      config: { access: { who: 'ticket', command: 'hear', scope: 'tickets:read' } },
      schema: {
        tags,
        summary:
          'The hearing as it stands, and what sending a preliminary decision today would mean; null where there is none',
        params,
        response: { 200: HearingView.nullable() },
      },
    },
    async (request) => terms.clocks.offerHearing(request.params.ticketId, await clock.now()),
  );

  server.post(
    '/tickets/:ticketId/hear',
    {
      config: { access: { who: 'ticket', command: 'hear', scope: 'tickets:write' } },
      schema: { tags, summary: 'Send the citizen the preliminary decision', params, body, response: { 200: CaseView } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { ticketId } = request.params;
      await runCommand(request, async (tx) => {
        await terms.hearings.open(tx, ticketId, staff, request.body);
        return null;
      });
      return answerWithCase(staff, ticketId);
    },
  );

  server.post(
    '/tickets/:ticketId/heard',
    {
      config: { access: { who: 'ticket', command: 'hear', scope: 'tickets:write' } },
      schema: {
        tags,
        summary: 'Record that the citizen was heard in person',
        params,
        body,
        response: { 200: CaseView },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { ticketId } = request.params;
      await runCommand(request, async (tx) => {
        await terms.hearings.recordHeard(tx, ticketId, staff, request.body);
        return null;
      });
      return answerWithCase(staff, ticketId);
    },
  );
};
