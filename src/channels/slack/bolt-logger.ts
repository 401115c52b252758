import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../platform/log/log.ts';

export type BoltLogger = Logger;

/** Bolt's chatter as facts in our log; its own would print whole messages. */
export function createBoltLogger(log: Log): Logger {
  const first = (parts: readonly unknown[]): object => ({
    said: typeof parts[0] === 'string' ? parts[0].slice(0, 120) : 'object',
  });
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn(first(parts), 'slack library warned'),
    error: (...parts) => log.warn(first(parts), 'slack library failed'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
