import { html } from 'ghtml';
import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Translate } from '../../../platform/texts/texts.ts';
import {
  type Estimate,
  type GroupPollCounts,
  isDutyOverdue,
  type OptionResult,
  type QuestionResult,
  type SurveyDuty,
  type SurveyResults,
  statementText,
  wordsIn,
} from '../../../surveys/index.ts';
import type { Html, Page, View } from '../layout.ts';
import { figureList, notice, number, paragraphs, plain, table } from '../parts.ts';
import { shareChart } from './chart.ts';

export interface ResultsShown {
  readonly waveId: string;
  readonly agency: string;
  readonly results: SurveyResults;
  readonly duty: SurveyDuty;
  readonly polls: readonly GroupPollCounts[];
  readonly today: Day;
  readonly dayText: (day: Day, language: Language) => string;
  readonly t: Translate;
}

/** Counts of native polls: apart from everything else, and called what they are. */
function pollsPart(
  { t, language }: View,
  questions: readonly QuestionResult[],
  polls: readonly GroupPollCounts[],
): Html {
  if (polls.length === 0) return '';
  return html`<h2>${t('survey-site-group-polls')}</h2><p class="quiet">${t('survey-group-poll-note')}</p>!${polls.map(
    ({ chatTitle, questionKey, counts }) => {
      const question = questions.find(({ key }) => key === questionKey);
      const label = (key: string): string =>
        wordsIn(question?.options.find((option) => option.key === key)?.label, language) || key;
      const columns = [{ label: t('survey-site-option') }, { label: t('survey-site-people'), numeric: true }];
      return table(
        `${chatTitle}: ${wordsIn(question?.text, language)}`,
        columns,
        Object.entries(counts).map(([key, count]) => [plain(label(key)), plain(number(language, count))]),
      );
    },
  )}`;
}

const percent = (share: number): number => Math.round(share * 100);
const one = (value: number): string => (Math.round(value * 10) / 10).toString();

/** Headline figures first, with interval and n; how far to trust them beside the first chart, not below the last. */
export function resultsPage(
  view: View,
  { waveId, agency, results, duty, polls, today, dayText, t }: ResultsShown,
): Page {
  const { language } = view;
  return {
    title: wordsIn(results.title, language),
    lead: `${agency}. ${view.t('survey-site-n', { n: results.n })}`,
    section: 'surveys',
    trail: [{ href: '/surveys', label: view.t('site-section-surveys') }],
    body: html`!${figureList(headlines(view, results.questions))}
<h2>${view.t('survey-site-trust')}</h2>
!${notice(paragraphs(statementText(t, language, results.statement, dayText)))}
!${dutyPart(view, duty, today, dayText)}
<h2>${view.t('survey-site-results')}</h2>
!${results.questions.map((question) => questionPart(view, question))}
!${pollsPart(view, results.questions, polls)}
<p class="quiet">${view.t('survey-site-hidden-why')}</p>
<p><a class="button" href="/surveys/${waveId}/table.csv">${view.t('survey-site-csv')}</a></p>`,
  };
}

function headlines({ t, language }: View, questions: readonly QuestionResult[]) {
  return questions
    .flatMap((question) => {
      const name = wordsIn(question.text, language);
      if (question.mean && question.type !== 'nps')
        return [{ sentence: `${name} **${one(question.mean.value)}**`, note: meanText(t, question.mean) }];
      const top = best(question.options);
      if (!top?.share) return [];
      const { value, interval } = top.share;
      const facts = {
        option: wordsIn(top.label, language),
        percent: percent(value),
        low: percent(interval.low),
        high: percent(interval.high),
      };
      return [
        {
          sentence: `${name} **${percent(value)} %** ${facts.option}`,
          note: t('survey-site-headline', facts),
          share: value,
        },
      ];
    })
    .slice(0, 3);
}

const best = (options: readonly OptionResult[]): OptionResult | undefined =>
  options.filter(({ share }) => share !== null).toSorted((a, b) => (b.share?.value ?? 0) - (a.share?.value ?? 0))[0];

const meanText = (t: View['t'], { value, interval, n }: Estimate): string =>
  t('survey-site-mean', { mean: one(value), low: one(interval.low), high: one(interval.high), n });

function questionPart(view: View, question: QuestionResult): Html {
  const { t, language } = view;
  const name = wordsIn(question.text, language);
  const isWords = ['short_text', 'long_text', 'voice', 'photo', 'place', 'date'].includes(question.type);
  if (isWords)
    return html`<h3>${name}</h3><p>${t('survey-site-question-n', { answered: question.answered, skipped: question.skipped })}. ${t('survey-site-words')}</p>`;
  if (question.answered === 0) return html`<h3>${name}</h3><p>${t('survey-site-too-few')}</p>`;
  return html`<h3>${name}</h3>
<p class="quiet">${t('survey-site-question-n', { answered: question.answered, skipped: question.skipped })}</p>
!${question.mean ? html`<p>${question.type === 'nps' ? t('survey-site-nps', { mean: one(question.mean.value), low: one(question.mean.interval.low), high: one(question.mean.interval.high) }) : meanText(t, question.mean)}</p>` : ''}
!${question.options.length > 0 ? optionsPart(view, name, question.options) : ''}
!${question.rows.map((row) => html`<h4>${wordsIn(row.label, language)}</h4>!${optionsPart(view, `${name} ${wordsIn(row.label, language)}`, row.options)}`)}
!${
    question.means.length > 0
      ? table(
          name,
          [{ label: t('survey-site-option') }, { label: '⌀', numeric: true }],
          question.means.map(({ label, mean }) => [
            plain(wordsIn(label, language)),
            plain(mean ? one(mean.value) : t('survey-site-hidden')),
          ]),
        )
      : ''
  }`;
}

function optionsPart({ t, language }: View, name: string, options: readonly OptionResult[]): Html {
  const columns = [
    { label: t('survey-site-option') },
    { label: t('survey-site-people'), numeric: true },
    { label: t('survey-site-share'), numeric: true },
    { label: t('survey-site-interval'), numeric: true },
  ];
  const rows = options.map(({ label, count, share }) => [
    plain(wordsIn(label, language)),
    plain(count === null ? t('survey-site-hidden') : number(language, count)),
    plain(share === null ? '' : `${percent(share.value)} %`),
    plain(share === null ? '' : `${percent(share.interval.low)}–${percent(share.interval.high)} %`),
  ]);
  const chart = options.some(({ share }) => share !== null)
    ? shareChart(t('survey-site-chart', { question: name }), options, language)
    : '';
  return html`!${chart}!${table(name, columns, rows)}`;
}

export function dutyPart({ t, language }: View, duty: SurveyDuty, today: Day, dayText: ResultsShown['dayText']): Html {
  const isLate = isDutyOverdue(duty, today);
  const due = dayText(duty.dueOn, language);
  if (!duty.doneAt)
    return html`<h2>${t('survey-site-duties')}</h2><p!${isLate ? ' class="late"' : ''}>${t(isLate ? 'survey-site-duty-late' : 'survey-site-duty-open', { day: due })}</p>`;
  return html`<h2>${t('survey-site-duties')}</h2>
<p>${t('survey-news-findings', { words: wordsIn(duty.findings ?? {}, language) })}</p>
<p>${t('survey-news-changes', { words: wordsIn(duty.changes ?? {}, language) })}</p>`;
}

/** The same figures for a spreadsheet; hidden ones are empty. */
export function resultsCsv({ questions }: SurveyResults, language: Language): string {
  const cell = (value: string | number | null): string => {
    const text = value === null ? '' : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const line = (...cells: (string | number | null)[]): string => cells.map(cell).join(',');
  const of = (question: QuestionResult, row: string, { key, label, count, share }: OptionResult): string =>
    line(
      question.key,
      wordsIn(question.text, language),
      row,
      key,
      wordsIn(label, language),
      count,
      share?.value ?? null,
      share?.interval.low ?? null,
      share?.interval.high ?? null,
      question.answered,
    );
  const rows = questions.flatMap((question) => [
    ...question.options.map((option) => of(question, '', option)),
    ...question.rows.flatMap((row) => row.options.map((option) => of(question, row.key, option))),
    ...(question.mean
      ? [
          line(
            question.key,
            wordsIn(question.text, language),
            '',
            'mean',
            '',
            null,
            question.mean.value,
            question.mean.interval.low,
            question.mean.interval.high,
            question.answered,
          ),
        ]
      : []),
  ]);
  return `\uFEFF${line('question', 'text', 'row', 'option', 'label', 'people', 'share', 'low95', 'high95', 'answered')}\n${rows.join('\n')}\n`;
}
