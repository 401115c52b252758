import { html } from 'ghtml';
import type { ModerationLoad, SignedHead } from '../../../petitions/index.ts';
import type { Page, View } from '../layout.ts';
import { facts, notice, plain } from '../parts.ts';
import type { PetitionPagesDeps } from './petition-pages-deps.ts';

export type ShownCheck =
  | { readonly type: 'nothing_asked' }
  | Awaited<ReturnType<PetitionPagesDeps['petitions']['checkReceipt']>>;

const WORDS = {
  included: 'found',
  not_signed_yet: 'later',
  waiting: 'waiting',
  unknown: 'unknown',
  broken: 'unknown',
} as const;

/** The same check anybody can do with the published lines, done here for those who cannot. */
export async function askReceipt(
  { checkReceipt }: PetitionPagesDeps['petitions'],
  written: string | undefined,
): Promise<ShownCheck> {
  return written?.trim() ? checkReceipt(written) : { type: 'nothing_asked' };
}

export function logPage(
  view: View,
  shown: { size: number; heads: readonly SignedHead[]; code: string; check: ShownCheck },
): Page {
  const { t } = view;
  const { check } = shown;
  return {
    title: t('petition-site-log'),
    lead: t('petition-site-log-note'),
    section: 'petitions',
    trail: [{ href: '/petitions', label: t('petition-site-title') }],
    body: html`
<form action="/petitions/log" method="get"><label for="code">${t('petition-site-check-label')}</label>
<input type="text" id="code" name="code" value="${shown.code}" maxlength="30" autocomplete="off"> <button>${t('petition-site-check')}</button></form>
!${check.type === 'nothing_asked' ? '' : notice(html`<p role="status">${t(`petition-site-check-${WORDS[check.type]}`, 'index' in check ? { index: check.index } : {})}</p>`)}
!${facts([
      [t('petition-site-log-size', { size: '' }).replace(/[:\s]+$/, ''), plain(String(shown.size))],
      [
        'SHA-256, RFC 6962',
        html`<span class="code">${shown.heads[0] ? Buffer.from(shown.heads[0].root).toString('hex') : '—'}</span>`,
      ],
    ])}
<ul class="rows">!${shown.heads
      .slice(0, 24)
      .map(
        ({ at, size }) =>
          html`<li>${t('petition-site-log-head', { at: `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`, size })}</li>`,
      )}</ul>
<p><a href="/petitions/log/heads.json">heads.json</a> · <a href="/petitions/log/lines.json">lines.json</a> · <a href="/petitions/log/keys.json">keys.json</a></p>`,
  };
}

export function decisionsPage(
  view: View,
  decisions: Awaited<ReturnType<PetitionPagesDeps['petitions']['view']['decisions']>>,
  load: ModerationLoad,
  names: PetitionPagesDeps['names'],
): Page {
  const { t, language } = view;
  return {
    title: t('petition-site-decisions'),
    lead: t('petition-site-decisions-note'),
    section: 'petitions',
    trail: [{ href: '/petitions', label: t('petition-site-title') }],
    body: html`<p>${t('petition-site-load', { waiting: load.waiting, near: load.near, overdue: load.overdue })}!${load.oldestDueOn ? html` ${t('petition-site-load-next', { on: names.day(load.oldestDueOn, language) })}` : ''}</p>
<ol class="rows">!${decisions.map(({ at, type, facts: told, code, ask }) => {
      const reason =
        type === 'rejected'
          ? [t('petition-rejection', { code: String(told.code ?? '') }), String(told.note ?? '')]
          : [String(told.reason ?? told.note ?? '')];
      return html`<li><a href="/petitions/${code}">${ask ?? code}</a>
<span class="quiet">${names.dayOf(at, language)} · ${t('petition-event', { type })}</span>
<span class="quiet">${reason.filter(Boolean).join(' ')}</span></li>`;
    })}</ol>`,
  };
}
