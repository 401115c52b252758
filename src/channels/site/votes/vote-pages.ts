import { html } from 'ghtml';
import type { Day } from '../../../kernel/day.ts';
import {
  type CountedItem,
  type RoundView,
  roundStateOn,
  shuffled,
  takesProposals,
  takesVotes,
} from '../../../participation/index.ts';
import type { Html, Page, View } from '../layout.ts';
import { facts, notice, number, plain, table } from '../parts.ts';
import { heldTerm } from '../petitions/petition-parts.ts';
import { readerLine } from '../reader/enter-pages.ts';
import type { Reader } from '../reader/site-readers.ts';
import type { VotePagesDeps } from './votes-deps.ts';

type Names = VotePagesDeps['names'];
type Listed = Awaited<ReturnType<VotePagesDeps['votes']['view']['list']>>;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export function roundsPage(view: View, open: Listed, closed: Listed, names: Names, today: Day): Page {
  const { t, language } = view;
  const list = (rounds: Listed) =>
    rounds.length === 0
      ? html`<p>${t('votes-site-none')}</p>`
      : html`<ul class="rows">!${rounds.map(
          ({ code, title, kind, state, itemCount, voteUntil }) =>
            html`<li><a href="/votes/${code}">${title[language]}</a>
<span class="quiet">${[t('votes-kind', { kind }), t('votes-state', { state: roundStateOn({ state, voteUntil }, today) }), t('votes-items', { count: itemCount }), t('votes-until', { on: names.day(voteUntil, language) })].join(' · ')}</span></li>`,
        )}</ul>`;
  return {
    title: t('votes-site-title'),
    lead: t('votes-site-note'),
    section: 'petitions',
    body: html`<h2>${t('votes-site-open')}</h2>!${list(open)}<h2>${t('votes-site-closed')}</h2>!${list(closed)}`,
  };
}

interface Around {
  readonly names: Names;
  readonly today: Day;
  readonly botName: string | null;
  readonly territories: readonly { readonly territoryCode: string | null; readonly ballots: number }[];
  /** Votes of each project by place, where a place has enough of them. */
  readonly territoryVotes: readonly {
    readonly itemId: string;
    readonly territoryCode: string;
    readonly votes: number;
  }[];
  /** One reason for and one against each, the newest. */
  readonly reasons: readonly { readonly itemId: string; readonly verdict: string; readonly reason: string }[];
  /** Whoever told the site who they are. */
  readonly known: Reader | null;
  /** Orders the list for this reader. */
  readonly reader: string;
}

/** One round: what it is about, what was proposed, who was preferred, how it goes on. */
export function roundPage(view: View, shown: RoundView, around: Around): Page {
  const { t, language } = view;
  const { names, today, botName, territories, reader, known, reasons } = around;
  const { round, items, ballots } = shown;
  const admitted = items.filter(({ state }) => state === 'admitted');
  const taken = items.filter(({ state }) => ['admitted', 'chosen', 'not_chosen'].includes(state)).length;
  const open = takesVotes(round, today);
  const hidden = round.kind === 'budget' && round.state !== 'closed';
  const currency = round.currency ?? '';
  return {
    title: round.title[language],
    lead: round.about[language],
    section: 'petitions',
    trail: [{ href: '/votes', label: t('votes-site-title') }],
    body: html`
!${facts([
      [t('votes-kind', { kind: round.kind }), plain(t('votes-state', { state: roundStateOn(round, today) }))],
      [t('votes-items', { count: taken }).replace(/:.*$/, ''), plain(number(language, taken))],
      ...(round.budget === null
        ? []
        : [
            [
              t('votes-budget', { sum: '', currency: '' }).replace(/[:\s]+$/, ''),
              plain(`${number(language, round.budget)} ${currency}`),
            ] as const,
          ]),
    ])}
<p>${t('votes-until', { on: names.day(round.voteUntil, language) })}. ${t('votes-fair')}</p>
!${known ? readerLine(view, known) : ''}
!${open && admitted.length > 0 ? html`<form class="inline" method="post" action="/votes/${round.code}/next"><button>${t('votes-site-browser')}</button></form>` : ''}
!${open && round.rule.type !== 'none' ? html`<a class="button" href="/votes/${round.code}/ballot">${t('votes-ballot')}</a> ` : ''}
!${takesProposals(round, today) ? html`<a class="button minor" href="/votes/${round.code}/propose">${t('votes-propose')}</a> ` : ''}
!${open && botName ? html`<a class="button minor" href="https://t.me/${botName}?start=v_${round.code}">${t('votes-site-in-chat')}</a>` : ''}
!${open && admitted.length > 0 && !known ? html`<p class="quiet">${t('votes-site-browser-note')} <a href="/enter?to=/votes/${round.code}">${t('votes-site-enter')}</a></p>` : ''}
!${heldNote(view, shown, names, today)}
!${hidden ? html`<p>${t('votes-results-later')}</p>` : round.kind === 'budget' ? budgetResult(view, shown) : rankingTable(view, shown)}
!${round.kind === 'budget' && !hidden ? html`<p>${t('votes-ballots', { count: ballots })}</p>!${byPlace(view, territories, names)}!${itemsByPlace(view, shown, around)}` : ''}
!${progressOf(view, items, names)}
<h2>${t('votes-site-proposals')}</h2><p class="quiet">${t('votes-site-order')}</p>
<ul class="rows">!${shuffled(
      round.seed,
      reader,
      items.filter(({ state }) => !['proposed', 'refused', 'withdrawn'].includes(state)),
    ).map(
      (
        item,
      ) => html`<li><strong lang="${item.language}">${item.title}</strong>!${item.petitionCode ? html` <a href="/petitions/${item.petitionCode}">${t('votes-site-petition')}</a>` : ''}
<p class="plain" lang="${item.language}">${item.body}</p>!${item.cost === null ? '' : html`<span class="quiet">${t('votes-cost', { sum: number(language, item.cost), currency })}</span>`}!${reasonsOf(view, item.id, hidden ? [] : reasons)}</li>`,
    )}</ul>
!${refused(view, items)}
<p class="quiet">${t('votes-site-seed', { seed: round.seed })}</p>
<p><a href="/votes/${round.code}.json">JSON</a> · <a href="/votes/${round.code}.csv">CSV</a></p>`,
  };
}

/** What is set apart is said where the numbers are. */
function heldNote(
  view: View,
  { items, heldBallots, heldDueOn, integrityNote }: RoundView,
  names: Names,
  today: Day,
): Html {
  const { t } = view;
  const verdicts = items.reduce((sum, { held }) => sum + held, 0);
  if (verdicts + heldBallots === 0 && !integrityNote) return '';
  return notice(
    html`!${verdicts + heldBallots > 0 ? html`<p>${t('votes-site-held', { verdicts, ballots: heldBallots })}</p>!${heldTerm(view, { heldDueOn }, names, today)}` : ''}!${integrityNote ? html`<p>${t('petition-integrity', { note: integrityNote.text })}</p>` : ''}`,
  );
}

function reasonsOf({ t }: View, id: string, reasons: Around['reasons']): Html {
  const own = reasons.filter(({ itemId }) => itemId === id);
  return html`!${(['for', 'against'] as const).map((side) => {
    const said = own.find(({ verdict }) => verdict === side);
    return said ? html`<span class="quiet">${t(`votes-site-${side}`)}: ${said.reason}</span>` : '';
  })}`;
}

function rankingTable({ t }: View, { ranking }: RoundView): Html {
  if (ranking.length === 0) return '';
  const rows = ranking.map(({ item, share, low, high, places }) => [
    html`${item.title}`,
    html`${places[0] === places[1] ? String(places[0]) : `${places[0]}–${places[1]}`}`,
    html`${share === null ? '—' : percent(share)}`,
    html`${share === null ? '—' : `${percent(low)}–${percent(high)}`}`,
    html`${item.exposures}`,
    html`${item.inFavour}`,
    html`${item.against}`,
    html`${item.skipped}`,
  ]);
  const columns = ['what', 'place', 'share', 'interval', 'exposures', 'for', 'against', 'skip'].map((key, at) => ({
    label: t(`votes-site-${key}`),
    numeric: at > 0,
  }));
  return html`<h2>${t('votes-site-ranking')}</h2>!${table(t('votes-site-ranking'), columns, rows)}<p class="quiet">${t('votes-site-method')}</p>`;
}

function budgetResult({ t, language }: View, { items, round }: RoundView): Html {
  const voted = items.filter(({ votes }) => votes !== null).toSorted((a, b) => (b.votes ?? 0) - (a.votes ?? 0));
  const rows = voted.map(({ title, votes, cost, state }) => [
    html`${title}`,
    html`${votes ?? 0}`,
    html`${cost === null ? '' : `${number(language, cost)} ${round.currency ?? ''}`}`,
    html`${state === 'chosen' ? t('votes-chosen') : ''}`,
  ]);
  const columns = [
    { label: t('votes-site-what') },
    { label: t('votes-site-votes'), numeric: true },
    { label: t('votes-site-cost'), numeric: true },
    { label: t('votes-results') },
  ];
  return html`<h2>${t('votes-results')}</h2>!${table(t('votes-results'), columns, rows)}`;
}

function byPlace({ t, language }: View, territories: Around['territories'], names: Names): Html {
  if (territories.length === 0) return '';
  const rows = territories.map(({ territoryCode, ballots }) => [
    html`${territoryCode ? names.territory(territoryCode, language) : t('votes-site-elsewhere')}`,
    html`${ballots}`,
  ]);
  const title = t('votes-site-territories');
  return table(title, [{ label: title }, { label: t('votes-site-votes'), numeric: true }], rows);
}

/** Which projects a place preferred; places with few votes are not named. */
function itemsByPlace({ t, language }: View, { items }: RoundView, { territoryVotes, names }: Around): Html {
  if (territoryVotes.length === 0) return '';
  const rows = territoryVotes.map(({ itemId, territoryCode, votes }) => [
    html`${items.find(({ id }) => id === itemId)?.title ?? ''}`,
    html`${names.territory(territoryCode, language)}`,
    html`${votes}`,
  ]);
  const columns = [
    { label: t('votes-site-what') },
    { label: t('votes-site-where') },
    { label: t('votes-site-votes'), numeric: true },
  ];
  return table(t('votes-site-item-territories'), columns, rows);
}

function progressOf({ t, language }: View, items: readonly CountedItem[], names: Names): Html {
  const going = items.filter(({ progress }) => progress.length > 0);
  if (going.length === 0) return '';
  return html`<h2>${t('votes-site-progress')}</h2><ul class="rows">!${going.map(
    ({ title, progress }) =>
      html`<li><strong>${title}</strong>!${progress.map(({ stage, note, at }) => html`<span class="quiet">${names.dayOf(at, language)} · ${t('votes-stage', { stage })}. ${note}</span>`)}</li>`,
  )}</ul>`;
}

function refused({ t }: View, items: readonly CountedItem[]): Html {
  const turned = items.filter(({ state }) => state === 'refused');
  if (turned.length === 0) return '';
  return html`<details><summary>${t('votes-site-refused')}</summary><ul class="rows">!${turned.map(
    ({ title, refusal }) =>
      html`<li>${title}<span class="quiet">${t('votes-refusal', { code: refusal?.code ?? '' })} ${refusal?.note ?? ''}</span></li>`,
  )}</ul></details>`;
}
