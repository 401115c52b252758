import { html } from 'ghtml';
import {
  computeDue,
  dayText,
  describeDue,
  type Jurisdiction,
  lengthText,
  type Promises,
  type Rule,
  type WorkingCalendar,
} from '../../../deadlines/index.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { isRefusal, Refusal } from '../../../kernel/refusal.ts';
import type { Html, Page, View } from '../layout.ts';
import { facts, notice, plain } from '../parts.ts';
import type { SiteDeps } from '../site-deps.ts';

type Texts = SiteDeps['texts'];

/** The country's own name, from the language's data: the code knows no country. */
export const jurisdictionName = (code: string, language: Language): string =>
  new Intl.DisplayNames(language, { type: 'region' }).of(code.toUpperCase()) ?? code;

const eventText = ({ t }: View, rule: Pick<Rule, 'starts'>): string =>
  t(`deadline-event-${rule.starts.event.replaceAll('_', '-')}`);

interface RulesShown {
  readonly shown: Jurisdiction;
  readonly own: string;
  readonly all: readonly string[];
  /** Of this installation: what the service promises now, apart from the law, and how topics are called. */
  readonly promised?: { readonly promises: Promises; readonly nameOf: (topicId: string) => string } | null;
}

/** All rules of one jurisdiction, and the way to the others. */
export function rulesPage(view: View, { shown, own, all, promised = null }: RulesShown): Page {
  const { t, language } = view;
  const { rules } = shown.rulebook;
  const promises = promised?.promises ?? shown.rulebook.promises;
  const isOwn = shown.code === own;
  const newest = [...Map.groupBy(rules, ({ id }) => id).values()].flatMap((editions) => editions.slice(-1));
  const name = jurisdictionName(shown.code, language);
  return {
    title: isOwn ? t('site-rules-title') : t('site-rules-title-of', { country: name }),
    lead: t('site-rules-lead'),
    section: 'rules',
    ...(isOwn ? {} : { trail: [{ href: '/rules', label: t('site-section-rules') }] }),
    body: html`
!${isOwn ? html`<h2>${t('site-rules-two')}</h2><p>${t('site-rules-two-promise', { length: lengthText(promises.default, language, t_(view)) })}</p>!${promised ? topicPromises(view, promised) : ''}<p>${t('site-rules-two-law')}</p>` : ''}
!${
      newest.length === 0
        ? html`<p>${t('site-rules-none')}</p>`
        : html`<h2>${t('site-rules-table', { country: name })}</h2><ul class="rows">!${newest.map(
            (rule) => html`<li><a href="/rules/${rule.id}">${rule.title[language]}</a>
<span class="quiet">${t('site-rules-line', { length: lengthOf(view, rule), event: eventText(view, rule) })}</span>
<span class="quiet">${rule.citation[language]} · ${t(`site-trust-${rule.trust}`)}</span></li>`,
          )}</ul>`
    }
<p><a href="/calendar/${shown.code}">${t('site-rules-calendar')}</a> · <a href="/open-data/rules.csv">CSV</a> · <a href="/open-data/rules.json">JSON</a></p>
<h2>${t('site-rules-others')}</h2>
<p>${t('site-rules-others-why')}</p>
<ul>!${all
      .filter((code) => code !== shown.code)
      .map(
        (code) =>
          html`<li><a href="${code === own ? '/rules' : `/rules/${code}`}">${jurisdictionName(code, language)}</a></li>`,
      )}</ul>`,
  };
}

/** Behind one line, because few ask for all of them; the law's terms stand apart below. */
function topicPromises(view: View, { promises, nameOf }: NonNullable<RulesShown['promised']>): Html {
  const rows = Object.entries(promises.topics).map(([topic, length]) => [nameOf(topic), length] as const);
  if (rows.length === 0) return html``;
  rows.sort(([a], [b]) => a.localeCompare(b, view.language));
  return html`<details><summary>${view.t('site-rules-topics')}</summary><ul>!${rows.map(
    ([name, length]) => html`<li>${name}: ${lengthText(length, view.language, t_(view))}</li>`,
  )}</ul></details>`;
}

const t_ = (view: View) => (_language: Language, key: string, args?: Readonly<Record<string, string | number>>) =>
  view.t(key, args);

function lengthOf(view: View, { length }: Pick<Rule, 'length'>): string {
  if (length.value === 0) return view.t('site-rules-same-day');
  const words = lengthText(length, view.language, t_(view));
  return length.value < 0 ? view.t('site-rules-before', { length: words }) : words;
}

/** One rule in plain words, its source, and a date computed by it before the reader's eyes. */
export function rulePage(
  view: View,
  {
    rule,
    editions,
    calendar,
    from,
    own,
    texts,
  }: { rule: Rule; editions: readonly Rule[]; calendar: WorkingCalendar; from: Day; own: string; texts: Texts },
): Page {
  const { t, language } = view;
  const { extension, source } = rule;
  const until = (on: Day | null) => (on === null ? null : plain(dayText(language, on, true)));
  return {
    title: rule.title[language],
    section: 'rules',
    trail: [
      { href: '/rules', label: t('site-section-rules') },
      ...(rule.jurisdiction === own
        ? []
        : [{ href: `/rules/${rule.jurisdiction}`, label: jurisdictionName(rule.jurisdiction, language) }]),
    ],
    body: html`
!${facts([
      [t('site-rules-length'), plain(lengthOf(view, rule))],
      [t('site-rules-starts'), plain(eventText(view, rule))],
      [t('site-rule-first-day'), plain(t(`site-rule-first-day-${rule.firstDay.replace('_', '-')}`))],
      [t('site-rule-after-hours'), rule.cutoff === 'none' ? null : plain(t('site-rule-after-hours-next'))],
      [t('site-rule-day-off'), plain(t(`site-rule-roll-${rule.rollOver.replaceAll('_', '-')}`))],
      [
        t('site-rule-extension'),
        plain(extension === null ? t('site-rule-extension-none') : extensionText(view, extension, texts)),
      ],
      [t('site-rule-pause'), plain(t(rule.pause.allowed ? 'site-rule-pause-yes' : 'site-rule-pause-no'))],
      [t('site-rule-silence'), rule.silence === 'none' ? null : plain(t('site-rule-silence-refusal'))],
      [t('site-rules-article'), plain(rule.citation[language])],
      [
        t('site-rule-source'),
        source.url ? html`<a href="${source.url.split(' ')[0]}" rel="noreferrer">${source.act}</a>` : plain(source.act),
      ],
      [t('site-rule-edition'), source.edition ? plain(source.edition) : null],
      [t('site-rules-trust'), plain(t(`site-trust-${rule.trust}-long`))],
      [t('site-rule-from'), until(rule.effective.from)],
      [t('site-rule-until'), until(rule.effective.until)],
      [t('site-rule-id'), html`<code>${rule.id}</code>`],
    ])}
!${editions.length > 1 ? html`<p class="quiet">${t('site-rule-editions', { count: editions.length })}</p>` : ''}
<h2>${t('site-rule-example')}</h2>
<form method="get"><label for="from">${t('site-rule-example-from', { event: eventText(view, rule) })}</label>
<input type="date" id="from" name="from" value="${from}" required><div><button type="submit">${t('site-rule-example-button')}</button></div></form>
!${example(view, rule, calendar, from, texts)}`,
  };
}

function extensionText(
  view: View,
  { max, countedFrom, decidedBy }: NonNullable<Rule['extension']>,
  texts: Texts,
): string {
  const { t, language } = view;
  const length = max === null ? t('site-rule-extension-unlimited') : lengthText(max, language, t_(view));
  const words = t(`site-rule-extension-${countedFrom.replace('_', '-')}`, { length });
  const posts = decidedBy
    .map((post) => `deadline-post-${post.replaceAll('_', '-')}`)
    .filter((key) => texts.has(language, key));
  return posts.length === 0
    ? words
    : `${words} ${t('site-rule-extension-by', { posts: posts.map((key) => t(key)).join(', ') })}`;
}

function example(view: View, rule: Rule, calendar: WorkingCalendar, from: Day, { t, has }: Texts): Html {
  const { language } = view;
  try {
    if ((rule.effective.from && from < rule.effective.from) || (rule.effective.until && from > rule.effective.until)) {
      throw new Refusal('deadline.rule_not_in_force', { rule: rule.id, day: from });
    }
    const { summary, steps } = describeDue(computeDue(rule, from, [], calendar), language, t);
    return html`<div role="status">!${notice(html`<p><strong>${summary}</strong></p>`)}</div><ol class="steps">!${steps.map((step) => html`<li>${step}</li>`)}</ol>`;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const key = `refusal-${error.code.replace(/[._]/g, '-')}`;
    const facts_ = Object.fromEntries(Object.entries(error.facts).map(([name, value]) => [name, String(value ?? '')]));
    return html`<div role="status">!${notice(html`<p>${has(language, key) ? t(language, key, facts_) : view.t('site-rule-example-failed')}</p>`)}</div>`;
  }
}
