import { z } from 'zod';
import { StaffId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { AddRoutes } from './routes.ts';
import { Done } from './schema-parts.ts';
import { StaffView } from './schemas.ts';
import { rememberSession } from './session-cookie.ts';

/** Signing in by a click, as invented people only. The routes do not exist outside the demonstration. */
export const addDemoRoutes: AddRoutes = (server, { access, present, publicUrl }) => {
  const done = { done: true } as const;

  server.get(
    '/demo/staff',
    {
      config: { access: { who: 'anyone' } },
      schema: {
        tags: ['demo'],
        summary: 'People of the demonstration',
        response: { 200: z.object({ items: z.array(StaffView) }) },
      },
    },
    async () => ({ items: (await access.demoStaff()).map((person) => present.staffView(person, 0, 'name')) }),
  );

  server.post(
    '/demo/session',
    {
      config: { access: { who: 'anyone' }, rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        tags: ['demo'],
        summary: 'Sign in as a person of the demonstration',
        body: z.object({ staffId: StaffId }),
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const outcome = await access.signInDemo(request.body.staffId, request.headers['user-agent'] ?? '');
      if (outcome.type !== 'signed_in') throw new Refusal('session.not_signed_in', {});
      rememberSession(reply, outcome.token, publicUrl);
      return done;
    },
  );
};
