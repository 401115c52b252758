import { html } from 'ghtml';
import type { PetitionView } from '../../../../petitions/index.ts';
import type { Html, Page, View } from '../../layout.ts';
import { facts, notice, plain } from '../../parts.ts';
import type { PetitionPagesDeps } from '../petition-pages-deps.ts';
import { words } from '../petition-parts.ts';
import { goalWords, type Problem, textField } from './writing-pages.ts';

type Names = PetitionPagesDeps['names'];
type Mine = Awaited<ReturnType<PetitionPagesDeps['petitions']['view']['ofCitizen']>>;

/** What somebody wrote and what they support. */
export function minePage({ t }: View, items: Mine, around: Html): Page {
  const list = (own: boolean) => items.filter((item) => item.own === own);
  const rows = (mine: Mine, none: string) =>
    mine.length === 0
      ? html`<p>${none}</p>`
      : html`<ul class="rows">!${mine.map(
          ({ code, ask, state, own }) =>
            html`<li><a href="${own ? `/petitions/mine/${code}` : `/petitions/${code}`}">${ask}</a><span class="quiet">${t('petition-state', { state })}</span></li>`,
        )}</ul>`;
  return {
    title: t('petition-own-title'),
    section: 'petitions',
    hidden: true,
    trail: [{ href: '/petitions', label: t('petition-site-title') }],
    body: html`!${around}<p><a class="button" href="/petitions/new">${t('petition-button-new')}</a></p>
<h2>${t('writing-mine-written')}</h2>!${rows(list(true), t('writing-mine-none'))}
<h2>${t('writing-mine-supported')}</h2>!${rows(list(false), t('writing-mine-none-supported'))}`,
  };
}

interface Own {
  readonly names: Names;
  /** The link sponsors open, with the author's mark. */
  readonly link: string;
  readonly address: string;
  readonly problem: Problem | null;
  readonly around: Html;
}

/** One's own petition: as everybody will see it, and what can be done with it now. */
export function ownPage(view: View, shown: PetitionView, own: Own): Page {
  const { t, language } = view;
  const { petition, authority, profile } = shown;
  const text = petition.published ?? petition.original;
  const to = petition.agencyCode ? own.names.agency(petition.agencyCode, language) : authority.name[language];
  return {
    title: text.ask,
    section: 'petitions',
    hidden: true,
    trail: [
      { href: '/petitions', label: t('petition-site-title') },
      { href: '/petitions/mine', label: t('petition-own-title') },
    ],
    body: html`!${own.around}!${petition.state === 'draft' ? html`<p class="quiet">${t('writing-step', { at: 3, of: 3 })}. ${t('petition-new-preview')}</p>` : ''}
!${facts([
      [t('petition-to', { to: '' }).replace(/[:\s]+$/, ''), plain(to)],
      [profile.name[language], plain(t('petition-state', { state: petition.state }))],
    ])}
!${words(text.why)}!${text.details ? html`<h2>${t('petition-site-details')}</h2>!${words(text.details)}` : ''}
!${nextStep(view, shown, own)}`,
  };
}

function nextStep(view: View, shown: PetitionView, own: Own): Html {
  const { t, language } = view;
  const { petition, counts, profile } = shown;
  const post = (verb: string, key: string, minor = false) =>
    html`<form class="inline" method="post" action="/petitions/mine/${petition.code}/${verb}"><button!${minor ? ' class="minor"' : ''}>${t(key)}</button></form>`;
  const byDay = (key: string, on: typeof petition.sponsorsUntil) =>
    on ? html`<p>${t(key, { on: own.names.day(on, language) })}</p>` : '';
  switch (petition.state) {
    case 'draft':
      return draftStep(view, shown, own, post);
    case 'gathering_sponsors':
      return html`<h2>${t('writing-sponsors')}</h2>
<p>${t('petition-sponsors', { required: profile.sponsors.count, count: Math.max(0, counts.support - 1) })}</p>!${byDay('petition-sponsors-until', petition.sponsorsUntil)}
<p>${t('writing-sponsors-link')}</p>!${notice(html`<p class="code">${own.link}</p>!${own.link === own.address ? '' : html`<p class="code">${own.address}</p>`}`)}
<p><a class="button" href="https://t.me/share/url?${new URLSearchParams({ url: own.link, text: t('petition-share-text', { ask: petition.original.ask }) })}" rel="noreferrer">${t('petition-button-share')}</a></p>
!${withdraw(view, post)}`;
    case 'in_moderation':
      return html`!${byDay('petition-moderation', petition.moderationDueOn)}!${withdraw(view, post)}`;
    case 'rejected':
      return html`!${notice(html`<p>${t('petition-rejected', { reason: t('petition-rejection', { code: petition.rejection?.code ?? '' }) })}</p>!${petition.rejection?.note ? words(petition.rejection.note) : ''}`)}
!${petition.appealed ? html`<p>${t('refusal-petition-appeal-used-up')}</p>` : html`<p>${t('writing-appeal-note')}</p>!${post('appeal', 'petition-button-appeal')}`}`;
    case 'withdrawn':
      return html`<p>${t('petition-withdrawn-own')}</p>`;
    case 'open':
      return html`<p><a class="button" href="/petitions/${petition.code}">${t('petition-button-page')}</a></p>!${withdraw(view, post)}`;
    default:
      return html`<p><a class="button" href="/petitions/${petition.code}">${t('petition-button-page')}</a></p>`;
  }
}

type Post = (verb: string, key: string, minor?: boolean) => Html;

function draftStep(view: View, { petition, profile }: PetitionView, own: Own, post: Post): Html {
  const { t } = view;
  const goals = goalWords(t, petition.thresholds, profile);
  const { count } = profile.sponsors;
  const { ask, why, details } = petition.original;
  return html`<ul>!${goals.map((goal) => html`<li>${goal}</li>`)}</ul><p>${count > 0 ? t('petition-new-next', { required: count }) : t('petition-new-next-direct')}</p>
!${post('submit', 'petition-button-submit')}!${post('discard', 'writing-discard', true)}
<details!${own.problem ? ' open' : ''}><summary>${t('writing-change')}</summary><form class="writing" method="post" action="/petitions/mine/${petition.code}/amend">
!${textField(view, 'ask', ask, own.problem, 3)}!${textField(view, 'why', why, own.problem, 6)}!${textField(view, 'details', details, own.problem, 8)}<button>${t('writing-save')}</button></form></details>`;
}

const withdraw = ({ t }: View, post: Post): Html =>
  html`<details><summary>${t('petition-button-author-withdraw')}</summary><p>${t('petition-withdraw-own-sure')}</p>!${post('withdraw', 'petition-withdraw-own-yes', true)}</details>`;
