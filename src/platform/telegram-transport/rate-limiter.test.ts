import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimiter } from './rate-limiter.ts';

/** A clock that is moved by hand; timers go off late, as on a busy machine. */
function busyMachine(latenessMs: () => number) {
  let now = 0;
  const timers: { at: number; run: () => void }[] = [];
  return {
    nowMs: () => now,
    schedule: (run: () => void, afterMs: number) => void timers.push({ at: now + afterMs + latenessMs(), run }),
    async runFor(ms: number): Promise<void> {
      const end = now + ms;
      for (;;) {
        timers.sort((a, b) => a.at - b.at);
        const next = timers[0];
        if (!next || next.at > end) break;
        timers.shift();
        now = Math.max(now, next.at);
        next.run();
        await Promise.resolve();
      }
      now = end;
    },
  };
}

const RATE = 30;
/** Tokens are fractions. */
const ROUNDING = 1e-6;

/** When messages left, by a sender that always has more of them waiting. */
async function sendFor(seconds: number, latenessMs: () => number): Promise<number[]> {
  const machine = busyMachine(latenessMs);
  const limiter = createRateLimiter({ rate: RATE, nowMs: machine.nowMs, schedule: machine.schedule });
  const sent: number[] = [];
  for (let chat = 0; chat < (seconds + 10) * RATE; chat += 1)
    void limiter.acquire(String(chat), 3).then(() => sent.push(machine.nowMs()));
  await machine.runFor(seconds * 1_000);
  return sent;
}

const mostInASecond = (sent: readonly number[]): number =>
  Math.max(...sent.map((at, index) => sent.slice(index).findIndex((other) => other >= at + 1_000)));

describe('the pace of sending', () => {
  it('is the rate of the token when timers are on time', async () => {
    const sent = await sendFor(60, () => 0);
    expect(sent.length / 60).toBeGreaterThan(RATE * 0.98);
    expect(sent.length / 60).toBeLessThan(RATE * 1.02);
  });

  it('is kept within two in a hundred when the machine is late again and again', async () => {
    // Again and again 400 ms late: twice what the bucket holds. Without making up for it the rate would be a tenth lower.
    let turn = 0;
    const sent = await sendFor(60, () => (++turn % 60 === 0 ? 400 : 5));
    expect(sent.length / 60).toBeGreaterThan(RATE * 0.98);
    expect(sent.length / 60).toBeLessThan(RATE * 1.02);
  });

  it('is never ahead of the rate, and never far above it for a second, however late the machine was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 40 }),
        async (lateness) => {
          let turn = 0;
          const sent = await sendFor(20, () => lateness[turn++ % lateness.length] ?? 0);
          for (const [index, at] of sent.entries())
            expect(index + 1).toBeLessThanOrEqual((at / 1_000) * RATE + RATE / 5 + ROUNDING);
          expect(mostInASecond(sent)).toBeLessThanOrEqual(RATE * 1.4 + 1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('makes up for nothing after Telegram has said that it was too much', async () => {
    const machine = busyMachine(() => 0);
    const limiter = createRateLimiter({ rate: RATE, nowMs: machine.nowMs, schedule: machine.schedule });
    const sent: number[] = [];
    for (let chat = 0; chat < 1_000; chat += 1)
      void limiter.acquire(String(chat), 3).then(() => sent.push(machine.nowMs()));
    limiter.pause(10_000);
    await machine.runFor(10_000);
    const before = sent.length;
    await machine.runFor(10_000);
    // What left before, and what the bucket held when the pause was over.
    expect(before).toBeLessThanOrEqual(2 * (RATE / 5) + 1);
    expect(sent.length - before).toBeLessThanOrEqual(10 * RATE + RATE / 5 + 1);
  });

  it('lets what is more urgent go first', async () => {
    const machine = busyMachine(() => 0);
    const limiter = createRateLimiter({ rate: RATE, nowMs: machine.nowMs, schedule: machine.schedule });
    const sent: string[] = [];
    for (let chat = 0; chat < 100; chat += 1) void limiter.acquire(`s${chat}`, 3).then(() => sent.push('survey'));
    void limiter.acquire('n', 1).then(() => sent.push('notice'));
    await machine.runFor(1_000);
    expect(sent.indexOf('notice')).toBeLessThanOrEqual(RATE / 5);
  });
});
