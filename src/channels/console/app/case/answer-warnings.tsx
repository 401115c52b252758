import { ErrorNote, Icon, Skeleton } from '../bits.tsx';
import { useTexts } from '../texts.tsx';
import { type Checked, useAnswerCheck } from './answer-work.ts';

/** Before an answer leaves: what may be wrong with it. It warns and is recorded; the officer decides. */
export function AnswerWarnings({ ticketId, answer }: { ticketId: string; answer: Checked }) {
  const { t } = useTexts();
  const check = useAnswerCheck(ticketId, answer);
  if (check.error) return <ErrorNote error={check.error} />;
  if (!check.data) return <Skeleton rows={1} height="2.5rem" />;
  const { warnings, points, readingEase } = check.data;
  const missed = points.filter(({ addressed }) => !addressed);
  if (warnings.length === 0)
    return (
      <p className="check-good" role="status">
        <Icon name="check" /> {t('console-case-check-good')}
      </p>
    );
  return (
    <section className="check-warnings" aria-label={t('console-case-check')}>
      <p className="check-title">
        <Icon name="alert" /> {t('console-case-check')}
      </p>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>
            {t(`console-case-warning-${warning.replaceAll('_', '-')}`)}
            {warning === 'points_unaddressed' && (
              <ul>
                {missed.map(({ position, text }) => (
                  <li key={position}>
                    {position}. {text}
                  </li>
                ))}
              </ul>
            )}
            {warning === 'hard_to_read' && readingEase !== null && (
              <span className="muted"> {t('console-case-reading', { score: readingEase })}</span>
            )}
          </li>
        ))}
      </ul>
      <p className="muted hint">{t('console-case-check-hint')}</p>
    </section>
  );
}
