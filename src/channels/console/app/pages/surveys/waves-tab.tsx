import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answered, api, type Me } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { timeText } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import { NewWave } from './new-wave.tsx';
import type { SurveyPageData } from './survey-query.ts';

/** Waves of a survey and the way to the next one. */
export function WavesTab({ found, me }: { found: SurveyPageData; me: Me }) {
  const { t, language } = useTexts();
  const { survey, mayRun, versions } = found;
  const waves = useQuery({
    queryKey: ['survey-waves', survey.id],
    queryFn: () => answered(api.GET('/api/v1/surveys/{surveyId}/waves', { params: { path: { surveyId: survey.id } } })),
  });
  const isApproved = versions.some(({ state }) => state === 'approved');
  return (
    <>
      {mayRun && isApproved && <NewWave survey={survey} me={me} isOpen={waves.data?.items.length === 0} />}
      {!isApproved && (
        <Empty title={t('console-survey-not-approved')}>
          <Link href={`/surveys/${survey.id}/questions`}>{t('console-survey-tab-questions')}</Link>
        </Empty>
      )}
      <ErrorNote error={waves.error} />
      {waves.isPending && <Skeleton rows={2} />}
      {isApproved && waves.data?.items.length === 0 && <Empty title={t('console-survey-waves-none')} />}
      <ul className="people">
        {waves.data?.items.map(({ id, number, state, frameSize, finished, responseRate, closesAt }) => (
          <li key={id} className="card person">
            <span>
              <Link href={`/surveys/waves/${id}`}>
                <strong>{t('console-survey-wave', { number })}</strong>
              </Link>
              <br />
              <span className="muted">
                {t('console-wave-line', { people: frameSize, finished })}
                {responseRate !== null && ` · ${t('console-wave-rate', { percent: Math.round(responseRate * 100) })}`}
                {' · '}
                {t('console-wave-until', { at: timeText(closesAt, language, me.timezone) })}
              </span>
            </span>
            <span className="person-acts">
              <span className="chip">{t(`console-wave-state-${state}`)}</span>
              <Link href={`/surveys/waves/${id}/results`}>{t('console-wave-results')}</Link>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
