import { html } from 'ghtml';
import type { Language } from '../../kernel/language.ts';
import { LANGUAGES } from '../../kernel/language.ts';
import type { TextArguments, Translate } from '../../platform/texts/texts.ts';
import { STYLE_URL } from './assets.ts';

/** Markup that is already escaped. Inside `` html`…` `` it is placed with `!${…}`; everything else with `${…}`. */
export type Html = string;

/** The parts of the site that stand in the navigation. */
export const SECTIONS = ['petitions', 'surveys', 'answers', 'case', 'openness', 'rules'] as const;
export type Section = (typeof SECTIONS)[number];

const SECTION_PATHS: Record<Section, string> = {
  petitions: '/petitions',
  surveys: '/surveys',
  answers: '/answers',
  case: '/case',
  openness: '/openness',
  rules: '/rules',
};
const FOOTER_PATHS = {
  'real-bot': '/real-bot',
  'open-data': '/open-data',
  calendar: '/calendar',
  privacy: '/privacy',
  accessibility: '/accessibility',
} as const;
const LANGUAGE_NAMES: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** One request for a page: who reads it in which language, and where they are. */
export interface View {
  readonly language: Language;
  /** Path and query without `lang`, for the language links. */
  readonly address: string;
  t(key: string, args?: TextArguments): string;
}

export interface Page {
  /** Also the heading of level one, unless `heading` says otherwise. */
  readonly title: string;
  readonly heading?: string;
  /** One sentence under the heading, and the description for search engines. */
  readonly lead?: string;
  readonly body: Html;
  readonly section?: Section;
  /** The way back, nearest parent last. */
  readonly trail?: readonly { readonly href: string; readonly label: string }[];
  /** Absolute address of a picture for those who pass the page on. */
  readonly image?: string;
  /** Personal or passing pages stay out of search engines. */
  readonly hidden?: boolean;
}

export interface SiteFrame {
  readonly t: Translate;
  readonly publicUrl: string;
  /** Sections of this installation; a part that does not run gets no link. */
  readonly sections: readonly Section[];
}

/**
 * The one frame of every public page: skip link, landmarks, navigation, languages, footer. No script, no inline style.
 *
 * How to add pages: take `pages` from `createSitePages(…)` (see `site-pages.ts`), register inside
 * `pages.register(app, (scope) => …)` so that errors and unknown addresses look like the site, and in a route
 * `const view = pages.view(request, reply); return pages.send(reply, view, { title, lead, body, section })`.
 * Build `body` with ghtml's `html`; ready-made pieces (figures, tables, forms, notices) are in `parts.ts`; the class
 * names are in `site.css`. Texts of a part lie in its own locale area.
 */
export function renderPage({ publicUrl, sections }: SiteFrame, view: View, page: Page): Html {
  const { language, t } = view;
  const name = t('site-name');
  const title = page.title === name ? `${name}: ${t('site-tagline')}` : `${page.title} · ${name}`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
!${page.lead ? html`<meta name="description" content="${page.lead}">` : ''}
!${page.image ? html`<meta property="og:title" content="${page.title}"><meta property="og:type" content="article"><meta property="og:image" content="${page.image}"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630"><meta name="twitter:card" content="summary_large_image">` : ''}
!${page.hidden ? '<meta name="robots" content="noindex">' : alternates(publicUrl, view)}
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#111417">
<link rel="stylesheet" href="${STYLE_URL}">
<link rel="icon" href="/site/icon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#main">${t('site-skip')}</a>
<header class="top">
<div class="column">
<div class="brand"><a class="name" href="/"><img src="/site/icon.svg" alt="" width="32" height="32">${name}</a>
<nav class="languages" aria-label="${t('site-languages')}"><ul>!${LANGUAGES.map((each) => languageLink(each, view))}</ul></nav></div>
<nav class="sections" aria-label="${t('site-sections')}"><ul>!${sections.map((section) => sectionLink(section, page, view))}</ul></nav>
</div>
</header>
<main id="main" class="column" tabindex="-1">
!${trailOf(page, view)}
<h1>${page.heading ?? page.title}</h1>
!${page.lead ? html`<p class="lead">${page.lead}</p>` : ''}
!${page.body}
</main>
<footer class="bottom">
<div class="column">
<nav aria-label="${t('site-about')}"><ul>!${Object.entries(FOOTER_PATHS).map(
    ([key, path]) => html`<li><a href="${path}">${t(`site-link-${key}`)}</a></li>`,
  )}</ul></nav>
<p>${t('site-footer')}</p>
</div>
</footer>
</body>
</html>
`;
}

function alternates(publicUrl: string, { address }: View): Html {
  const base = `${publicUrl}${address}${address.includes('?') ? '&' : '?'}lang=`;
  return LANGUAGES.map((each) => html`<link rel="alternate" hreflang="${each}" href="${base}${each}">`).join('');
}

function languageLink(each: Language, { language, address }: View): Html {
  const href = `${address}${address.includes('?') ? '&' : '?'}lang=${each}`;
  return each === language
    ? html`<li><a href="${href}" lang="${each}" hreflang="${each}" aria-current="true">${LANGUAGE_NAMES[each]}</a></li>`
    : html`<li><a href="${href}" lang="${each}" hreflang="${each}">${LANGUAGE_NAMES[each]}</a></li>`;
}

function sectionLink(section: Section, page: Page, { t }: View): Html {
  const current = page.section === section;
  return current
    ? html`<li><a href="${SECTION_PATHS[section]}" aria-current="page">${t(`site-section-${section}`)}</a></li>`
    : html`<li><a href="${SECTION_PATHS[section]}">${t(`site-section-${section}`)}</a></li>`;
}

function trailOf({ trail = [] }: Page, { t }: View): Html {
  if (trail.length === 0) return '';
  return html`<nav class="trail" aria-label="${t('site-trail')}"><ol>!${trail.map(
    ({ href, label }) => html`<li><a href="${href}">${label}</a></li>`,
  )}</ol></nav>`;
}
