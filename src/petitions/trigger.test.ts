import { expect, it } from 'vitest';
import { createTrigger } from './trigger.ts';

function aTrigger(work: () => Promise<unknown>) {
  const later: (() => void)[] = [];
  const errors: unknown[] = [];
  const trigger = createTrigger({
    work,
    schedule: (run) => void later.push(run),
    onError: (error) => void errors.push(error),
  });
  return { trigger, later, errors };
}

it('makes one round of all that is asked for before it begins', () => {
  let rounds = 0;
  const { trigger, later } = aTrigger(async () => {
    rounds += 1;
  });
  trigger.wake();
  trigger.wake();
  expect(later).toHaveLength(1);
  later.pop()?.();
  trigger.wake();
  expect([rounds, later.length]).toEqual([1, 1]);
});

it('finishes the round under way before it stops, and begins none after it', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let rounds = 0;
  const { trigger, later } = aTrigger(() => {
    rounds += 1;
    return promise;
  });
  trigger.wake();
  later.pop()?.();
  trigger.wake();
  let isStopped = false;
  const stopped = trigger.stop().then(() => {
    isStopped = true;
  });
  later.pop()?.();
  expect([rounds, isStopped]).toEqual([1, false]);
  resolve();
  await stopped;
  trigger.wake();
  expect([rounds, later.length]).toEqual([1, 0]);
});

it('says what went wrong and stops all the same', async () => {
  const { trigger, later, errors } = aTrigger(() => Promise.reject(new Error('no database')));
  trigger.wake();
  later.pop()?.();
  await trigger.stop();
  expect(errors).toEqual([new Error('no database')]);
});
