import { html } from 'ghtml';
import { type PublicMap, type Standing, wordsIn } from '../../../surveys/index.ts';
import type { Html, Page, View } from '../layout.ts';

const MOST = 20;
const letter = (group: number): string => String.fromCharCode(65 + group);

/** What unites all groups first, then what sets each apart; statements stand in the language they were written in. */
export function mapPage({ t, language }: View, { topic, people, votes, groups, uniting }: PublicMap): Page {
  const shares = (agree: readonly number[]): string =>
    agree.map((share, group) => `${letter(group)} ${Math.round(share * 100)} %`).join(', ');
  const typical = ({ statement, side }: Standing['typical'][number]): Html =>
    html`<li lang="${statement.language}">${side === 'agree' ? '+' : '−'} ${statement.words}</li>`;
  return {
    title: wordsIn(topic.title, language),
    lead: wordsIn(topic.question, language),
    section: 'surveys',
    trail: [{ href: '/surveys', label: t('site-section-surveys') }],
    body: html`<p>${t('survey-site-map-people', { people, votes })}</p>
<p class="quiet">${t('survey-site-map-how')}</p>
<h2>${t('survey-site-map-uniting')}</h2>
!${
      uniting.length === 0
        ? html`<p>${t('survey-site-too-few')}</p>`
        : html`<ol class="rows">!${uniting
            .slice(0, MOST)
            .map(
              ({ statement, agree }) =>
                html`<li lang="${statement.language}">${statement.words}<span class="quiet" lang="${language}">${agree.length > 0 ? t('survey-site-map-agree', { shares: shares(agree) }) : ''}</span></li>`,
            )}</ol>`
    }
!${groups.map(({ size, typical: found }, group) => html`<h2>${t('survey-site-map-group', { group: letter(group), size })}</h2><ul class="plain">!${found.map(typical)}</ul>`)}`,
  };
}
