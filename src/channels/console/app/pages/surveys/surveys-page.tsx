import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { answered, api } from '../../api.ts';
import type { components, paths } from '../../api-types.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { AgencyPicker } from '../../case/redirect-panel.tsx';
import { Day, Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/panel.css';
import '../../styles/surveys.css';
import { wordsOf } from './question-name.ts';

type Row = components['schemas']['SurveyRow'];
type Duty = paths['/api/v1/surveys']['get']['responses'][200]['content']['application/json']['duties'][number];
type Document = components['schemas']['SurveyQuestionnaire'];

/** All surveys of one's body, and how a new one begins. */
export function SurveysPage({ me }: PageProps) {
  const { t } = useTexts();
  const surveys = useQuery({ queryKey: ['surveys'], queryFn: () => answered(api.GET('/api/v1/surveys')) });
  const mayRun = me.role === 'operator' || me.role === 'supervisor';
  return (
    <>
      <PageTitle>{t('console-surveys')}</PageTitle>
      <p className="survey-acts">
        <Link href="/surveys/maps">{t('console-maps')}</Link>
      </p>
      {mayRun && <Begin me={me} isOpen={surveys.data?.items.length === 0} />}
      <ErrorNote error={surveys.error} />
      {surveys.data && surveys.data.duties.length > 0 && <Duties duties={surveys.data.duties} />}
      {surveys.isPending && <Skeleton rows={4} />}
      {surveys.data?.items.length === 0 && (
        <Empty title={t('console-surveys-none')}>{mayRun && t('console-surveys-none-how')}</Empty>
      )}
      <ul className="people">
        {surveys.data?.items.map((survey) => (
          <SurveyLine key={survey.id} survey={survey} />
        ))}
      </ul>
    </>
  );
}

/** What was promised to those who answered and has not been said yet. */
function Duties({ duties }: { duties: readonly Duty[] }) {
  const { t, language, name } = useTexts();
  return (
    <section className="card begin">
      <h2 className="section-title">{t('console-survey-duties', { count: duties.length })}</h2>
      <ul className="number-list">
        {duties.map(({ waveId, title, agency, owner, dueOn, isLate }) => (
          <li key={waveId} className="survey-facts">
            <Link href={`/surveys/waves/${waveId}/results`}>{wordsOf(title, language) || name(agency.name)}</Link>
            <span className="muted">{owner}</span>
            <span className={isLate ? 'chip late' : 'chip'}>
              {isLate && t('console-survey-duty-late')} <Day on={dueOn} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SurveyLine({ survey: { id, title, agency, state, author, createdAt, waves } }: { survey: Row }) {
  const { t, language, name } = useTexts();
  const last = waves.at(-1);
  return (
    <li className="card person">
      <span>
        <Link href={`/surveys/${id}`}>
          <strong>{wordsOf(title, language) || t('console-survey-untitled')}</strong>
        </Link>
        <br />
        <span className="muted">
          {name(agency.name)} · {author} · <Time at={createdAt} />
        </span>
      </span>
      <span className="person-acts">
        <span className="chip">{t(`console-survey-state-${state.replace('_', '-')}`)}</span>
        {last && (
          <Link href={`/surveys/waves/${last.id}`} className="chip strong">
            {t('console-survey-wave', { number: last.number })}: {t(`console-wave-state-${last.state}`)}
          </Link>
        )}
      </span>
    </li>
  );
}

/** An empty page, a template or a file: three ways to the same editor. */
function Begin({ me, isOpen }: { me: PageProps['me']; isOpen: boolean }) {
  const { t, language } = useTexts();
  const [, go] = useLocation();
  const [agency, setAgency] = useState<string | null>(me.agency?.code ?? null);
  const templates = useQuery({
    queryKey: ['survey-templates'],
    queryFn: () => answered(api.GET('/api/v1/survey-templates')),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const begin = useMutation({
    mutationFn: (questionnaire: Document | null) =>
      answered(
        api.POST('/api/v1/surveys', {
          body: { agency: agency ?? '', mode: 'anonymous', ...(questionnaire ? { questionnaire } : {}) },
        }),
      ),
    onSuccess: ({ surveyId }) => go(`/surveys/${surveyId}`),
  });
  const read = useMutation({
    mutationFn: async (file: File) =>
      (await answered(api.POST('/api/v1/survey-drafts/import', { body: { source: await file.text() } }))).questionnaire,
    onSuccess: (questionnaire) => begin.mutate(questionnaire),
  });
  const isReady = agency !== null && !begin.isPending;
  return (
    <details className="card begin" open={isOpen || undefined}>
      <summary>{t('console-survey-begin')}</summary>
      {me.agency === null && <AgencyPicker label={t('console-survey-agency')} onChoose={setAgency} />}
      {agency === null && <p className="hint">{t('console-survey-agency-first')}</p>}
      <div className="ways">
        <button type="button" className="primary" disabled={!isReady} onClick={() => begin.mutate(null)}>
          {t('console-survey-blank')}
        </button>
        {templates.data?.items.map(({ name, title, questions, seconds, questionnaire }) => (
          <button key={name} type="button" disabled={!isReady} onClick={() => begin.mutate(questionnaire)}>
            <span>
              {wordsOf(title, language)}
              <br />
              <span className="hint">
                {t('console-survey-template-size', { questions, minutes: Math.max(1, Math.round(seconds / 60)) })}
              </span>
            </span>
          </button>
        ))}
        <label className="attach">
          {t('console-survey-import')}
          <input
            type="file"
            accept=".yaml,.yml,.json"
            disabled={!isReady}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) read.mutate(file);
              target.value = '';
            }}
          />
        </label>
      </div>
      <ErrorNote error={begin.error ?? read.error ?? templates.error} />
    </details>
  );
}
