import { describe, expect, it } from 'vitest';
import { createTurnstile } from './turnstile.ts';

describe('a turnstile', () => {
  it('lets so many in and keeps the others in order', async () => {
    const turnstile = createTurnstile(2);
    const gates = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
    const started: number[] = [];
    const all = gates.map((gate, index) =>
      turnstile.pass(async () => {
        started.push(index);
        await gate.promise;
        return index;
      }),
    );

    await Promise.resolve();
    expect(started).toEqual([0, 1]);
    expect(turnstile.free()).toBe(0);
    gates[1]?.resolve();
    await all[1];
    await Promise.resolve();
    expect(started).toEqual([0, 1, 2]);
    for (const gate of gates) gate.resolve();

    expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
    expect(turnstile.free()).toBe(2);
  });

  it('gives the place on when work fails', async () => {
    const turnstile = createTurnstile(1);
    const failing = turnstile.pass(() => Promise.reject(new Error('no')));
    const next = turnstile.pass(async () => 'yes');

    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });
});
