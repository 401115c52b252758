import { z } from 'zod';
import { Day } from '../../../../kernel/day.ts';
import { AgencyCode } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { importDocument } from '../../../../knowledge/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { LanguageField } from '../schema-parts.ts';

const MAX_BYTES = 10 * 1_048_576;

const Fields = z.object({ language: LanguageField, owner: AgencyCode.optional(), reviewOn: Day });
const ImportForm = z.object({
  language: LanguageField,
  owner: z.string().optional(),
  reviewOn: z.iso.date(),
  file: z.string().meta({ format: 'binary' }),
});

/** A document becomes drafts; nobody is answered from it before two people have looked. */
export const addImportRoutes: AddRoutes = (server, deps) => {
  server.post(
    '/knowledge/imports',
    {
      bodyLimit: 2 * MAX_BYTES,
      config: {
        access: { who: 'roles', roles: ['officer', 'supervisor', 'operator'], scope: 'knowledge' },
        formFields: ImportForm,
      },
      schema: {
        tags: ['knowledge'],
        summary: 'Markdown, HTML, PDF, DOCX or a CSV of questions and answers, as drafts',
        consumes: ['multipart/form-data'],
        response: { 200: z.object({ drafts: z.array(z.object({ sourceId: z.string(), title: z.string() })) }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const written: Record<string, unknown> = {};
      let file: { name: string; bytes: Uint8Array } | null = null;
      for await (const part of request.parts({ limits: { fileSize: MAX_BYTES, files: 1 } })) {
        if (part.type === 'field') written[part.fieldname] = part.value;
        else file = { name: part.filename, bytes: await part.toBuffer() };
      }
      const { language, reviewOn, ...fields } = Fields.parse(written);
      const owner = staff.agencyCode ?? fields.owner;
      if (!owner || !file) throw new Refusal('import.incomplete', {});
      const texts = await importDocument(file.name, file.bytes);
      const on = await deps.knowledge.today();
      const person = { id: staff.id, role: staff.role, agencyCode: staff.agencyCode };
      const drafts = await deps.runCommand(request, (tx) =>
        deps.knowledge.desk.keepImported(tx, person, { owner, language, on, reviewOn, texts }),
      );
      return { drafts };
    },
  );
};
