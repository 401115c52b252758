import { z } from 'zod';

const SMALL_BLOCK = 1_000_000;
const LARGE_BLOCK = 1_000_000_000;

/** Seven or ten digits, the last one a check digit; stored without separators. */
export const CaseNumber = z
  .string()
  .regex(/^(\d{7}|\d{10})$/)
  .refine((digits) => damm(digits) === 0, 'wrong check digit')
  .brand('CaseNumber');
export type CaseNumber = z.infer<typeof CaseNumber>;

/**
 * The number of the n-th case: digits only, so that it can be said on the telephone in any language. Neighbours in time
 * are far apart, so that one wrong digit does not name another person's fresh case; the check digit (Damm, 2004)
 * finds every single wrong digit and every swap of neighbours.
 */
export function caseNumberOf(sequence: number): CaseNumber {
  const digits =
    sequence < SMALL_BLOCK
      ? String((sequence * 387_413 + 472_918) % SMALL_BLOCK).padStart(6, '0')
      : String(Number((BigInt(sequence) * 387_420_489n + 112_358_132n) % BigInt(LARGE_BLOCK))).padStart(9, '0');
  return `${digits}${damm(digits)}` as CaseNumber;
}

/** `472-918-3`. */
export const showCaseNumber = (number: string): string => number.replace(/(\d{3})(?=\d)/g, '$1-');

/** Reads what people type or say: spaces, dashes, a leading `№`. Null when no such number can exist. */
export function parseCaseNumber(written: string): CaseNumber | null {
  const parsed = CaseNumber.safeParse(written.replace(/[^\d]/g, ''));
  return parsed.success && /^[\s№#NnОо.:\d-]+$/u.test(written) ? parsed.data : null;
}

/** Digits in the shape of a number with a digit wrong: a slip of the pen, not a message. */
export const looksLikeCaseNumber = (written: string): boolean =>
  /^[\s№#NnОо.:\d-]+$/u.test(written) && [7, 10].includes(written.replace(/\D/g, '').length);

/** Damm's quasigroup of order 10 (dissertation, Marburg 2004). */
const QUASIGROUP = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

function damm(digits: string): number {
  let interim = 0;
  for (const digit of digits) interim = Number(QUASIGROUP[interim]?.[Number(digit)]);
  return interim;
}
