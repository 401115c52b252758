import { toString as drawCode } from 'qrcode';
import { z } from 'zod';
import { principalOf } from './access-decision.ts';
import type { AddRoutes } from './routes.ts';
import { Done } from './schema-parts.ts';
import { SIGN_IN_LIMIT } from './session-cookie.ts';

const tags = ['session'];

export const addSecondFactorRoutes: AddRoutes = (server, { access, runCommand }) => {
  const done = { done: true } as const;

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
};
