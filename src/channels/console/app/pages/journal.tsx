import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { answered, api } from '../api.ts';
import { Empty, ErrorNote, Skeleton, showNumber } from '../bits.tsx';
import { Time } from '../dates.tsx';
import type { PageProps } from '../page-props.ts';
import { PageTitle } from '../shell.tsx';
import '../styles/lists.css';
import { useTexts } from '../texts.tsx';

export function JournalPage({ params: { number } }: PageProps) {
  const { t } = useTexts();
  const [, go] = useLocation();
  const [wished, setWished] = useState(number ?? '');
  const journal = useQuery({
    queryKey: ['journal', number],
    enabled: number !== undefined,
    queryFn: () => answered(api.GET('/api/v1/journal/{number}', { params: { path: { number: number ?? '' } } })),
  });
  const eventName = (type: string): string => {
    const key = `console-event-${type.replace(/[._]/g, '-')}`;
    const words = t(key);
    return words === key ? type : words;
  };
  return (
    <>
      <PageTitle>{number ? `${t('console-nav-journal')} · ${showNumber(number)}` : t('console-nav-journal')}</PageTitle>
      <search>
        <form
          className="inline-form"
          onSubmit={(event) => {
            event.preventDefault();
            go(`/journal/${wished.replace(/\D/g, '')}`);
          }}
        >
          <label className="field">
            <span>{t('console-journal-number')}</span>
            <input
              value={wished}
              onChange={({ target }) => setWished(target.value)}
              inputMode="numeric"
              required
              placeholder="472-918-3"
            />
          </label>
          <button type="submit" className="primary">
            {t('console-journal-show')}
          </button>
        </form>
      </search>
      <ErrorNote error={journal.error} />
      {number !== undefined && journal.isPending && <Skeleton rows={5} />}
      {number === undefined && <Empty title={t('console-journal-empty')}>{t('console-journal-hint')}</Empty>}
      {journal.data && (
        <ol className="journal">
          {journal.data.items.map(({ seq, at, type, actorKind, actorName, facts, text, hash }) => (
            <li key={seq} className="card">
              <header>
                <strong>{eventName(type)}</strong>
                <span className="muted">
                  {[t(`console-actor-${actorKind}`), actorName].filter(Boolean).join(' · ')} · <Time at={at} />
                </span>
              </header>
              <details>
                <summary>{t('console-journal-details')}</summary>
                <pre>{JSON.stringify({ type, facts, ...(text ? { text } : {}) }, null, 2)}</pre>
                <p className="hash">
                  {seq}. {hash}
                </p>
              </details>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
