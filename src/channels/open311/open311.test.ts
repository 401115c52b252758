import { describe, expect, it } from 'vitest';
import { instantText } from './instant-text.ts';
import { readFiling, readNumbers, readParameters, readRequestQuery } from './parameters.ts';
import { childNames, readXml, textOf } from './read-xml.fixture.ts';
import { toXml } from './xml.ts';

const now = new Date('2026-11-22T05:00:00Z');
const days = (from: Date | undefined, until: Date | undefined) =>
  ((until?.getTime() ?? 0) - (from?.getTime() ?? 0)) / 86_400_000;

describe('XML', () => {
  it('comes back as it went in, whatever was written', () => {
    for (const text of ['<b>&amp; "x" \'y\'</b>', 'Әлем & ғарыш ]]>', 'a\r\nb\tc', '😀', ' leading']) {
      expect(textOf(readXml(toXml(['r', [['t', text]]])), 't')).toBe(text);
    }
  });

  it('leaves out what XML forbids, and nothing else', () => {
    expect(textOf(readXml(toXml(['r', [['t', 'a\u0000b\u001Fc\uFFFFd\uD800e']]])), 't')).toBe('abcd\uFFFDe');
  });

  it('writes nothing as an empty element, and zero and false as words', () => {
    expect(
      toXml([
        'r',
        [
          ['a', null],
          ['b', ''],
          ['c', 0],
          ['d', false],
          ['e', []],
        ],
      ]),
    ).toContain('<a/><b/><c>0</c><d>false</d><e></e>');
    expect(
      childNames(
        readXml(
          toXml([
            'r',
            [
              ['a', null],
              ['b', 1],
            ],
          ]),
        ),
      ),
    ).toEqual(['a', 'b']);
  });
});

describe('instants', () => {
  it('carry the offset of the zone at that time', () => {
    expect(instantText(new Date('2026-12-14T13:30:05Z'), 'Asia/Almaty')).toBe('2026-12-14T18:30:05+05:00');
    expect(instantText(new Date('2026-07-01T12:00:00Z'), 'America/New_York')).toBe('2026-07-01T08:00:00-04:00');
    expect(instantText(new Date('2026-01-01T00:00:00Z'), 'UTC')).toBe('2026-01-01T00:00:00+00:00');
  });
});

describe('asking for requests', () => {
  it('looks back ninety days unless told otherwise', () => {
    const { from, until, limit } = readRequestQuery({}, now);
    expect([days(from, until), until, limit]).toEqual([90, now, 1000]);
    expect(days(...span({ start_date: '2026-01-01T00:00:00Z' }))).toBe(90);
    expect(days(...span({ end_date: '2026-01-01' }))).toBe(90);
  });

  it('refuses more than ninety days, dates in the wrong order and dates that are none', () => {
    for (const [parameters, message] of [
      [{ start_date: '2026-01-01', end_date: '2026-06-01' }, /span more than 90/],
      [{ start_date: '2026-06-01', end_date: '2026-01-01' }, /after end_date/],
      [{ start_date: 'yesterday' }, /start_date is not/],
      [{ status: 'resolved' }, /status/],
      [{ page_size: '5000' }, /page_size/],
    ] as const) {
      expect(() => readRequestQuery(parameters, now)).toThrow(message);
    }
  });

  it('takes a zone whose plus was not encoded', () => {
    expect(readRequestQuery({ start_date: '2026-11-01T00:00:00 05:00' }, now).from?.toISOString()).toBe(
      '2026-10-31T19:00:00.000Z',
    );
  });

  it('lets a list of numbers override every other filter, separators or not', () => {
    expect(readRequestQuery({ service_request_id: '472-918-9, 4729189,nonsense', status: 'nonsense' }, now)).toEqual({
      numbers: ['4729189', '4729189'],
      limit: 1000,
      offset: 0,
    });
    expect(() => readNumbers(Array.from({ length: 300 }, () => '1').join(','))).toThrow(/at most 200/);
  });

  it('pages', () => {
    expect(readRequestQuery({ page: '3', page_size: '50' }, now)).toMatchObject({ limit: 50, offset: 100 });
  });
});

describe('filing a request', () => {
  const read = (parameters: Record<string, string>) => () => readFiling(readParameters(Object.entries(parameters)));

  it.each([
    [{ lat: '43.2', long: '76.9' }, /service_code was not provided/],
    [{ service_code: 'road.pothole' }, /location was not provided/],
    [{ service_code: 'road.pothole', lat: '43.2' }, /together/],
    [{ service_code: 'road.pothole', lat: '143', long: '76.9' }, /lat is not valid/],
    [{ service_code: 'road.pothole', address_string: 'x', description: 'x'.repeat(4001) }, /description is not valid/],
    [{ service_code: 'road.pothole', address_string: 'x', media_url: 'javascript:alert(1)' }, /media_url is not valid/],
    [{ service_code: 'road.pothole', address_string: ' ' }, /location was not provided/],
  ])('refuses %j', (parameters, message) => {
    expect(read(parameters)).toThrow(message);
  });

  it('takes a place in any of the three ways', () => {
    for (const place of [{ lat: '43.2', long: '76.9' }, { address_string: 'Abay 10' }, { address_id: '750000000' }]) {
      expect(read({ service_code: 'road.pothole', ...place })).not.toThrow();
    }
  });
});

function span(parameters: Record<string, string>): [Date | undefined, Date | undefined] {
  const { from, until } = readRequestQuery(parameters, now);
  return [from, until];
}
