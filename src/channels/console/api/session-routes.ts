import type { FastifyReply } from 'fastify';
import { toString as drawCode } from 'qrcode';
import { z } from 'zod';
import { createSecretToken, Scope } from '../../../access/index.ts';
import { StaffId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { principalOf, SESSION_COOKIE } from './access-decision.ts';
import type { AddRoutes } from './routes.ts';
import { Done, LanguageField, Me, SessionView, StaffView, TokenView } from './schemas.ts';

const tags = ['session'];
const SIGN_IN_LIMIT = { max: 20, timeWindow: '1 minute' };
const MAX_AGE_SECONDS = 7 * 24 * 3600;

export const addSessionRoutes: AddRoutes = (server, { access, present, clock, runCommand, publicUrl, demo }) => {
  const done = { done: true } as const;
  const remember = (reply: FastifyReply, token: string) =>
    reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: publicUrl.startsWith('https:'),
      maxAge: MAX_AGE_SECONDS,
    });

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
      remember(reply, outcome.token);
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
        items: sessions.map((session) => ({
          id: session.id,
          userAgent: session.userAgent,
          createdAt: present.iso(session.createdAt),
          lastSeenAt: present.iso(session.lastSeenAt),
          expiresAt: present.iso(session.expiresAt),
          current: session.id === sessionId,
        })),
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

  server.post(
    '/session/second-factor/offer',
    {
      config: { access: { who: 'staff' } },
      schema: {
        tags,
        summary: 'A new secret for an authenticator app',
        response: { 200: z.object({ secret: z.string(), uri: z.string(), qr: z.string() }) },
      },
    },
    async (request) => {
      const offer = access.offerSecondFactor(principalOf(request).staff);
      const picture = await drawCode(offer.uri, { type: 'svg', margin: 1 });
      return { ...offer, qr: `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}` };
    },
  );

  server.put(
    '/session/second-factor',
    {
      config: { access: { who: 'staff' }, rateLimit: SIGN_IN_LIMIT },
      schema: {
        tags,
        summary: 'Switch the second factor on with a code made from the offered secret',
        body: z.object({ secret: z.string().regex(/^[A-Z2-7]{16,64}$/), code: z.string().max(12) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, (tx) => access.setSecondFactor(tx, staff, request.body.secret, request.body.code));
      return done;
    },
  );

  server.delete(
    '/session/second-factor',
    {
      config: { access: { who: 'staff' }, rateLimit: SIGN_IN_LIMIT },
      schema: {
        tags,
        summary: 'Switch the second factor off',
        querystring: z.object({ code: z.string().max(12) }),
        response: { 200: Done },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, (tx) => access.removeSecondFactor(tx, staff, request.query.code));
      return done;
    },
  );

  server.get(
    '/tokens',
    {
      config: { access: { who: 'staff' } },
      schema: { tags, summary: 'Tokens for machines', response: { 200: z.object({ items: z.array(TokenView) }) } },
    },
    async (request) => ({
      items: (await access.tokensOf(principalOf(request).staff.id)).map((token) => ({
        id: token.id,
        name: token.name,
        scopes: [...token.scopes],
        createdAt: present.iso(token.createdAt),
        lastUsedAt: token.lastUsedAt && present.iso(token.lastUsedAt),
        expiresAt: token.expiresAt && present.iso(token.expiresAt),
      })),
    }),
  );

  server.post(
    '/tokens',
    {
      config: { access: { who: 'staff' } },
      schema: {
        tags,
        summary: 'Make a token; it is shown once',
        body: z.object({
          name: z.string().trim().min(1).max(80),
          scopes: z.array(Scope).min(1),
          days: z.number().int().min(1).max(366),
        }),
        response: { 200: z.object({ id: z.string(), token: z.string() }) },
      },
    },
    async (request) => {
      const token = createSecretToken('dt');
      const { staff } = principalOf(request);
      const id = await runCommand(request, (tx) => access.createToken(tx, staff, request.body, token));
      return { id, token };
    },
  );

  server.delete(
    '/tokens/:tokenId',
    {
      config: { access: { who: 'staff' } },
      schema: { tags, summary: 'Revoke a token', params: z.object({ tokenId: z.uuid() }), response: { 200: Done } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, (tx) => access.revokeToken(tx, staff.id, request.params.tokenId));
      return done;
    },
  );

  if (!demo) return;

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
      remember(reply, outcome.token);
      return done;
    },
  );
};
