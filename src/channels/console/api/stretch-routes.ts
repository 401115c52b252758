import type { FastifyContextConfig } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Tx } from '../../../kernel/unit-of-work.ts';
import { principalOf } from './access-decision.ts';
import type { ApiServer, RouteDeps } from './routes.ts';
import { Done, instant } from './schema-parts.ts';

/** A stretch of time and, where given, one link: left out it is whatever link, null those who came by none. */
const Link = z.string().max(64);
const Asked = z.object({ since: instant, until: instant, referrer: Link.optional() });
const Act = z.object({
  since: instant,
  until: instant,
  referrer: Link.nullable().optional(),
  reason: z.string().trim().min(1).max(1_000),
});

interface Stretch {
  readonly since: Date;
  readonly until: Date;
  readonly referrer?: string | null;
}
type Decide<Id> = (
  tx: Tx,
  id: Id,
  stretch: Stretch,
  reason: string,
  by: { readonly kind: 'operator'; readonly id: string },
) => Promise<number>;

interface Subject<Id> {
  /** Where its routes begin, with the parameter that names it. */
  readonly path: `/${string}/:${string}`;
  readonly params: z.ZodType;
  readonly idOf: (params: unknown) => Id;
  readonly tags: string[];
  readonly access: FastifyContextConfig;
  readonly what: string;
  readonly sizeOf: (id: Id, stretch: Stretch) => Promise<{ counted: number; held: number }>;
  readonly integrity: () => Readonly<Record<'hold' | 'release' | 'invalidate', Decide<Id>>>;
  readonly looked: (tx: Tx, id: Id, by: string) => Promise<unknown>;
}

function stretchOf({ since, until, referrer }: { since: string; until: string; referrer?: string | null | undefined }) {
  if (until <= since) throw new Refusal('petition.stretch_empty', {});
  return { since: new Date(since), until: new Date(until), ...(referrer === undefined ? {} : { referrer }) };
}

/** What looks like a machine's is looked at, set apart, let back in or struck out: the same for support and for votes. */
export function addStretchRoutes<Id>(
  server: ApiServer,
  { runCommand }: Pick<RouteDeps, 'runCommand'>,
  { path, params, idOf, tags, access, what, sizeOf, integrity, looked }: Subject<Id>,
): void {
  server.get(
    `${path}/stretch`,
    {
      config: access,
      schema: {
        tags,
        summary: `How many ${what} an act would be about`,
        params,
        querystring: Asked,
        response: { 200: z.object({ counted: z.number().int(), held: z.number().int() }) },
      },
    },
    async (request) => sizeOf(idOf(request.params), stretchOf(request.query)),
  );

  const summaries = {
    hold: `Set a stretch of ${what} apart until somebody has looked`,
    release: 'Count it again',
    invalidate: 'Strike it out, with a public reason',
  };
  for (const act of ['hold', 'release', 'invalidate'] as const)
    server.post(
      `${path}/${act}`,
      {
        config: access,
        schema: {
          tags,
          summary: summaries[act],
          params,
          body: Act,
          response: { 200: z.object({ changed: z.number().int() }) },
        },
      },
      async (request) => {
        const { staff } = principalOf(request);
        const { reason, ...asked } = request.body;
        const [id, stretch] = [idOf(request.params), stretchOf(asked)];
        const changed = await runCommand(request, async (tx) => {
          const count = await integrity()[act](tx, id, stretch, reason, { kind: 'operator', id: staff.id });
          await looked(tx, id, staff.id);
          return count;
        });
        return { changed };
      },
    );

  server.post(
    `${path}/signals-looked`,
    {
      config: access,
      schema: { tags, summary: 'Somebody has looked and leaves it', params, response: { 200: Done } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, (tx) => looked(tx, idOf(request.params), staff.id));
      return { done: true } as const;
    },
  );
}
