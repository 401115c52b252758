import { expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { deadlineIcs } from './ics.ts';

const ics = deadlineIcs({
  uid: '472-918-3-statutory@dauys',
  dueOn: day('2026-12-31'),
  title: 'Ответ по № 472-918-3: фонари на улице Абая, дом 10, Алмалинский район',
  description: 'Последний день: чт, 31 декабря.\nСрок по закону; 15 рабочих дней',
  alarm: 'Завтра последний день',
  stampAt: new Date('2026-11-23T05:00:00.123Z'),
  sequence: 2,
});

it('is one all-day entry that ends on the next day and can be replaced later', () => {
  expect(ics).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
  expect(ics).toContain('UID:472-918-3-statutory@dauys\r\nDTSTAMP:20261123T050000Z\r\nSEQUENCE:2\r\n');
});

it('escapes what the format reserves', () => {
  expect(ics.replaceAll('\r\n ', '')).toContain(String.raw`декабря.\nСрок по закону\; 15 рабочих дней`);
});

it('folds long lines within 75 octets and never inside a letter', () => {
  for (const line of ics.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(ics.replaceAll('\r\n ', '')).toContain('SUMMARY:Ответ по № 472-918-3: фонари на улице Абая');
});
