import { html } from 'ghtml';
import { Day } from '../../../kernel/day.ts';
import {
  acceptsSupport,
  isIn,
  LISTED_STATES,
  type PetitionView,
  stateOn,
  type Tier,
  type TimelineEvent,
} from '../../../petitions/index.ts';
import type { Html, Page, View } from '../layout.ts';
import { facts, notice, plain } from '../parts.ts';
import { type Onlooker, petitionActions } from './petition-actions.ts';
import type { PetitionPagesDeps } from './petition-pages-deps.ts';
import { countFigures, dutySentences, heldTerm, portalLine, words } from './petition-parts.ts';
import { widgetCode } from './sheet-pages.ts';

interface Surroundings {
  readonly names: PetitionPagesDeps['names'];
  readonly today: Day;
  readonly botName: string | null;
  readonly canSign: boolean;
  readonly publicUrl: string;
  /** How each duty's date was counted, sentence by sentence. */
  readonly onlooker: Onlooker | null;
  readonly tiers: Readonly<Record<Tier, number>>;
  /** What a share of the inhabitants was counted from; null where no place is concerned. */
  readonly people: ReturnType<PetitionPagesDeps['populationOf']>;
  readonly steps: ReadonlyMap<string, readonly string[]>;
}

/** One petition: what, how many, what happened, what was answered, and everything as data. */
export function petitionPage(view: View, petition: PetitionView, around: Surroundings): Page {
  const { t, language } = view;
  const { names, today, botName, canSign, steps, publicUrl, onlooker, tiers, people } = around;
  const { petition: row, text, profile, authority, reply, timeline } = petition;
  const trail = [{ href: '/petitions', label: t('petition-site-title') }];
  if (!text) {
    return {
      title: t('petition-state', { state: row.state }),
      section: 'petitions',
      trail,
      hidden: true,
      body: html`<p>${t('petition-rejected', { reason: t('petition-rejection', { code: row.rejection?.code ?? '' }) })}</p>
!${row.rejection?.note ? words(row.rejection.note) : ''}<p class="quiet">${t('petition-site-rejected-note')}</p>!${timelineOf(view, timeline, names)}`,
    };
  }
  const open = acceptsSupport(row, today);
  const isPublic = isIn(LISTED_STATES, row.state);
  const changed = timeline.find(({ type, facts: told }) => type === 'published' && told.isChanged === true);
  return {
    title: text.ask,
    section: 'petitions',
    trail,
    ...(isPublic ? { image: `${publicUrl}/petitions/${row.code}/card.png?lang=${language}` } : { hidden: true }),
    body: html`
!${facts([
      [
        t('petition-to', { to: '' }).replace(/[:\s]+$/, ''),
        plain(row.agencyCode ? names.agency(row.agencyCode, language) : authority.name[language]),
      ],
      [profile.name[language], plain(t('petition-state', { state: stateOn(row, today) }))],
    ])}
!${words(text.why)}
!${text.details ? html`<h2>${t('petition-site-details')}</h2>!${words(text.details)}` : ''}
!${changed ? notice(html`<p>${t('petition-site-changed', { note: String(changed.facts.note ?? '') })}</p><details><summary>${t('petition-site-original')}</summary><p class="plain">${row.original.ask}</p>!${words(row.original.why)}</details>`) : ''}
!${reply ? html`<h2>${t('petition-site-reply')}</h2><p class="quiet">${names.dayOf(reply.at, language)}</p>!${words(String(reply.facts.text ?? ''))}` : ''}
!${petition.followUps.map((each) => html`<h2>${t('petition-site-follow-up')}</h2><p class="quiet">${names.dayOf(each.at, language)}</p>!${words(String(each.facts.text ?? ''))}`)}
<h2>${t('petition-site-counts')}</h2>
!${isPublic ? html`!${countFigures(view, petition, names)}!${heldTerm(view, petition, names, today)}!${basisOf(view, petition, { tiers, people })}` : html`<p>${t('petition-sponsors', { required: profile.sponsors.count, count: Math.max(0, petition.counts.support - 1) })}</p>`}
!${isPublic ? portalLine(view, petition, names) : ''}
!${dutySentences(view, petition, names, today).map(
      ({ dutyId, sentence, late }) =>
        html`<p class="${late ? 'late' : ''}"><strong>${sentence}</strong></p>!${stepsOf(view, steps.get(dutyId) ?? [])}`,
    )}
!${petition.hearings.map(
      ({ facts: told }) =>
        html`<p>${t('petition-site-hearing', { on: dayOf(told.on, names, language), place: String(told.place ?? '') })}</p>`,
    )}
!${row.state === 'expired' ? html`<p>${t('petition-outcome', { outcome: row.outcome ?? '' })}</p>` : ''}
!${petition.integrityNote ? notice(html`<p>${t('petition-integrity', { note: petition.integrityNote.text })}</p>`) : ''}
!${open && row.closesOn ? html`<p>${t('petition-closes', { on: names.day(row.closesOn, language) })}</p>` : ''}
!${open || onlooker?.support?.isStanding ? petitionActions(view, petition, { botName, isOpen: open, canSign: canSign && isPublic && open, onlooker }) : ''}
!${timelineOf(view, timeline, names)}
!${isPublic ? passItOn(view, petition, publicUrl) : ''}
<h2>${t('petition-site-data')}</h2>
<p>!${isPublic ? html`<a href="/petitions/${row.code}.json">JSON</a> · <a href="/petitions/${row.code}.csv">CSV</a> · <a href="/petitions/${row.code}.atom">${t('petition-site-feed')}</a> · <a href="/petitions/${row.code}/card.svg">SVG</a> · <a href="/petitions/log">${t('petition-site-log')}</a>` : ''}</p>
<p class="quiet">${t('petition-site-rules', { source: profile.source.title[language] })}!${profile.source.url ? html` <a href="${profile.source.url}" rel="noreferrer">${new URL(profile.source.url).host}</a>` : ''}</p>`,
  };
}

/** How sure the service is of those it counts, and what a share of the inhabitants was counted from. */
function basisOf(
  { t }: View,
  { authority, petition }: PetitionView,
  { tiers, people }: Pick<Surroundings, 'tiers' | 'people'>,
): Html {
  const isShare = authority.thresholds.some(({ required }) => required.type !== 'fixed');
  return html`!${tiers.confirmed_phone > 0 ? html`<p class="quiet">${t('petition-site-tiers', { count: tiers.confirmed_phone })}</p>` : ''}
!${isShare && petition.population !== null && people ? html`<p class="quiet">${t('petition-site-population', { count: petition.population, on: people.on.split('-').reverse().join('.'), source: people.source })}</p>` : ''}`;
}

/** A picture, a sheet for the entrance, a frame for a site. */
function passItOn({ t, language }: View, { petition, text }: PetitionView, publicUrl: string): Html {
  const address = `${publicUrl}/petitions/${petition.code}`;
  return html`<h2>${t('petition-site-pass-on')}</h2>
<p><a href="/petitions/${petition.code}/card.png?lang=${language}">${t('petition-site-picture')}</a> · <a href="/petitions/${petition.code}/sheet">${t('petition-site-sheet')}</a></p>
<details><summary>${t('petition-site-widget')}</summary><p>${t('petition-site-widget-note')}</p><pre class="code">${widgetCode(address, text?.ask ?? '')}</pre></details>`;
}

/** What makes an event more than its name: a reason, a place, a number with its source. */
function detailOf(
  type: string,
  told: TimelineEvent['facts'],
  { t, language }: Pick<View, 't' | 'language'>,
  names: PetitionPagesDeps['names'],
): Html {
  const quiet = (words: string) => (words ? html`<span class="quiet">${words}</span>` : '');
  switch (type) {
    case 'held':
    case 'released':
    case 'invalidated':
      return quiet(
        t('petition-site-changed-count', { count: Number(told.count ?? 0), reason: String(told.reason ?? '') }),
      );
    case 'stopped':
      return quiet(String(told.reason ?? ''));
    case 'hearing':
      return quiet(`${dayOf(told.on, names, language)}, ${String(told.place ?? '')}`);
    case 'duty_registered':
      return quiet(t('petition-site-registered', { number: String(told.number ?? '') }));
    case 'posted':
      return html`<span class="quiet">${dayOf(told.on, names, language)} <a href="${String(told.url ?? '')}" rel="noreferrer">${t('petition-site-source')}</a></span>`;
    case 'reading':
      return html`<span class="quiet">${t('petition-site-reading', { count: Number(told.count ?? 0), on: dayOf(told.readOn, names, language) })} <a href="${String(told.url ?? '')}" rel="noreferrer">${t('petition-site-source')}</a></span>`;
    default:
      return '';
  }
}

function stepsOf({ t }: View, steps: readonly string[]): Html {
  if (steps.length === 0) return '';
  return html`<details><summary>${t('petition-site-why-date')}</summary><ol class="steps">!${steps.map((step) => html`<li>${step}</li>`)}</ol></details>`;
}

function dayOf(value: unknown, names: PetitionPagesDeps['names'], language: View['language']): string {
  const on = Day.safeParse(value);
  return on.success ? names.day(on.data, language) : '';
}

/** What happened, oldest first; notes of the desk are not among the facts. */
function timelineOf(
  { t, language }: View,
  timeline: readonly TimelineEvent[],
  names: PetitionPagesDeps['names'],
): Html {
  return html`<h2>${t('petition-site-timeline')}</h2><ol class="rows">!${timeline
    .filter(({ type }) => type !== 'amended')
    .map(({ at, type, facts: told }) => {
      return html`<li>${names.dayOf(at, language)} · ${t('petition-event', { type })}!${detailOf(type, told, { t, language }, names)}</li>`;
    })}</ol>`;
}
