import { expect, it } from 'vitest';
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
