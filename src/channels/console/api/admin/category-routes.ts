import { z } from 'zod';
import { StaffId, TopicId } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { CategoryView, PromiseBody, PromisesView } from './admin-schemas.ts';

const tags = ['administration'];

/** Topics with what the service promises for them, and whether work is shown by a photo. */
export const addCategoryRoutes: AddRoutes = (
  server,
  { directory, promises, present, access, worklistRepository, journal, runCommand },
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
      const promised = promises.current();
      return {
        items: [...directory.topics].map(([code, name]) => {
          return {
            topic: { code, name },
            group: directory.topicGroups.get(code) ?? name,
            promise: promised.topics[code] ?? promised.default,
            isOwnPromise: code in promised.topics,
            wantsProof: (settings.get(code) ?? settings.get(code.split('.')[0] ?? code))?.wantsProof ?? false,
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

  server.get(
    '/admin/promises',
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
        summary: 'What the service promises in general, and every change of a promise',
        response: { 200: PromisesView },
      },
    },
    async () => {
      const history = promises.history();
      const names = await access.namesOf(history.flatMap(({ editedBy }) => StaffId.safeParse(editedBy).data ?? []));
      return {
        general: promises.current().default,
        history: history.map(({ topicId, length, reason, editedBy, at }) => ({
          topic: present.topic(topicId),
          length,
          reason,
          by: names.get(editedBy as StaffId) ?? editedBy,
          at: at.toISOString(),
        })),
      };
    },
  );

  server.put(
    '/admin/promises/:topic',
    {
      config: { access: { who: 'roles', roles: ['operator'], scope: 'staff' } },
      schema: {
        tags,
        summary: 'Promise another length for a topic, or for all (`default`); cases that came before keep theirs',
        params: z.object({ topic: z.union([z.literal('default'), TopicId]) }),
        body: PromiseBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { topic } = request.params;
      const topicId = topic === 'default' ? null : (topic as TopicId);
      if (topicId !== null && !directory.topics.has(topicId)) throw new Refusal('topic.not_found', {});
      const { length, reason } = request.body;
      await runCommand(request, async (tx) => {
        await promises.edit(tx, { topicId, length, reason, by: staff.id });
        await journal.append(tx, 'service', {
          type: 'promise.changed',
          actor: { kind: staff.role, id: staff.id },
          facts: { topic, value: length?.value ?? null, unit: length?.unit ?? null, reason },
        });
        return null;
      });
      await promises.refresh();
      return { done: true } as const;
    },
  );
};
