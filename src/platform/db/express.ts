import type { Writable } from 'node:stream';
import type pg from 'pg';

type Query = (statement: pg.QueryConfig) => Promise<pg.QueryResult>;

/** What is asked of one connection within one turn of the event loop leaves in one packet. */
export function inOnePacket(connection: pg.PoolClient): Query {
  const { stream } = (connection as unknown as { connection: { stream: Writable } }).connection;
  let collecting = false;
  return (statement) => {
    if (!collecting) {
      collecting = true;
      stream.cork();
      process.nextTick(() => {
        collecting = false;
        stream.uncork();
      });
    }
    return connection.query(statement);
  };
}

interface Line {
  readonly ask: Promise<Query>;
  readonly close: () => Promise<void>;
  underWay: number;
}

/**
 * A few connections kept for short statements outside transactions. They wait neither for the pool nor for each other's
 * answers, so that what has just happened is noted at once, however busy the commands are.
 */
export function createExpress(pool: pg.Pool, most: number) {
  const lines: Line[] = [];
  let chosen: Line | null = null;

  function open(): Line {
    const connected = pool.connect();
    const line: Line = {
      underWay: 0,
      ask: connected.then((connection) => {
        connection.once('error', () => drop(line));
        return inOnePacket(connection);
      }),
      close: () =>
        connected.then(
          (connection) => connection.release(),
          () => undefined,
        ),
    };
    line.ask.catch(() => drop(line));
    lines.push(line);
    return line;
  }

  function drop(line: Line): void {
    const at = lines.indexOf(line);
    if (at < 0) return;
    lines.splice(at, 1);
    void line.close();
  }

  /** The same connection until the event loop turns, then the one with the least to do. */
  function choose(): Line {
    if (chosen && lines.includes(chosen)) return chosen;
    const idlest = lines.reduce<Line | null>(
      (best, line) => (best && best.underWay <= line.underWay ? best : line),
      null,
    );
    chosen = idlest && (idlest.underWay === 0 || lines.length >= most) ? idlest : open();
    setImmediate(() => {
      chosen = null;
    });
    return chosen;
  }

  return {
    async query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
      const line = choose();
      line.underWay += 1;
      try {
        return await (await line.ask)(statement);
      } finally {
        line.underWay -= 1;
      }
    },
    close: async (): Promise<void> => void (await Promise.all(lines.splice(0).map((line) => line.close()))),
  };
}
