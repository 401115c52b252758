import { EventEmitter, once } from 'node:events';
import pg from 'pg';
import { EmbeddedPostgresError, startEmbeddedPostgres } from '../../../src/platform/db/embedded/index.ts';

// Plays a product process for the supervisor's tests: starts the server of the folder it is given and tells about it,
// one JSON object a line. With `write` it then writes rows from several connections and tells every acknowledged one;
// with `exit` it stops in order. It ends by itself when its standard input closes, so that no test leaves it behind.
const [dataDir = '', work] = process.argv.slice(2);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const WRITERS = 4;

try {
  const { url, adopted, where, pid, stop } = await startEmbeddedPostgres({ dataDir, log });
  tell({ event: 'started', url, adopted, where, pid });
  if (work === 'exit') {
    await stop();
    process.exit(0);
  }
  process.stdin.on('end', () => void stop().then(() => process.exit(0))).resume();
  if (work === 'write') await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(url, writer)));
  await once(new EventEmitter(), 'never');
} catch (error) {
  const problem = error instanceof EmbeddedPostgresError ? error.problem : 'unexpected';
  tell({ event: 'failed', problem, message: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}

async function write(url: string, writer: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table if not exists written (id text primary key)').catch(() => undefined);
  for (let number = 0; ; number += 1) {
    const id = `${process.pid}-${writer}-${number}`;
    await client.query('insert into written (id) values ($1)', [id]);
    tell({ event: 'written', id });
  }
}

function tell(fact: object): void {
  process.stdout.write(`${JSON.stringify(fact)}\n`);
}
