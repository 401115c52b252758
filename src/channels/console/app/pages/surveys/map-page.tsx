import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote, Skeleton } from '../../bits.tsx';
import { Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/panel.css';
import '../../styles/surveys.css';
import '../../styles/survey-results.css';
import { wordsOf } from './question-name.ts';

type MapData = components['schemas']['OpinionMapPage'];
const letter = (group: number): string => String.fromCharCode(65 + group);

/** A map as it grows: what waits for a moderator, what unites everybody, what sets groups apart. */
export function MapPage({ params }: PageProps) {
  const mapId = params.mapId ?? '';
  const { t, language, name } = useTexts();
  const found = useQuery({
    queryKey: ['opinion-map', mapId],
    queryFn: () => answered(api.GET('/api/v1/opinion-maps/{mapId}', { params: { path: { mapId } } })),
    refetchInterval: ({ state }) => (state.data?.map.state === 'open' ? 10_000 : false),
  });
  if (!found.data) return found.error ? <ErrorNote error={found.error} /> : <Skeleton />;
  const { map, people, votes, chatLink, publicLink, mayRun } = found.data;
  return (
    <div className="survey-results">
      <p className="muted">
        <Link href="/surveys">{t('console-surveys')}</Link> · <Link href="/surveys/maps">{t('console-maps')}</Link>
      </p>
      <PageTitle>{wordsOf(map.title, language)}</PageTitle>
      <p className="survey-facts">
        <span className="chip strong">{t(`console-map-state-${map.state}`)}</span>
        <span>{name(map.agency.name)}</span>
        <span className="muted">
          <Time at={map.closesAt} />
        </span>
        <a href={publicLink} target="_blank" rel="noreferrer">
          {t('console-map-public')}
        </a>
      </p>
      <p>{wordsOf(map.question, language)}</p>
      <p className="big-number">{t('console-map-counts', { people, votes })}</p>
      {chatLink && (
        <input
          readOnly
          value={chatLink}
          aria-label={t('console-wave-open-link')}
          onFocus={({ target }) => target.select()}
        />
      )}
      {mayRun && map.state === 'open' && <Statements found={found.data} />}
      <Uniting found={found.data} />
      <p className="muted hint">{t('console-map-how')}</p>
    </div>
  );
}

function Statements({ found: { map, statements } }: { found: MapData }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [words, setWords] = useState('');
  const [reason, setReason] = useState('');
  const onSuccess = () => client.invalidateQueries({ queryKey: ['opinion-map', map.id] });
  const moderate = useMutation({
    mutationFn: ({ id, state }: { id: string; state: 'open' | 'removed' }) =>
      answered(
        api.POST('/api/v1/opinion-maps/{mapId}/statements/{statementId}/moderate', {
          params: { path: { mapId: map.id, statementId: id } },
          body: { state, reason: state === 'removed' ? reason : null },
        }),
      ),
    onSuccess,
  });
  const { language } = useTexts();
  const seed = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/opinion-maps/{mapId}/statements', {
          params: { path: { mapId: map.id } },
          body: { words, language },
        }),
      ),
    onSuccess: () => {
      setWords('');
      return onSuccess();
    },
  });
  const close = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/opinion-maps/{mapId}/close', { params: { path: { mapId: map.id } } })),
    onSuccess,
  });
  const proposed = statements.filter(({ state }) => state === 'proposed');
  return (
    <>
      <section>
        <h2 className="section-title">{t('console-map-proposed', { count: proposed.length })}</h2>
        {proposed.length > 0 && (
          <input
            className="reason"
            aria-label={t('console-map-reason')}
            placeholder={t('console-map-reason')}
            maxLength={300}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
        <ul className="word-list">
          {proposed.map(({ id, words: said, language: lang }) => (
            <li key={id} className="card survey-facts">
              <span className="words" lang={lang}>
                {said}
              </span>
              <button
                type="button"
                className="primary"
                disabled={moderate.isPending}
                onClick={() => moderate.mutate({ id, state: 'open' })}
              >
                {t('console-map-let-in')}
              </button>
              <button
                type="button"
                disabled={moderate.isPending || reason.trim() === ''}
                onClick={() => moderate.mutate({ id, state: 'removed' })}
              >
                {t('console-map-keep-out')}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <form
        className="theme-form wide"
        onSubmit={(event) => {
          event.preventDefault();
          seed.mutate();
        }}
      >
        <input
          aria-label={t('console-map-add')}
          placeholder={t('console-map-add')}
          minLength={5}
          maxLength={280}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <button type="submit" disabled={seed.isPending || words.trim().length < 5}>
          {t('console-survey-add-line')}
        </button>
        <button type="button" disabled={close.isPending} onClick={() => close.mutate()}>
          {t('console-map-close')}
        </button>
      </form>
      <ErrorNote error={moderate.error ?? seed.error ?? close.error} kept />
      <details className="card">
        <summary>{t('console-map-all', { count: statements.length })}</summary>
        <ul className="word-list">
          {statements.map(({ id, words: said, language: lang, state, reason: why }) => (
            <li key={id} className="survey-facts">
              <span className="chip">{t(`console-map-statement-${state}`)}</span>
              <span lang={lang}>{said}</span>
              {why && <q>{why}</q>}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Uniting({ found: { uniting, groups } }: { found: MapData }) {
  const { t } = useTexts();
  return (
    <>
      <section className="card">
        <h2 className="section-title">{t('console-map-uniting')}</h2>
        {uniting.length === 0 && <p className="muted">{t('console-result-too-few')}</p>}
        <ol className="bars">
          {uniting.map(({ said, agree, seen }) => (
            <li key={said.words} className="bar-line">
              <span lang={said.language}>{said.words}</span>
              <span className="muted hint">
                {agree.map((share, group) => `${letter(group)} ${Math.round(share * 100)} %`).join(' · ')} · {seen}
              </span>
              {agree.map((share, group) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: groups have no name but their place
                <span key={group} className="bar" aria-hidden="true">
                  <span style={{ width: `${share * 100}%` }} />
                </span>
              ))}
            </li>
          ))}
        </ol>
      </section>
      <div className="proposals">
        {groups.map(({ size, typical }, group) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups have no name but their place
          <section key={group} className="card">
            <h2 className="section-title">{t('console-map-group', { group: letter(group), size })}</h2>
            <ul>
              {typical.map(({ said, side }) => (
                <li key={said.words} lang={said.language}>
                  {side === 'agree' ? '+' : '−'} {said.words}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
