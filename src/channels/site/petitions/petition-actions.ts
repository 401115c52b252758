import { html } from 'ghtml';
import type { PetitionView } from '../../../petitions/index.ts';
import type { Html, View } from '../layout.ts';

/** Whoever told the site who they are, and what they have to do with the petition. */
export interface Onlooker {
  readonly by: 'chat' | 'eid';
  readonly support: { readonly isStanding: boolean; readonly notify: boolean } | null;
  readonly isOwn: boolean;
}

interface Around {
  readonly botName: string | null;
  /** Whether support is gathered now. */
  readonly isOpen: boolean;
  /** Whether an eID may be used now. */
  readonly canSign: boolean;
  readonly onlooker: Onlooker | null;
}

/** What a reader can do for a petition: each count has a button of its own. */
export function petitionActions(
  { t }: View,
  shown: PetitionView,
  { botName, isOpen, canSign, onlooker }: Around,
): Html {
  const { petition, profile, counts } = shown;
  const base = `/petitions/${petition.code}`;
  const post = (verb: string, key: string, minor = false): Html =>
    html`<form class="inline" method="post" action="${base}/${verb}"><button!${minor ? ' class="minor"' : ''}>${t(key)}</button></form>`;
  const standing = onlooker?.support?.isStanding === true;
  const support = standing
    ? html`<p><strong>${t('petition-you-support')}</strong></p>!${isOpen || petition.state === 'in_moderation' ? post('unsupport', 'petition-button-withdraw', true) : ''}!${onlooker?.support?.notify ? post('quiet', 'petition-button-quiet', true) : post('loud', 'petition-button-loud', true)}`
    : onlooker?.by === 'chat'
      ? html`<p class="quiet">${t('writing-support-note')}</p>!${post('support', 'petition-button-support')}`
      : botName
        ? html`<p><a class="button" href="https://t.me/${botName}?start=p_${petition.code}">${t('petition-site-in-telegram')}</a></p>`
        : post('support', 'petition-button-support');
  return html`!${onlooker?.isOwn ? html`<p><a href="/petitions/mine/${petition.code}">${t('writing-own-link')}</a></p>` : ''}!${support}
<p>!${canSign && profile.signatures !== 'off' ? html`<a class="button" href="${base}/sign" rel="nofollow">${t(profile.signatures === 'count' ? 'petition-button-sign' : 'petition-button-sign-shown')}</a> ` : ''}
!${profile.statePortal ? html`<a class="button" href="${counts.legal?.url ?? profile.statePortal.url}" rel="noreferrer">${t('petition-button-portal', { portal: profile.statePortal.name })}</a>` : ''}</p>`;
}
