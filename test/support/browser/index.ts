export { launchBrowser, type PageOptions, screenshot, type TestBrowser } from './browser.ts';
