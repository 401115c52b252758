import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { given } from '../questionnaire/answer.ts';
import { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { CountedSubmission } from '../results/submission.ts';
import { exportWave } from './export-wave.ts';

const words = (text: string) => ({ kk: text, ru: text, en: text });
const option = (key: string) => ({ key, label: words(`O'${key}`) });
const questionnaire = Questionnaire.parse({
  title: words('Yards & roads'),
  intro: words('i'),
  consent: words('c'),
  thanks: words('t'),
  blocks: [
    {
      key: 'b',
      questions: [
        { key: 'one', type: 'single', other: true, text: words('One?'), options: [option('a'), option('b')] },
        { key: 'many', type: 'multiple', text: words('Many?'), options: [option('x'), option('y')] },
        {
          key: 'grid',
          type: 'matrix',
          text: words('Grid?'),
          rows: [option('r')],
          columns: [option('no'), option('yes')],
        },
        { key: 'say', type: 'long_text', text: words('Say?') },
      ],
    },
  ],
});
const submission = (answers: CountedSubmission['answers'], language: 'kk' | 'ru' = 'ru'): CountedSubmission => ({
  isComplete: true,
  channel: 'telegram',
  language,
  answeredOn: '2026-11-23',
  secondsBand: '30_to_60s',
  strata: { language },
  wordings: {},
  answers,
});
const submissions = [
  submission({
    one: given({ type: 'option', option: 'other', other: '=HYPERLINK("x")' }),
    many: given({ type: 'options', options: ['y'] }),
    grid: given({ type: 'rows', rows: { r: 'yes' } }),
    say: given({ type: 'text', text: 'ИИН 900101300123, "да"' }),
  }),
  submission({ one: { kind: 'declined' }, many: { kind: 'skipped' } }, 'kk'),
];
const wave = {
  id: '01a202bc-64d8-7000-ba44-2b73bbaa7610',
  number: 1,
  margins: { on: '2026-01-01', source: 'test', totals: { language: { kk: 70, ru: 30 } } },
};
const file = (format: Parameters<typeof exportWave>[1]) =>
  exportWave(
    { wave, questionnaire, submissions, language: 'ru', mask: (text) => text.replace(/\d{12}/, '[ИИН]') },
    format,
  );

describe('exports', () => {
  it('write codes to CSV, mask personal data, and disarm formulas', async () => {
    const { body } = await file('csv');
    expect(body).toBe(
      '\uFEFFcomplete,weight,language,channel,answered_on,time_band,stratum,one,one__other,many__x,many__y,grid__r,say\n' +
        '1,0.6,ru,telegram,2026-11-23,30_to_60s,,3,"\'=HYPERLINK(""x"")",0,1,2,"ИИН [ИИН], ""да"""\n' +
        '1,1.4,kk,telegram,2026-11-23,30_to_60s,,-97,,-98,-98,,\n',
    );
  });

  it('write words, codes and a codebook to a workbook that opens', async () => {
    const { body } = await file('xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(body as Uint8Array) as never);
    expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['answers', 3],
      ['codes', 3],
      ['codebook', 19],
    ]);
    expect(workbook.getWorksheet('answers')?.getRow(2).getCell(12).value).toBe("O'yes");
  });

  it('write SPSS syntax whose every variable is declared, labelled and has its missing codes', async () => {
    const body = String((await file('sps')).body);
    expect(body).toContain('    one F12.6');
    expect(body).toContain("    1 'O''a'");
    expect(body).toContain('MISSING VALUES complete weight one many__x many__y grid__r (-97, -98).');
    expect(body).toContain('WEIGHT BY weight.');
    expect([...body.matchAll(/^ {4}(\w+) [FA]\d/gm)].length).toBe(13);
  });

  it('write a DDI codebook as XML and JSON with the same variables', async () => {
    const text = String((await file('codebook.xml')).body);
    const json = JSON.parse(String((await file('codebook.json')).body)) as {
      codeBook: { dataDscr: { name: string }[] };
    };
    expect(text).toContain('<titl>Yards &amp; roads</titl>');
    expect([...text.matchAll(/<var ID="(\w+)"/g)].map(([, name]) => name)).toEqual(
      json.codeBook.dataDscr.map(({ name }) => name),
    );
    expect(text).toContain('<catgry><catValu>2</catValu><labl>O&apos;yes</labl></catgry>');
  });
});
