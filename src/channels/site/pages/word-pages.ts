import { html } from 'ghtml';
import type { Page, View } from '../layout.ts';
import { notice, paragraphs, sentence } from '../parts.ts';
import type { ChatDoor } from '../site-deps.ts';

const list = ({ t }: View, key: string, count: number) =>
  html`<ul>!${Array.from({ length: count }, (_, index) => html`<li>!${sentence(t(`${key}-${index + 1}`))}</li>`)}</ul>`;

/** How to tell the real bot, and what to do about a false one. */
export function realBotPage(view: View, chat: ChatDoor | null): Page {
  const { t } = view;
  return {
    title: t('site-link-real-bot'),
    lead: t('site-real-bot-lead'),
    body: html`
!${
      chat?.botName
        ? notice(
            html`<p>!${sentence(t('site-real-bot-name', { name: chat.botName }))} <a href="${chat.href}" rel="noreferrer">${chat.href}</a></p>`,
          )
        : notice(html`<p>${t('site-real-bot-simulator')}</p>`)
    }
<h2>${t('site-real-bot-never')}</h2>
!${list(view, 'site-real-bot-never', 4)}
<h2>${t('site-real-bot-check')}</h2>
!${list(view, 'site-real-bot-check', 3)}
<h2 id="report">${t('site-real-bot-report')}</h2>
!${paragraphs([t('site-real-bot-report-how'), t('site-real-bot-report-then')])}`,
  };
}

export function privacyPage(view: View): Page {
  const { t } = view;
  const parts = [
    ['kept', 4],
    ['seen', 4],
    ['public', 4],
    ['rights', 4],
    ['site', 3],
  ] as const;
  return {
    title: t('site-link-privacy'),
    lead: t('site-privacy-lead'),
    body: html`!${parts.map(([key, count]) => html`<h2>${t(`site-privacy-${key}`)}</h2>!${list(view, `site-privacy-${key}`, count)}`)}`,
  };
}

export function accessibilityPage(view: View, contactMail: string | null): Page {
  const { t } = view;
  return {
    title: t('site-link-accessibility'),
    lead: t('site-accessibility-lead'),
    body: html`<h2>${t('site-accessibility-works')}</h2>!${list(view, 'site-accessibility-works', 5)}
<h2>${t('site-accessibility-gaps')}</h2>!${list(view, 'site-accessibility-gaps', 3)}
<h2>${t('site-accessibility-tell')}</h2><p>${t('site-accessibility-tell-how')}!${contactMail ? html` <a href="mailto:${contactMail}">${contactMail}</a>` : ''}</p>`,
  };
}
