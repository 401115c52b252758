import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { Pool } from 'undici';
import { createExpress } from '../db/express.ts';
import { post } from './lean-post.ts';
import type { Addresses, Note, Sent, ToSend } from './noted-sends.ts';

// The thread of `createNotedSends`: sends, writes down the message's id, tells.
enableCompileCache();
const { apiRoot, token, databaseUrl } = workerData as Addresses;
const { origin, pathname } = new URL(apiRoot);
const path = `${pathname.replace(/\/$/, '')}/bot${token}/sendMessage`;
const telegram = new Pool(origin, { connections: 16 });
const connections = new pg.Pool({
  connectionString: databaseUrl,
  max: 1,
  application_name: 'dauys notes',
  pipeline: true,
} as pg.PoolConfig);
connections.on('error', () => undefined);
const notes = createExpress(connections, 1);
/** Nothing leaves before its note could be written: opening a connection takes longer than Telegram's answer. */
const ready = notes.query({ text: 'select 1' }).catch(() => undefined);

async function write({ name, text, values }: Note, messageId: number): Promise<boolean> {
  try {
    await notes.query({ name, text, values: [messageId, ...values] });
    return true;
  } catch {
    return false;
  }
}

async function carryOut({ id, body, note }: ToSend): Promise<Sent> {
  await ready;
  try {
    const reply = JSON.parse(await post(telegram, path, body)) as NonNullable<Sent['reply']>;
    return { id, reply, isNoted: reply.ok && (await write(note, reply.result.message_id)) };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { id, failure: { code, message } };
  }
}

parentPort?.on('message', (asked: ToSend) => void carryOut(asked).then((sent) => parentPort?.postMessage(sent)));
