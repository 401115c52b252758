import { fastify } from 'fastify';
import { createChannelAdmin } from '../../../src/channels/officer-cards/index.ts';
import { createSlackChannel } from '../../../src/channels/slack/index.ts';
import type { OfficerWorld } from '../officers/officer-world.ts';
import type { SlackFake } from './slack-fake.ts';

/** Whom topic and place speak for in every case of this house, the body that has it among them. */
export const LIKELY = ['almaty.roads', 'almaty.water', 'almaty.energy'];

/** The Slack channel on the services of a test world, over one of the two transports. */
export async function startSlackHouse(
  world: OfficerWorld,
  slack: SlackFake,
  mode: 'http' | 'socket',
  { timeoutMs = 2_000 } = {},
) {
  const { services, room } = world;
  let skippedMs = 0;
  const channel = createSlackChannel({
    ...services,
    ...room,
    log: world.log,
    botToken: 'xoxb-test',
    apiUrl: slack.apiUrl,
    transport: mode === 'http' ? { mode, signingSecret: slack.signingSecret } : { mode, appToken: 'xapp-test' },
    nowMs: () => performance.now() + skippedMs,
    realNow: () => new Date(),
    timeoutMs,
    publicUrl: world.publicUrl,
    secret: world.secrets.secret,
    defaultLanguage: 'ru',
    findAgencies: (words, language) =>
      services.directory.agencies
        .map(({ code, name }) => ({ code, name: name[language] }))
        .filter(({ name }) => name.toLowerCase().includes(words.toLowerCase())),
    candidates: () => LIKELY,
    extensionOffer: (ticketId, on) => services.clocks.offerExtension(ticketId, on).catch(() => null),
    ticketsOfCase: async (appealId) =>
      (await services.db.ticket.findMany({ where: { appealId }, select: { id: true, agencyCode: true } })) as never,
  });
  const server = fastify();
  await channel.registerRoutes(server);
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  slack.sendTo(`${url}/slack/events`);
  channel.start();
  if (!slack.isRevoked()) await channel.connected();
  world.setDeliverers({ slack: channel.deliver });
  const admin = createChannelAdmin({
    ...services,
    ...room,
    staff: world.staff,
    announce: { slack: channel.announce },
    webhooks: null,
  });
  return {
    channel,
    admin,
    /** Moves the clock of Slack's own pauses. */
    skip(ms: number): void {
      skippedMs += ms;
    },
    async stop(): Promise<void> {
      await channel.stop();
      await server.close();
    },
  };
}
export type SlackHouse = Awaited<ReturnType<typeof startSlackHouse>>;
