import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type SurveysOnADatabase, surveysOnADatabase } from '../test/builders/surveys-on-a-database.ts';
import { startBenchDatabase } from './support/bench-database.ts';
import { startTelegramStub } from './support/telegram-stub.ts';

/**
 * A survey to very many people against a stub of Telegram on loopback: rate kept, a deadline notice in the middle, CPU
 * per recipient, memory, and five kills. Figures are of the sending process; the database and the stub are others.
 * `--recipients 1000000 --rate 1000` is the whole thing and takes seventeen minutes; `--rate 30 --speed 33` lets the
 * limits' clock run faster, and `--kills 5` kills the sender so often. `sendSeconds` and `noticeAfterMs` are real.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    recipients: { type: 'string' },
    rate: { type: 'string' },
    kills: { type: 'string' },
    speed: { type: 'string' },
  },
  strict: false,
});
const only =
  values.rate === undefined
    ? null
    : {
        rate: Number(values.rate),
        recipients: Number(values.recipients ?? 30_000),
        kills: Number(values.kills ?? 0),
        speed: Number(values.speed ?? 1),
      };
const plans = only
  ? [only]
  : [
      { rate: 30, recipients: 900, kills: 0, speed: 1 },
      { rate: 1_000, recipients: 30_000, kills: 0, speed: 1 },
      { rate: 1_000, recipients: 20_000, kills: 5, speed: 1 },
    ];

const server = await startBenchDatabase();
const on: SurveysOnADatabase = surveysOnADatabase(server.url, {}, 4);

const words = (text: string) => ({ kk: text, ru: text, en: text });
const questionnaire = {
  title: words('Дворы'),
  intro: words('Два вопроса о дворе.'),
  consent: words('Публикуются только числа.'),
  thanks: words('Спасибо'),
  blocks: [
    { key: 'b', questions: [{ key: 'q', type: 'stars' as const, text: words('Насколько вам нравится ваш двор?') }] },
  ],
};

const round = (number: number, digits = 2): number => Number(number.toFixed(digits));

interface Plan {
  readonly rate: number;
  readonly recipients: number;
  readonly kills: number;
  readonly speed: number;
}

async function broadcast({ rate: ofToken, recipients, kills, speed }: Plan) {
  /** In real seconds. */
  const rate = ofToken * speed;
  const territory = `t${rate}-${recipients}-${kills}`;
  await on.rows(
    `insert into citizens (id, language, state, territory_code, settings, created_at)
     select gen_random_uuid(), (array['kk', 'ru', 'en'])[1 + n % 3], 'active', $1, '{"surveys": true}', now() from generate_series(1, $2::int) n`,
    territory,
    recipients,
  );
  await on.rows(
    `insert into citizen_accounts (channel, external_id, citizen_id, since)
     select 'telegram', (10000000 + row_number() over () + $2::bigint)::text, id, now() from citizens where territory_code = $1`,
    territory,
    on.next() * 10_000_000,
  );
  const [noticed] = await on.people(1, { territory: `notice-${territory}`, surveysOn: false });
  await on.rows('analyze');
  const drawing = performance.now();
  const wave = await on.wave({ questionnaire, audience: { territories: [territory] } });
  const drawSeconds = (performance.now() - drawing) / 1_000;

  const times: number[] = [];
  const perChat = new Map<string, number>();
  let noticeAt = 0;
  const stub = await startTelegramStub(({ params, at }) => {
    if (params.text === 'deadline notice') {
      noticeAt = at;
      return;
    }
    const chat = String(params.chat_id);
    times.push(at);
    perChat.set(chat, (perChat.get(chat) ?? 0) + 1);
  });

  let cpuMs = 0;
  const rss: number[] = [];
  const held: number[] = [];
  let tooMany = 0;
  const begin = () => {
    const child: ChildProcess = spawn(
      process.execPath,
      ['--expose-gc', 'bench/support/broadcast-process.ts', server.url, stub.url, String(ofToken), String(speed)],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    let latest = 0;
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => {
        const told = JSON.parse(line) as { cpuMs: number; rssMb: number; heldMb: number | null; tooMany: number };
        latest = told.cpuMs;
        rss.push(told.rssMb);
        if (told.heldMb !== null && told.heldMb !== held.at(-1)) held.push(told.heldMb);
        tooMany = told.tooMany;
      });
    const gone = once(child, 'exit');
    return {
      async kill() {
        child.kill('SIGKILL');
        await gone;
        cpuMs += latest;
      },
    };
  };

  const startedAt = performance.now();
  let running = begin();
  let killed = 0;
  let sentNotice = 0;
  let leasesFreed = false;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (sentNotice === 0 && times.length > recipients / 2) {
      sentNotice = performance.now();
      await on.inTx((tx) =>
        on.notifications.add(tx, {
          to: { kind: 'citizen', id: noticed ?? '' },
          kind: 'deadline',
          facts: {},
          lane: 'official',
          dedupeKey: `notice:${wave.id}`,
        }),
      );
    }
    if (killed < kills && times.length > ((killed + 1) * recipients) / (kills + 1)) {
      killed += 1;
      await running.kill();
      running = begin();
    }
    // What was on its way when a process died is taken again after its lease of a minute; the clock need not be waited for.
    if (
      kills > 0 &&
      !leasesFreed &&
      killed === kills &&
      (await on.rows(`select 1 from notifications where state = 'pending' limit 1`)).length === 0 &&
      (await on.surveys.waves.progress(wave.id)).contact.counts.waiting === undefined
    ) {
      leasesFreed = true;
      await on.rows(
        `update notifications set lease_until = now() where state = 'sending' and lease_until < now() + interval '59 seconds'`,
      );
    }
    if (perChat.size >= recipients && noticeAt > 0) break;
    if (performance.now() - startedAt > (recipients / rate) * 3_000 + 120_000) break;
  }
  const endedAt = times.at(-1) ?? performance.now();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await running.kill();
  await on.surveys.fielding.tick();
  const { contact } = await on.surveys.waves.progress(wave.id);
  await stub.close();
  await on.inTx((tx) => on.surveys.waves.pause(tx, wave.id, 'bench'));

  const first = times[Math.min(times.length - 1, rate)] ?? startedAt;
  const steady = times.filter((at) => at > first).length / ((endedAt - first) / 1_000);
  const twice = [...perChat.values()].filter((count) => count > 1).length;
  const tenths = Array.from({ length: 10 }, (_, tenth) => rss[Math.floor(((tenth + 0.5) * rss.length) / 10)] ?? 0);
  const memory = {
    // Held after a collection: first and last look of the (last) process.
    heldMb: held.length === 0 ? null : { first: round(held[0] ?? 0, 0), last: round(held.at(-1) ?? 0, 0) },
    // What the operating system sees, by tenths of the run; garbage that nobody has needed to fetch yet is in it.
    rssMb: tenths.map((mb) => round(mb, 0)),
  };
  return {
    rate: ofToken,
    clockTimes: speed,
    recipients,
    kills: killed,
    drawSeconds: round(drawSeconds),
    sendSeconds: round((endedAt - startedAt) / 1_000, 1),
    perSecond: round(steady / speed, 1),
    rateOffByPercent: kills > 0 ? null : round((steady / rate - 1) * 100),
    noticeAfterMs: noticeAt > 0 ? Math.round(noticeAt - sentNotice) : null,
    cpuMsPerRecipient: round(cpuMs / recipients, 3),
    memory,
    tooMany,
    once: perChat.size - twice,
    twice,
    never: recipients - perChat.size,
    reportedUncertain: contact.uncertain,
    states: contact.counts,
  };
}

const results = [];
for (const plan of plans) results.push(await broadcast(plan));
await on.close();
await server.stop();
const report = { cores: cpus().length, load: round(loadavg()[0] ?? 0), results };
console.log(values.json ? JSON.stringify(report) : JSON.stringify(report, null, 2));
process.exit(0);
