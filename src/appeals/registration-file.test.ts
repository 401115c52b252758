import { describe, expect, it } from 'vitest';
import { caseNumberOf, showCaseNumber } from './case-number.ts';
import { readRegistrations } from './registration-file.ts';

const [first, second] = [caseNumberOf(1), caseNumberOf(2)];

describe('registrations from a file', () => {
  it('reads our number as people write it, and both ways of writing a day', () => {
    const file = `\uFEFFНомер обращения;Рег. номер;Дата\n${showCaseNumber(first)};Ж-881;23.11.2026\n${second};"ЗТ-12, 2026";2026-11-24\n`;
    expect(readRegistrations(file)).toEqual({
      lines: [
        { line: 2, caseNumber: first, number: 'Ж-881', on: '2026-11-23' },
        { line: 3, caseNumber: second, number: 'ЗТ-12, 2026', on: '2026-11-24' },
      ],
      rejected: [],
    });
  });

  it('says of each line it does not take why', () => {
    const file = [
      'case,number,date',
      '111-111-1,A-1,2026-11-23',
      `${first},,2026-11-23`,
      `${first},A-2,31.02.2026`,
      `${first},A-3,2026-11-23`,
      `${first},A-4,2026-11-23`,
      `${second},A-3,2026-11-23`,
    ].join('\n');
    const read = readRegistrations(file);
    expect(read.lines).toHaveLength(1);
    expect(read.rejected.map(({ line, problem }) => [line, problem])).toEqual([
      [2, 'case_number_wrong'],
      [3, 'number_wrong'],
      [4, 'day_wrong'],
      [6, 'case_twice'],
      [7, 'number_twice'],
    ]);
  });

  it('refuses a file without its columns and one that is too long', () => {
    expect(readRegistrations('a,b\n1,2').rejected).toMatchObject([{ problem: 'columns_missing' }]);
    const long = `case,number,date\n${Array.from({ length: 2_001 }, (_, row) => `${first},${row},2026-11-23`).join('\n')}`;
    expect(readRegistrations(long).rejected).toMatchObject([{ problem: 'too_many_lines' }]);
  });
});
