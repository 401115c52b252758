import { describe, expect, it } from 'vitest';
import type { Tx, UnitOfWork } from '../kernel/unit-of-work.ts';
import { createPetitionsWorker } from './petitions-worker.ts';

const uow = {
  run: async (_key: string, work: (tx: Tx) => Promise<unknown>) => ({ type: 'done', result: await work({} as Tx) }),
} as unknown as UnitOfWork;

/** A machine on which more than this many lines do not fit into the time of a command. */
function aBusyMachine(atMost: number, waiting: number) {
  const asked: number[] = [];
  let left = waiting;
  const log = {
    append: async (_tx: Tx, limit: number) => {
      asked.push(limit);
      if (limit > atMost) throw new Error('a command took longer than it may');
      const lines = Math.min(limit, left);
      left -= lines;
      return { lines, size: 0, petitions: [] };
    },
  };
  const worker = createPetitionsWorker({ uow, log } as unknown as Parameters<typeof createPetitionsWorker>[0]);
  return { asked, worker, left: () => left };
}

describe('the tally on a busy machine', () => {
  it('takes smaller bites instead of failing, and loses nothing', async () => {
    const { worker, asked, left } = aBusyMachine(300, 2_500);
    expect([await worker.tally(), left()]).toEqual([2_500, 0]);
    expect(asked.slice(0, 3)).toEqual([2_000, 500, 125]);
  });

  it('says why when not even the smallest bite fits', async () => {
    const { worker, asked } = aBusyMachine(10, 2_500);
    await expect(worker.tally()).rejects.toThrow('longer than it may');
    expect(asked.at(-1)).toBe(50);
  });
});
