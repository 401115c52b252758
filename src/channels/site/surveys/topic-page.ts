import { html } from 'ghtml';
import { type Day, zoned } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Contribution, isReplyLate, type TopicSession, topicState, wordsIn } from '../../../surveys/index.ts';
import type { Html, Page, View } from '../layout.ts';
import { notice, paragraphs } from '../parts.ts';

export interface TopicShown {
  readonly topic: TopicSession;
  readonly agency: string;
  readonly counts: { readonly people: number; readonly contributions: number };
  /** Only what a moderator has shown. */
  readonly voices: readonly Contribution[];
  readonly now: Date;
  readonly timezone: string;
  readonly dayText: (day: Day, language: Language) => string;
}

/** A topic with its hours, its rules, what was heard, and whether the body has replied in time. */
export function topicPage({ t, language }: View, shown: TopicShown): Page {
  const { topic, agency, counts, voices, now, timezone, dayText } = shown;
  const part = (key: string, text: string): Html => (text ? html`<h2>${t(key)}</h2>!${paragraphs([text])}` : '');
  const themes = Map.groupBy(
    voices.filter(({ theme }) => theme !== null),
    ({ theme }) => theme ?? '',
  );
  const due = topic.repliedAt
    ? ''
    : t(isReplyLate(topic, zoned(now, timezone).on) ? 'topic-site-late' : 'topic-site-due', {
        day: dayText(topic.replyDueOn, language),
      });
  return {
    title: wordsIn(topic.title, language),
    lead: `${agency} · ${t(`topic-site-state-${topicState(topic, now)}`, { day: dayText(zoned(topic.opensAt, timezone).on, language) })}`,
    section: 'surveys',
    trail: [{ href: '/surveys', label: t('site-section-surveys') }],
    body: html`!${paragraphs([wordsIn(topic.question, language)])}
!${due ? notice(html`<p>${due}</p>`) : ''}
!${part('topic-site-reply', wordsIn(topic.reply ?? {}, language))}
!${part('topic-site-summary', wordsIn(topic.summary ?? {}, language))}
<p>${t('topic-site-people', { people: counts.people, contributions: counts.contributions })}</p>
!${themes.size > 0 ? html`<ul class="rows">!${[...themes].map(([theme, list]) => html`<li>${theme}<span class="quiet">${list.length}</span></li>`)}</ul>` : ''}
!${voices.length > 0 ? html`<h2>${t('topic-site-voices')}</h2><ul class="rows">!${voices.map(({ words, language: lang }) => html`<li lang="${lang}">${words}</li>`)}</ul>` : ''}
!${part('topic-site-background', wordsIn(topic.background, language))}
!${part('topic-site-rules', wordsIn(topic.rules, language))}`,
  };
}

/** The list of topics on the page of surveys. */
export function topicList(
  { t, language }: View,
  topics: readonly TopicSession[],
  {
    now,
    timezone,
    dayText,
    agencyName,
  }: Pick<TopicShown, 'now' | 'timezone' | 'dayText'> & {
    readonly agencyName: (code: string, language: Language) => string;
  },
): Html {
  if (topics.length === 0) return '';
  return html`<h2>${t('topic-site-title')}</h2><ul class="rows">!${topics.map((topic) => {
    const state = t(`topic-site-state-${topicState(topic, now)}`, {
      day: dayText(zoned(topic.opensAt, timezone).on, language),
    });
    const late = isReplyLate(topic, zoned(now, timezone).on)
      ? ` · ${t('topic-site-late', { day: dayText(topic.replyDueOn, language) })}`
      : '';
    return html`<li><a href="/topics/${topic.id}">${wordsIn(topic.title, language)}</a><span class="quiet">${agencyName(topic.agencyCode, language)} · ${state}${late}</span></li>`;
  })}</ul>`;
}
