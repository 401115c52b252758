import { z } from 'zod';
import { AgencyCode } from '../../../../kernel/ids.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { principalOf } from '../access-decision.ts';
import type { AddRoutes } from '../routes.ts';
import { Done, named } from '../schema-parts.ts';
import { ChannelView, NewChannelBody, WebhookAttemptView } from './admin-schemas.ts';
import type { ChannelDesk, ManagedChannel } from './channel-desk.ts';

const tags = ['administration'];
const manages = { access: { who: 'roles', roles: ['supervisor', 'operator'], scope: 'staff' } } as const;
const params = z.object({ channelId: z.uuid() });
const Outcome = named('ChannelTest', z.object({ arrived: z.boolean(), problem: z.string().nullable() }));

const shown = ({ agencyCode: _agency, ...channel }: ManagedChannel): z.infer<typeof ChannelView> => ({
  id: channel.id,
  kind: channel.kind,
  place: channel.place,
  unitId: channel.unitId,
  topic: channel.topic,
  abroad: channel.abroad,
  policy: channel.policy,
  language: channel.language,
  state: channel.state,
  fallbackOrder: channel.fallbackOrder,
  fallbackAfterMinutes: channel.fallbackAfterMinutes,
  health: channel.health,
  healthProblem: channel.healthProblem,
});

/** Where a body works besides the console: set up, tested, paused, looked into. */
export const addChannelRoutes: AddRoutes = (server, { channelDesk, runCommand }) => {
  function desk(): ChannelDesk {
    const found = channelDesk();
    if (!found) throw new Refusal('channel.not_found', {});
    return found;
  }

  server.get(
    '/admin/agencies/:agencyCode/channels',
    {
      config: manages,
      schema: {
        tags,
        summary: 'Channels of a body with their health',
        params: z.object({ agencyCode: AgencyCode }),
        response: {
          200: z.object({
            items: z.array(ChannelView),
            kinds: z.array(ChannelView.shape.kind),
            /** The app manifest to paste into Slack. */
            slackManifest: z.string(),
          }),
        },
      },
    },
    async (request) => {
      const found = channelDesk();
      // A server without the channels of officers has none to show.
      if (!found) return { items: [], kinds: [], slackManifest: '{}' };
      const items = await found.list(principalOf(request).staff, request.params.agencyCode);
      return {
        items: items.map(shown),
        kinds: [...found.kinds],
        slackManifest: JSON.stringify(found.slackManifest, null, 2),
      };
    },
  );

  server.post(
    '/admin/agencies/:agencyCode/channels',
    {
      config: manages,
      schema: {
        tags,
        summary: 'Add a channel; a secret or a code is shown once',
        params: z.object({ agencyCode: AgencyCode }),
        body: NewChannelBody,
        response: {
          200: z.object({ channel: ChannelView, secret: z.string().nullable(), code: z.string().nullable() }),
        },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const { topicPerCase, secrets, ...wanted } = request.body;
      let added: Awaited<ReturnType<ChannelDesk['add']>> | null = null;
      // What is shown once is not kept with the command: repeating the request adds nothing and shows nothing.
      await runCommand(request, async (tx) => {
        added = await desk().add(tx, staff, {
          ...wanted,
          agencyCode: request.params.agencyCode,
          settings: topicPerCase ? { topicPerCase } : {},
          ...(secrets ? { secrets } : {}),
        });
        return null;
      });
      if (!added) throw new Refusal('channel.already_added', {});
      const { channel, secret, code } = added as Awaited<ReturnType<ChannelDesk['add']>>;
      return { channel: shown(channel), secret, code };
    },
  );

  server.post(
    '/admin/channels/:channelId/test',
    {
      config: manages,
      schema: {
        tags,
        summary: 'Send a line; when it arrives, what waited is sent',
        params,
        response: { 200: Outcome },
      },
    },
    async (request) => {
      const { type, problem } = await desk().test(principalOf(request).staff, request.params.channelId);
      return { arrived: type === 'delivered', problem: problem ?? null };
    },
  );

  for (const [act, state] of [
    ['pause', 'paused'],
    ['resume', 'active'],
  ] as const)
    server.post(
      `/admin/channels/:channelId/${act}`,
      {
        config: manages,
        schema: {
          tags,
          summary: act === 'pause' ? 'Send nothing there for now' : 'Send there again',
          params,
          response: { 200: Done },
        },
      },
      async (request) => {
        await runCommand(request, async (tx) => {
          await desk().setState(tx, principalOf(request).staff, request.params.channelId, state);
          return null;
        });
        return { done: true } as const;
      },
    );

  server.post(
    '/admin/channels/:channelId/code',
    {
      config: manages,
      schema: {
        tags,
        summary: 'A new code for the group, good once: /bind CODE',
        params,
        response: { 200: z.object({ code: z.string() }) },
      },
    },
    async (request) => ({
      code: await runCommand(request, (tx) =>
        desk().inviteGroup(tx, principalOf(request).staff, request.params.channelId),
      ),
    }),
  );

  server.post(
    '/admin/channels/:channelId/secret',
    {
      config: manages,
      schema: {
        tags,
        summary: 'A new signing secret; the old one signs for one more day',
        params,
        response: { 200: z.object({ secret: z.string() }) },
      },
    },
    async (request) => {
      const made: string[] = [];
      await runCommand(request, async (tx) => {
        made.push(await desk().rotateSecret(tx, principalOf(request).staff, request.params.channelId));
        return null;
      });
      return { secret: made[0] ?? '' };
    },
  );

  server.get(
    '/admin/channels/:channelId/deliveries',
    {
      config: manages,
      schema: {
        tags,
        summary: 'Every attempt of a webhook, newest first',
        params,
        response: { 200: z.object({ items: z.array(WebhookAttemptView) }) },
      },
    },
    async (request) => {
      const lines = await desk().log(principalOf(request).staff, request.params.channelId);
      return {
        items: lines.map(({ id, eventId, event, attempt, status, problem, durationMs, at }) => ({
          id,
          eventId,
          event,
          attempt,
          status,
          problem,
          durationMs,
          at: at.toISOString(),
        })),
      };
    },
  );

  server.post(
    '/admin/channels/deliveries/:eventId/replay',
    {
      config: manages,
      schema: {
        tags,
        summary: 'Send an event again, word for word',
        params: z.object({ eventId: z.uuid() }),
        response: { 200: Outcome },
      },
    },
    async (request) => {
      const { type, problem } = await desk().replay(principalOf(request).staff, request.params.eventId);
      return { arrived: type === 'delivered', problem: problem ?? null };
    },
  );

  server.post(
    '/channels/connect-code',
    {
      config: { access: { who: 'roles', roles: ['officer', 'supervisor'], scope: 'staff' } },
      schema: {
        tags,
        summary: 'A code that makes an account of a messenger one’s own, good once',
        body: z.object({ channel: z.enum(['slack', 'telegram']) }),
        response: { 200: z.object({ code: z.string() }) },
      },
    },
    async (request) => {
      const { staff } = principalOf(request);
      const code = await runCommand(request, (tx) => desk().invitePerson(tx, staff, staff.id, request.body.channel));
      return { code };
    },
  );
};
