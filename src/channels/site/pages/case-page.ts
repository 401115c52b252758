import { html } from 'ghtml';
import { showCaseNumber } from '../../../appeals/index.ts';
import { dayText } from '../../../deadlines/index.ts';
import type { Day } from '../../../kernel/day.ts';
import type { PublicCase, PublicTicket } from '../../../transparency/index.ts';
import type { Html, Page, View } from '../layout.ts';
import { facts, notice, plain } from '../parts.ts';

export type CaseSearch = { type: 'nothing_asked' } | { type: 'unknown' } | { type: 'found'; case: PublicCase };

/** State, dates and body of a case: whoever holds a number learns no more than that. */
export function casePage(view: View, written: string, search: CaseSearch, agencyName: (code: string) => string): Page {
  const { t } = view;
  return {
    title: t('site-case-title'),
    lead: t('site-case-lead'),
    section: 'case',
    hidden: search.type !== 'nothing_asked',
    body: html`
<form method="get" action="/case">
<label for="number">${t('site-case-number')}</label>
<span class="hint" id="number-hint">${t('site-case-hint')}</span>
<input type="text" id="number" name="number" inputmode="numeric" autocomplete="off" maxlength="30" required aria-describedby="number-hint" value="${written}">
<div><button type="submit">${t('site-case-check')}</button></div>
</form>
<div role="status">!${search.type === 'unknown' ? notice(html`<p>${t('site-case-unknown')}</p>`) : ''}</div>
!${search.type === 'found' ? found(view, search.case, agencyName) : ''}`,
  };
}

function found(
  view: View,
  { number, state, submittedOn, resolution, tickets }: PublicCase,
  agencyName: (code: string) => string,
): Html {
  const { t, language } = view;
  const ending =
    state === 'closed' ? `site-case-closed-${resolution ?? 'silent'}` : `site-case-state-${state.replace('_', '-')}`;
  return html`<h2>${t('site-case-found', { number: showCaseNumber(number) })}</h2>
<p class="lead">${t(ending)}</p>
!${facts([[t('site-case-submitted'), plain(dayText(language, submittedOn, true))]])}
!${chain(view, tickets, agencyName)}
!${tickets.filter(({ state: at }) => at !== 'redirected').map((ticket) => ticketPart(view, ticket, agencyName))}
<p class="quiet">${t('site-case-only')}</p>`;
}

/** The way from body to body, when there was one: who had it, from when until when, and to whom it went on. */
function chain(
  { t, language }: View,
  tickets: readonly PublicTicket[],
  agencyName: (code: string) => string,
): Html | string {
  if (!tickets.some(({ state }) => state === 'redirected')) return '';
  const named = (code: string | null | undefined) => (code ? agencyName(code) : t('site-case-sealed'));
  const day = (on: Day) => dayText(language, on, true);
  return html`<h3>${t('site-case-way')}</h3>
<ol>!${tickets.map(({ agencyCode, deliveredOn, closedOn, state, passedTo }) => {
    // At the second bounce nobody gets it: an operator names the body instead.
    const arrived = tickets.some(
      (next) => next.agencyCode === passedTo && next.deliveredOn >= (closedOn ?? deliveredOn),
    );
    const words =
      state === 'redirected'
        ? t(passedTo && arrived ? 'site-case-way-passed' : 'site-case-way-given-back', {
            from: day(deliveredOn),
            until: day(closedOn ?? deliveredOn),
            to: named(passedTo),
          })
        : t('site-case-way-now', { from: day(deliveredOn) });
    return html`<li><strong>${named(agencyCode)}</strong>. ${words}</li>`;
  })}</ol>
<p class="quiet">${t('site-case-way-why')}</p>`;
}

function ticketPart({ t, language }: View, ticket: PublicTicket, agencyName: (code: string) => string): Html {
  const day = (on: Day | null) => (on === null ? null : plain(dayText(language, on, true)));
  const isOpen = ['delivered', 'registered', 'disputed', 'with_monitors'].includes(ticket.state);
  return html`<h3>${ticket.agencyCode === null ? t('site-case-sealed') : agencyName(ticket.agencyCode)}</h3>
!${facts([
    [t('site-case-now'), plain(t(`site-ticket-${ticket.state.replace('_', '-')}`))],
    [t('site-case-delivered'), day(ticket.deliveredOn)],
    [
      t('site-case-registered'),
      ticket.procedure === 'none'
        ? null
        : (day(ticket.registeredOn) ?? (isOpen ? plain(t('site-case-not-registered')) : null)),
    ],
    [t('site-case-promised'), day(ticket.promisedOn)],
    [t('site-case-statutory'), day(ticket.statutoryOn)],
    [t('site-case-answered'), day(ticket.answeredOn)],
    [
      t('site-case-points'),
      ticket.points && ticket.points.all > 0
        ? plain(t('site-case-points-of', { addressed: ticket.points.addressed, all: ticket.points.all }))
        : null,
    ],
  ])}`;
}
