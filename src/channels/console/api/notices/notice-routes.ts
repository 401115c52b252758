import { z } from 'zod';
import { Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';

const tags = ['operations'];
const SHOWN = 200;
const params = z.object({ noticeId: z.uuid() });
const NoticeView = z.object({
  id: z.string(),
  kind: z.string(),
  words: z.string().nullable(),
  caseNumbers: z.array(z.string()),
  createdAt: z.string(),
  doneAt: z.string().nullable(),
  doneBy: z.string().nullable(),
  remark: z.string().nullable(),
});

export const addNoticeRoutes: AddRoutes = (server, { notices, present, runCommand }) => {
  const config = { access: { who: 'roles', roles: ['operator'], scope: 'operations' } } as const;

  server.get(
    '/notices',
    {
      config,
      schema: {
        tags,
        summary: 'What operators were told: open ones oldest first, done ones newest first',
        querystring: z.object({ done: z.enum(['yes', 'no']).default('no') }),
        response: { 200: z.object({ items: z.array(NoticeView) }) },
      },
    },
    async (request) => {
      const found = await notices.list({ done: request.query.done === 'yes', limit: SHOWN });
      const items = await Promise.all(
        found.map(async ({ id, kind, words, facts, createdAt, doneAt, doneBy, remark }) => ({
          id,
          kind,
          words,
          caseNumbers: [...(await notices.caseNumbers(facts))],
          createdAt: present.iso(createdAt),
          doneAt: doneAt && present.iso(doneAt),
          doneBy: await notices.nameOf(doneBy),
          remark,
        })),
      );
      return { items };
    },
  );

  server.post(
    '/notices/:noticeId/done',
    {
      config,
      schema: {
        tags,
        summary: 'Say what was done about it',
        params,
        body: z.object({ remark: z.string().max(500).default('') }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const remark = request.body.remark.trim() || null;
      const found = await runCommand(request, (tx) => notices.finish(tx, request.params.noticeId, staff.id, remark));
      if (!found) throw new Refusal('notice.not_found', {});
      return { done: true } as const;
    },
  );

  server.post(
    '/notices/:noticeId/open',
    { config, schema: { tags, summary: 'It was not done after all', params, response: { 200: Done } } },
    async (request) => {
      if (!(await runCommand(request, (tx) => notices.reopen(tx, request.params.noticeId))))
        throw new Refusal('notice.not_found', {});
      return { done: true } as const;
    },
  );
};
