import { Time } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import type { SurveyPageData } from './survey-query.ts';

export function VersionsTab({ found: { survey, versions } }: { found: SurveyPageData }) {
  const { t } = useTexts();
  return (
    <ul className="people">
      {versions.map(({ number, state, author, approver, note, createdAt, decidedAt }) => (
        <li key={number} className="card person">
          <span>
            <strong>{t('console-survey-version', { number })}</strong>{' '}
            <span className="chip">{t(`console-survey-state-${state.replace('_', '-')}`)}</span>
            <br />
            <span className="muted">
              {author} · <Time at={createdAt} />
              {approver && decidedAt && (
                <>
                  {' · '}
                  {t('console-survey-approved-by', { name: approver })} <Time at={decidedAt} />
                </>
              )}
            </span>
            {note && (
              <>
                <br />
                <q>{note}</q>
              </>
            )}
          </span>
          <span className="person-acts">
            {(['yaml', 'json'] as const).map((format) => (
              <a key={format} href={`/api/v1/surveys/${survey.id}/versions/${number}/source?format=${format}`} download>
                {format.toUpperCase()}
              </a>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
