import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { createTotpSecret, totpStepOf } from './second-factor.ts';

const at = new Date('2026-11-22T10:00:10Z');
const codeAt = (secret: string, timestamp: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });

describe('the second factor', () => {
  it('knows the vector of RFC 6238', () => {
    const secret = Secret.fromUTF8('12345678901234567890').base32;
    expect(totpStepOf(secret, '287 082', new Date(59_000))).toBe(1);
  });

  it('takes a code of the step before and after, and none further away', () => {
    const { secret, uri } = createTotpSecret('asel@example.kz');
    const step = Math.floor(at.getTime() / 30_000);
    expect(totpStepOf(secret, codeAt(secret, at.getTime()), at)).toBe(step);
    expect(totpStepOf(secret, codeAt(secret, at.getTime() - 30_000), at)).toBe(step - 1);
    expect(totpStepOf(secret, codeAt(secret, at.getTime() + 30_000), at)).toBe(step + 1);
    expect(() => totpStepOf(secret, codeAt(secret, at.getTime() + 90_000), at)).toThrow('session.code_wrong');
    expect(uri).toContain('otpauth://totp/Dauys:asel%40example.kz');
  });

  it('refuses words that are no code', () => {
    expect(() => totpStepOf(createTotpSecret('x').secret, 'abc', at)).toThrow('session.code_wrong');
  });
});
