import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/surveys.css';
import '../../styles/survey-results.css';

/** The week for leaders: what people raise more than usual, where, in whose words, and what was done. */
export function RisingPage({ me }: PageProps) {
  const { t, name } = useTexts();
  const [until, setUntil] = useState('');
  const brief = useQuery({
    queryKey: ['weekly-brief', until],
    queryFn: () => answered(api.GET('/api/v1/weekly-brief', { params: { query: until ? { until } : {} } })),
    placeholderData: (before) => before,
  });
  if (!brief.data) return brief.error ? <ErrorNote error={brief.error} /> : <Skeleton />;
  const { from, until: end, appeals, contributions, rising, unanswered } = brief.data;
  return (
    <div className="survey-results">
      <p className="muted">
        <Link href="/topics">{t('console-topics')}</Link>
      </p>
      <PageTitle>{t('console-topics-rising')}</PageTitle>
      <p className="muted">
        <Time at={from} /> – <Time at={end} />
      </p>
      <div className="result-filter">
        <Field label={t('console-rising-until')} type="date" value={until} max={me.today} onChange={setUntil} />
      </div>
      <p className="big-number">{t('console-rising-all', { appeals, contributions })}</p>
      <p className="muted hint">{t('console-rising-how')}</p>
      {rising.length === 0 && <Empty title={t('console-rising-none')} />}
      <ol className="proposals">
        {rising.map(({ topic, thisWeek, usual, places, quotes, done }) => (
          <li key={topic.code} className="card">
            <h2 className="section-title">{name(topic.name)}</h2>
            <p>
              <strong>{t('console-rising-count', { count: thisWeek, usual: usual.toFixed(1) })}</strong>
            </p>
            <p>
              {places
                .map(({ place, count }) => `${place ? name(place.name) : t('console-rising-elsewhere')} ${count}`)
                .join(' · ')}
            </p>
            {quotes.map((quote) => (
              <p key={quote} className="muted">
                «{quote}»
              </p>
            ))}
            <p>
              {t('console-rising-done', { answered: done.answered, open: done.open })}
              {done.late > 0 && <span className="late"> {t('console-rising-late', { count: done.late })}</span>}
            </p>
          </li>
        ))}
      </ol>
      {unanswered.length > 0 && (
        <section className="card">
          <h2 className="section-title">{t('console-rising-unanswered')}</h2>
          <dl className="number-list">
            {unanswered.map(({ label, count }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}
