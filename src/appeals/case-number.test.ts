import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseNumber, caseNumberOf, parseCaseNumber, showCaseNumber } from './case-number.ts';

describe('case number', () => {
  it('is different for every case of the first million', () => {
    const seen = new Set<string>();
    for (let sequence = 0; sequence < 1_000_000; sequence += 1) seen.add(caseNumberOf(sequence));
    expect(seen.size).toBe(1_000_000);
  });

  it('grows to ten digits after the first million', () => {
    expect(caseNumberOf(1_000_000)).toMatch(/^\d{10}$/);
    expect(showCaseNumber(caseNumberOf(1_000_000))).toMatch(/^\d{3}-\d{3}-\d{3}-\d$/);
  });

  it('refuses any single wrong digit and any swap of neighbours', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(6), fc.nat(9), (sequence, position, digit) => {
        const right = caseNumberOf(sequence);
        const wrong = right.slice(0, position) + digit + right.slice(position + 1);
        const swapped =
          right.slice(0, position) + (right[position + 1] ?? '') + (right[position] ?? '') + right.slice(position + 2);
        for (const other of [wrong, swapped])
          if (other !== right) expect(CaseNumber.safeParse(other).success).toBe(false);
      }),
    );
  });

  it('is read however it was written', () => {
    const number = caseNumberOf(0);
    expect(showCaseNumber(number)).toBe(`472-918-${number[6]}`);
    for (const written of [number, showCaseNumber(number), `№ ${showCaseNumber(number)}`, number.split('').join(' ')]) {
      expect(parseCaseNumber(written)).toBe(number);
    }
    expect(parseCaseNumber('Абая 4729183')).toBeNull();
  });
});
