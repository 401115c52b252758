import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, instantAt, zoned } from './day.ts';

const ZONES = [
  'Asia/Almaty',
  'Asia/Qyzylorda',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'UTC',
];

/** What the platform itself says, part by part. */
function asIntl(instant: Date, timeZone: string) {
  const text = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant);
  const [on = '', time = ''] = text.split(', ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { on, minuteOfDay: hours * 60 + minutes };
}

describe('the clock on the wall', () => {
  it('shows what the zone shows at every instant, on both sides of every change of the clocks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.date({ min: new Date('1950-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        (timezone, instant) => {
          expect(zoned(instant, timezone)).toEqual(asIntl(instant, timezone));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each(['2024-02-29T18:59:59.999Z', '2024-02-29T19:00:00.000Z', '2024-02-29T17:59:59.999Z', '2024-02-29T18:00:00Z'])(
    'follows the country that changed its zone: %s',
    (text) => {
      expect(zoned(new Date(text), 'Asia/Almaty')).toEqual(asIntl(new Date(text), 'Asia/Almaty'));
    },
  );

  it('is turned back into the same instant', () => {
    expect(instantAt(day('2026-11-22'), 9 * 60, 'Asia/Almaty').toISOString()).toBe('2026-11-22T04:00:00.000Z');
  });
});
