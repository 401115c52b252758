import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { unpackChromium } from './chromium.ts';

const ARTEFACTS = join(import.meta.dirname, '../../artefacts');

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly locale?: 'kk' | 'ru' | 'en';
  readonly timezone?: string;
  /** Off: the page must be readable without scripts. */
  readonly javaScript?: boolean;
}

export interface TestBrowser {
  /** A page with cookies and storage of its own. */
  newPage(options?: PageOptions): Promise<Page>;
  /** Uncaught errors, console errors and failed loads of every page so far; a good story ends with none. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

/** Chromium now and then crashes while it starts; that says nothing about a page. */
const LAUNCHES = 3;

async function launch(): Promise<Browser> {
  const { executablePath, env } = await unpackChromium();
  for (let left = LAUNCHES - 1; ; left -= 1) {
    try {
      return await chromium.launch({
        executablePath,
        headless: true,
        env: { ...env, PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/tmp' },
        args: [
          '--headless=shell',
          '--no-sandbox',
          '--disable-dev-shm-usage',
          '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
          '--font-render-hinting=none',
        ],
      });
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** One browser per test file is enough: pages share nothing. It reaches this machine only, and no other host. */
export async function launchBrowser(): Promise<TestBrowser> {
  const browser = await launch();
  const problems: string[] = [];
  return {
    problems,
    newPage: async (options = {}) => {
      const context = await browser.newContext({
        viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
        colorScheme: options.colorScheme ?? 'light',
        locale: options.locale ?? 'en',
        timezoneId: options.timezone ?? 'Asia/Almaty',
        javaScriptEnabled: options.javaScript ?? true,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`);
      });
      return page;
    },
    close: () => browser.close(),
  };
}

/** Writes `test/artefacts/<name>.png` for people to look at; no test compares pixels. */
export async function screenshot(page: Page, name: string, { fullPage = false } = {}): Promise<string> {
  mkdirSync(ARTEFACTS, { recursive: true });
  const path = join(ARTEFACTS, `${name}.png`);
  await page.screenshot({ path, fullPage });
  return path;
}
