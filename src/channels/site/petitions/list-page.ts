import { html } from 'ghtml';
import type { Day } from '../../../kernel/day.ts';
import { type PetitionListItem, type PetitionState, stateOn } from '../../../petitions/index.ts';
import type { Html, Page, View } from '../layout.ts';
import type { PetitionPagesDeps } from './petition-pages-deps.ts';

export const FILTERS = {
  open: ['open', 'threshold_reached'],
  waiting: ['threshold_reached'],
  replied: ['replied', 'followed_up'],
  ended: ['followed_up', 'expired', 'stopped'],
} as const satisfies Record<string, readonly PetitionState[]>;
export type Filter = keyof typeof FILTERS;
export const PAGE_SIZE = 20;

interface Shown {
  readonly items: readonly PetitionListItem[];
  readonly total: number;
  readonly q: string;
  readonly filter: Filter;
  readonly order: 'newest' | 'support';
  readonly page: number;
  readonly territory: string | null;
  readonly today: Day;
}

/** Search, filters as links, petitions as a list: it reads without scripts and on paper. */
export function listPage(view: View, shown: Shown, names: PetitionPagesDeps['names'], map: Html): Page {
  const { t, language } = view;
  const link = (changes: Partial<Shown>): string => {
    const next = { ...shown, page: 0, ...changes };
    const query = new URLSearchParams({
      ...(next.q ? { q: next.q } : {}),
      ...(next.filter === 'open' ? {} : { show: next.filter }),
      ...(next.order === 'newest' ? {} : { order: next.order }),
      ...(next.territory ? { territory: next.territory } : {}),
      ...(next.page > 0 ? { page: String(next.page) } : {}),
    }).toString();
    return `/petitions${query ? `?${query}` : ''}`;
  };
  const choice = (href: string, label: string, current: boolean) =>
    current
      ? html`<li><a href="${href}" aria-current="true">${label}</a></li>`
      : html`<li><a href="${href}">${label}</a></li>`;
  const filters = Object.keys(FILTERS) as Filter[];
  return {
    title: t('petition-site-title'),
    lead: t('petition-site-counts-note'),
    section: 'petitions',
    body: html`
<p><a class="button" href="/petitions/new">${t('petition-button-new')}</a></p>
<p><a href="/petitions/mine">${t('petition-own-title')}</a></p>
<form action="/petitions" method="get" role="search"><label for="q">${t('petition-site-search')}</label>
<input type="search" id="q" name="q" value="${shown.q}" maxlength="80"> <button>${t('petition-site-search-button')}</button></form>
<nav aria-label="${t('petition-site-title')}"><ul>!${filters.map((filter) =>
      choice(link({ filter }), t(`petition-site-filter-${filter}`), filter === shown.filter),
    )}!${(['newest', 'support'] as const).map((order) =>
      choice(link({ order }), t(`petition-site-sort-${order}`), order === shown.order),
    )}</ul></nav>
!${map}!${shown.territory ? html`<p><strong>${names.territory(shown.territory, language)}</strong> · <a href="${link({ territory: null })}">${t('petition-site-everywhere')}</a></p>` : ''}
<p class="quiet">${t('petition-site-found', { total: shown.total })}</p>
!${shown.items.length === 0 ? html`<p>${t('petition-list-none')}</p>` : ''}
<ul class="rows">!${shown.items.map(
      (item) => html`<li><a href="/petitions/${item.code}" lang="${item.language}">${item.ask}</a>
<span class="quiet">${countsLine(view, item, names)}</span>
<span class="quiet">${[
        item.territoryCode ? names.territory(item.territoryCode, language) : '',
        t('petition-state', { state: stateOn(item, shown.today) }),
        item.closesOn && stateOn(item, shown.today) === 'open'
          ? t('petition-closes', { on: names.day(item.closesOn, language) })
          : '',
      ]
        .filter(Boolean)
        .join(' · ')}</span></li>`,
    )}</ul>
<p>!${shown.page > 0 ? html`<a href="${link({ page: shown.page - 1 })}" rel="prev">${t('petition-site-previous')}</a> ` : ''}
!${(shown.page + 1) * PAGE_SIZE < shown.total ? html`<a href="${link({ page: shown.page + 1 })}" rel="next">${t('petition-site-next')}</a>` : ''}</p>
<p><a href="/votes">${t('votes-site-title')}</a> · <a href="/petitions/decisions">${t('petition-site-decisions')}</a> · <a href="/petitions/log">${t('petition-site-log')}</a> ·
<a href="/petitions/feed.atom">${t('petition-site-feed')}</a> · <a href="/open-data/petitions.csv">CSV</a> · <a href="/open-data/petitions.json">JSON</a></p>`,
  };
}

function countsLine({ t, language }: View, item: PetitionListItem, names: PetitionPagesDeps['names']): string {
  const required = (counter: string) => item.thresholds.find((threshold) => threshold.counter === counter)?.required;
  const [signatures, legal] = [required('signatures'), required('legal_reading')];
  return [
    t('petition-support', { count: item.support }),
    signatures === undefined ? '' : t('petition-signatures-of', { count: item.signatures, required: signatures }),
    legal === undefined || item.legalReading === null || item.legalReadOn === null
      ? ''
      : t('petition-legal', { count: item.legalReading, required: legal, on: names.day(item.legalReadOn, language) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
