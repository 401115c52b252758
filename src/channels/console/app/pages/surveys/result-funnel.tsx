import { useTexts } from '../../texts.tsx';
import { wordsOf } from './question-name.ts';
import type { Results } from './results-page.tsx';

const STEPS = ['asked', 'delivered', 'started', 'finished'] as const;

/** From those who were asked to those who finished; where the others stopped, and how long it took. */
export function Funnel({ found }: { found: Results }) {
  const { t, language } = useTexts();
  const { funnel, responseRate, leftAt, durations } = found;
  const most = Math.max(1, ...STEPS.map((step) => funnel[step]));
  return (
    <section className="card funnel">
      <h2 className="section-title">{t('console-result-funnel')}</h2>
      <div className="bars">
        {STEPS.map((step) => (
          <div key={step} className="bar-line">
            <span>{t(`console-result-step-${step}`)}</span>
            <strong>{funnel[step]}</strong>
            <span className="bar" aria-hidden="true">
              <span style={{ width: `${(funnel[step] / most) * 100}%` }} />
            </span>
          </div>
        ))}
      </div>
      <p>
        {responseRate === null
          ? t('console-result-no-rate')
          : t('console-result-rate', { percent: Math.round(responseRate * 100) })}
        {funnel.partial > 0 && ` ${t('console-result-partial', { count: funnel.partial })}`}
        {funnel.screened > 0 && ` ${t('console-result-screened', { count: funnel.screened })}`}
      </p>
      {leftAt.length > 0 && (
        <>
          <h3 className="section-title">{t('console-result-left')}</h3>
          <dl className="number-list">
            {leftAt
              .toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0))
              .map(({ step, text, people }) => (
                <div key={step}>
                  <dt>{wordsOf(text, language) || step}</dt>
                  <dd>{people ?? t('console-result-hidden-cell')}</dd>
                </div>
              ))}
          </dl>
        </>
      )}
      <h3 className="section-title">{t('console-result-time')}</h3>
      <dl className="number-list">
        {durations.map(({ band, people }) => (
          <div key={band}>
            <dt>{t(`console-result-time-${band.replaceAll('_', '-')}`)}</dt>
            <dd>{people ?? t('console-result-hidden-cell')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
