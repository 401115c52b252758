import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { AgencyCode } from '../kernel/ids.ts';
import type { Agency } from './agency.ts';
import { createSuperiors } from './superiors.ts';

const code = (text: string) => AgencyCode.parse(text);
function body(name: string, superior: string | null, from = '2020-01-01', until: string | null = null): Agency {
  const dates = { effectiveFrom: day(from), effectiveUntil: until === null ? null : day(until) };
  return { code: code(name), superiorCode: superior === null ? null : code(superior), ...dates } as Agency;
}

const bodies = new Map(
  [
    body('roads', 'akimat'),
    body('akimat', 'government'),
    body('government', null),
    body('bureau', 'digital'),
    body('digital', 'government', '2020-01-01', '2025-09-18'),
  ].map((agency) => [agency.code, agency]),
);
const superiorOn = createSuperiors(
  (wanted) => bodies.get(wanted) ?? null,
  () => [
    {
      agency: code('roads'),
      superior: code('government'),
      effectiveFrom: day('2020-01-01'),
      effectiveUntil: day('2024-01-01'),
      basis: 'decree 1',
    },
  ],
);

describe('the superior body', () => {
  it('is the one of the day, not of today', () => {
    expect(superiorOn(code('roads'), day('2023-12-31'))?.code).toBe('government');
    expect(superiorOn(code('roads'), day('2024-01-01'))?.code).toBe('akimat');
  });

  it('is the next one above a body that is gone', () => {
    expect(superiorOn(code('bureau'), day('2025-09-17'))?.code).toBe('digital');
    expect(superiorOn(code('bureau'), day('2025-09-18'))?.code).toBe('government');
  });

  it('is nobody at the top', () => {
    expect(superiorOn(code('government'), day('2026-01-01'))).toBeNull();
  });
});
