import { createStaffRepository, staffName } from '../access/index.ts';
import type { FileRef } from '../appeals/index.ts';
import { createTriageAdvice } from '../channels/console/index.ts';
import { createEmailChannel, createMailer } from '../channels/email/index.ts';
import { createChannelAdmin, createOfficerRoom, type OfficerRoom } from '../channels/officer-cards/index.ts';
import { createSlackChannel, registerConnectPage, SlackSecrets, slackManifest } from '../channels/slack/index.ts';
import { createStaffChatChannel } from '../channels/staff-chat/index.ts';
import { createWebhookDeliveriesRepository, createWebhooks } from '../channels/webhooks/index.ts';
import { zoned } from '../kernel/day.ts';
import type { TicketId } from '../kernel/ids.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Notification } from '../notifications/index.ts';
import type { Config } from '../platform/config/config.ts';
import type { HttpServer } from '../platform/http/index.ts';
import { createTelegramSender } from '../platform/telegram-transport/index.ts';
import type { Services } from './compose.ts';
import type { ConsoleChannel } from './console.ts';
import type { TelegramChannel } from './telegram.ts';

interface Options {
  readonly config: Config;
  readonly secret: string;
  readonly publicUrl: string;
  readonly telegram: TelegramChannel;
  readonly console: ConsoleChannel;
  readonly inboundMail: Config['mail']['inbound'];
  /** What else is sent to officers, by kind of notification. */
  readonly moreTexts: NonNullable<Parameters<OfficerRoom['createNotices']>[1]>;
}

/** Where officers already sit: staff chats, Slack, e-mail and webhooks, on the same desk as the console. */
export function createOfficerChannels(
  services: Services,
  { config, secret, publicUrl, telegram, console, inboundMail, moreTexts }: Options,
) {
  const { db, log, register, files, timezone, clocks } = services;
  const realNow = () => new Date();
  const advice = createTriageAdvice(register);
  const staff = createStaffRepository(db);
  const room = createOfficerRoom({
    ...services,
    staff,
    publicUrl,
    abroadPolicy: services.jurisdiction.channels.abroadPolicy,
    policyOfAgency: (code) => register.agency(code)?.channelPolicy ?? 'link_only',
  });
  const shared = { ...services, ...room, secret, publicUrl, realNow, defaultLanguage: 'ru' as const };
  const staffChat = createStaffChatChannel({
    ...shared,
    api: telegram.api,
    sender: createTelegramSender({
      limiter: telegram.limiter,
      onTooMany: () => log.warn({}, 'telegram asked for a pause'),
    }),
    storeFile: async (fileId) => {
      const bytes = await telegram.fetchFile({ channelRef: fileId } as FileRef);
      return typeof bytes === 'string' ? null : files.put(bytes);
    },
  });
  const { botToken, signingSecret, appToken, apiUrl } = config.slack;
  const slack =
    botToken && (appToken || signingSecret)
      ? createSlackChannel({
          ...shared,
          botToken,
          apiUrl,
          transport: appToken ? { mode: 'socket', appToken } : { mode: 'http', signingSecret: signingSecret ?? '' },
          nowMs: () => performance.now(),
          findAgencies: (words, language) =>
            register
              .inForce(zoned(realNow(), timezone).on)
              .filter(({ name, shortName }) =>
                [...Object.values(name), ...Object.values(shortName)].some((one) =>
                  one.toLocaleLowerCase().includes(words.toLocaleLowerCase()),
                ),
              )
              .map(({ code, name }) => ({ code, name: name[language] })),
          candidates: (appeal, on) => advice.candidates(appeal, on).map(({ agencyCode }) => agencyCode),
          extensionOffer: (ticketId, on) => clocks.offerExtension(ticketId, on).catch(() => null),
          ticketsOfCase: async (appealId) =>
            (
              await db.ticket.findMany({
                where: { appealId },
                orderBy: { deliveredAt: 'asc' },
                select: { id: true, agencyCode: true },
              })
            ).map(({ id, agencyCode }) => ({ id: id as TicketId, agencyCode })),
        })
      : null;
  const mailer =
    config.mail.smtpUrl && config.mail.from ? createMailer({ url: config.mail.smtpUrl, from: config.mail.from }) : null;
  const email = mailer
    ? createEmailChannel({ ...shared, mailer, domain: new URL(publicUrl).hostname, inbound: inboundMail })
    : null;
  const deliveries = createWebhookDeliveriesRepository(db);
  const webhooks = createWebhooks({ ...shared, deliveries });

  const toAgency = room.createDelivery({
    staff_chat: staffChat.deliver,
    webhook: webhooks.deliver,
    ...(slack ? { slack: slack.deliver } : {}),
    ...(email ? { email: email.deliver } : {}),
  });
  const toOfficer = room.createNotices(
    {
      telegram: staffChat.tell,
      ...(slack ? { slack: slack.tell } : {}),
      ...(email ? { email: email.tell } : {}),
    },
    moreTexts,
  );
  const admin = createChannelAdmin({
    ...shared,
    staff,
    webhooks,
    secretShapes: { slack: SlackSecrets },
    announce: {
      staff_chat: ({ place }, text) => staffChat.tell(place, text, false),
      webhook: (channel) => webhooks.ping(channel),
      ...(slack ? { slack: slack.announce } : {}),
      ...(email ? { email: ({ place }, text) => email.tell(place, text, false) } : {}),
    },
  });

  const channelDesk = {
    ...admin,
    async log(by: Parameters<typeof admin.list>[0], id: string) {
      const channel = await room.channels.find(id);
      if (!channel) throw new Refusal('channel.not_found', {});
      await admin.list(by, channel.agencyCode);
      return deliveries.list(id, { limit: 100 });
    },
    slackManifest: slackManifest({ publicUrl, socketMode: Boolean(appToken) }),
    kinds: [
      'staff_chat' as const,
      ...(slack ? (['slack'] as const) : []),
      ...(email ? (['email'] as const) : []),
      'webhook' as const,
    ],
  };

  return {
    room,
    admin,
    channelDesk,
    webhooks,
    handleTelegram: staffChat.handle,
    async deliver(notification: Notification) {
      const { kind } = notification.recipient;
      if (kind === 'agency' || kind === 'agency_channel') return toAgency(notification);
      if (kind === 'officer') return toOfficer(notification);
      return null;
    },
    async registerRoutes(http: HttpServer): Promise<void> {
      await slack?.registerRoutes(http as never);
      await email?.registerRoutes(http as never);
      if (slack)
        registerConnectPage(http as never, {
          ...shared,
          links: slack.links,
          authenticate: async (request) => {
            const session = await console.access.authenticate(request.cookies['dauys_session'] ?? '');
            return (
              session && { id: session.staff.id, name: staffName(session.staff), language: session.staff.language }
            );
          },
        });
    },
    /** Letters to people outside the bodies; null where no mail server is configured. */
    writeLetter: email?.write ?? null,
    /** One look into the mailbox of replies; null where none is configured. */
    readMailbox: email?.readMailbox ?? null,
    start: async () => slack?.start(),
    stop: async () => {
      await slack?.stop();
      await webhooks.close();
      mailer?.close();
    },
    everyMinute: () => room.digest.round(),
    everyDay: async () => {
      await room.tidy();
      await webhooks.tidy();
    },
  };
}
export type OfficerChannels = ReturnType<typeof createOfficerChannels>;
