import { html } from 'ghtml';
import type { Page, View } from '../layout.ts';
import { facts, plain, sentence } from '../parts.ts';
import type { Dataset } from './dataset.ts';

export const LICENCE = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const;

/** What there is to take, and what every column means. */
export function openDataPage({ t }: View, datasets: readonly Dataset[]): Page {
  return {
    title: t('site-link-open-data'),
    lead: t('open-data-lead'),
    body: html`
<p>${t('open-data-licence')} <a href="${LICENCE.url}" rel="license noreferrer">${LICENCE.name}</a>. ${t('open-data-format')}</p>
<p>${t('open-data-programs')} <a href="/open-data/dictionary.json">dictionary.json</a> · <a href="/open-data/catalog.jsonld">catalog.jsonld (DCAT)</a> · <a href="/api/docs">API</a></p>
!${datasets.map(
      ({ name, fields }) => html`<h2 id="${name}">${t(`open-data-${name}`)}</h2>
<p>${t(`open-data-${name}-about`)}</p>
<p><a href="/open-data/${name}.csv">${name}.csv</a> · <a href="/open-data/${name}.csv?bom=1">${t('open-data-excel')}</a> · <a href="/open-data/${name}.json">${name}.json</a></p>
<details><summary>${t('open-data-columns')}</summary>
!${facts(fields.map(({ name: field, type }) => [field, html`${t(`open-data-field-${field.replaceAll('_', '-')}`)} <span class="tag">${t(`open-data-type-${type}`)}</span>`]))}</details>`,
    )}
<h2 id="open311">Open311</h2><p>!${sentence(t('open-data-open311'))} <a href="/open311/v2/discovery.json">discovery.json</a></p>
<h2>${t('open-data-hidden')}</h2><p>!${plain(t('open-data-hidden-why'))}</p>`,
  };
}
