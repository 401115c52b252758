import { describe, expect, it } from 'vitest';
import { readCalendarFile } from './read-calendar-file.ts';

const frame = { jurisdiction: 'kz', year: 2028, source: 'Decree 1' };
const HEAD = 'date,working,kind,name_kk,name_ru,name_en';

describe('a year of the calendar from a file', () => {
  it('reads a table with worked Saturdays, whatever separates its columns', () => {
    const file = [
      HEAD,
      '2028-01-03,no,transferred,Жаңа жыл,Новый год,New Year',
      '2028-01-08,yes,decree_working_day,Жұмыс күні,Рабочий день,Working day',
    ].join('\n');
    for (const content of [file, `\uFEFF${file.replaceAll(',', ';')}`]) {
      expect(readCalendarFile(content, frame)).toMatchObject({
        type: 'year',
        year: {
          jurisdiction: 'kz',
          year: 2028,
          source: 'Decree 1',
          days: [
            { on: '2028-01-03', working: false, kind: 'transferred' },
            { on: '2028-01-08', working: true, kind: 'decree_working_day' },
          ],
        },
      });
    }
  });

  it('names every wrong line and takes none of the file', () => {
    const file = [
      HEAD,
      '2028-13-01,no,public,а,а,a',
      '2027-05-01,no,public,а,а,a',
      '2028-05-01,maybe,public,а,а,a',
      '2028-05-01,no,public,а,а,a',
      '2028-05-01,no,public,а,а,a',
    ].join('\n');
    const read = readCalendarFile(file, frame);
    expect(read).toMatchObject({ type: 'refused' });
    expect(read.type === 'refused' && read.problems.map(({ line }) => line)).toEqual([2, 3, 4, 6]);
  });

  it('reads the shipped form and refuses another country’s', () => {
    const json = { jurisdiction: 'kz', year: 2028, coverage: 'full', trust: 'high', source: 'x', days: [] };
    expect(readCalendarFile(JSON.stringify(json), frame).type).toBe('year');
    expect(readCalendarFile(JSON.stringify({ ...json, jurisdiction: 'gb' }), frame).type).toBe('refused');
  });
});
