import { fastify } from 'fastify';
import type { UserFromGetMe } from 'grammy/types';
import { expect } from 'vitest';
import { createStaffChatChannel } from '../../../src/channels/staff-chat/index.ts';
import { createIntake, createUpdatesRepository, registerWebhook } from '../../../src/channels/telegram/index.ts';
import {
  createRateLimiter,
  createTelegramApi,
  createTelegramSender,
} from '../../../src/platform/telegram-transport/index.ts';
import { createSimulator } from '../../../src/simulator/index.ts';
import type { OfficerWorld } from './officer-world.ts';

const TOKEN = '100000001:simulator';
const SECRET = 'simulator-webhook-secret';

/** Staff chats of a test world in the simulator, over the Bot API's own wire. */
export async function startTelegramHouse(world: OfficerWorld) {
  const { services, room } = world;
  const server = fastify();
  const simulator = createSimulator({ now: () => new Date(), strict: true, limits: false });
  await simulator.registerRoutes(server);
  const leftForCitizens: number[] = [];
  let handle: ReturnType<typeof createStaffChatChannel>['handle'] = async () => false;
  const intake = createIntake({
    uow: services.uow,
    updates: createUpdatesRepository(services.database),
    log: world.log,
    handle: async (tx, update) => {
      if (!(await handle(tx, update))) leftForCitizens.push(update.update_id);
    },
    apologise: async () => undefined,
    schedule: (run) => run(),
  });
  registerWebhook(server, { secret: SECRET, intake });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const api = createTelegramApi({ token: TOKEN, apiRoot: `${url}/sim` });
  const limiter = createRateLimiter({
    rate: 1_000,
    perChatRate: 1_000,
    perChatBurst: 1_000,
    nowMs: () => performance.now(),
    schedule: (run, ms) => void setTimeout(run, ms),
  });
  const channel = createStaffChatChannel({
    ...services,
    ...room,
    log: world.log,
    api,
    sender: createTelegramSender({ limiter, onTooMany: () => undefined }),
    defaultLanguage: 'ru',
    storeFile: async (fileId) => {
      const { file_path: path } = await api.getFile(fileId);
      const response = await fetch(`${url}/sim/file/bot${TOKEN}/${path}`);
      return response.ok ? services.files.put(new Uint8Array(await response.arrayBuffer())) : null;
    },
  });
  handle = channel.handle;
  const me: UserFromGetMe = await api.getMe();
  await api.setWebhook(`${url}/telegram/webhook`, {
    secret_token: SECRET,
    allowed_updates: ['message', 'callback_query', 'my_chat_member'],
  });
  world.setDeliverers({ staff_chat: channel.deliver });
  return {
    simulator,
    me,
    leftForCitizens,
    idle: () => intake.idle(),
    /** A prompt is on the screen a moment before it is noted what it asks for: no person answers so fast, a test does. */
    async noted<Shown extends { message_id: number }>(message: Shown): Promise<Shown> {
      const where = { messageRef: String(message.message_id) };
      await expect.poll(() => services.db.officerMessage.count({ where })).toBeGreaterThan(0);
      return message;
    },
    async stop(): Promise<void> {
      await server.close();
      await intake.idle();
    },
  };
}
export type TelegramHouse = Awaited<ReturnType<typeof startTelegramHouse>>;
