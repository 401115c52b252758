import { z } from 'zod';
import type { AnswerView } from '../../../../knowledge/index.ts';
import type { AddRoutes } from '../routes.ts';
import { LanguageField, named } from '../schema-parts.ts';
import { Form } from './source-schemas.ts';

const Preview = named(
  'SourcePreview',
  z.object({
    language: LanguageField,
    title: z.string().nullable(),
    paragraphs: z.array(z.string()),
    sources: z.array(z.object({ title: z.string(), url: z.string().nullable() })),
    notes: z.array(z.string()),
    question: z.string().nullable(),
    buttons: z.array(z.string()),
  }),
);

const showPreview = ({ commands, paragraphs, sources, notes, ...view }: AnswerView): z.infer<typeof Preview> => ({
  ...view,
  paragraphs: [...paragraphs],
  sources: [...sources],
  notes: [...notes],
  buttons: commands.map(({ label }) => label),
});

/** A source before anybody else has seen it, as it would stand in a citizen's chat. */
export const addPreviewRoutes: AddRoutes = (server, deps) => {
  server.post(
    '/knowledge/previews',
    {
      config: { access: { who: 'roles', roles: ['officer', 'supervisor', 'operator'], scope: 'knowledge' } },
      schema: {
        tags: ['knowledge'],
        summary: 'What a citizen would see of it; nothing is kept',
        body: z.object({ form: Form }),
        response: { 200: z.object({ items: z.array(Preview) }) },
      },
    },
    async (request) => ({ items: deps.knowledge.preview(request.body.form).map(showPreview) }),
  );
};
