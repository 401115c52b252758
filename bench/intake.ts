import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { runningEmbeddedPostgres } from '../src/platform/db/embedded/index.ts';
import { cpuMsOf, freePort, startProductProcess, WEBHOOK_SECRET } from './support/product-process.ts';
import { type BotCall, startTelegramStub } from './support/telegram-stub.ts';

/**
 * Updates and whole appeals a second through the webhook against a stub, beside a bare grammY bot, a bare Telegraf bot
 * and the same rows written by a bare `pg` loop, all in one run. Medians of rounds after a warm-up.
 */
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    updates: { type: 'string', default: '2000' },
    appeals: { type: 'string', default: '400' },
    lanes: { type: 'string', default: '32' },
  },
  strict: false,
});
const ROUNDS = Number(values.rounds);
const UPDATES = Number(values.updates);
const APPEALS = Number(values.appeals);
const LANES = Number(values.lanes);

const agent = new Agent({ keepAlive: true, maxSockets: LANES });
const waiting = new Map<string, (call: BotCall) => void>();
const stub = await startTelegramStub((call) => {
  const chat = call.params['chat_id'];
  if (chat !== undefined) waiting.get(`${chat}`)?.(call);
});

let updateId = 1;
let nextChat = 10_000;
const from = (chat: number) => ({ id: chat, is_bot: false, first_name: 'x', language_code: 'ru' });
const message = (chat: number, text: string) => ({
  update_id: updateId++,
  message: {
    message_id: updateId,
    date: 1_790_000_000,
    chat: { id: chat, type: 'private', first_name: 'x' },
    from: from(chat),
    text,
    ...(text.startsWith('/') ? { entities: [{ type: 'bot_command', offset: 0, length: text.length }] } : {}),
  },
});
const press = (chat: number, messageId: number, data: string) => ({
  update_id: updateId++,
  callback_query: {
    id: `${updateId}`,
    from: from(chat),
    chat_instance: '1',
    data,
    message: {
      message_id: messageId,
      date: 1_790_000_000,
      chat: { id: chat, type: 'private', first_name: 'x' },
      text: 'x',
    },
  },
});

function post(port: number, path: string, body: unknown): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify(body));
  });
}

const heard = (chat: number, fits: (call: BotCall) => boolean): Promise<BotCall> =>
  new Promise((resolve) => {
    waiting.set(`${chat}`, (call) => {
      if (!fits(call)) return;
      waiting.delete(`${chat}`);
      resolve(call);
    });
  });

async function lanes(
  count: number,
  work: (index: number) => Promise<void>,
): Promise<{ seconds: number; latencies: number[] }> {
  const latencies: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let index = next++; index < count; index = next++) {
        const at = performance.now();
        await work(index);
        latencies.push(performance.now() - at);
      }
    }),
  );
  return { seconds: (performance.now() - startedAt) / 1_000, latencies };
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const percentile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
const round = (number: number, digits = 1): number => Number(number.toFixed(digits));

interface Figures {
  readonly perSecond: number;
  readonly cpuMsEach: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** CPU is the measured process's own; the database server's is not in it. */
async function measure(count: number, pid: number, work: (index: number) => Promise<void>): Promise<Figures> {
  await lanes(Math.ceil(count / 5), work);
  const rounds = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    const own = cpuMsOf(pid);
    const { seconds, latencies } = await lanes(count, work);
    rounds.push({
      perSecond: count / seconds,
      cpu: (cpuMsOf(pid) - own) / count,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
    });
  }
  return {
    perSecond: round(median(rounds.map(({ perSecond }) => perSecond))),
    cpuMsEach: round(median(rounds.map(({ cpu }) => cpu)), 3),
    p50Ms: round(median(rounds.map(({ p50 }) => p50)), 2),
    p99Ms: round(median(rounds.map(({ p99 }) => p99)), 2),
  };
}

async function bareBot(library: 'grammy' | 'telegraf') {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, ['bench/support/echo-bot.ts', library, String(port), stub.url], {
    stdio: 'inherit',
  });
  for (;;) {
    const open = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (open) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const figures = await measure(UPDATES, child.pid ?? 0, async () => {
    const chat = nextChat++;
    const reply = heard(chat, ({ method }) => method === 'sendMessage');
    await post(port, '/', message(chat, 'hello'));
    await reply;
  });
  child.kill();
  await once(child, 'exit');
  return figures;
}

const dataDir = await mkdtemp(join(tmpdir(), 'dauys-bench-'));
const loadBefore = loadavg()[0] ?? 0;
const grammy = await bareBot('grammy');
const telegraf = await bareBot('telegraf');

const port = await freePort();
const product = await startProductProcess({ dataDir, apiRoot: stub.url, port });
await knowledgeInstalled();
const updates = await measure(UPDATES, product.pid, async () => {
  const chat = nextChat++;
  const reply = heard(chat, ({ method }) => method === 'sendMessage');
  await post(port, '/telegram/webhook', message(chat, '/help'));
  await reply;
});

/** The first start brings in the shipped sources beside the load; the figures are of a product that has started. */
async function knowledgeInstalled(): Promise<void> {
  const { url } = runningEmbeddedPostgres(join(dataDir, 'postgres')) ?? { url: '' };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (;;) {
    const { rowCount } = await client.query("select 1 from seeds where name = 'knowledge'");
    if (rowCount) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await client.end();
}

/** Message → proposal → send → card with a number: two updates of the citizen, one whole appeal. */
async function wholeAppeal(index: number): Promise<void> {
  const chat = nextChat++;
  const agreed = heard(
    chat,
    ({ params }) =>
      String(params['text'] ?? '').includes('согласие') || String(params['text'] ?? '').includes('Напишите'),
  );
  await post(port, '/telegram/webhook', press(chat, 1, 'lang:ru'));
  await agreed;
  const ready = heard(chat, ({ params }) => String(params['text'] ?? '') === 'Напишите, что случилось.');
  await post(port, '/telegram/webhook', press(chat, 1, 'consent:yes'));
  await ready;
  const proposal = heard(chat, ({ params }) => JSON.stringify(params['reply_markup'] ?? '').includes('c:s:'));
  await post(port, '/telegram/webhook', message(chat, `Не горят фонари, Алматы, Алмалинский район, дом ${index}`));
  const shown = await proposal;
  const data = /c:s:[\w-]{22}/.exec(JSON.stringify(shown.params['reply_markup']))?.[0] ?? '';
  const sent = heard(chat, ({ method, params }) => method === 'editMessageText' && /№ \d/.test(String(params['text'])));
  await post(port, '/telegram/webhook', press(chat, shown.messageId, data));
  await sent;
}
const appeals = await measure(APPEALS, product.pid, wholeAppeal);

/** The rows of one whole appeal and nothing else, through `pg` with prepared statements, one transaction each. */
const { url } = runningEmbeddedPostgres(join(dataDir, 'postgres')) ?? { url: '' };
const pool = new pg.Pool({ connectionString: url, max: 16 });
pool.on('error', () => undefined);
await pool.query(
  'create table if not exists bench_rows (id bigserial primary key, a text, b text, c jsonb, at timestamptz default now())',
);
const rowsPerAppeal = 14;
const rows = await measure(APPEALS, process.pid, async (index) => {
  const client = await pool.connect();
  try {
    for (let transaction = 0; transaction < 4; transaction += 1) {
      await client.query('begin');
      for (let row = 0; row < rowsPerAppeal / 4; row += 1)
        await client.query({
          name: 'insert_row',
          text: 'insert into bench_rows (a, b, c) values ($1, $2, $3)',
          values: [`${index}`, 'Не горят фонари, Алматы, Алмалинский район', '{"type":"x"}'],
        });
      await client.query('commit');
    }
  } finally {
    client.release();
  }
});
await pool.end();
await product.stop();
await stub.close();
await rm(dataDir, { recursive: true, force: true });

const report = {
  loadBefore: round(loadBefore, 2),
  lanes: LANES,
  bareGrammy: grammy,
  bareTelegraf: telegraf,
  updates,
  wholeAppeals: appeals,
  bareRows: rows,
  ratios: {
    updateCpuToBareGrammy: round(updates.cpuMsEach / grammy.cpuMsEach, 2),
    appealCpuToFourEchoesAndRows: round(appeals.cpuMsEach / (4 * grammy.cpuMsEach + rows.cpuMsEach), 2),
  },
};
console.log(values.json ? JSON.stringify(report) : JSON.stringify(report, null, 2));
process.exit(0);
