export type CsvValue = string | number | boolean | null;

/** Text that a spreadsheet would run as a formula. */
const FORMULA = /^[=+@\t\r-]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** RFC 4180: CRLF, quotes doubled, a heading line. Texts that look like formulas get an apostrophe in front; numbers never. */
export function toCsv(
  columns: readonly string[],
  rows: readonly (readonly CsvValue[])[],
  { bom = false } = {},
): string {
  const lines = [columns, ...rows].map((cells) => cells.map(cellOf).join(','));
  return `${bom ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}

function cellOf(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
