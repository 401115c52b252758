import fastifyMultipart from '@fastify/multipart';
import { z } from 'zod';
import type { NewFile } from '../../../appeals/index.ts';
import { Day } from '../../../kernel/day.ts';
import { TicketId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { principalOf } from './access-decision.ts';
import { CaseView, OutcomeField } from './case-schemas.ts';
import { mediaTypeOf } from './media-type.ts';
import { createCaseAnswer } from './read-case.ts';
import type { ApiServer, RouteDeps } from './routes.ts';
import { LanguageField } from './schema-parts.ts';

const MAX_FILES = 10;
/** What a bot may send to a citizen. */
const MAX_FILE_BYTES = 20 * 1_048_576;
const MAX_TEXT = 20_000;

const optional = (limit: number) =>
  z
    .string()
    .trim()
    .max(limit)
    .optional()
    .transform((written) => written || undefined);

const AnswerFields = z.object({
  text: z.string().max(MAX_TEXT),
  language: LanguageField,
  outcome: OutcomeField,
  signatory: optional(200),
  approver: optional(200),
  outgoingNumber: optional(60),
  outgoingOn: z
    .union([Day, z.literal('')])
    .optional()
    .transform((written) => written || undefined),
  /** Positions of the citizen's points: `1,3`; empty: none; absent: worked out from the words. */
  addressed: z
    .string()
    .max(60)
    .regex(/^(\d{1,2}(,\d{1,2})*)?$/)
    .optional()
    .transform((written) => written?.split(',').filter(Boolean).map(Number)),
  templateId: z
    .union([z.uuid(), z.literal('')])
    .optional()
    .transform((written) => written || undefined),
});

/** As the document describes it; each file comes as a part of its own. */
const AnswerForm = z.object({
  text: z.string().max(MAX_TEXT),
  language: LanguageField,
  outcome: OutcomeField,
  signatory: z.string().max(200).optional(),
  approver: z.string().max(200).optional(),
  outgoingNumber: z.string().max(60).optional(),
  outgoingOn: z.iso.date().optional(),
  addressed: z.string().max(60).optional(),
  templateId: z.uuid().optional(),
  files: z
    .array(z.string().meta({ format: 'binary' }))
    .max(MAX_FILES)
    .optional(),
});

/** The official answer with its attachments, as a form of several parts. */
export async function addAnswerRoutes(server: ApiServer, deps: RouteDeps): Promise<void> {
  const { tickets, files, runCommand } = deps;
  const answerWithCase = createCaseAnswer(deps);
  await server.register(fastifyMultipart, {
    limits: { files: MAX_FILES, fileSize: MAX_FILE_BYTES, fields: 12, fieldSize: 4 * MAX_TEXT, parts: 30 },
  });

  server.post(
    '/tickets/:ticketId/answer',
    {
      bodyLimit: (MAX_FILES + 1) * MAX_FILE_BYTES,
      config: {
        access: { who: 'ticket', command: 'answer', scope: 'tickets:write' },
        formFields: AnswerForm,
      },
      schema: {
        tags: ['ticket commands'],
        summary: 'Answer officially, with attachments',
        consumes: ['multipart/form-data'],
        params: z.object({ ticketId: TicketId }),
        response: { 200: CaseView },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { ticketId } = request.params;
      const fields: Record<string, unknown> = {};
      const attached: NewFile[] = [];
      for await (const part of request.parts()) {
        if (part.type === 'field') {
          fields[part.fieldname] = part.value;
          continue;
        }
        const bytes = await part.toBuffer();
        if (bytes.length === 0) continue;
        const mediaType = mediaTypeOf(bytes, part.filename);
        if (mediaType === null) throw new Refusal('file.type_not_allowed', { name: part.filename.slice(0, 80) });
        const { contentHash, sizeBytes } = await files.put(bytes);
        attached.push({
          kind: mediaType.startsWith('image/') ? 'photo' : 'document',
          mediaType,
          sizeBytes,
          fileName: part.filename.slice(0, 200),
          channelRef: null,
          contentHash,
        });
      }
      const answer = AnswerFields.parse(fields);
      await runCommand(request, async (tx) => {
        await tickets.answer(tx, ticketId, staff, { ...answer, files: attached });
        return null;
      });
      return answerWithCase(staff, ticketId);
    },
  );
}
