import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_CASE, startSite } from './site.fixture.ts';

const PATHS = [
  '/',
  '/case',
  '/openness',
  '/openness?q=police',
  '/openness/topics',
  '/openness/regions',
  '/openness/almaty.police',
  '/openness/almaty.tax',
  '/openness/mia',
  '/rules',
  '/rules/gb',
  '/rules/kz.appk.review',
  '/rules/uk.foi?from=2026-11-23',
  '/calendar',
  '/calendar/tw/2027',
  '/real-bot',
  '/privacy',
  '/accessibility',
];

let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.app.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  site.app.inject({ url, headers: { accept: 'text/html', ...headers } });

describe('the public site', () => {
  it.each(['kk', 'ru', 'en'])(
    'shows every page in %s, with one heading, one main part and no script or inline style',
    async (language) => {
      for (const path of PATHS) {
        const { statusCode, body, headers } = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        expect([path, statusCode]).toEqual([path, 200]);
        expect(headers['content-language']).toBe(language);
        expect(body.match(/<h1>/g)).toHaveLength(1);
        expect(body.match(/<main /g)).toHaveLength(1);
        expect(body).not.toMatch(/<script| style=|<style|&#60;(p|li|a|ul)/);
        expect(body).not.toMatch(/undefined|\[object|NaN/);
      }
    },
  );

  it('takes the language from the address, remembers it, and otherwise asks the browser', async () => {
    const chosen = await get('/?lang=kk', { 'accept-language': 'en' });
    expect(chosen.body).toContain('<html lang="kk">');
    const cookie = chosen.cookies.find(({ name }) => name === 'dauys_language');
    expect(cookie).toMatchObject({ value: 'kk', httpOnly: true, sameSite: 'Lax' });
    expect((await get('/', { cookie: 'dauys_language=kk', 'accept-language': 'en' })).body).toContain(
      '<html lang="kk">',
    );
    expect((await get('/', { 'accept-language': 'en-GB,en;q=0.8' })).body).toContain('<html lang="en">');
    expect((await get('/?lang=<script>', { 'accept-language': 'en' })).body).toContain('<html lang="en">');
  });

  it('serves its one stylesheet from itself, for ever', async () => {
    const href = /rel="stylesheet" href="([^"]+)"/.exec((await get('/')).body)?.[1] ?? '';
    const style = await get(href);
    expect(style.statusCode).toBe(200);
    expect(style.headers['cache-control']).toContain('immutable');
    expect(style.body.length).toBeLessThan(12_000);
  });

  it('says who answers in sentences, law and promise apart, three verdicts never as one', async () => {
    const { body } = await get('/openness?lang=en');
    expect(body).toContain('Answered in time by law: <strong>81 of 100</strong>');
    expect(body).toContain('Answered by the date we promised');
    expect(body).toMatch(
      /it helped — <strong>340<\/strong>, in part — <strong>83<\/strong>, it did not — <strong>60<\/strong>/,
    );
    expect(body).toContain('We do not take silence for a yes');
  });

  it('shows no figure of a body with few cases, and hides few answers of people', async () => {
    const { body } = await get('/openness?lang=en');
    const few = body.slice(body.indexOf('Too few cases to show figures'));
    expect(few).toContain('/openness/almaty.tax');
    expect((await get('/openness/almaty.tax?lang=en')).body).toContain('Fewer than 10 cases');
    expect((await get('/openness/almaty.prosecutor?lang=en')).body).toContain('in part — <strong>hidden</strong>');
  });

  it('computes an example of a rule before the reader, and says so when it cannot', async () => {
    const { body } = await get('/rules/kz.appk.review?lang=en&from=2026-11-23');
    expect(body).toContain('Mon, 14 December 2026');
    expect((await get('/rules/kz.appk.review?lang=en&from=2031-01-10')).body).toContain('calendar');
    expect((await get('/rules/kz.appk.review?from=tomorrow')).statusCode).toBe(400);
  });

  it('marks holidays and worked Saturdays in the year', async () => {
    const { body } = await get('/calendar/kz/2026?lang=en');
    expect(body).toContain('class="holiday"');
    expect(body.match(/class="month"/g)).toHaveLength(12);
    expect((await get('/calendar/kz/1999')).statusCode).toBe(404);
    expect((await get('/calendar/xx')).statusCode).toBe(404);
  });

  it('answers unknown addresses with a page for people and a problem for programs', async () => {
    const page = await get('/no-such-page?lang=ru');
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.body).toContain('Такой страницы нет');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const program = await site.app.inject({ url: '/api/v1/nothing', headers: { accept: 'application/json' } });
    expect([program.statusCode, program.headers['content-type']]).toEqual([404, 'application/problem+json']);
    expect((await get('/openness/%3Cscript%3E')).statusCode).toBe(404);
  });

  it('names files that machines look for', async () => {
    expect((await get('/robots.txt')).body).toContain('Sitemap: http://localhost:3000/sitemap.xml');
    expect((await get('/sitemap.xml')).body).toContain(
      '<url><loc>http://localhost:3000/rules/kz.appk.review</loc></url>',
    );
    expect((await get('/.well-known/security.txt')).body).toMatch(/^Contact: .+\nExpires: 2027-05-21T05:00:00Z\n/);
  });
});

describe('a site with a mail address', () => {
  it('names the bare address, however the sender is written', async () => {
    const other = await startSite({ contactMail: 'Dauys <help@example.org>' });
    expect((await other.app.inject({ url: '/.well-known/security.txt' })).body).toContain(
      'Contact: mailto:help@example.org\n',
    );
    expect((await other.app.inject({ url: '/accessibility' })).body).toContain('href="mailto:help@example.org"');
    await other.app.close();
  });
});

describe('checking a case by its number', () => {
  it('shows state, dates and body, however the number is written', async () => {
    for (const written of [SAMPLE_CASE.number, '472-918-9', ' № 472 918 9 ']) {
      const { body } = await get(`/case?lang=en&number=${encodeURIComponent(written)}`);
      expect(body).toContain('Case 472-918-9');
      expect(body).toContain('Police Department of Almaty');
      expect(body).toContain('Mon, 14 December 2026');
    }
  });

  it('answers the same for a number never given, a wrong check digit and nonsense', async () => {
    const strip = (body: string, written: string) =>
      body.replaceAll(encodeURIComponent(written), '').replaceAll(written, '');
    const answers = await Promise.all(
      ['1234567', '4729181', 'abc'].map(async (written) =>
        strip((await get(`/case?lang=en&number=${written}`)).body, written),
      ),
    );
    expect(new Set(answers).size).toBe(1);
  });

  it('is not cached, not indexed, and refuses whoever tries numbers', async () => {
    const first = await get('/case?number=4729189', { 'x-test': '1' });
    expect(first.headers['cache-control']).toBe('no-store');
    expect(first.body).toContain('noindex');
    const fresh = await startSite();
    const codes: number[] = [];
    for (let index = 0; index < 25; index += 1)
      codes.push((await fresh.app.inject({ url: '/case?number=1' })).statusCode);
    expect(codes.filter((code) => code === 429)).toHaveLength(5);
    await fresh.app.close();
  });

  it('escapes what was typed', async () => {
    const { body } = await get(`/case?number=${encodeURIComponent('"><img src=x>')}`);
    expect(body).not.toContain('<img src=x>');
  });
});

describe('a site without figures yet', () => {
  it('says so instead of showing zeros', async () => {
    const empty = await startSite({}, []);
    for (const path of ['/', '/openness', '/openness/topics']) {
      const { statusCode, body } = await empty.app.inject({ url: `${path}?lang=ru`, headers: { accept: 'text/html' } });
      expect(statusCode).toBe(200);
      if (path !== '/openness/topics') expect(body).toContain('Цифр пока нет');
    }
    await empty.app.close();
  });

  it('shows a page with a code when something fails, and keeps the reason in the log', async () => {
    const broken = await startSite({ figures: { snapshot: () => Promise.reject(new Error('secret reason')) } });
    const { statusCode, body } = await broken.app.inject({ url: '/?lang=en' });
    expect(statusCode).toBe(500);
    expect(body).toMatch(/Code of the failure: [0-9a-f]{8}/);
    expect(body).not.toContain('secret reason');
    await broken.app.close();
  });
});
