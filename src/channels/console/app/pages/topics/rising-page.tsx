import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation, useSearch } from 'wouter';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/surveys.css';
import '../../styles/survey-results.css';
import { wordsOf } from '../surveys/question-name.ts';

type Brief = components['schemas']['WeeklyBrief'];

/** A mean of eight weeks; a whole number is said as one. */
const usually = (mean: number): string => String(Math.round(mean * 10) / 10);

/** The week for leaders: what people raise more than usual, where, in whose words, and what was done. */
export function RisingPage({ me }: PageProps) {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const until = new URLSearchParams(useSearch()).get('until') ?? '';
  const brief = useQuery({
    queryKey: ['weekly-brief', until],
    queryFn: () => answered(api.GET('/api/v1/weekly-brief', { params: { query: until ? { until } : {} } })),
    placeholderData: (before) => before,
  });
  if (!brief.data) return brief.error ? <ErrorNote error={brief.error} /> : <Skeleton />;
  const { from, until: end, appeals, contributions, questions, rising, risingQuestions, done } = brief.data;
  return (
    <div className="survey-results">
      {me.role !== 'monitor' && (
        <p className="muted">
          <Link href="/topics">{t('console-topics')}</Link>
        </p>
      )}
      <PageTitle>{t('console-topics-rising')}</PageTitle>
      <p className="muted">
        <Time at={from} /> – <Time at={end} />
      </p>
      <div className="result-filter">
        <Field
          label={t('console-rising-until')}
          type="date"
          value={until}
          max={me.today}
          onChange={(on) => navigate(on ? `/topics/rising?until=${on}` : '/topics/rising', { replace: true })}
        />
      </div>
      <p className="big-number">{t('console-rising-all', { appeals, contributions, questions })}</p>
      <p className="muted hint">{t('console-rising-how')}</p>
      {rising.length === 0 && <Empty title={t('console-rising-none')} />}
      <ol className="proposals">
        {rising.map((topic) => (
          <RisingTopic key={topic.topic.code} topic={topic} />
        ))}
      </ol>
      {risingQuestions.length > 0 && (
        <section className="card">
          <h2 className="section-title">{t('console-rising-questions')}</h2>
          <dl className="number-list">
            {risingQuestions.map(({ label, thisWeek, usual, hasAnswer }) => (
              <div key={label}>
                <dt>
                  {label} {!hasAnswer && <span className="chip late">{t('console-rising-no-answer')}</span>}
                </dt>
                <dd>{t('console-rising-count', { count: thisWeek, usual: usually(usual) })}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <WhatWasDone done={done} />
      <Receivers brief={brief.data} />
    </div>
  );
}

function RisingTopic({
  topic: { topic, thisWeek, usual, inSessions, places, quotes, done },
}: {
  topic: Brief['rising'][number];
}) {
  const { t, name } = useTexts();
  return (
    <li className="card">
      <h2 className="section-title">{name(topic.name)}</h2>
      <p>
        <strong>{t('console-rising-count', { count: thisWeek, usual: usually(usual) })}</strong>
        {inSessions > 0 && ` · ${t('console-rising-in-sessions', { count: inSessions })}`}
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
  );
}

/** What came of earlier surveys and topics: kept this week, and owed. */
function WhatWasDone({ done: { kept, owed, late } }: { done: Brief['done'] }) {
  const { t, language } = useTexts();
  return (
    <section className="card">
      <h2 className="section-title">{t('console-rising-deeds')}</h2>
      <p>
        {t('console-rising-owed', { kept: kept.length, owed })}
        {late > 0 && <span className="late"> {t('console-rising-late', { count: late })}</span>}
      </p>
      <ul className="plain-list">
        {kept.map(({ kind, id, title }) => (
          <li key={id}>
            <a href={kind === 'survey' ? `/surveys/${id}` : `/topics/${id}`}>{wordsOf(title, language)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Receivers({ brief: { receivers, isSentToMe } }: { brief: Brief }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const choose = useMutation({
    mutationFn: (wants: boolean) => answered(api.POST('/api/v1/weekly-brief/choice', { body: { wants } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['weekly-brief'] }),
  });
  return (
    <section className="card">
      <h2 className="section-title">{t('console-rising-sent')}</h2>
      <p className="muted">{t('console-rising-sent-how')}</p>
      <p>{receivers.length > 0 ? receivers.join(', ') : t('console-rising-nobody')}</p>
      {isSentToMe !== null && (
        <label className="check">
          <input
            type="checkbox"
            checked={isSentToMe}
            disabled={choose.isPending}
            onChange={({ target }) => choose.mutate(target.checked)}
          />{' '}
          {t('console-rising-to-me')}
        </label>
      )}
      <ErrorNote error={choose.error} />
    </section>
  );
}
