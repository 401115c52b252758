import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../../../src/app/compose.ts';
import { createConsoleChannel } from '../../../src/app/console.ts';
import { prepareDatabase } from '../../../src/app/database.ts';
import { readJurisdiction } from '../../../src/app/jurisdiction.ts';
import { composeParticipation } from '../../../src/app/participation.ts';
import type { NewFile, Place } from '../../../src/appeals/index.ts';
import type { DeclaredRoute } from '../../../src/channels/console/index.ts';
import { type AgencyCode, AppealId, newId, type TicketId } from '../../../src/kernel/ids.ts';
import type { Language } from '../../../src/kernel/language.ts';
import { createHttpServer } from '../../../src/platform/http/index.ts';
import { createLog } from '../../../src/platform/log/log.ts';
import { createTestDatabase } from '../database/test-database.ts';

export interface WrittenCase {
  readonly text: string;
  readonly language?: Language;
  readonly agencyCode?: AgencyCode | string;
  readonly topicId?: string;
  readonly place?: Partial<Place>;
  readonly files?: readonly NewFile[];
}

/** The agencies' side on a database of its own: services, HTTP server and console, without any messenger. */
export async function startConsole() {
  const test = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'dauys-console-'));
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => lines.push(line) });
  const jurisdiction = readJurisdiction('kz');
  const database = await prepareDatabase(test.url, jurisdiction, log);
  const services = await compose({
    database,
    log,
    secrets: { secret: 'x'.repeat(32), dataKeys: `k1:${randomBytes(32).toString('base64')}` },
    jurisdiction,
    timezone: 'Asia/Almaty',
    dataDir,
    onTold: () => undefined,
  });
  const publicUrl = 'http://127.0.0.1';
  const http = await createHttpServer({ log, texts: services.texts, publicUrl });
  const participation = composeParticipation(services, { secret: 'x'.repeat(32), publicUrl });
  const channel = await createConsoleChannel(services, { publicUrl, participation, demo: true });
  let routes: readonly DeclaredRoute[] = [];
  await channel.registerRoutes(http, (declared) => {
    routes = declared;
  });
  await http.ready();
  const people = await channel.access.demoStaff();

  return {
    services,
    participation,
    http,
    channel,
    people,
    logLines: lines,
    get routes() {
      return routes;
    },

    /** A citizen's case, sent; without a body it waits in triage. */
    async writeCase({ text, language = 'ru', agencyCode, topicId, place, files = [] }: WrittenCase) {
      const { uow, citizens, drafts, cases } = services;
      const key = newId();
      const { result } = await uow.run(`test:${key}`, async (tx) => {
        const citizen = await citizens.meet(tx, { channel: 'test', externalId: key, language });
        const draft = await drafts.start(tx, {
          citizenId: citizen.id,
          language,
          channel: 'test',
          usualTerritory: null,
          text,
          files,
          place: place ?? null,
          sourceRef: null,
        });
        const record = agencyCode
          ? {
              type: 'proposal' as const,
              agencyCode: agencyCode as AgencyCode,
              topicId: (topicId ?? 'road.pothole') as never,
              procedure: services.router.procedureFor(draft.kind, agencyCode as AgencyCode),
              confidence: 0.9,
              connected: true,
              explanation: {},
              alternatives: [],
            }
          : { type: 'triage' as const, reason: 'unsure' };
        const routed = { ...draft, revision: draft.revision + 1, routing: { ...draft.routing, record } };
        await services.appeals.save(tx, topicId ? { ...routed, topicId: topicId as never } : routed);
        const sent = await cases.submit(tx, draft.id, citizen.id);
        const [ticket] = await services.appeals.ticketsOf(tx, draft.id);
        return { appealId: draft.id, number: sent.number ?? '', citizenId: citizen.id, ticketId: ticket?.id ?? null };
      });
      return { ...result, appealId: AppealId.parse(result.appealId), ticketId: result.ticketId as TicketId };
    },

    /** A cookie of the demonstration's person with this role, of this body; of several the one at this place. */
    async signIn(role: string, agencyCode: string | null = null, at = 0) {
      const person = people.filter((one) => one.role === role && one.agencyCode === agencyCode)[at];
      if (!person) throw new Error(`no ${role} of ${agencyCode}`);
      const signedIn = await channel.access.signInDemo(person.id, 'test');
      if (signedIn.type !== 'signed_in') throw new Error('a code is needed');
      return { person, headers: { cookie: `dauys_session=${signedIn.token}`, 'x-dauys-console': '1' } };
    },

    async stop(): Promise<void> {
      await http.close();
      await participation.petitions.stop();
      await database.close();
      await test.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
export type TestConsole = Awaited<ReturnType<typeof startConsole>>;
