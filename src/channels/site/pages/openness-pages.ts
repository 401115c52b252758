import { html } from 'ghtml';
import type { Agency } from '../../../agencies/index.ts';
import { dayText } from '../../../deadlines/index.ts';
import {
  type FigureScope,
  MIN_CELL,
  MIN_GROUP,
  type PublicGroup,
  type PublicSnapshot,
} from '../../../transparency/index.ts';
import type { Html, Page, View } from '../layout.ts';
import { figureList, monthText, plain, table } from '../parts.ts';
import { figureCells, figureColumns, figureSentences } from './figure-sentences.ts';

type Nameable = Exclude<FigureScope, 'all'>;
const SCOPE_PATHS: Record<Nameable, string> = {
  agency: '/openness',
  topic: '/openness/topics',
  region: '/openness/regions',
};

export interface Naming {
  name(scope: Nameable, key: string): string;
}

const columns = (view: View, first: string, withSaid: boolean) => [
  { label: first },
  ...figureColumns(withSaid).map((key) => ({ label: view.t(`site-column-${key}`), numeric: true })),
];

/** How it was counted, and where the same can be had as data. */
function method({ t, language }: View, snapshot: PublicSnapshot, query: string): Html {
  return html`<h2>${t('site-openness-method')}</h2>
<p>${t('site-openness-counting')}</p>
<p>${t('site-openness-small', { group: MIN_GROUP, cell: MIN_CELL })}</p>
<p><a href="/open-data/period-figures.csv${query}">${t('site-openness-csv')}</a> · <a href="/open-data/monthly-figures.csv${query}">${t('site-openness-csv-months')}</a> · <a href="/open-data/period-figures.json${query}">JSON</a> · <a href="/open-data">${t('site-link-open-data')}</a></p>
<p class="quiet">${snapshot.asOf ? t('site-openness-as-of', { day: dayText(language, snapshot.asOf, true) }) : ''}</p>`;
}

const bySize = (a: PublicGroup, b: PublicGroup): number =>
  (b.figures?.counts.received ?? 0) - (a.figures?.counts.received ?? 0) || (a.key < b.key ? -1 : 1);

/** Bodies, topics or regions side by side; who is too small to publish is named without figures. */
export function opennessPage(
  view: View,
  {
    scope,
    snapshot,
    naming,
    found,
    query,
  }: { scope: Nameable; snapshot: PublicSnapshot; naming: Naming; found: readonly Agency[]; query: string },
): Page {
  const { t, language } = view;
  const groups = [...snapshot.groups(scope)].sort(bySize);
  const shown = groups.filter(({ figures }) => figures !== null);
  const small = groups.filter(({ figures }) => figures === null);
  const link = (key: string) =>
    scope === 'agency'
      ? html`<a href="/openness/${encodeURIComponent(key)}">${naming.name(scope, key)}</a>`
      : plain(naming.name(scope, key));
  const months = snapshot.months('all', '');
  return {
    title: t(`site-openness-${scope}-title`),
    lead: t('site-openness-lead'),
    section: 'openness',
    body: html`
<nav aria-label="${t('site-openness-by')}"><ul>!${(Object.keys(SCOPE_PATHS) as Nameable[]).map((each) =>
      each === scope
        ? html`<li><a href="${SCOPE_PATHS[each]}" aria-current="page">${t(`site-openness-by-${each}`)}</a></li>`
        : html`<li><a href="${SCOPE_PATHS[each]}">${t(`site-openness-by-${each}`)}</a></li>`,
    )}</ul></nav>
!${scope === 'agency' ? overall(view, snapshot) : ''}
!${scope === 'agency' ? search(view, query, found) : ''}
!${
      shown.length > 0
        ? table(
            t(`site-openness-${scope}-table`),
            columns(view, t(`site-column-${scope}`), true),
            shown.map(({ key, figures }) => [link(key), ...figureCells(view, figures, true)]),
          )
        : ''
    }
!${small.length > 0 ? html`<h2>${t('site-openness-too-few')}</h2><ul>!${small.map(({ key }) => html`<li>!${link(key)}</li>`)}</ul>` : ''}
!${
      scope === 'agency' && months.length > 0
        ? table(
            t('site-openness-months'),
            columns(view, t('site-column-month'), false),
            months.map(({ month, figures }) => [
              plain(monthText(language, month)),
              ...figureCells(view, figures, false),
            ]),
          )
        : ''
    }
!${method(view, snapshot, `?scope=${scope}`)}`,
  };
}

function overall(view: View, { overview }: PublicSnapshot): Html {
  return overview ? figureList(figureSentences(view, overview)) : html`<p>${view.t('site-home-no-figures')}</p>`;
}

function search({ t, language }: View, query: string, found: readonly Agency[]): Html {
  return html`<h2>${t('site-openness-find')}</h2>
<form method="get" action="/openness" role="search"><label for="q">${t('site-openness-find-label')}</label>
<input type="search" id="q" name="q" maxlength="80" value="${query}"><div><button type="submit">${t('site-openness-find-button')}</button></div></form>
!${
    query === ''
      ? ''
      : html`<div role="status">!${
          found.length === 0
            ? html`<p>${t('site-openness-nobody')}</p>`
            : html`<ul>!${found.map(({ code, name }) => html`<li><a href="/openness/${code}">${name[language]}</a></li>`)}</ul>`
        }</div>`
  }`;
}

/** One body: who it is, what it decides, how it answers. */
export function agencyPage(
  view: View,
  {
    agency,
    superior,
    place,
    topics,
    snapshot,
  }: {
    agency: Agency;
    superior: Agency | null;
    place: string | null;
    topics: readonly string[];
    snapshot: PublicSnapshot;
  },
): Page {
  const { t, language } = view;
  const { figures } = snapshot.group('agency', agency.code);
  const months = snapshot.months('agency', agency.code);
  return {
    title: agency.name[language],
    lead: t(`site-agency-connection-${agency.connection}`),
    section: 'openness',
    trail: [{ href: '/openness', label: t('site-section-openness') }],
    body: html`
!${figures ? figureList(figureSentences(view, figures)) : html`<p>${t('site-agency-no-figures', { group: MIN_GROUP })}</p>`}
!${
      months.length > 0
        ? table(
            t('site-openness-months'),
            columns(view, t('site-column-month'), false),
            months.map((month) => [
              plain(monthText(language, month.month)),
              ...figureCells(view, month.figures, false),
            ]),
          )
        : ''
    }
<h2>${t('site-agency-about')}</h2>
<ul>!${place ? html`<li>${t('site-agency-place', { place })}</li>` : html`<li>${t('site-agency-everywhere')}</li>`}
!${superior ? html`<li>${t('site-agency-superior')} <a href="/openness/${superior.code}">${superior.name[language]}</a></li>` : ''}
<li>${t(`site-agency-sector-${agency.sector.replace('_', '-')}`)}</li></ul>
!${topics.length > 0 ? html`<h2>${t('site-agency-topics')}</h2><ul>!${topics.map((topic) => html`<li>${topic}</li>`)}</ul>` : ''}
!${method(view, snapshot, `?scope=agency&key=${encodeURIComponent(agency.code)}`)}`,
  };
}
