import { join } from 'node:path';
import type { FileRef } from '../appeals/index.ts';
import { registerWebhook } from '../channels/telegram/index.ts';
import type { Config } from '../platform/config/config.ts';
import { createHttpServer } from '../platform/http/index.ts';
import type { Log } from '../platform/log/log.ts';
import { type Loop, startLoop } from '../platform/loops/loop.ts';
import { createSimulator, readCast } from '../simulator/index.ts';
import { WEEKLY_BRIEF } from '../surveys/index.ts';
import { createChatShares } from './chat-shares.ts';
import { compose } from './compose.ts';
import { createTelegramConnection } from './connect-telegram.ts';
import { createConsoleChannel } from './console.ts';
import { openServer, prepareDatabase } from './database.ts';
import { createFilesFetcher } from './files-fetcher.ts';
import { freePort } from './free-port.ts';
import { readJurisdiction } from './jurisdiction.ts';
import { composeAftercare } from './knowledge-aftercare.ts';
import { createKnowledgeChat } from './knowledge-chat.ts';
import { composeKnowledgeEditors, EDITOR_REMINDER } from './knowledge-editors.ts';
import { createOfficerChannels } from './officers.ts';
import { createOutbox } from './outbox.ts';
import { composeParticipation } from './participation.ts';
import { composeRoutingCare } from './routing-care.ts';
import { createSecondContactLetters } from './second-contact-letters.ts';
import { readSecrets } from './secrets.ts';
import { createPublicSide } from './site.ts';
import { createTelegramChannel } from './telegram.ts';
import { telegramEndpoint } from './telegram-endpoint.ts';
import { composeWeeklyBrief } from './weekly-brief.ts';
import { memoryRound, workerRounds } from './worker-rounds.ts';

/** A product that runs: where it can be reached, and how to end it. */
export interface Running {
  readonly publicUrl: string;
  stop(): Promise<void>;
}

/** Starts the parts that the configuration asks for, in one process; `stop` undoes it in reverse order. */
export async function start(config: Config, log: Log) {
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of stops.splice(0).reverse())
      await step().catch((error: unknown) => log.warn({ err: error }, 'stopping failed'));
  };
  try {
    return { ...(await startParts(config, log, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(config: Config, log: Log, stops: (() => Promise<void>)[]) {
  const { dataDir } = config.storage;
  const { roles } = config.product;
  const simulated = config.telegram.mode === 'simulator';
  const jurisdiction = readJurisdiction(config.product.jurisdiction);
  const secrets = readSecrets(config.secrets, dataDir);

  const server = await openServer(config, log, { share: false });
  stops.push(() => server.stop());
  const database = await prepareDatabase(server.url, jurisdiction, log);
  stops.push(() => database.close());

  // Sends end last of all that uses the database: the outbox empties its hands before.
  let endSends = async (): Promise<void> => undefined;
  stops.push(() => endSends());
  const shares = createChatShares(database, log, { serves: roles.includes('bot') });
  stops.push(() => shares.end());
  const services = await compose({
    database,
    log,
    secrets,
    jurisdiction,
    timezone: config.product.timezone,
    dataDir,
    models: config.models,
    onTold: (ids) => shares.told(ids),
  });

  const simulator = simulated
    ? createSimulator({
        now: () => new Date(),
        log,
        stateFile: join(dataDir, 'simulator', 'state.json'),
        clock: services.clock,
        cast: readCast(join(jurisdiction.folder, 'simulator.json')),
        limits: config.telegram.mode === 'simulator' && config.telegram.limits,
      })
    : null;

  const checks = new Map([['database', () => database.pool.query('select 1')]]);
  const http = await createHttpServer({
    log,
    texts: services.texts,
    publicUrl: config.http.publicUrl ?? 'http://localhost',
    trustProxy: config.http.trustProxy,
    imageSources: config.http.tiles ? [new URL(config.http.tiles.url).origin] : [],
    checks,
  });
  stops.push(() => http.close());
  if (simulator) await simulator.registerRoutes(http as never);

  const port = config.http.port === 0 ? await freePort(config.http.host) : config.http.port;
  const publicUrl =
    config.http.publicUrl ?? `http://${config.http.host === '0.0.0.0' ? 'localhost' : config.http.host}:${port}`;
  const { webhook, ...endpoint } = telegramEndpoint(config, port);
  const participation = composeParticipation(services, { secret: secrets.secret, publicUrl });
  stops.push(() => participation.petitions.stop());
  const aftercare = composeAftercare(services, config.models);
  const telegram = createTelegramChannel(services, {
    ...endpoint,
    publicUrl,
    shares,
    features: (deps) => [...participation.features(deps), ...aftercare.features(deps)],
    inline: participation.inline,
    together: participation.together,
    onPoll: participation.onPoll,
    foresee: participation.foresee,
    renderers: new Map([...participation.renderers, ...aftercare.renderers]),
  });
  endSends = telegram.close;
  let botName: string | null = null;
  const publicSide = createPublicSide(services, participation, {
    publicUrl,
    identity: config.identity,
    contactMail: config.mail.from ?? null,
    botName: () => botName,
    simulated,
  });
  if (roles.includes('web')) await publicSide.registerRoutes(http);
  const routingCare = composeRoutingCare(services);
  let channelDesk: ReturnType<typeof createOfficerChannels>['channelDesk'] | null = null;
  const consoleChannel = await createConsoleChannel(services, {
    channelDesk: () => channelDesk,
    routingCare,
    participation,
    sendRate: config.telegram.sendRate,
    botName: () => botName,
    publicUrl,
    demo: simulated && config.product.demo,
    tiles: config.http.tiles,
  });
  if (roles.includes('web')) await consoleChannel.registerRoutes(http);
  const weeklyBrief = composeWeeklyBrief(services, participation, publicUrl);
  const knowledgeEditors = composeKnowledgeEditors(services, publicUrl);
  const officers = createOfficerChannels(services, {
    config,
    secret: secrets.secret,
    publicUrl,
    telegram,
    console: consoleChannel,
    inboundMail: config.mail.inbound,
    moreTexts: new Map([
      [WEEKLY_BRIEF, weeklyBrief.text],
      [EDITOR_REMINDER, knowledgeEditors.text],
    ]),
  });
  const knowledgeChat = createKnowledgeChat(services, telegram);
  aftercare.connect({
    fetchFile: (channelRef) => telegram.fetchFile({ channelRef } as FileRef),
    runEffects: knowledgeChat.runEffects,
  });
  const groupPolls = participation.handleGroup(telegram.api);
  telegram.offerFirst(
    async (tx, update) =>
      (await officers.handleTelegram(tx, update)) ||
      (await groupPolls(tx, update)) ||
      (await knowledgeChat.handleTelegram(tx, update)),
  );
  if (roles.includes('web')) await officers.registerRoutes(http);
  channelDesk = officers.channelDesk;
  stops.push(() => officers.stop());
  const dispatcher = createOutbox(services, {
    shares,
    toCitizen: telegram.deliver,
    toSecondContact: createSecondContactLetters(services, {
      write: officers.writeLetter,
      botName: () => botName,
      publicUrl,
    }),
    toOfficers: officers.deliver,
  });

  const loops: Loop[] = [startLoop({ name: 'routing model', everyMs: 60_000, log, round: routingCare.follow })];
  stops.push(async () => void (await Promise.all(loops.map((loop) => loop.stop()))));
  const connection = createTelegramConnection({
    telegram,
    shares,
    dispatcher,
    roles,
    webhook,
    log,
    loops,
    stops,
    onReady: async () => {
      botName = simulated ? null : (await telegram.api.getMe()).username;
    },
  });
  const { intake } = connection;
  if (roles.includes('web') && webhook) {
    registerWebhook(http as never, {
      secret: webhook.secret,
      intake: { accept: async (batch) => (await intake).accept(batch) },
    });
  }

  await http.listen({ port, host: config.http.host });
  connection.open();

  if (roles.includes('bot')) {
    loops.push(startLoop({ name: 'outbox', everyMs: 1_000, log, round: async () => (await dispatcher.sweep()) > 0 }));
    loops.push(
      startLoop({ name: 'broadcasts', everyMs: 1_000, log, round: async () => (await telegram.sendBulk()) > 0 }),
    );
    const fetchFiles = createFilesFetcher(services, telegram.fetchFile);
    loops.push(startLoop({ name: 'files', everyMs: 2_000, log, round: fetchFiles }));
  }
  loops.push(startLoop({ ...memoryRound(services), log }));
  if (roles.includes('worker')) {
    await officers.start();
    const parts = {
      services,
      officers,
      participation,
      publicSide,
      aftercare,
      knowledgeEditors,
      routingCare,
      weeklyBrief,
      models: config.models,
    };
    for (const work of workerRounds(parts)) loops.push(startLoop({ ...work, log }));
  }
  // Nobody waits for it: until it is there, questions go to people.
  const installed = services.knowledge
    .install(config.product.demo)
    .catch((error: unknown) => log.error({ err: error }, 'knowledge not installed'));
  stops.push(() => installed);
  return {
    publicUrl,
    port,
    installed,
    services,
    simulator,
    telegram,
    dispatcher,
    http,
    intake,
    participation,
    demoLinks: await consoleChannel.demoLinks(),
  };
}
