import { z } from 'zod';
import { createSecretToken, Scope } from '../../../access/index.ts';
import { principalOf } from './access-decision.ts';
import type { AddRoutes } from './routes.ts';
import { Done } from './schema-parts.ts';
import { TokenView } from './schemas.ts';

const tags = ['tokens'];

/** Machines act for the person who made their token, within its scopes. */
export const addTokenRoutes: AddRoutes = (server, { access, present, runCommand }) => {
  const done = { done: true } as const;

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
};
