export type { Html, Page, Section, SiteFrame, View } from './layout.ts';
export { SECTIONS } from './layout.ts';
export { type OpenDataDeps, registerOpenData } from './open-data/register-open-data.ts';
export { facts, figureList, monthText, notice, number, paragraphs, plain, sentence, table } from './parts.ts';
export { registerSite } from './register-site.ts';
export type { ChatDoor, SiteDeps } from './site-deps.ts';
export { createSitePages, type SitePages } from './site-pages.ts';
