import { z } from 'zod';

const Check = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('two-pass-mod-11'), weights: z.array(z.array(z.number().int())).length(2) }),
  z.object({ kind: z.literal('luhn') }),
]);

/** How one sort of personal number is found in free text; data of the jurisdiction. */
export const Identifier = z.object({
  token: z.string().regex(/^[A-Z]+$/),
  pattern: z.string(),
  flags: z.string().optional(),
  check: Check.optional(),
  /** Digits that look like the number are hidden even with a wrong check digit: a typing error is still somebody's number. */
  maskEvenIfCheckFails: z.boolean().optional(),
});
export type Identifier = z.infer<typeof Identifier>;

export const PrivacyRules = z.object({
  identifiers: z.array(Identifier),
  nationalId: z.object({ name: z.object({ kk: z.string(), ru: z.string(), en: z.string() }), token: z.string() }),
  phone: z.object({ countryCode: z.string(), trunkPrefix: z.string(), nationalLength: z.number().int() }),
});
export type PrivacyRules = z.infer<typeof PrivacyRules>;

export function passesCheck({ check }: Identifier, text: string): boolean {
  if (!check) return true;
  const digits = [...text.replace(/\D/g, '')].map(Number);
  return check.kind === 'luhn' ? passesLuhn(digits) : passesTwoPassMod11(digits, check.weights);
}

/** ISO/IEC 7812-1 annex B. */
function passesLuhn(digits: readonly number[]): boolean {
  const sum = digits.reduceRight((total, digit, index) => {
    const doubled = (digits.length - 1 - index) % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits.length > 0 && sum % 10 === 0;
}

/** Weighted sum modulo 11; a remainder of 10 is tried again with the second weights, and is invalid if it stays. */
function passesTwoPassMod11(digits: readonly number[], weights: readonly (readonly number[])[]): boolean {
  const control = digits.at(-1);
  for (const row of weights) {
    if (digits.length !== row.length + 1) return false;
    const remainder = row.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11;
    if (remainder < 10) return remainder === control;
  }
  return false;
}

/** `+77011234567` from any way people write it, or null. */
export function normalisePhone(written: string, { phone }: PrivacyRules): string | null {
  const digits = written.replace(/\D/g, '');
  const national = digits.slice(-phone.nationalLength);
  const prefix = digits.slice(0, -phone.nationalLength);
  if (national.length !== phone.nationalLength) return null;
  return ['', phone.countryCode, phone.trunkPrefix].includes(prefix)
    ? `+${phone.countryCode}${national}`
    : `+${digits}`;
}

/** The digits of a national identifier when they are valid, else null. */
export function parseNationalId(written: string, rules: PrivacyRules): string | null {
  const identifier = rules.identifiers.find(({ token }) => token === rules.nationalId.token);
  const digits = written.replace(/\D/g, '');
  if (!identifier || !new RegExp(`^(?:${identifier.pattern})$`).test(digits)) return null;
  return passesCheck(identifier, digits) ? digits : null;
}
