import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { runningEmbeddedPostgres } from '../src/platform/db/embedded/index.ts';
import { createRandom } from '../src/routing/linear-model.ts';
import { freePort, type ProductProcess, startProductProcess, WEBHOOK_SECRET } from './support/product-process.ts';
import type { BotCall } from './support/telegram-stub.ts';
import { forkTelegramStub } from './support/telegram-stub-process.ts';

/**
 * Kills the product at random moments under load and checks what the citizens were promised: every acknowledged
 * message is there exactly once, and every chat ends with exactly one card that tells the truth. A second card is
 * forgiven only where nobody can know that the first one left: Telegram had it, and the process died before the note.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
  strict: false,
});
const rounds = Number(values.rounds);
const random = createRandom(Number(values.seed));
const UPDATES_IN_FLIGHT = 8;
const SHORTEST_MS = 50;
const LONGEST_MS = 8_000;
const STUCK_MS = 120_000;

interface ShownCard {
  readonly text: string;
  /** When Telegram got the message that was to be the card. */
  readonly sentAt: number;
}

const dataDir = await mkdtemp(join(tmpdir(), 'dauys-chaos-'));
const cards = new Map<number, Map<number, ShownCard>>();
const stub = await forkTelegramStub((call) => noteCard(call));
const port = await freePort();
let updateId = 1;
let nextChat = 1_000;
const acknowledged = new Map<number, { chat: number; text: string }>();
let product: ProductProcess = await startProductProcess({ dataDir, apiRoot: stub.url, port });

for (let round = 1; round <= rounds; round += 1) {
  const killAfterMs = SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS);
  let alive = true;
  const killed = new Promise<void>((resolve) => setTimeout(resolve, killAfterMs)).then(async () => {
    await product.kill();
    alive = false;
  });
  await Promise.all(Array.from({ length: UPDATES_IN_FLIGHT }, () => sendWhile(() => alive)));
  await killed;
  product = await startProductProcess({ dataDir, apiRoot: stub.url, port });
  if (!values.json)
    process.stderr.write(
      `round ${round}: killed after ${Math.round(killAfterMs)} ms, ${acknowledged.size} acknowledged so far\n`,
    );
}
const report = await settleAndCheck();
await product.stop();
await stub.close();
await rm(dataDir, { recursive: true, force: true });
console.log(values.json ? JSON.stringify(report) : JSON.stringify(report, null, 2));
process.exit(
  report.lost === 0 &&
    report.doubled === 0 &&
    report.chatsWithoutCard === 0 &&
    report.falseCards === 0 &&
    report.needlessCards === 0 &&
    report.uncertainShare < 0.001
    ? 0
    : 1,
);

async function sendWhile(goOn: () => boolean): Promise<void> {
  while (goOn()) {
    const id = updateId++;
    const chat = nextChat++;
    const text = `Не горят фонари, Алматы, Алмалинский район, обращение ${id}`;
    const update = {
      update_id: id,
      message: {
        message_id: id,
        date: 1_790_000_000,
        chat: { id: chat, type: 'private', first_name: 'x' },
        from: { id: chat, is_bot: false, first_name: 'x', language_code: 'ru' },
        text,
      },
    };
    const response = await fetch(`http://127.0.0.1:${port}/telegram/webhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET },
      body: JSON.stringify(update),
    }).catch(() => null);
    if (response?.status === 200) acknowledged.set(id, { chat, text });
  }
}

function noteCard({ method, params, messageId, at }: BotCall): void {
  const text = String(params['text'] ?? '');
  if (!/^(sendMessage|editMessageText)$/.test(method) || !text.includes('обращение ')) return;
  const chat = Number(params['chat_id']);
  const shown = cards.get(chat) ?? new Map<number, ShownCard>();
  shown.set(messageId, { text, sentAt: shown.get(messageId)?.sentAt ?? at });
  cards.set(chat, shown);
}

/** Until nothing waits, or nothing of what waits has moved for long: messages come in faster than they are carried out. */
async function idle(client: pg.Client): Promise<void> {
  let [least, since] = [Number.POSITIVE_INFINITY, performance.now()];
  for (;;) {
    const { rows } = await client.query<{ waiting: number }>(
      `select ((select count(*) from telegram_updates)
        + (select count(*) from notifications where state in ('pending', 'sending')))::int as waiting`,
    );
    const waiting = rows[0]?.waiting ?? 0;
    if (waiting < least) [least, since] = [waiting, performance.now()];
    if (waiting === 0 || performance.now() - since > STUCK_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function settleAndCheck() {
  const { url } = runningEmbeddedPostgres(join(dataDir, 'postgres')) ?? { url: '' };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await idle(client);
  const { rows: entries } = await client.query<{ masked_text: string; count: number }>(
    'select masked_text, count(*)::int as count from thread_entries group by masked_text',
  );
  const counts = new Map(entries.map(({ masked_text, count }) => [masked_text, count]));
  const { rows: uncertain } = await client.query<{ chat: string }>(
    `select a.external_id as chat from notifications n
      join citizen_accounts a on a.citizen_id = n.recipient_id::uuid and a.channel = 'telegram'
      where n.recipient_kind = 'citizen' and n.kind = 'case_card' and n.uncertain`,
  );
  const inDoubt = new Set(uncertain.map(({ chat }) => Number(chat)));
  const { rows: notes } = await client.query<{ chat: string; message: number; at: Date }>(
    'select chat_id as chat, message_id as message, created_at as at from telegram_cards',
  );
  await client.end();
  const windows = notes
    .flatMap(({ chat, message, at }) => {
      const sentAt = cards.get(Number(chat))?.get(message)?.sentAt;
      return sentAt === undefined ? [] : [at.getTime() - sentAt];
    })
    .sort((a, b) => a - b);
  const texts = [...acknowledged.values()];
  const twice = texts.filter(({ chat }) => (cards.get(chat)?.size ?? 0) > 1);
  const unknowable = twice.filter(({ chat }) => inDoubt.has(chat)).length;
  return {
    rounds,
    acknowledged: texts.length,
    lost: texts.filter(({ text }) => !counts.has(text)).length,
    doubled: texts.filter(({ text }) => (counts.get(text) ?? 0) > 1).length,
    chatsWithoutCard: texts.filter(({ chat }) => !cards.has(chat)).length,
    falseCards: texts.filter(
      ({ chat, text }) =>
        ![...(cards.get(chat)?.values() ?? [])].some((shown) => shown.text.includes(text.split(', ').at(-1) ?? '')),
    ).length,
    /** A second card although the first was known to have left: never. */
    needlessCards: twice.length - unknowable,
    unknowableCards: unknowable,
    inDoubt: inDoubt.size,
    uncertainShare: texts.length === 0 ? 0 : unknowable / texts.length,
    /** From Telegram's having a new card to PostgreSQL's having the note, in milliseconds. */
    unknownForMs: {
      mean: round(windows.reduce((sum, ms) => sum + ms, 0) / Math.max(1, windows.length)),
      p50: round(windows[Math.floor(windows.length / 2)] ?? 0),
      p99: round(windows[Math.floor(windows.length * 0.99)] ?? 0),
    },
  };
}

function round(ms: number): number {
  return Number(ms.toFixed(2));
}
