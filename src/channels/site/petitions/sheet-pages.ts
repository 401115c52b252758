import { html } from 'ghtml';
import type { Day } from '../../../kernel/day.ts';
import type { PetitionView } from '../../../petitions/index.ts';
import { STYLE_URL } from '../assets.ts';
import type { Html, Page, View } from '../layout.ts';
import type { PetitionPagesDeps } from './petition-pages-deps.ts';
import { countFigures, words } from './petition-parts.ts';

type Names = PetitionPagesDeps['names'];

/** A sheet to hang up at the entrance: what is asked, by when, and a square that a telephone reads. */
export function sheetPage(
  view: View,
  { petition, text, authority }: PetitionView,
  { names, address, closesOn }: { names: Names; address: string; closesOn: Day | null },
): Page {
  const { t, language } = view;
  return {
    title: text?.ask ?? '',
    section: 'petitions',
    hidden: true,
    trail: [{ href: `/petitions/${petition.code}`, label: t('petition-site-title') }],
    body: html`<p class="noprint">${t('petition-site-sheet-note')}</p>
!${words(text?.why ?? '')}
<p>${t('petition-to', { to: petition.agencyCode ? names.agency(petition.agencyCode, language) : authority.name[language] })}</p>
<p><img src="/petitions/${petition.code}/qr.png" width="220" height="220" alt="${address}"></p>
<p><strong>${address}</strong></p>
!${closesOn ? html`<p>${t('petition-closes', { on: names.day(closesOn, language) })}</p>` : ''}
<p class="quiet">${t('petition-site-counts-note')}</p>`,
  };
}

/** A petition inside somebody else's page: no script, no cookie, one link. */
export function widgetPage(
  view: View,
  shown: PetitionView,
  { names, address }: { names: Names; address: string },
): Html {
  const { t, language } = view;
  const { petition, text } = shown;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${text?.ask ?? ''}</title>
<link rel="stylesheet" href="${STYLE_URL}">
</head>
<body class="widget">
<p><strong><a href="${address}" target="_blank" rel="noopener" lang="${petition.language}">${text?.ask ?? ''}</a></strong></p>
!${countFigures(view, shown, names)}
<p><a class="button" href="${address}" target="_blank" rel="noopener">${t('petition-site-widget-open')}</a></p>
</body>
</html>
`;
}

/** What an owner of a site copies. */
export const widgetCode = (address: string, ask: string): string =>
  `<iframe src="${address}/widget" width="360" height="380" loading="lazy" title="${ask.replaceAll('"', '&quot;')}"></iframe>`;
