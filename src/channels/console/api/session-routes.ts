import { z } from 'zod';
import { principalOf, SESSION_COOKIE } from './access-decision.ts';
import type { AddRoutes } from './routes.ts';
import { Done, LanguageField } from './schema-parts.ts';
import { Me, SessionView } from './schemas.ts';
import { rememberSession, SIGN_IN_LIMIT } from './session-cookie.ts';

const tags = ['session'];

export const addSessionRoutes: AddRoutes = (server, { access, present, clock, runCommand, publicUrl }) => {
  const done = { done: true } as const;

  server.get(
    '/session',
    {
      config: { access: { who: 'staff', scope: 'tickets:read' } },
      schema: { tags, summary: 'Who is signed in', response: { 200: Me } },
    },
    async (request) => present.me(principalOf(request).staff, await clock.now()),
  );

  server.post(
    '/session',
    {
      config: { access: { who: 'anyone' }, rateLimit: SIGN_IN_LIMIT },
      schema: {
        tags,
        summary: 'Sign in by a link that is good once',
        body: z.object({ token: z.string().min(20).max(200), code: z.string().max(12).optional() }),
        response: { 200: z.object({ codeNeeded: z.boolean() }) },
      },
    },
    async (request, reply) => {
      const { token, code } = request.body;
      const outcome = await access.signInByLink(token, request.headers['user-agent'] ?? '', code);
      if (outcome.type === 'code_needed') return { codeNeeded: true };
      rememberSession(reply, outcome.token, publicUrl);
      return { codeNeeded: false };
    },
  );

  server.delete(
    '/session',
    { config: { access: { who: 'staff' } }, schema: { tags, summary: 'Sign out', response: { 200: Done } } },
    async (request, reply) => {
      const { staff, sessionId } = principalOf(request);
      if (sessionId) await access.signOut(staff.id, sessionId);
      reply.clearCookie(SESSION_COOKIE, { path: '/' });
      return done;
    },
  );

  server.put(
    '/session/language',
    {
      config: { access: { who: 'staff' } },
      schema: {
        tags,
        summary: 'Choose the language',
        body: z.object({ language: LanguageField }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, (tx) => access.chooseLanguage(tx, staff.id, request.body.language));
      return done;
    },
  );

  server.get(
    '/sessions',
    {
      config: { access: { who: 'staff' } },
      schema: { tags, summary: 'Where one is signed in', response: { 200: z.object({ items: z.array(SessionView) }) } },
    },
    async (request) => {
      const { staff, sessionId } = principalOf(request);
      const sessions = await access.sessionsOf(staff.id);
      return {
        items: sessions.map((session) => present.session(session, sessionId)),
      };
    },
  );

  server.delete(
    '/sessions/:sessionId',
    {
      config: { access: { who: 'staff' } },
      schema: {
        tags,
        summary: 'Sign out elsewhere',
        params: z.object({ sessionId: z.uuid() }),
        response: { 200: Done },
      },
    },
    async (request) => {
      await access.revokeSession(principalOf(request).staff.id, request.params.sessionId);
      return done;
    },
  );
};
