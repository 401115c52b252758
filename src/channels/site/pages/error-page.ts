import { html } from 'ghtml';
import type { Page, View } from '../layout.ts';

export type Trouble =
  | { type: 'not_found' }
  | { type: 'too_many' }
  | { type: 'not_understood' }
  /** The code is in the log too. */
  | { type: 'failed'; code: string };

/** What went wrong, what was kept, and where to go on. */
export function errorPage({ t }: View, trouble: Trouble): Page {
  const key = `site-error-${trouble.type.replace('_', '-')}`;
  return {
    title: t(`${key}-title`),
    lead: t(key),
    hidden: true,
    body: html`!${trouble.type === 'failed' ? html`<p>${t('site-error-code', { code: trouble.code })}</p>` : ''}
<p><a href="/">${t('site-error-home')}</a></p>`,
  };
}
