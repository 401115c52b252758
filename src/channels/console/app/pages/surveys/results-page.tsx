import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote, Skeleton } from '../../bits.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/panel.css';
import '../../styles/surveys.css';
import '../../styles/survey-results.css';
import { CrossTableCard } from './cross-table.tsx';
import { Downloads } from './downloads.tsx';
import { DutyCard } from './duty-card.tsx';
import { MarginsForm } from './margins-form.tsx';
import { PersonsCard } from './persons-card.tsx';
import { QuestionChart } from './question-chart.tsx';
import { wordsOf } from './question-name.ts';
import { Funnel } from './result-funnel.tsx';

export type Results = components['schemas']['SurveyResultsPage'];
export type QuestionFigures = components['schemas']['SurveyQuestionFigures'];
export type Filter = { readonly variable: string; readonly category: string } | null;

/** The number, how far to trust it, then everything else. */
export function ResultsPage({ params }: PageProps) {
  const waveId = params.waveId ?? '';
  const { t, language } = useTexts();
  const [filter, setFilter] = useState<Filter>(null);
  const results = useQuery({
    queryKey: ['survey-results', waveId, filter, language],
    queryFn: () =>
      answered(
        api.GET('/api/v1/survey-waves/{waveId}/results', {
          params: { path: { waveId }, query: { language, ...(filter ?? {}) } },
        }),
      ),
    placeholderData: (before) => before,
    retry: false,
  });
  if (!results.data) return results.error ? <ErrorNote error={results.error} /> : <Skeleton />;
  const found = results.data;
  return (
    <div className="survey-results">
      <p className="muted">
        <Link href="/surveys">{t('console-surveys')}</Link> ·{' '}
        <Link href={`/surveys/waves/${waveId}`}>
          {t('console-survey-wave', { number: found.number })} ({t(`console-wave-state-${found.state}`)})
        </Link>
      </p>
      <PageTitle>{wordsOf(found.title, language)}</PageTitle>
      <p className="big-number">{t('console-result-n', { n: found.n })}</p>
      {found.isLive && <p className="muted hint">{t('console-result-live')}</p>}
      <section
        className={found.isSample ? 'statement' : 'statement self-chosen'}
        aria-label={t('console-result-trust')}
      >
        {found.statement.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
      <FilterBar found={found} filter={filter} onChange={setFilter} />
      <ErrorNote error={results.error} />
      <Funnel found={found} />
      <div className="charts">
        {found.questions.map((question) => (
          <QuestionChart
            key={question.key}
            question={question}
            waveId={waveId}
            hasWords={found.openQuestions.some(({ key }) => key === question.key)}
            wordings={found.wordings.find(({ key }) => key === question.key)?.wordings ?? []}
          />
        ))}
      </div>
      <p className="muted hint">{t('console-result-hidden', { least: found.minCell })}</p>
      {found.variables.length > 1 && <CrossTableCard waveId={waveId} variables={found.variables} />}
      {found.mayRun && <DutyCard found={found} />}
      {found.mayRun && found.state !== 'published' && <MarginsForm waveId={waveId} variables={found.variables} />}
      {found.maySeePersons && <PersonsCard waveId={waveId} />}
      <Downloads waveId={waveId} mayRun={found.mayRun} hasRows={found.hasRows} />
    </div>
  );
}

function FilterBar({ found, filter, onChange }: { found: Results; filter: Filter; onChange(filter: Filter): void }) {
  const { t } = useTexts();
  const nameOf = useVariableName();
  if (found.variables.length === 0) return null;
  return (
    <label className="field result-filter">
      <span>{t('console-result-filter')}</span>
      <select
        value={filter ? `${filter.variable}=${filter.category}` : ''}
        onChange={({ target }) => {
          const [variable, category] = target.value.split('=');
          onChange(variable && category ? { variable, category } : null);
        }}
      >
        <option value="">{t('console-result-everybody')}</option>
        {found.variables.map((variable) => (
          <optgroup key={variable.key} label={nameOf.variable(variable)}>
            {variable.categories.map((category) => (
              <option key={category.key} value={`${variable.key}=${category.key}`}>
                {nameOf.category(variable.key, category)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

type Variable = Results['variables'][number];

export function useVariableName() {
  const { t, language } = useTexts();
  return {
    variable: ({ key, text }: Variable): string =>
      text
        ? wordsOf(text, language)
        : key === 'language'
          ? t('console-result-variable-language')
          : t('console-result-variable-stratum'),
    category: (variable: string, { key, label }: Variable['categories'][number]): string => {
      if (label) return wordsOf(label, language);
      return variable === 'language' || ['kk', 'ru', 'en'].includes(key) ? t(`console-language-${key}`) : key;
    },
  };
}
