import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Day, Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/panel.css';
import '../../styles/surveys.css';
import '../../styles/survey-results.css';
import { WordsField } from '../../words-field.tsx';
import type { Words } from '../surveys/model.ts';
import { wordsOf } from '../surveys/question-name.ts';
import { inAll } from './topics-page.tsx';

type Topic = components['schemas']['TopicPage'];

/** What people write, as it comes; then what was heard, and the reply. */
export function TopicPage({ params }: PageProps) {
  const topicId = params.topicId ?? '';
  const { t, language, name } = useTexts();
  const found = useQuery({
    queryKey: ['topic', topicId],
    queryFn: () => answered(api.GET('/api/v1/topic-sessions/{topicId}', { params: { path: { topicId } } })),
    refetchInterval: ({ state }) => (state.data?.topic.state === 'open' ? 5_000 : false),
  });
  if (!found.data) return found.error ? <ErrorNote error={found.error} /> : <Skeleton />;
  const { topic, question, counts, contributions, proposals, chatLink, mayRun } = found.data;
  const themes = [...new Set(contributions.flatMap(({ theme }) => theme ?? []))];
  return (
    <div className="survey-results">
      <p className="muted">
        <Link href="/topics">{t('console-topics')}</Link>
      </p>
      <PageTitle>{wordsOf(topic.title, language)}</PageTitle>
      <p className="survey-facts">
        <span className="chip strong">{t(`console-topic-state-${topic.state}`)}</span>
        <span>{name(topic.agency.name)}</span>
        <span className="muted">
          <Time at={topic.opensAt} /> – <Time at={topic.closesAt} /> · {t('console-topic-reply-by')} {topic.owner},{' '}
          <Day on={topic.replyDueOn} />
        </span>
      </p>
      <p>{wordsOf(question, language)}</p>
      <p className="big-number">{t('console-topic-counts', counts)}</p>
      {chatLink && (
        <input
          readOnly
          value={chatLink}
          aria-label={t('console-topic-link')}
          onFocus={({ target }) => target.select()}
        />
      )}
      {mayRun && <Close found={found.data} />}
      {proposals.length > 0 && (
        <section>
          <h2 className="section-title">{t('console-topic-proposed')}</h2>
          <ul className="chips">
            {proposals.map(({ words, people }) => (
              <li key={words.join(' ')} className="chip">
                {words.join(', ')}: {people}
              </li>
            ))}
          </ul>
        </section>
      )}
      <datalist id="topic-themes">
        {themes.map((theme) => (
          <option key={theme} value={theme} />
        ))}
      </datalist>
      {contributions.length === 0 && <Empty title={t('console-topic-nobody')} />}
      <ul className="word-list">
        {contributions
          .toSorted((a, b) => Number(b.state === 'waiting') - Number(a.state === 'waiting'))
          .map((contribution) => (
            <Voice key={contribution.id} topicId={topicId} contribution={contribution} />
          ))}
      </ul>
    </div>
  );
}

function Voice({ topicId, contribution }: { topicId: string; contribution: Topic['contributions'][number] }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const { id, words, language, state, reason, theme } = contribution;
  const [named, setNamed] = useState(theme ?? '');
  const [why, setWhy] = useState('');
  const moderate = useMutation({
    mutationFn: (to: 'shown' | 'removed') =>
      answered(
        api.POST('/api/v1/topic-sessions/{topicId}/contributions/{contributionId}/moderate', {
          params: { path: { topicId, contributionId: id } },
          body: { state: to, reason: to === 'removed' ? why : null, theme: named.trim() || null },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['topic', topicId] }),
  });
  return (
    <li className="card">
      <p className="words" lang={language} dir="auto">
        {words}
      </p>
      <div className="survey-facts">
        <span className={state === 'waiting' ? 'chip strong' : 'chip'}>{t(`console-topic-voice-${state}`)}</span>
        {reason && <q>{reason}</q>}
        <input
          className="small-field"
          aria-label={t('console-topic-theme')}
          placeholder={t('console-topic-theme')}
          list="topic-themes"
          maxLength={80}
          value={named}
          onChange={({ target }) => setNamed(target.value)}
        />
        <button
          type="button"
          className="primary"
          disabled={moderate.isPending}
          onClick={() => moderate.mutate('shown')}
        >
          {t('console-topic-show')}
        </button>
        <input
          className="small-field"
          aria-label={t('console-topic-why')}
          placeholder={t('console-topic-why')}
          maxLength={300}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
        <button
          type="button"
          disabled={moderate.isPending || why.trim() === ''}
          onClick={() => moderate.mutate('removed')}
        >
          {t('console-topic-remove')}
        </button>
      </div>
      <ErrorNote error={moderate.error} />
    </li>
  );
}

/** After the hours: the summary, then the reply that was promised by a day. */
function Close({ found: { topic, summary, reply } }: { found: Topic }) {
  const { t, language } = useTexts();
  const client = useQueryClient();
  const [words, setWords] = useState<Words>({});
  const act = topic.state === 'closed' ? 'summarise' : topic.state === 'summarised' ? 'reply' : null;
  const send = useMutation({
    mutationFn: () => {
      const body = { words: inAll(words) };
      const params = { path: { topicId: topic.id } };
      return act === 'reply'
        ? answered(api.POST('/api/v1/topic-sessions/{topicId}/reply', { params, body }))
        : answered(api.POST('/api/v1/topic-sessions/{topicId}/summarise', { params, body }));
    },
    onSuccess: () => {
      setWords({});
      return client.invalidateQueries({ queryKey: ['topic', topic.id] });
    },
  });
  return (
    <>
      {[summary, reply].map(
        (said, index) =>
          said && (
            <section key={index === 0 ? 'summary' : 'reply'} className="card">
              <h2 className="section-title">{t(index === 0 ? 'console-topic-summary' : 'console-topic-reply')}</h2>
              <p className="words">{wordsOf(said, language)}</p>
            </section>
          ),
      )}
      {act && (
        <form
          className="panel"
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate();
          }}
        >
          <WordsField
            label={t(act === 'summarise' ? 'console-topic-summary' : 'console-topic-reply')}
            hint={t('console-topic-told')}
            words={words}
            rows={4}
            onChange={setWords}
          />
          <ErrorNote error={send.error} kept />
          <div className="panel-acts">
            <button type="submit" className="primary" disabled={send.isPending}>
              {t(act === 'summarise' ? 'console-topic-publish' : 'console-topic-send-reply')}
            </button>
          </div>
        </form>
      )}
    </>
  );
}
