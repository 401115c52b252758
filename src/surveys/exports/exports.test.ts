import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { given } from '../questionnaire/answer.ts';
import { Questionnaire } from '../questionnaire/questionnaire.ts';
import type { CountedSubmission } from '../results/submission.ts';
import { exportWave } from './export-wave.ts';
import { safeRows } from './safe-rows.ts';

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
        { key: 'age', type: 'number', text: words('Age?') },
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
/** Two kinds of people, thirty and thirty, and one who is alone with the answers. */
const ofRussian = submission({
  one: given({ type: 'option', option: 'other', other: '=HYPERLINK("x")' }),
  many: given({ type: 'options', options: ['y'] }),
  grid: given({ type: 'rows', rows: { r: 'yes' } }),
  age: given({ type: 'number', number: 30 }),
  say: given({ type: 'text', text: 'ИИН 900101300123, "да"' }),
});
const ofKazakh = submission({ one: { kind: 'declined' }, many: { kind: 'skipped' } }, 'kk');
const alone = submission({
  ...ofRussian.answers,
  one: given({ type: 'option', option: 'a' }),
  age: given({ type: 'number', number: 97 }),
});
const submissions = [
  ...Array<CountedSubmission>(30).fill(ofRussian),
  ...Array<CountedSubmission>(30).fill(ofKazakh),
  alone,
];
const wave = {
  id: '01a202bc-64d8-7000-ba44-2b73bbaa7610',
  number: 1,
  seed: 'lot',
  state: 'closed' as const,
  minCell: 5,
  margins: { on: '2026-01-01', source: 'test', totals: { language: { kk: 70, ru: 30 } } },
};
const safe = (changes: Partial<Parameters<typeof safeRows>[0]> = {}) =>
  safeRows({
    wave,
    questionnaire,
    submissions,
    language: 'ru',
    mask: (text) => text.replace(/\d{12}/, '[ИИН]'),
    ...changes,
  });
const file = async (format: Parameters<typeof exportWave>[2]) => exportWave(await safe(), wave, format);

describe('exports', () => {
  it('write codes to CSV without anybody who stands out', async () => {
    const lines = String((await file('csv')).body).split('\n');
    expect(lines[0]).toBe(
      '\uFEFFweight,language,stratum,channel,answered_on,time_band,one,one__other,many__x,many__y,grid__r,age,say',
    );
    // Of 61 ten are left out by lot.
    expect(lines.filter((line) => line !== '').length).toBe(52);
    expect(new Set(lines.slice(1, -1).map((line) => line.split(',')[0])).size).toBeLessThanOrEqual(3);
    expect(lines.join('\n')).not.toMatch(/ИИН|HYPERLINK|(?<!-)97/);
    const ages = new Set((await safe()).columns.find(({ name }) => name === 'age')?.cells);
    for (const age of ages) expect([32.2, null, -96]).toContain(age);
  });

  it('keep what people wrote apart from everything else they said, masked, with formulas disarmed', async () => {
    const { body } = await file('words.csv');
    expect(String(body)).toContain('"ИИН [ИИН], ""да"""');
    expect(String(body)).toContain(`"'=HYPERLINK(""x"")"`);
    expect(String(body).split('\n')[0]).toBe('\uFEFFquestion,words');
  });

  it('give no rows while a wave runs, nor of a few dozen people', async () => {
    await expect(safe({ wave: { ...wave, state: 'fielding' } })).rejects.toThrow('survey.rows_after_close');
    await expect(safe({ submissions: submissions.slice(0, 49) })).rejects.toThrow('survey.too_few_rows');
  });

  it('write words, codes, what was written, and a codebook to a workbook that opens', async () => {
    const { body } = await file('xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(body as Uint8Array) as never);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['answers', 'codes', 'words', 'codebook']);
    expect(workbook.getWorksheet('answers')?.rowCount).toBe(52);
    expect(workbook.getWorksheet('words')?.rowCount).toBe(62);
    expect(workbook.getWorksheet('codebook')?.getColumn(4).values).toContain('Скрыто, чтобы никого не узнали');
  });

  it('write SPSS syntax whose every variable is declared, labelled and has its missing codes', async () => {
    const body = String((await file('sps')).body);
    expect(body).toContain('    one F12.6');
    expect(body).toContain("    1 'O''a'");
    expect(body).toContain('MISSING VALUES weight one one__other many__x many__y grid__r age say (-96, -97, -98).');
    expect(body).toContain('WEIGHT BY weight.');
    expect([...body.matchAll(/^ {4}(\w+) [FA]\d/gm)].length).toBe(13);
  });

  it('write a DDI codebook as XML and JSON with the same variables', async () => {
    const text = String((await file('codebook.xml')).body);
    const json = JSON.parse(String((await file('codebook.json')).body)) as {
      codeBook: { stdyDscr: object; dataDscr: { name: string }[] };
    };
    expect(text).toContain('<titl>Yards &amp; roads</titl>');
    expect([...text.matchAll(/<var ID="(\w+)"/g)].map(([, name]) => name)).toEqual(
      json.codeBook.dataDscr.map(({ name }) => name),
    );
    expect(text).toContain('<catgry><catValu>2</catValu><labl>O&apos;yes</labl></catgry>');
    expect(json.codeBook.stdyDscr).toMatchObject({ cases: 51, leftOut: 10 });
  });
});
