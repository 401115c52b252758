import { z } from 'zod';
import { TicketId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { fromAnswer } from '../../../../knowledge/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { LanguageField } from '../schema-parts.ts';

/** The official answer to one person as the beginning of an answer to everybody: masked twice, to be edited and approved. */
export const addCaseAnswerRoutes: AddRoutes = (server, deps) => {
  server.get(
    '/tickets/:ticketId/knowledge-draft',
    {
      config: { access: { who: 'ticket', command: 'read', scope: 'knowledge' } },
      schema: {
        tags: ['knowledge'],
        summary: 'The answer of a case, without its people, for a new source',
        params: z.object({ ticketId: TicketId }),
        response: {
          200: z.object({ title: z.string(), body: z.string(), language: LanguageField, owner: z.string() }),
        },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { appeal, ticket, entries } = await deps.casesView.officerCase(request.params.ticketId, staff);
      const answer = entries.findLast(({ kind, ticketId }) => kind === 'answer' && ticketId === ticket.id);
      if (!answer) throw new Refusal('knowledge.no_answer_yet', {});
      const statement = entries.find(({ kind }) => kind === 'statement');
      const draft = fromAnswer(statement?.maskedText ?? appeal.title, answer.maskedText);
      const mask = deps.knowledge.mask;
      return {
        title: mask(draft.title),
        body: mask(draft.body),
        language: answer.language ?? appeal.language,
        owner: ticket.agencyCode,
      };
    },
  );
};
