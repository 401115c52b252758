import { describe, expect, it } from 'vitest';
import { parseCsv, parseCsvRecords } from './csv.ts';

describe('reading CSV', () => {
  it('keeps commas, quotes and line breaks inside quoted fields', () => {
    expect(parseCsv('a,b\r\n"x, ""y""","two\nlines"\n')).toEqual([
      ['a', 'b'],
      ['x, "y"', 'two\nlines'],
    ]);
  });

  it('drops a byte order mark and empty lines, and reads a last line without an end', () => {
    expect(parseCsvRecords('\uFEFFtext,label\n\none,a\ntwo')).toEqual([
      { text: 'one', label: 'a' },
      { text: 'two', label: '' },
    ]);
  });

  it('keeps empty fields and empty quoted lines', () => {
    expect(parseCsv('a,,\n""\n')).toEqual([['a', '', ''], ['']]);
  });
});
