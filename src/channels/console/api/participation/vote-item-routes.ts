import { z } from 'zod';
import type { Staff } from '../../../../access/index.ts';
import type { Actor } from '../../../../journal/index.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Tx } from '../../../../kernel/unit-of-work.ts';
import { ITEM_REFUSALS, STAGES } from '../../../../participation/index.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done } from '../schema-parts.ts';
import { hearsObjections, readsVotes, runsVotes } from './vote-desk.ts';
import { ObjectionRow } from './vote-schemas.ts';

const tags = ['votes'];
const done = { done: true } as const;
const ItemParams = z.object({ itemId: z.uuid() });
const actorOf = ({ role, id }: Staff): Actor => ({ kind: role, id });

/** What is done with one proposal, and what the monitors hear. */
export const addVoteItemRoutes: AddRoutes = (server, { votes, present, runCommand }) => {
  const item = <Body extends z.ZodType>(
    path: string,
    summary: string,
    body: Body,
    work: (tx: Tx, id: string, body: z.infer<Body>, by: Actor) => Promise<void>,
  ): void => {
    server.post(
      `/vote-items/:itemId/${path}`,
      { config: runsVotes, schema: { tags, summary, params: ItemParams, body, response: { 200: Done } } },
      async (request) => {
        const { staff } = principalOf(request);
        const { itemId } = request.params as z.infer<typeof ItemParams>;
        await runCommand(request, async (tx) => {
          await work(tx, itemId, request.body as z.infer<Body>, actorOf(staff));
          return null;
        });
        return done;
      },
    );
  };
  item(
    'admit',
    'Let it be shown',
    z.object({
      title: z.string().max(200).optional(),
      body: z.string().max(1_000).optional(),
      cost: z.number().int().positive().nullable().optional(),
    }),
    (tx, id, { title, body, cost }, by) =>
      votes.items.admit(tx, id, by, {
        ...(title === undefined ? {} : { title }),
        ...(body === undefined ? {} : { body }),
        ...(cost === undefined ? {} : { cost }),
      }),
  );
  item(
    'refuse',
    'Do not admit it, with a public reason',
    z.object({ code: z.enum(ITEM_REFUSALS), note: z.string().trim().max(500).default('') }),
    (tx, id, body, by) => votes.items.refuse(tx, id, by, body),
  );
  item(
    'progress',
    'How far a chosen project got',
    z.object({ stage: z.enum(STAGES), note: z.string().trim().min(1).max(500) }),
    (tx, id, body, by) => votes.items.progress(tx, id, by, body),
  );
  item(
    'hide-reason',
    'Hide an insulting reason',
    z.object({ mark: z.string().regex(/^[0-9a-f]{32}$/) }),
    async (tx, id, { mark }) => {
      if (!(await votes.voting.hideReason(tx, id, mark))) throw new Refusal('round.item_not_found', {});
    },
  );

  server.get(
    '/vote-objections',
    {
      config: readsVotes,
      schema: {
        tags,
        summary: 'Votes against, with their reasons: the list of the monitors',
        querystring: z.object({ heard: z.enum(['yes', 'no']).default('no') }),
        response: { 200: z.object({ items: z.array(ObjectionRow) }) },
      },
    },
    async (request) => {
      const items = await votes.view.objections({ heard: request.query.heard === 'yes' });
      return {
        items: items.map(({ verdict: _against, at, heardAt, ...rest }) => ({
          ...rest,
          at: present.iso(at),
          heardAt: heardAt && present.iso(heardAt),
        })),
      };
    },
  );
  server.post(
    '/vote-items/:itemId/heard',
    {
      config: hearsObjections,
      schema: { tags, summary: 'A monitor has heard the objections', params: ItemParams, response: { 200: Done } },
    },
    async (request) => {
      const { staff } = principalOf(request);
      await runCommand(request, (tx) => votes.voting.heard(tx, request.params.itemId, staff.id));
      return done;
    },
  );
};
