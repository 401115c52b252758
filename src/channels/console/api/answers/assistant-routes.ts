import { z } from 'zod';
import { MessageId, TicketId } from '../../../../kernel/ids.ts';
import { MaskedText } from '../../../../kernel/masked-text.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { LanguageField, named } from '../schema-parts.ts';

const tags = ['ticket commands'];
const params = z.object({ ticketId: TicketId });
const Written = named('MachineText', z.object({ text: z.string(), model: z.string() }));

/** What a machine proposes to an officer; nothing here writes to anybody. */
export const addAssistantRoutes: AddRoutes = (server, { assistant, answers, casesView }) => {
  server.post(
    '/tickets/:ticketId/translate',
    {
      config: { access: { who: 'ticket', command: 'read', scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'Translate what somebody wrote, or what one is writing; personal data leaves as tokens',
        params,
        body: z.object({
          /** An entry of the case; otherwise `text` in the language `from`. */
          entryId: MessageId.optional(),
          text: z.string().max(12_000).optional(),
          from: LanguageField.optional(),
          to: LanguageField,
        }),
        response: { 200: Written },
      },
    },
    async (request) => {
      const { entryId, text, from, to } = request.body;
      const view = await casesView.officerCase(request.params.ticketId, principalOf(request).staff);
      const entry = entryId ? view.entries.find(({ id }) => id === entryId) : undefined;
      if (entryId && !entry) throw new Refusal('ticket.not_found', {});
      const words = entry?.maskedText ?? text ?? '';
      if (words.trim() === '') throw new Refusal('ticket.text_missing', {});
      return assistant.translate(words, entry?.language ?? from ?? view.appeal.language, to);
    },
  );

  server.post(
    '/tickets/:ticketId/answer/suggest',
    {
      config: { access: { who: 'ticket', command: 'answer', scope: 'tickets:read' } },
      schema: {
        tags,
        summary: 'A draft from approved sources with citations; without a model, the sources themselves',
        params,
        body: z.object({ language: LanguageField }),
        response: {
          200: named(
            'DraftSuggestion',
            z.object({
              text: z.string().nullable(),
              model: z.string().nullable(),
              citations: z.array(z.object({ source: z.string(), title: z.string(), body: z.string() })),
            }),
          ),
        },
      },
    },
    async (request) => {
      const { ticket, appeal } = await casesView.officerCase(request.params.ticketId, principalOf(request).staff);
      const { points } = await answers.pointsOf({ ticket, appeal });
      const draft = await assistant.suggest(points, MaskedText.parse(appeal.title), request.body.language);
      return { ...draft, citations: [...draft.citations] };
    },
  );
};
