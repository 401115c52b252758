import { expect, it } from 'vitest';
import type { BulkNotification } from '../../notifications/index.ts';
import { createSendLog, NotWrittenDown } from './send-log.ts';

const soon = (run: () => void): void => void setImmediate(run);

it('writes many intents in one go, and lets nothing leave before', async () => {
  const written: (readonly string[])[] = [];
  const log = createSendLog({
    channel: 'telegram',
    schedule: soon,
    outbox: { intend: async (ids) => void written.push(ids), settle: async () => undefined },
  });
  const left: string[] = [];
  await Promise.all(
    ['a', 'b', 'c'].map(async (id) => {
      await log.leaving(id, async () => {
        expect(written).toHaveLength(1);
        left.push(id);
      });
    }),
  );
  expect(written).toEqual([['a', 'b', 'c']]);
  expect(left).toEqual(['a', 'b', 'c']);
});

it('sends nothing that could not be written down', async () => {
  const log = createSendLog({
    channel: 'telegram',
    schedule: soon,
    outbox: { intend: () => Promise.reject(new Error('no database')), settle: async () => undefined },
  });
  let hasLeft = false;
  await expect(
    log.leaving('a', async () => {
      hasLeft = true;
    }),
  ).rejects.toBeInstanceOf(NotWrittenDown);
  expect(hasLeft).toBe(false);
});

it('has a few dozen under way at most, until their outcomes are written down', async () => {
  const log = createSendLog({
    channel: 'telegram',
    schedule: soon,
    outbox: { intend: async () => undefined, settle: async () => undefined },
  });
  const left: string[] = [];
  const send = (id: string) => log.leaving(id, async () => void left.push(id));
  const all = Array.from({ length: 100 }, (_, index) => send(`n${index}`));
  await Promise.all(all.slice(0, 64));
  expect(left).toHaveLength(64);
  await Promise.all(left.map((id) => log.done({ id } as BulkNotification, { type: 'delivered', channel: 'telegram' })));
  await Promise.all(all);
  expect(left).toHaveLength(100);
});
