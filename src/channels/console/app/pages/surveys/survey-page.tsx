import { Link } from 'wouter';
import { ErrorNote, Skeleton } from '../../bits.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/panel.css';
import '../../styles/surveys.css';
import { DraftTab } from './draft-tab.tsx';
import { DryRun } from './dry-run.tsx';
import { wordsOf } from './question-name.ts';
import { type SurveyPageData, useSurvey } from './survey-query.ts';
import { VersionsTab } from './versions-tab.tsx';
import { WavesTab } from './waves-tab.tsx';

const TABS = ['questions', 'try', 'waves', 'versions'] as const;
type Tab = (typeof TABS)[number];

/** One survey: writing, trying out, asking, and what it was before. */
export function SurveyPage({ params, me }: PageProps) {
  const { t, language } = useTexts();
  const surveyId = params.surveyId ?? '';
  const survey = useSurvey(surveyId);
  const tab: Tab = TABS.find((one) => one === params.tab) ?? 'questions';
  if (survey.error) return <ErrorNote error={survey.error} />;
  if (!survey.data) return <Skeleton />;
  const found = survey.data;
  return (
    <>
      <p className="muted">
        <Link href="/surveys">{t('console-surveys')}</Link>
      </p>
      <PageTitle>{wordsOf(found.survey.title, language) || t('console-survey-untitled')}</PageTitle>
      <SurveyFacts found={found} />
      <nav className="tabs" aria-label={t('console-survey-tabs')}>
        {TABS.map((one) => (
          <Link key={one} href={`/surveys/${surveyId}/${one}`} aria-current={one === tab ? 'page' : undefined}>
            {t(`console-survey-tab-${one}`)}
          </Link>
        ))}
      </nav>
      {tab === 'questions' && <DraftTab key={`${found.versionState}-${found.version}`} found={found} />}
      {tab === 'try' && <DryRun found={found} />}
      {tab === 'waves' && <WavesTab found={found} me={me} />}
      {tab === 'versions' && <VersionsTab found={found} />}
    </>
  );
}

function SurveyFacts({ found: { survey, version } }: { found: SurveyPageData }) {
  const { t, name } = useTexts();
  return (
    <p className="survey-facts">
      <span className="chip strong">{t(`console-survey-state-${survey.state.replace('_', '-')}`)}</span>
      <span>{name(survey.agency.name)}</span>
      <span className="muted">
        v{version} · {t(`console-survey-mode-${survey.mode}`)} · {survey.author}
      </span>
    </p>
  );
}
