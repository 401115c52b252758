import { Link } from 'wouter';
import { useTexts } from '../../texts.tsx';
import { wordsOf } from './question-name.ts';
import type { QuestionFigures, Results } from './results-page.tsx';

type Option = QuestionFigures['options'][number];
const percent = (share: number): number => Math.round(share * 100);
const one = (value: number): string => value.toFixed(1);

interface Props {
  readonly question: QuestionFigures;
  readonly waveId: string;
  readonly hasWords: boolean;
  readonly wordings: Results['wordings'][number]['wordings'];
}

/** A question's figures: bars with the range chance allows, and the same as a table for those who read it. */
export function QuestionChart({ question, waveId, hasWords, wordings }: Props) {
  const { t, language } = useTexts();
  const { key, text, options, rows, mean, means, answered, skipped, declined } = question;
  const hasPicture = options.some(({ share }) => share) || rows.length > 0;
  return (
    <section className="card chart-card">
      <h2 className="section-title">{wordsOf(text, language)}</h2>
      <p className="muted hint">
        {t('console-result-answered', { answered, skipped })}
        {declined > 0 && ` · ${t('console-result-declined', { count: declined })}`}
      </p>
      {mean && (
        <p className="big-number">
          {t(question.type === 'nps' ? 'console-result-nps' : 'console-result-mean', {
            mean: one(mean.value),
            low: one(mean.interval.low),
            high: one(mean.interval.high),
          })}
        </p>
      )}
      <Bars options={options} />
      {rows.map((row) => (
        <div key={row.key}>
          <h3 className="row-name">{wordsOf(row.label, language)}</h3>
          <Bars options={row.options} />
        </div>
      ))}
      {means.length > 0 && (
        <dl className="number-list">
          {means.map((item) => (
            <div key={item.key}>
              <dt>{wordsOf(item.label, language)}</dt>
              <dd>
                {item.mean
                  ? `${one(item.mean.value)} (${one(item.mean.interval.low)}–${one(item.mean.interval.high)})`
                  : t('console-result-hidden-cell')}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {hasWords && (
        <p>
          <Link href={`/surveys/waves/${waveId}/words/${key}`}>{t('console-result-words')}</Link>
        </p>
      )}
      {answered === 0 && !hasWords && <p className="muted">{t('console-result-too-few')}</p>}
      {wordings.length > 0 && <Wordings wordings={wordings} />}
      {hasPicture && (
        <p className="chart-files">
          {(['png', 'svg'] as const).map((format) => (
            <a
              key={format}
              href={`/api/v1/survey-waves/${waveId}/charts/${key}.${format}?language=${language}`}
              download
            >
              {format.toUpperCase()}
            </a>
          ))}
        </p>
      )}
    </section>
  );
}

function Bars({ options }: { options: readonly Option[] }) {
  const { t, language } = useTexts();
  if (options.length === 0) return null;
  return (
    <ul className="bars">
      {options.map(({ key, label, count, share }) => (
        <li key={key} className="bar-line">
          <span>{wordsOf(label, language) || key}</span>
          {share ? (
            <strong
              title={t('console-result-range', {
                low: percent(share.interval.low),
                high: percent(share.interval.high),
              })}
            >
              {percent(share.value)} %
              <span className="muted hint">
                {' '}
                {t('console-result-range', { low: percent(share.interval.low), high: percent(share.interval.high) })} ·{' '}
                {count}
              </span>
            </strong>
          ) : (
            <span className="muted">{t('console-result-hidden-cell')}</span>
          )}
          {share && (
            <svg className="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="6" className="track" />
              <rect width={share.value * 100} height="6" className="fill" />
              <rect
                x={share.interval.low * 100}
                width={(share.interval.high - share.interval.low) * 100}
                y="2.4"
                height="1.2"
                className="range"
              />
            </svg>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Did the words change the answer? Each wording was read by people drawn by lot, so a difference is theirs. */
function Wordings({ wordings }: { wordings: Props['wordings'] }) {
  const { t, language } = useTexts();
  return (
    <details>
      <summary>{t('console-result-wordings')}</summary>
      {wordings.map(({ key, text, result }) => (
        <div key={key}>
          <h3 className="row-name">
            {key.toUpperCase()}. {wordsOf(text, language)} <span className="muted">({result.answered})</span>
          </h3>
          {result.answered === 0 ? (
            <p className="muted">{t('console-result-too-few')}</p>
          ) : (
            <Bars options={result.options} />
          )}
        </div>
      ))}
    </details>
  );
}
