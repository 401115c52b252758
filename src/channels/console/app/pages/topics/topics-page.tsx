import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { AgencyPicker } from '../../case/redirect-panel.tsx';
import { Day, Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/panel.css';
import '../../styles/surveys.css';
import { WordsField } from '../../words-field.tsx';
import { instantOf } from '../surveys/instant-of.ts';
import type { Words } from '../surveys/model.ts';
import { wordsOf } from '../surveys/question-name.ts';

/** Topics held open in the chat for fixed hours. */
export function TopicsPage({ me }: PageProps) {
  const { t, language, name } = useTexts();
  const topics = useQuery({ queryKey: ['topics-held'], queryFn: () => answered(api.GET('/api/v1/topic-sessions')) });
  const mayRun = me.role === 'operator' || me.role === 'supervisor';
  return (
    <>
      <PageTitle>{t('console-topics')}</PageTitle>
      <p className="survey-acts">
        <Link href="/topics/rising">{t('console-topics-rising')}</Link>
      </p>
      {mayRun && <NewTopic me={me} />}
      <ErrorNote error={topics.error} />
      {topics.isPending && <Skeleton rows={3} />}
      {topics.data?.items.length === 0 && <Empty title={t('console-topics-none')} />}
      <ul className="people">
        {topics.data?.items.map(({ id, title, agency, state, opensAt, closesAt, replyDueOn, isReplyLate }) => (
          <li key={id} className="card person">
            <span>
              <Link href={`/topics/${id}`}>
                <strong>{wordsOf(title, language)}</strong>
              </Link>
              <br />
              <span className="muted">
                {name(agency.name)} · <Time at={opensAt} /> – <Time at={closesAt} />
              </span>
            </span>
            <span className="person-acts">
              <span className="chip">{t(`console-topic-state-${state}`)}</span>
              {state !== 'replied' && (
                <span className={isReplyLate ? 'chip late' : 'chip'}>
                  {t('console-topic-reply-by')} <Day on={replyDueOn} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const FIELDS = ['title', 'question', 'background', 'rules'] as const;
type Texts = Record<(typeof FIELDS)[number], Words>;

function NewTopic({ me }: { me: PageProps['me'] }) {
  const { t } = useTexts();
  const [, go] = useLocation();
  const [agency, setAgency] = useState<string | null>(me.agency?.code ?? null);
  const [texts, setTexts] = useState<Texts>({ title: {}, question: {}, background: {}, rules: {} });
  const [on, setOn] = useState(me.today);
  const [from, setFrom] = useState('10:00');
  const [until, setUntil] = useState('19:00');
  const [replyDueOn, setReplyDueOn] = useState('');
  const open = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/topic-sessions', {
          body: {
            agency: agency ?? '',
            title: inAll(texts.title),
            question: inAll(texts.question),
            background: inAll(texts.background),
            rules: inAll(texts.rules),
            opensAt: instantOf(on, from, me.timezone),
            closesAt: instantOf(on, until, me.timezone),
            ownerId: me.id,
            replyDueOn,
          },
        }),
      ),
    onSuccess: ({ topicId }) => go(`/topics/${topicId}`),
  });
  return (
    <details className="card begin">
      <summary>{t('console-topic-new')}</summary>
      <form
        className="wave-form"
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate();
        }}
      >
        {me.agency === null && <AgencyPicker label={t('console-topic-agency')} onChoose={setAgency} />}
        {FIELDS.map((field) => (
          <WordsField
            key={field}
            label={t(`console-topic-field-${field}`)}
            words={texts[field]}
            rows={field === 'title' ? 1 : 3}
            onChange={(words) => setTexts({ ...texts, [field]: words })}
          />
        ))}
        <div className="fields">
          <Field label={t('console-topic-day')} type="date" value={on} min={me.today} required onChange={setOn} />
          <Hour label={t('console-topic-from')} value={from} onChange={setFrom} />
          <Hour label={t('console-topic-until')} value={until} onChange={setUntil} />
          <Field
            label={t('console-topic-reply-by')}
            type="date"
            value={replyDueOn}
            min={on}
            required
            onChange={setReplyDueOn}
          />
        </div>
        <ErrorNote error={open.error} kept />
        <button type="submit" className="primary" disabled={open.isPending || agency === null}>
          {t('console-topic-plan')}
        </button>
      </form>
    </details>
  );
}

function Hour({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  return (
    <label className="field">
      <span>{label}</span>
      <input type="time" value={value} required onChange={({ target }) => onChange(target.value)} />
    </label>
  );
}

export const inAll = ({ kk = '', ru = '', en = '' }: Words) => ({ kk, ru, en });
