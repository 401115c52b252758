import { html } from 'ghtml';
import type { Day } from '../../../kernel/day.ts';
import { LANGUAGES } from '../../../kernel/language.ts';
import type { PublicSource, PublicSourceLine } from '../../../knowledge/index.ts';
import type { Html, Page, View } from '../layout.ts';
import { facts, notice, plain } from '../parts.ts';

interface Listed {
  readonly q: string;
  readonly items: readonly PublicSourceLine[];
  readonly page: number;
  readonly hasMore: boolean;
  readonly total: number;
}

/** Every approved answer, by its body; the search is the one that the chat uses. */
export function answersPage(view: View, { q, items, page, hasMore, total }: Listed): Page {
  const { t, language } = view;
  const link = (to: number): string =>
    `/answers?${new URLSearchParams({ ...(q ? { q } : {}), ...(to > 0 ? { page: String(to) } : {}) })}`;
  const row = ({ id, title, shownIn }: PublicSourceLine): Html =>
    html`<li><a href="/answers/${id}"!${shownIn === language ? '' : ` lang="${shownIn}"`}>${title}</a></li>`;
  const groups = q ? [] : [...Map.groupBy(items, ({ owner }) => owner)];
  return {
    title: t('answers-title'),
    lead: t('answers-lead', { total }),
    section: 'answers',
    body: html`
<form action="/answers" method="get" role="search" class="noprint"><label for="q">${t('answers-search')}</label>
<input type="search" id="q" name="q" value="${q}" maxlength="200"> <button>${t('answers-search-act')}</button></form>
!${items.length === 0 ? html`<p>${t('answers-none')}</p>` : ''}
!${q ? html`<ul class="rows">!${items.map(row)}</ul>` : ''}
!${groups.map(([owner, lines]) => html`<h2>${owner}</h2><ul class="rows">!${lines.map(row)}</ul>`)}
!${
      page > 0 || hasMore
        ? html`<nav class="noprint" aria-label="${t('answers-pages')}"><ul>!${page > 0 ? html`<li><a href="${link(page - 1)}">${t('answers-before')}</a></li>` : ''}!${hasMore ? html`<li><a href="${link(page + 1)}">${t('answers-after')}</a></li>` : ''}</ul></nav>`
        : ''
    }`,
  };
}

/** One answer as it stands today: what, whose, since when, from which text. Reads and prints without scripts. */
export function answerPage(view: View, source: PublicSource, dayText: (on: Day) => string): Page {
  const { t, language } = view;
  const { shown, content } = source;
  const isOther = shown.language !== language;
  const mark = isOther ? ` lang="${shown.language}"` : '';
  const others = LANGUAGES.filter((each) => content.translations[each] && each !== shown.language);
  return {
    title: shown.title,
    section: 'answers',
    trail: [{ href: '/answers', label: t('answers-title') }],
    body: html`
!${isOther ? notice(html`<p>${t(`knowledge-shown-in-${shown.language}`)}</p>`) : ''}
!${shown.notice ? notice(html`<p>${shown.notice}</p>`) : ''}
<div${mark}>!${shown.body.split(/\n{2,}/).map(
      (part) =>
        html`<p>!${part
          .split('\n')
          .map((line) => plain(line))
          .join('<br>')}</p>`,
    )}</div>
!${facts([
      [t('answers-owner'), plain(shown.owner)],
      [t('answers-checked'), plain(dayText(content.sourceOn))],
      [t('answers-valid'), content.validUntil === null ? null : plain(dayText(content.validUntil))],
      [
        t('answers-basis'),
        shown.references.length === 0
          ? null
          : shown.references
              .map(({ title, url }) => (url ? html`<a href="${url}" rel="noreferrer">${title}</a>` : plain(title)))
              .join('<br>'),
      ],
      [
        t('answers-languages'),
        others.length === 0
          ? null
          : others
              .map(
                (each) =>
                  html`<a href="/answers/${source.id}?lang=${each}" hreflang="${each}" lang="${each}">${t(`answers-language-${each}`)}</a>`,
              )
              .join(', '),
      ],
    ])}
<p class="quiet">${t('answers-ask')}</p>`,
  };
}
