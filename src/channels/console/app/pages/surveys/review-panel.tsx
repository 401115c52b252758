import type { components } from '../../api-types.ts';
import { useTexts } from '../../texts.tsx';

export type Review = components['schemas']['SurveyReview'];

/** The question a problem is about: `questions.q1.text` → `q1`. */
export const questionOfPath = (path: string): string | null => path.match(/^questions\.([a-z0-9_]+)/)?.[1] ?? null;

/** What must be put right, what reads badly, and how long it takes. */
export function ReviewPanel({ review, onGo }: { review: Review; onGo(questionKey: string | null): void }) {
  const { t, language } = useTexts();
  const { problems, warnings, seconds } = review;
  const place = (path: string, lang?: string): string =>
    [path.replace(/^questions\./, ''), lang].filter(Boolean).join(' · ');
  return (
    <section className="card review" aria-live="polite">
      <h2 className="section-title">{t('console-survey-review')}</h2>
      <p>
        {t('console-survey-length', {
          minutes: Math.max(1, Math.round((seconds[language] ?? 0) / 60)),
          seconds: seconds[language] ?? 0,
        })}
      </p>
      {problems.length === 0 ? (
        <p className="good">✓ {t('console-survey-complete')}</p>
      ) : (
        <details open>
          <summary>{t('console-survey-problems', { count: problems.length })}</summary>
          <ul className="found">
            {problems.slice(0, 30).map(({ code, path, language: lang }) => (
              <li key={`${code}${path}${lang ?? ''}`}>
                <button type="button" className="plain" onClick={() => onGo(questionOfPath(path))}>
                  {t(`console-survey-problem-${code.replaceAll('_', '-')}`)}{' '}
                  <span className="muted">{place(path, lang)}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {warnings.length > 0 && (
        <details open={problems.length === 0}>
          <summary>{t('console-survey-warnings', { count: warnings.length })}</summary>
          <ul className="found">
            {warnings.slice(0, 30).map(({ code, path, language: lang, words }) => (
              <li key={`${code}${path}${lang ?? ''}${words ?? ''}`}>
                <button type="button" className="plain" onClick={() => onGo(questionOfPath(path))}>
                  {t(`console-survey-warning-${code.replaceAll('_', '-')}`)}
                  {words && <q lang={lang}>{words}</q>} <span className="muted">{place(path, lang)}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
