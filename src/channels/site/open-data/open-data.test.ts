import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSite } from '../site.fixture.ts';
import { toCsv } from './csv.ts';
import { registerOpenData } from './register-open-data.ts';

let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  site = await startSite();
  const { pages, tree, topicNames, figures, texts, law } = site.deps;
  await registerOpenData(site.app as never, {
    pages,
    t: texts.t,
    directory: site.jurisdiction.directory,
    topicNames,
    tree,
    figures,
    own: law.code,
    calendar: () => law.calendar,
  });
});
afterAll(() => site.app.close());

const get = (url: string, headers: Record<string, string> = {}) => site.app.inject({ url, headers });
const NAMES = ['agencies', 'topics', 'territories', 'period-figures', 'monthly-figures', 'rules', 'calendar'];

/** Reads RFC 4180 the slow way: a second opinion on the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (!quoted && letter === '\r' && text[at + 1] === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      rows.push([]);
      at += 1;
    } else cell += letter;
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  it('quotes by RFC 4180 and disarms formulas, but leaves numbers alone', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['x,"y"\n', -5],
          ['=1+1', null],
        ],
      ),
    ).toBe('a,b\r\n"x,""y""\n",-5\r\n\'=1+1,\r\n');
    expect(toCsv(['a'], [], { bom: true }).charCodeAt(0)).toBe(0xfeff);
  });
});

describe('open data', () => {
  it.each(NAMES)('gives %s as JSON and as CSV with the same rows and the columns of the dictionary', async (name) => {
    const json = (await get(`/open-data/${name}.json`)).json();
    const [head = [], ...rows] = readCsv((await get(`/open-data/${name}.csv`)).body);
    const dictionary = (await get('/open-data/dictionary.json')).json();
    const entry = dictionary.datasets.find((each: { name: string }) => each.name === name);

    expect(json.rows.length).toBeGreaterThan(0);
    expect(rows).toHaveLength(json.rows.length);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]));
    expect(head).toEqual(entry.fields.map((field: { name: string }) => field.name));
    expect(Object.keys(json.rows[0])).toEqual(head);
    expect(Object.keys(entry.title)).toEqual(['kk', 'ru', 'en']);
  });

  it('does not send an unchanged file again', async () => {
    const first = await get('/open-data/agencies.csv');
    const again = await get('/open-data/agencies.csv', { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(first.headers['access-control-allow-origin']).toBe('*');
    expect(first.headers['cache-control']).toContain('public');
  });

  it('leaves a small group empty and says that it is not published', async () => {
    const { rows } = (await get('/open-data/period-figures.json?scope=agency&key=almaty.tax')).json();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ published: false, received: null, resolved: null });
  });

  it('can be harvested as a DCAT catalogue', async () => {
    const response = await get('/open-data/catalog.jsonld');
    expect(response.headers['content-type']).toContain('application/ld+json');
    const listed = response.json()['dcat:dataset'];
    expect(listed).toHaveLength(NAMES.length);
    for (const { 'dcat:distribution': files } of listed) {
      for (const { 'dcat:downloadURL': url } of files) {
        expect((await get(new URL(url['@id']).pathname)).statusCode).toBe(200);
      }
    }
  });

  it('explains itself in three languages', async () => {
    for (const language of ['kk', 'ru', 'en']) {
      const { statusCode, body } = await get(`/open-data/?lang=${language}`, { accept: 'text/html' });
      expect(statusCode).toBe(200);
      for (const name of NAMES) expect(body).toContain(`/open-data/${name}.csv`);
    }
  });
});
