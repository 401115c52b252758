import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, screenshot, type TestBrowser } from './index.ts';

const PAGE = `<!doctype html><html lang="kk"><meta charset="utf-8"><title>Дауыс</title>
<body style="font: 24px 'Open Sans', sans-serif"><p id="text">Әлемнің қысқаша өңіндегі ұғым, үй, һәм іс</p>
<p id="same">Әлемнің қысқаша өңіндегі ұғым, үй, һәм іс</p></body></html>`;

let browser: TestBrowser;
let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

describe('the test browser', () => {
  it('draws every Kazakh letter, none as an empty box', async () => {
    const page = await browser.newPage({ width: 600, height: 200, locale: 'kk' });
    await page.goto(address);

    // A letter the font lacks is drawn as the same box as a code point that no font has.
    const missing = await page.evaluate(() => {
      const draw = (letter: string) => {
        const canvas = document.createElement('canvas');
        const pen = canvas.getContext('2d');
        if (pen === null) throw new Error('no canvas');
        pen.font = '40px sans-serif';
        pen.fillText(letter, 10, 60);
        return canvas.toDataURL();
      };
      const box = draw('\u{10FFFE}');
      const blank = draw(' ');
      return [...'әғқңөұүһіӘҒҚҢӨҰҮҺІ'].filter((letter) => [box, blank].includes(draw(letter)));
    });

    expect(missing).toEqual([]);
    await screenshot(page, 'kazakh-letters');
  });

  it('follows the wished size, colours and language, and reaches no other host', async () => {
    const page = await browser.newPage({ width: 390, height: 844, colorScheme: 'dark', locale: 'ru' });
    await page.goto(address);

    expect(
      await page.evaluate(() => [
        innerWidth,
        innerHeight,
        matchMedia('(prefers-color-scheme: dark)').matches,
        navigator.language,
      ]),
    ).toEqual([390, 844, true, 'ru']);
    await expect(page.goto('http://example.org/')).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/);
  });
});
