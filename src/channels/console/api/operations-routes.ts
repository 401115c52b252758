import { z } from 'zod';
import { Refusal } from '../../../kernel/refusal.ts';
import type { AddRoutes } from './routes.ts';
import { Done } from './schema-parts.ts';
import { ParkedUpdate } from './schemas.ts';

const tags = ['operations'];
const SHOWN = 100;

export const addOperationsRoutes: AddRoutes = (server, { parkedUpdates, present }) => {
  const config = { access: { who: 'roles', roles: ['operator'], scope: 'operations' } } as const;

  server.get(
    '/parked-updates',
    {
      config,
      schema: {
        tags,
        summary: 'Messages that failed too often and wait for an operator',
        response: { 200: z.object({ items: z.array(ParkedUpdate) }) },
      },
    },
    async () => ({
      items: (await parkedUpdates.parked(SHOWN)).map(({ updateId, errorCode, receivedAt }) => ({
        updateId,
        errorCode,
        receivedAt: present.iso(receivedAt),
      })),
    }),
  );

  server.post(
    '/parked-updates/:updateId/release',
    {
      config,
      schema: {
        tags,
        summary: 'Let it be tried again',
        params: z.object({ updateId: z.coerce.number().int().positive() }),
        response: { 200: Done },
      },
    },
    async (request) => {
      if (!(await parkedUpdates.release(request.params.updateId))) throw new Refusal('update.not_found', {});
      return { done: true } as const;
    },
  );
};
