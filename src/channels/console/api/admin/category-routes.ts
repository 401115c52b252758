import { z } from 'zod';
import { TopicId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { CategoryView } from './admin-schemas.ts';

const tags = ['administration'];

/** Topics with what the service promises for them, and whether work is shown by a photo. */
export const addCategoryRoutes: AddRoutes = (
  server,
  { directory, promiseOf, worklistRepository, journal, runCommand },
) => {
  server.get(
    '/admin/categories',
    {
      config: {
        access: {
          who: 'roles',
          roles: ['officer', 'supervisor', 'operator', 'monitor', 'auditor'],
          scope: 'tickets:read',
        },
      },
      schema: {
        tags,
        summary: 'Categories with their service promises',
        response: { 200: z.object({ items: z.array(CategoryView) }) },
      },
    },
    async () => {
      const settings = await worklistRepository.categorySettings();
      return {
        items: [...directory.topics].map(([code, name]) => {
          const group = code.split('.')[0] ?? code;
          return {
            topic: { code, name },
            group,
            promise: promiseOf(code),
            wantsProof: (settings.get(code) ?? settings.get(group))?.wantsProof ?? false,
          };
        }),
      };
    },
  );

  server.put(
    '/admin/categories/:topic',
    {
      config: { access: { who: 'roles', roles: ['operator'], scope: 'staff' } },
      schema: {
        tags,
        summary: 'Whether “done” in this category wants a photo of the result',
        params: z.object({ topic: TopicId }),
        body: z.object({ wantsProof: z.boolean() }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { topic } = request.params;
      if (!directory.topics.has(topic)) throw new Refusal('topic.not_found', {});
      const { wantsProof } = request.body;
      await runCommand(request, async (tx) => {
        await worklistRepository.setProof(tx, topic, wantsProof, staff.id);
        await journal.append(tx, 'service', {
          type: 'category.changed',
          actor: { kind: staff.role, id: staff.id },
          facts: { topic, wantsProof },
        });
        return null;
      });
      return { done: true } as const;
    },
  );
};
