import { html } from 'ghtml';
import type { Html, Page, View } from '../layout.ts';
import { notice } from '../parts.ts';
import { ENTRY_MINUTES } from './entry-links.ts';
import type { Reader } from './site-readers.ts';

interface Ways {
  readonly botName: string | null;
  readonly hasEid: boolean;
  readonly to: string;
}

/** How somebody tells the site who they are: out of their own chat, or with an eID. No password, no code. */
export function waysIn({ t }: View, { botName, hasEid, to }: Ways): Html {
  return html`<h2>${t('enter-from-chat')}</h2>
<p>${t('enter-from-chat-how')}</p>
!${botName ? html`<p><a class="button" href="https://t.me/${botName}?start=site">${t('enter-open-chat')}</a></p>` : html`<p><a class="button" href="/try">${t('enter-open-chat')}</a></p>`}
!${
    hasEid
      ? html`<h2>${t('enter-with-eid')}</h2><p>${t('enter-with-eid-how')}</p>
<p><a class="button" href="/petitions/eid/enter?${new URLSearchParams({ to })}" rel="nofollow">${t('enter-eid-button')}</a></p>`
      : ''
  }
<p class="quiet">${t('enter-never')}</p>`;
}

export function enterPage(view: View, ways: Ways, trouble: 'stale' | null = null): Page {
  const { t } = view;
  return {
    title: t('enter-title'),
    lead: t('enter-lead'),
    section: 'petitions',
    hidden: true,
    trail: [{ href: '/petitions', label: t('petition-site-title') }],
    body: html`!${trouble ? notice(html`<p role="alert">${t('enter-stale')}</p>`) : ''}!${waysIn(view, ways)}`,
  };
}

/** The button that uses the link up: whoever only looks at the address changes nothing. */
export function confirmEntryPage(
  { t }: View,
  { key, to, needsConsent }: { key: string; to: string; needsConsent: boolean },
): Page {
  return {
    title: t('enter-confirm-title'),
    section: 'petitions',
    hidden: true,
    body: html`<p>${t('enter-confirm-note', { minutes: ENTRY_MINUTES })}</p>!${needsConsent ? agreement(t) : ''}
<form method="post" action="/enter"><input type="hidden" name="key" value="${key}"><input type="hidden" name="to" value="${to}">
<button>${t(needsConsent ? 'enter-confirm-agree' : 'enter-confirm')}</button></form>
<p class="quiet">${t('enter-not-you')}</p>`,
  };
}

/** What one agrees to by pressing the button below it. */
export const agreement = (t: View['t']): Html =>
  html`<p>${t('consent-text')}</p><details><summary>${t('enter-consent-details')}</summary><p class="plain">${t('consent-details')}</p></details>`;

/** Whom the site takes the reader for, and the way out; one quiet line. */
export function readerLine({ t }: View, reader: Reader): Html {
  return html`<form class="who" method="post" action="/leave"><span class="quiet">${t(`enter-as-${reader.by}`)}</span> <button class="minor">${t('enter-leave')}</button></form>`;
}
