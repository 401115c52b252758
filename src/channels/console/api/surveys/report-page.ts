import { html } from 'ghtml';
import type { Language } from '../../../../kernel/language.ts';
import type { TextArguments } from '../../../../platform/texts/texts.ts';
import { type OptionResult, type SurveyResults, wordsIn } from '../../../../surveys/index.ts';

const STYLE = `body{font:15px/1.45 'Noto Sans',system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1a1f24}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2rem 0 .4rem;break-after:avoid}h3{font-size:1rem;margin:1rem 0 .2rem}
svg{width:100%;height:auto;border:1px solid #d9dde1;border-radius:8px}.notice{padding:.75rem 1rem;background:#e2f0ef;border-radius:8px}
section{break-inside:avoid}table{border-collapse:collapse;width:100%;margin:.5rem 0}td,th{border-top:1px solid #d9dde1;padding:.3rem;text-align:left;font-weight:400}
thead th{font-weight:600}td,thead th+th{text-align:right;font-variant-numeric:tabular-nums}
@media print{body{margin:0;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}`;

interface Options {
  readonly t: (word: string, args?: TextArguments) => string;
  readonly language: Language;
  readonly statement: readonly string[];
  /** A drawing per question; null where its figures are hidden. */
  readonly charts: ReadonlyMap<string, string | null>;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The results of a wave as one page to be printed: how far to trust them, then each question as picture and table. */
export function reportPage(results: SurveyResults, { t, language, statement, charts }: Options): string {
  const title = wordsIn(results.title, language);

  function table(options: readonly OptionResult[]): string {
    if (options.length === 0) return '';
    const rows = options.map(({ label, count, share }) => {
      const figures =
        count === null || !share
          ? ['…', '', '']
          : [String(count), percent(share.value), `${percent(share.interval.low)} – ${percent(share.interval.high)}`];
      return html`<tr><th scope="row">${wordsIn(label, language)}</th>!${figures.map((figure) => html`<td>${figure}</td>`)}</tr>`;
    });
    const heads = ['answer', 'people', 'share', 'range'].map(
      (word) => html`<th scope="col">${t(`survey-report-${word}`)}</th>`,
    );
    return html`<table><thead><tr>!${heads}</tr></thead><tbody>!${rows}</tbody></table>`;
  }

  const sections = results.questions.map(
    ({ key, text, answered, skipped, options, rows }) => html`<section><h2>${wordsIn(text, language)}</h2>
<p>${t('survey-site-question-n', { answered, skipped })}</p>!${charts.get(key) ?? ''}!${table(options)}
!${rows.map((row) => html`<h3>${wordsIn(row.label, language)}</h3>!${table(row.options)}`)}</section>`,
  );
  return html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>!${STYLE}</style></head><body>
<h1>${title}</h1><p>${t('survey-site-n', { n: results.n })}</p>
<div class="notice">!${statement.map((line) => html`<p>${line}</p>`)}</div>
<p>${t('survey-report-how')}</p>!${sections}
<p>${t('survey-site-hidden-why')}</p></body></html>`;
}
