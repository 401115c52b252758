/**
 * A viral petition: how many supports a second one process commits, from Telegram's update on and by the intake, while the tally counts them, and whether another
 * chat feels it; then a log of a million lines: proof of one line, full check, one flipped bit found. Uses its own
 * embedded PostgreSQL (durable settings), or the server in TEST_DATABASE_URL.
 *
 *   node bench/petitions.ts [--json] [--lines N] [--supports N] [--rounds N]
 */
import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { createSupportCrowd } from '../src/channels/telegram/features/petitions.ts';
import { createIntake, createTogether, createUpdatesRepository } from '../src/channels/telegram/index.ts';
import { createCitizensRepository } from '../src/citizens/index.ts';
import { createCalendarsRepository, loadJurisdiction } from '../src/deadlines/index.ts';
import { createJournal } from '../src/journal/index.ts';
import { CitizenId, PetitionId } from '../src/kernel/ids.ts';
import { createNotificationsRepository } from '../src/notifications/index.ts';
import { createPetitions, loadProfiles, verifyInclusion, verifyPetitionLog } from '../src/petitions/index.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { createUnitOfWork } from '../src/platform/db/unit-of-work.ts';
import { createLog } from '../src/platform/log/log.ts';
import { loadTexts } from '../src/platform/texts/texts.ts';
import { createMask } from '../src/privacy/index.ts';
import { withBenchDatabase } from './support/bench-database.ts';

/** As many chats at once as a busy process carries out. */
const CONCURRENT = 16;
/** People whose web requests wait at the same moment. */
const CROWD = 400;
const TALLY_AFTER_MS = 150;
const percentile = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const round1 = (value: number) => Number(value.toFixed(1));
const round2 = (value: number) => Number(value.toFixed(2));

function open(url: string) {
  const db = openDatabase(url, { maxConnections: CONCURRENT + 4 });
  const { rulebook, calendarData } = loadJurisdiction('kz');
  const uow = createUnitOfWork(db.prisma, createLog('silent'));
  const petitions = createPetitions({
    db: db.prisma,
    uow,
    journal: createJournal(db.prisma),
    notifications: createNotificationsRepository(db.prisma),
    profiles: loadProfiles('kz'),
    rulebook,
    calendars: createCalendarsRepository(db.prisma, calendarData),
    mask: createMask({
      identifiers: [],
      nationalId: { name: { kk: '-', ru: '-', en: '-' }, token: 'IIN' },
      phone: { countryCode: '7', trunkPrefix: '8', nationalLength: 10 },
    }),
    populationOf: () => 2_000_000,
    secret: 'the secret of a benchmark, of thirty-two characters',
    schedule: (run) => void setTimeout(run, TALLY_AFTER_MS),
    onError: console.error,
  });
  return { db, uow, petitions };
}

/** An open petition whose thresholds lie far away, straight into the tables. */
async function anOpenPetition({ db }: ReturnType<typeof open>): Promise<PetitionId> {
  const id = PetitionId.parse(randomUUID());
  await db.pool.query(
    `insert into petitions (id, code, citizen_id, language, state, profile_id, authority_key, original, created_at, opened_at, thresholds)
     values ($1, $2, $1, 'ru', 'open', 'kz.city', 'city', '{"ask":"a","why":"b","details":""}', now(), now(), '[{"key":"attention","counter":"support","required":100000000}]')`,
    [id, id.slice(-10)],
  );
  await db.pool.query('insert into petition_counts (petition_id, counted_at) values ($1, now())', [id]);
  return id;
}

/**
 * `chat`: updates as Telegram delivers them, one a request, from the webhook's `accept` to the drawn card, of people who
 * are known and have agreed; `own_commit`: each in a transaction of its own; `shared_commit`: the intake of web forms.
 */
type Way = 'chat' | 'own_commit' | 'shared_commit';

let nextUpdate = 1;

/** The Telegram channel up to its wire, where drawn cards are only counted. */
function chatOf({ db, uow, petitions }: ReturnType<typeof open>) {
  const log = createLog('silent');
  const { t } = loadTexts();
  const updates = createUpdatesRepository(db);
  const name = (code: string) => code;
  let drawn = 0;
  let alone = 0;
  const handler = createSupportCrowd({
    t,
    names: { agency: name, territory: name, topic: name, day: (on: string) => on, dayOf: String } as never,
    petitions,
    publicUrl: 'https://example.org',
    citizens: createCitizensRepository(db.prisma),
    botUsername: 'bench_bot',
    runEffects: async () => {
      drawn += 1;
    },
    onError: console.error,
  });
  const intake = createIntake({
    uow,
    updates,
    log,
    together: createTogether({ uow, updates, handler, log }),
    handle: async () => {
      alone += 1;
    },
    apologise: async () => undefined,
    schedule: (run, ms) => void setTimeout(run, ms),
  });
  return {
    intake,
    drawn: () => drawn,
    alone: () => alone,
    async people(ids: readonly CitizenId[]): Promise<number> {
      const first = nextUpdate;
      await db.pool.query(
        `insert into citizens (id, language, state, consent_version, created_at) select id, 'ru', 'active', '1', now() from unnest($1::uuid[]) id`,
        [ids],
      );
      await db.pool.query(
        `insert into citizen_accounts (channel, external_id, citizen_id, since)
         select 'telegram', ($2 + n - 1)::text, id, now() from unnest($1::uuid[]) with ordinality as w (id, n)`,
        [ids, first],
      );
      return first;
    },
    tap(chatId: number, id: PetitionId): Promise<void> {
      const user = { id: chatId, is_bot: false, first_name: 'x' };
      const chat = { id: chatId, type: 'private' as const, first_name: 'x' };
      const data = `p:S:${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`;
      const message = { message_id: 1, date: 1, chat, from: user, text: 'x' };
      const update_id = nextUpdate++;
      return intake.accept([
        { update_id, callback_query: { id: String(update_id), from: user, chat_instance: '1', data, message } },
      ] as never);
    },
  };
}

/** Supports of different people from as many chats at once, each in a transaction of its own, as updates are carried out. */
async function viral(house: ReturnType<typeof open>, supports: number, way: Way) {
  const id = await anOpenPetition(house);
  const people = Array.from({ length: supports }, () => CitizenId.parse(randomUUID()));
  const chat = way === 'chat' ? chatOf(house) : null;
  const firstChat = (await chat?.people(people)) ?? 0;
  let next = 0;
  let done = false;
  const others: number[] = [];
  const other = (async () => {
    while (!done) {
      const begun = performance.now();
      await house.uow.run(`other:${randomUUID()}`, async () => null);
      others.push(performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: way === 'own_commit' ? CONCURRENT : CROWD }, async () => {
      for (let at = next++; at < people.length; at = next++) {
        const citizenId = people[at];
        if (!citizenId) return;
        if (chat) {
          await chat.tap(firstChat + at, id);
          continue;
        }
        const support = { petitionId: id, citizenId, tier: 'account', source: 'chat', referrer: null } as const;
        if (way === 'shared_commit') await house.petitions.intake(support);
        else
          await house.uow.run(
            `support:${citizenId}`,
            async (tx) => void (await house.petitions.support.support(tx, support)),
          );
      }
    }),
  );
  await chat?.intake.idle();
  const committedMs = performance.now() - begun;
  done = true;
  await other;
  await house.petitions.worker.tally();
  const countedMs = performance.now() - begun;
  const counted = (await house.petitions.view.view({ id }))?.counts.support ?? 0;
  const { rows } = await house.db.pool.query<{ n: string }>(
    'select count(*) as n from petition_log_leaves where petition_id = $1',
    [id],
  );
  return {
    perSecond: Math.round((supports / committedMs) * 1_000),
    countedPerSecond: Math.round((supports / countedMs) * 1_000),
    exact: counted === supports && Number(rows[0]?.n) === supports && (chat?.alone() ?? 0) === 0,
    ...(chat ? { cardsDrawn: chat.drawn() } : {}),
    otherChatP50Ms: round1(percentile(others, 0.5)),
    otherChatP99Ms: round1(percentile(others, 0.99)),
  };
}

async function millionLines(house: ReturnType<typeof open>, lines: number) {
  const id = await anOpenPetition(house);
  const before = await house.petitions.log.size();
  await house.db.pool.query(
    `insert into petition_log_queue (petition_id, kind, commitment, at)
     select $1, 'support', sha256(convert_to(n::text, 'UTF8')), now() from generate_series(1, $2) n`,
    [id, lines - before],
  );
  const begun = performance.now();
  await house.petitions.worker.tally();
  const appendMs = performance.now() - begun;
  await house.petitions.worker.publishHead(0);
  await house.db.pool.query('vacuum analyze petition_log_leaves');

  const head = await house.petitions.log.newestHead();
  const proofs: number[] = [];
  let hold = true;
  for (let round = 0; round < 200 && head; round += 1) {
    const index = Math.floor(Math.random() * head.size);
    const [line] = await house.petitions.log.lines(index, 1);
    const started = performance.now();
    const proof = await house.petitions.log.inclusion(index, head.size);
    proofs.push(performance.now() - started);
    hold &&= line !== undefined && verifyInclusion(line.hash, index, head.size, proof, head.root);
  }
  const started = performance.now();
  const whole = await verifyPetitionLog(house.db.prisma);
  const verifyMs = performance.now() - started;

  const flipped = Math.floor(lines * 0.618);
  const client = await house.db.pool.connect();
  await client.query('set session_replication_role = replica');
  await client.query(
    'update petition_log_leaves set data = set_byte(data, 40, get_byte(data, 40) # 1) where index = $1',
    [flipped],
  );
  client.release(true);
  const broken = await verifyPetitionLog(house.db.prisma);
  return {
    lines: whole.lines,
    appendPerSecond: Math.round(((lines - before) / appendMs) * 1_000),
    proofP50Ms: round2(percentile(proofs, 0.5)),
    proofP99Ms: round2(percentile(proofs, 0.99)),
    proofsHold: hold,
    verifySeconds: round1(verifyMs / 1_000),
    breaks: whole.breaks.length,
    flippedBitFound:
      broken.breaks.length === 1 && broken.breaks[0]?.problem === 'line' && broken.breaks[0].index === flipped,
  };
}

export function benchPetitions({ lines = 1_000_000, supports = 10_000, rounds = 3 } = {}) {
  return withBenchDatabase(async ({ url }) => {
    const house = open(url);
    const measure = async (way: Way) => {
      const runs: Awaited<ReturnType<typeof viral>>[] = [];
      for (let round = 0; round < rounds; round += 1) runs.push(await viral(house, supports, way));
      runs.sort((a, b) => a.perSecond - b.perSecond);
      return { way, ...runs[Math.floor(runs.length / 2)], allExact: runs.every(({ exact }) => exact) };
    };
    try {
      const ways = ['chat', 'own_commit', 'shared_commit'] as const;
      for (const way of ways) await viral(house, Math.min(1_000, supports), way);
      const support: Awaited<ReturnType<typeof measure>>[] = [];
      for (const way of ways) support.push(await measure(way));
      const plain = await plainCommits(house);
      return {
        bench: 'petitions',
        supports,
        rounds,
        plainCommitsPerSecond: plain,
        support,
        log: await millionLines(house, lines),
      };
    } finally {
      await house.db.close();
    }
  });
}

/** The baseline of the same minute: transactions that do nothing but be committed once. */
async function plainCommits({ uow }: ReturnType<typeof open>, count = 3_000): Promise<number> {
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: CONCURRENT }, async () => {
      while (next++ < count) await uow.run(`plain:${randomUUID()}`, async () => null);
    }),
  );
  return Math.round((count / (performance.now() - begun)) * 1_000);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const option = (name: string, fallback: number) => {
    const at = process.argv.indexOf(name);
    return at > 0 ? Number(process.argv[at + 1]) : fallback;
  };
  const report = await benchPetitions({
    lines: option('--lines', 1_000_000),
    supports: option('--supports', 10_000),
    rounds: option('--rounds', 3),
  });
  if (process.argv.includes('--json')) console.log(JSON.stringify(report));
  else console.log(JSON.stringify(report, null, 2));
}
