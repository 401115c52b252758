import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStaffRepository, type Staff } from '../../../src/access/index.ts';
import type { ChannelPolicy } from '../../../src/agencies/index.ts';
import { compose } from '../../../src/app/compose.ts';
import { prepareDatabase } from '../../../src/app/database.ts';
import { readJurisdiction } from '../../../src/app/jurisdiction.ts';
import { readSecrets } from '../../../src/app/secrets.ts';
import {
  type ChannelKind,
  createOfficerRoom,
  type DeliverToChannel,
  type NewAgencyChannel,
} from '../../../src/channels/officer-cards/index.ts';
import {
  AgencyCode,
  type AppealId,
  type CitizenId,
  TerritoryCode,
  type TicketId,
  TopicId,
} from '../../../src/kernel/ids.ts';
import { createDispatcher } from '../../../src/notifications/index.ts';
import { createLog } from '../../../src/platform/log/log.ts';
import { createTestDatabase } from '../database/test-database.ts';

export const BODY = AgencyCode.parse('almaty.roads');
export const WORDS = 'Провал на улице Абая 10, чуть не сломал ногу. Мой телефон +7 701 123 45 67, Нурлан Ахметов.';
export const SECRETS_OF_CITIZEN = ['Провал', 'Абая', '701 123', 'Нурлан', 'сломал ногу'];

/** The journal of the whole story, whatever channel it was driven through. */
export const STORY = [
  'appeal.drafted',
  'appeal.submitted',
  'appeal.routed',
  'ticket.delivered',
  'ticket.taken',
  'ticket.asked',
  'ticket.registered',
  'ticket.extended',
  'ticket.answered',
  'appeal.disputed',
  'ticket.disputed',
  'ticket.answered',
  'appeal.confirmed',
  'ticket.closed',
];

/** The services of the house on a database of their own, with one body whose officers sit elsewhere. */
export async function createOfficerWorld({
  abroadPolicy,
  agencyPolicy = 'full',
}: {
  abroadPolicy: ChannelPolicy;
  agencyPolicy?: ChannelPolicy;
}) {
  const testDatabase = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'dauys-officers-'));
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => lines.push(line) });
  const jurisdiction = readJurisdiction('kz');
  const database = await prepareDatabase(testDatabase.url, jurisdiction, log);
  const secrets = readSecrets({ secret: undefined, dataKeys: undefined }, dataDir);
  const services = await compose({
    database,
    log,
    secrets,
    jurisdiction,
    timezone: 'Asia/Almaty',
    dataDir,
    onTold: () => undefined,
  });
  const { db, uow, cases, triage, drafts, notifications } = services;
  const staffRepository = createStaffRepository(db);
  const publicUrl = 'https://dauys.example';
  const room = createOfficerRoom({
    ...services,
    staff: staffRepository,
    publicUrl,
    abroadPolicy,
    policyOfAgency: () => agencyPolicy,
  });

  let key = 0;
  const nextKey = (): number => {
    key += 1;
    return key;
  };
  const run = async <Result>(work: Parameters<typeof uow.run<Result>>[1]): Promise<Result> =>
    (await uow.run(`test:${nextKey()}`, work)).result;

  const delivery: { current: ReturnType<typeof room.createDelivery> } = { current: room.createDelivery({}) };
  const dispatcher = createDispatcher({
    notifications,
    onError: (error) => lines.push(String(error)),
    deliver: async (notification) =>
      ['agency', 'agency_channel'].includes(notification.recipient.kind)
        ? delivery.current(notification)
        : { type: 'delivered', channel: 'test' },
  });

  return {
    services,
    room,
    run,
    log,
    lines,
    secrets,
    publicUrl,
    staff: staffRepository,
    setDeliverers(deliver: Partial<Record<ChannelKind, DeliverToChannel>>): void {
      delivery.current = room.createDelivery(deliver);
    },
    addChannel: (channel: Omit<NewAgencyChannel, 'agencyCode'> & { agencyCode?: string }, secretsOfChannel?: unknown) =>
      run((tx) =>
        room.channels.add(
          tx,
          { ...channel, agencyCode: AgencyCode.parse(channel.agencyCode ?? BODY) },
          secretsOfChannel,
        ),
      ),

    async addStaff(person: {
      givenName: string;
      email: string;
      role?: Staff['role'];
      agencyCode?: string;
    }): Promise<Staff> {
      const added = await run((tx) =>
        staffRepository.add(tx, {
          givenName: person.givenName,
          familyName: 'Орлов',
          email: person.email,
          role: person.role ?? 'supervisor',
          agencyCode: AgencyCode.parse(person.agencyCode ?? BODY),
          unitIds: [],
          language: 'ru',
        }),
      );
      await run((tx) => staffRepository.save(tx, { ...added, state: 'active', revision: added.revision + 1 }));
      return { ...added, state: 'active' };
    },

    /** A citizen's case that an operator passes to the body. */
    async fileCase(
      words: string = WORDS,
    ): Promise<{ appealId: AppealId; citizenId: CitizenId; ticketId: TicketId; number: string }> {
      const { appealId, citizenId, number } = await run(async (tx) => {
        const citizen = await services.citizens.meet(tx, {
          channel: 'test',
          externalId: `citizen-${key}`,
          language: 'ru',
        });
        const draft = await drafts.start(tx, {
          citizenId: citizen.id,
          language: 'ru',
          channel: 'test',
          usualTerritory: null,
          text: words,
          files: [],
          place: { territoryCode: TerritoryCode.parse('751000000'), addressText: 'улица Абая, 10' },
          sourceRef: null,
        });
        const chosen = { ...draft, routing: { ...draft.routing, record: { type: 'triage', reason: 'test' } as const } };
        await services.appeals.save(tx, { ...chosen, revision: draft.revision + 1 });
        const sent = await cases.submit(tx, draft.id, citizen.id);
        return { appealId: draft.id, citizenId: citizen.id, number: sent.number ?? '' };
      });
      await run((tx) =>
        triage.route(tx, appealId, 'operator', { agencyCode: BODY, topicId: TopicId.parse('road.pothole') }),
      );
      const ticket = await db.ticket.findFirstOrThrow({ where: { appealId } });
      return { appealId, citizenId, number, ticketId: ticket.id as TicketId };
    },

    /** Carries everything that waits and is due, as the running product does. */
    async deliverAll(): Promise<void> {
      while ((await dispatcher.sweep()) > 0);
    },

    confirm: (appealId: AppealId, citizenId: CitizenId) =>
      run((tx) => cases.confirm(tx, appealId, citizenId, 'resolved')),
    dispute: (appealId: AppealId, citizenId: CitizenId) =>
      run((tx) =>
        cases.dispute(tx, appealId, citizenId, { text: 'Яма на месте', files: [], place: null, sourceRef: null }),
      ),

    journalOf: async (appealId: AppealId): Promise<string[]> =>
      (await db.journalEntry.findMany({ where: { streamId: `appeal:${appealId}` }, orderBy: { seq: 'asc' } })).map(
        ({ type }) => type,
      ),
    ticket: (id: TicketId) => db.ticket.findUniqueOrThrow({ where: { id } }),
    entries: (appealId: AppealId) => services.thread.of(appealId),

    async stop(): Promise<void> {
      await database.close();
      await testDatabase.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type OfficerWorld = Awaited<ReturnType<typeof createOfficerWorld>>;
