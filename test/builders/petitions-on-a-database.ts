import { randomUUID } from 'node:crypto';
import { createCalendarsRepository, loadJurisdiction } from '../../src/deadlines/index.ts';
import { createJournal } from '../../src/journal/index.ts';
import { CitizenId, type PetitionId, TerritoryCode } from '../../src/kernel/ids.ts';
import type { Tx } from '../../src/kernel/unit-of-work.ts';
import { createNotificationsRepository } from '../../src/notifications/index.ts';
import { createPetitions } from '../../src/petitions/create-petitions.ts';
import { loadProfiles } from '../../src/petitions/load-profiles.ts';
import type { Petition } from '../../src/petitions/petition.ts';
import type { PetitionView } from '../../src/petitions/petition-view.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { createUnitOfWork } from '../../src/platform/db/unit-of-work.ts';
import { createLog } from '../../src/platform/log/log.ts';
import { createMask } from '../../src/privacy/index.ts';
import { createTestDatabase } from '../support/database/test-database.ts';

export const aCitizenId = (): CitizenId => CitizenId.parse(randomUUID());
export const aModerator = (): string => randomUUID();
/** An ordinary working morning. */
export const MONDAY = '2026-11-23T10:00:00+05:00';
export const SECRET = 'petitions are tested with this secret of enough characters';
export const CITY = TerritoryCode.parse('750000000');
export const TEXT = {
  ask: 'Сделать освещённый переход у школы № 159',
  why: 'Дети перебегают дорогу в темноте, за год было три наезда.',
  details: '',
};

/** Everything the petitions need on a database of the test's own; the tally runs when the test says so. */
export async function startPetitions({ maxConnections = 10 }: { maxConnections?: number } = {}) {
  const database = await createTestDatabase();
  const db = openDatabase(database.url, { maxConnections });
  const silent = createLog('silent');
  const { rulebook, calendarData } = loadJurisdiction('kz');
  const uow = createUnitOfWork(db.prisma, silent);
  const calendars = createCalendarsRepository(db.prisma, calendarData);
  const petitions = createPetitions({
    db: db.prisma,
    uow,
    journal: createJournal(db.prisma),
    notifications: createNotificationsRepository(db.prisma),
    profiles: loadProfiles('kz'),
    rulebook,
    calendars,
    mask: createMask({
      identifiers: [{ token: 'IIN', pattern: '\\d{12}' }],
      nationalId: { name: { kk: 'ЖСН', ru: 'ИИН', en: 'IIN' }, token: 'IIN' },
      phone: { countryCode: '7', trunkPrefix: '8', nationalLength: 10 },
    }),
    populationOf: (code) => (code === CITY ? 2_351_424 : null),
    secret: SECRET,
    schedule: null,
    onError: (error) => {
      throw error;
    },
  });

  /** The business clock is moved by days to this moment, for every process that asks. */
  async function setClock(moment: string): Promise<void> {
    await db.pool.query(
      `update business_clock set offset_ms = extract(epoch from $1::timestamptz - clock_timestamp()) * 1000`,
      [moment],
    );
  }

  async function run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return (await uow.run(randomUUID(), work)).result;
  }

  /** A petition of a city with five sponsors that moderation let out. */
  async function openPetition({ profileId = 'kz.city', authorityKey = 'city', text = TEXT } = {}): Promise<Petition> {
    const citizenId = aCitizenId();
    const draft = await run((tx) =>
      petitions.authoring.draft(tx, {
        citizenId,
        language: 'ru',
        profileId,
        authorityKey,
        agencyCode: null,
        territoryCode: CITY,
        text,
      }),
    );
    await run((tx) => petitions.authoring.submit(tx, draft.id, citizenId));
    const { sponsors } = petitions.profiles.get(profileId);
    for (let at = 0; at < sponsors.count; at += 1) await supportAs(draft.id, aCitizenId());
    await run((tx) => petitions.moderation.publish(tx, draft.id, aModerator()));
    await petitions.worker.tally();
    return run((tx) => petitions.authoring.own(tx, draft.id, citizenId));
  }

  const supportAs = (petitionId: Petition['id'], citizenId: CitizenId, referrer: string | null = null) =>
    run((tx) => petitions.support.support(tx, { petitionId, citizenId, tier: 'account', source: 'chat', referrer }));

  async function viewOf(id: PetitionId): Promise<PetitionView> {
    const view = await petitions.view.view({ id });
    if (!view) throw new Error('no petition');
    return view;
  }

  /** How many people were told this news of a petition. */
  async function told(id: PetitionId, news: string): Promise<number> {
    const { rows } = await db.pool.query(
      `select count(*) from notifications where facts->>'petitionId' = $1 and facts->>'news' = $2`,
      [id, news],
    );
    return Number(rows[0].count);
  }

  /** Rounds of the worker until nothing waits. */
  async function drain(): Promise<void> {
    while ((await petitions.worker.tick()) > 0);
  }

  const signAs = (id: PetitionId, nationalId: string) =>
    run((tx) => petitions.signatures.sign(tx, id, { nationalId, issuer: 'eid', age: 40 }));

  return {
    database,
    db,
    uow,
    petitions,
    calendars,
    run,
    setClock,
    openPetition,
    supportAs,
    signAs,
    viewOf,
    told,
    drain,
    async stop() {
      await db.close();
      await database.drop();
    },
  };
}
export type PetitionsFixture = Awaited<ReturnType<typeof startPetitions>>;
