import { html } from 'ghtml';
import type { PublicSnapshot } from '../../../transparency/index.ts';
import type { Page, Section, View } from '../layout.ts';
import { figureList } from '../parts.ts';
import type { ChatDoor } from '../site-deps.ts';
import { figureSentences } from './figure-sentences.ts';

const HOME_FIGURES = 3;
const MORE = ['answers', 'case', 'petitions', 'surveys', 'rules', 'open-data'] as const;

/** What it is, how to write, whether anybody answers. */
export function homePage(
  view: View,
  { chat, snapshot, sections }: { chat: ChatDoor | null; snapshot: PublicSnapshot; sections: readonly Section[] },
): Page {
  const { t } = view;
  const { overview } = snapshot;
  const [received, ...rest] = overview ? figureSentences(view, overview) : [];
  const shown = received
    ? [received, ...rest.filter(({ share }) => share !== undefined).slice(-(HOME_FIGURES - 1))]
    : [];
  return {
    title: t('site-name'),
    heading: t('site-home-heading'),
    lead: t('site-home-lead'),
    body: html`
!${
      chat
        ? html`<p><a class="button" href="${chat.href}">${t(chat.botName ? 'site-home-write' : 'site-home-try')}</a></p>
<p class="quiet">${chat.botName ? t('site-home-bot', { name: chat.botName }) : t('site-home-simulator')}</p>`
        : html`<p>${t('site-home-no-chat')}</p>`
    }
<h2>${t('site-home-how')}</h2>
<ol class="steps"><li>${t('site-home-step-1')}</li><li>${t('site-home-step-2')}</li><li>${t('site-home-step-3')}</li><li>${t('site-home-step-4')}</li></ol>
<h2>${t('site-home-figures')}</h2>
!${shown.length > 0 ? figureList(shown.map(({ note: _, ...figure }) => figure)) : html`<p>${t('site-home-no-figures')}</p>`}
<p><a href="/openness">${t('site-home-all-figures')}</a></p>
<h2>${t('site-home-more')}</h2>
<ul class="rows">!${MORE.filter((key) => key === 'open-data' || sections.includes(key)).map(
      (key) =>
        html`<li><a href="/${key}">${t(key === 'open-data' ? 'site-link-open-data' : `site-section-${key}`)}</a><span class="quiet">${t(`site-home-${key}`)}</span></li>`,
    )}</ul>`,
  };
}
