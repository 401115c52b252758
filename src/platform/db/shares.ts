import type pg from 'pg';

/** Into so many parts the chats are divided: enough to share them out among a handful of processes. */
export const PARTS = 16;

/** Classes of advisory locks: one lock per part, and one that every member shares, to be counted by. */
const PART_LOCK = 7_301;
const MEMBER_LOCK = 7_302;

/** The part of a chat, by its number; `chat:-100500` and `100500` are the same to it. The SQL below agrees with it. */
export const partOf = (chatKey: string): number => Number(BigInt(/\d+/.exec(chatKey)?.[0] ?? 0) % BigInt(PARTS));

/** The same in SQL, for a text that holds the number. */
export const partOfSql = (text: string): string =>
  `(coalesce(substring(${text} from '\\d+'), '0')::numeric % ${PARTS})::int`;

interface Deps {
  readonly pool: pg.Pool;
  /** The held parts changed: rates and filters follow. */
  readonly onShare?: (held: ReadonlySet<number>) => void;
  /** Resolves when nothing of these parts is under way here any more; they are given up after that. */
  readonly drained?: (parts: ReadonlySet<number>) => Promise<void>;
  /** Another process has something for the owner of a part. */
  readonly onNews?: (channel: string, payload: string) => void;
  /** Channels to listen on. */
  readonly listen?: readonly string[];
}

/**
 * Which chats this process serves when several have the role `bot`. A part is an advisory lock held by one session: no
 * chat is ever served by two, and the parts of a process that dies are free at that moment.
 */
export function createShares({
  pool,
  onShare = () => undefined,
  drained = async () => undefined,
  onNews,
  listen = [],
}: Deps) {
  const held = new Set<number>();
  let session: pg.PoolClient | null = null;
  let ended = false;

  async function connect(): Promise<pg.PoolClient> {
    const client = await pool.connect();
    const lost = (): void => {
      if (session !== client) return;
      // Without the session the locks are gone too: others may have them already.
      session = null;
      held.clear();
      onShare(held);
      client.release(true);
    };
    client.once('error', lost);
    client.once('end', lost);
    client.on('notification', ({ channel, payload = '' }) => onNews?.(channel, payload));
    for (const channel of listen) await client.query(`listen ${channel}`);
    await client.query('select pg_advisory_lock_shared($1, 0)', [MEMBER_LOCK]);
    return client;
  }

  async function members(client: pg.PoolClient): Promise<number> {
    const { rows } = await client.query<{ count: string }>(
      `select count(distinct pid) as count from pg_locks where locktype = 'advisory' and classid = $1 and granted
         and database = (select oid from pg_database where datname = current_database())`,
      [MEMBER_LOCK],
    );
    return Math.max(1, Number(rows[0]?.count ?? 1));
  }

  async function giveUp(client: pg.PoolClient, parts: readonly number[]): Promise<void> {
    for (const part of parts) held.delete(part);
    onShare(held);
    await drained(new Set(parts));
    for (const part of parts) await client.query('select pg_advisory_unlock($1, $2)', [PART_LOCK, part]);
  }

  return {
    held: held as ReadonlySet<number>,
    holds: (chatKey: string): boolean => held.has(partOf(chatKey)),
    /** All of them: then nothing needs to be filtered or told to anybody. */
    isAlone: (): boolean => held.size === PARTS,

    /** Takes what is free up to a fair share and gives up what is more; to be called every second. */
    async balance(): Promise<void> {
      if (ended) return;
      session ??= await connect();
      const client = session;
      if (ended) return void client.release(true);
      const fair = Math.ceil(PARTS / (await members(client)));
      if (held.size > fair) return giveUp(client, [...held].slice(fair));
      const before = held.size;
      for (let part = 0; part < PARTS && held.size < fair; part += 1) {
        if (held.has(part)) continue;
        const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, $2) as mine', [
          PART_LOCK,
          part,
        ]);
        if (rows[0]?.mine && session === client) held.add(part);
      }
      if (held.size !== before) onShare(held);
    },

    async tell(channel: string, payload: string): Promise<void> {
      await pool.query('select pg_notify($1, $2)', [channel, payload]);
    },

    async end(): Promise<void> {
      ended = true;
      const client = session;
      session = null;
      if (!client) return;
      const parts = new Set(held);
      held.clear();
      await drained(parts);
      // The session ends, and the locks with it.
      client.release(true);
    },
  };
}
export type Shares = ReturnType<typeof createShares>;
