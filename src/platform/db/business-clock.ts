import type { Clock } from '../../kernel/clock.ts';
import { type Db, prepared } from './database.ts';

export interface MovableClock extends Clock {
  advance(ms: number): Promise<Date>;
  reset(): Promise<Date>;
}

/** Reads `business_now()`: the database's time plus the simulator's offset, zero in production. */
export function createClock(db: Db): MovableClock {
  const now = async (): Promise<Date> => {
    const [row] = await prepared(db).$queryRaw<{ now: Date }[]>`select business_now() as now`;
    if (!row) throw new Error('the database told no time');
    return row.now;
  };
  return {
    now,
    async advance(ms) {
      await db.$executeRaw`update business_clock set offset_ms = offset_ms + ${BigInt(Math.round(ms))}`;
      return now();
    },
    async reset() {
      await db.$executeRaw`update business_clock set offset_ms = 0`;
      return now();
    },
  };
}
