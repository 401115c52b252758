import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importDocument } from './import-document.ts';
import { MAX_BYTES } from './imported-text.ts';

const read = (name: string) => importDocument(name, readFileSync(join(import.meta.dirname, 'samples', name)));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a document becomes drafts', () => {
  it('from Markdown, cut at its headings, without its marks', async () => {
    const texts = await read('heating.md');
    expect(texts.map(({ title }) => title)).toEqual([
      'Отопление зимой',
      'Когда включают отопление',
      'Что делать, если дома холодно',
    ]);
    expect(texts[1]?.body).toBe(
      'Когда пять дней подряд средняя температура ниже +8 °C.\n• Школы и больницы — первыми.\n• Жилые дома — в течение недели.',
    );
  });

  it('from HTML, without menus, scripts and words nobody sees', async () => {
    const texts = await read('parking.html');
    expect(texts).toEqual([
      { title: 'Кто может получить место', body: 'Житель дома с машиной.', synonyms: [] },
      { title: 'Сколько стоит', body: 'Район — Плата\n\nЦентр — 500 тенге', synonyms: [] },
    ]);
  });

  it('from DOCX by its heading styles', async () => {
    expect(await read('order.docx')).toEqual([
      { title: 'Кто выдаёт разрешение', body: 'Отдел архитектуры.', synonyms: [] },
      { title: 'Сколько ждать', body: 'Пять рабочих дней.\n\nБез выходных.', synonyms: [] },
    ]);
  });

  it('from PDF as one text in its own letters', async () => {
    const [text, ...others] = await read('notice.pdf');
    expect(others).toEqual([]);
    expect(text?.title).toBe('Қысқы тазалау тәртібі');
    expect(text?.body).toContain('Қар көшеден түнде тазаланады.');
    expect(text?.body).toContain('3 жұмыс күні');
  });

  it('from CSV with Russian column names, semicolons and line breaks inside a cell', async () => {
    expect(await read('answers.csv')).toEqual([
      {
        title: 'Где взять справку?',
        body: 'В центре «Терезе»;\nокно 4.',
        synonyms: ['справка где', 'нужна справка'],
        language: 'ru',
      },
      { title: 'Анықтаманы қайдан аламын?', body: '«Терезе» орталығынан.', synonyms: [], language: 'kk' },
    ]);
  });
});

describe('a document is refused with its reason', () => {
  it.each([
    ['program.exe', bytes('MZ'), 'import.unknown_type'],
    ['empty.md', new Uint8Array(), 'import.empty'],
    ['blank.html', bytes('<p> </p>'), 'import.empty'],
    ['big.md', new Uint8Array(MAX_BYTES + 1), 'import.too_large'],
    ['old.csv', new Uint8Array([0xc2, 0xef, 0xf0, 0xee, 0xf1]), 'import.not_utf8'],
    ['columns.csv', bytes('a,b\n1,2\n'), 'import.no_columns'],
    ['row.csv', bytes('question,answer\nГде?,\n'), 'import.bad_row'],
    ['language.csv', bytes('question,answer,language\nWo?,Dort.,de\n'), 'import.bad_row'],
    ['quote.csv', bytes('question,answer\n"open,x\n'), 'import.unreadable'],
    ['broken.pdf', bytes('%PDF-1.4 nothing more'), 'import.unreadable'],
    ['broken.docx', bytes('PK nothing more'), 'import.unreadable'],
    ['many.csv', bytes(`question,answer\n${'q,a\n'.repeat(201)}`), 'import.too_many'],
    ['long.md', bytes(`# A\n${'слово '.repeat(12_000)}`), 'import.section_too_long'],
  ])('%s', async (name, content, code) => {
    await expect(importDocument(name, content)).rejects.toMatchObject({ code });
  });

  it('when it would unpack to far more than it is', async () => {
    const trap = Buffer.alloc(200);
    trap.write('PK\u0003\u0004', 0, 'latin1');
    trap.write('PK\u0001\u0002', 60, 'latin1');
    trap.writeUInt32LE(900_000_000, 84);
    await expect(importDocument('trap.docx', trap)).rejects.toMatchObject({ code: 'import.too_large' });
  });
});
