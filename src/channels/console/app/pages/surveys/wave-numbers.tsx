import { Time } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import { wordsOf } from './question-name.ts';
import type { WaveData } from './wave-page.tsx';

const STATES = ['delivered', 'told', 'waiting', 'held', 'unreachable', 'failed', 'withdrawn'] as const;
const RESPONSES = ['finished', 'started', 'screened', 'none'] as const;

/** People, not messages: who was reached, who answered, and why the others were not written to. */
export function WaveNumbers({ found }: { found: WaveData }) {
  const { t, language } = useTexts();
  const { contact, reminder, responses, responseRate, quotas, endsAt, isQuietNow, state } = found;
  const total = Object.values(contact.counts).reduce((sum, count) => sum + count, 0);
  const sent = total - (contact.counts.waiting ?? 0) - (contact.counts.told ?? 0);
  return (
    <section className="wave-numbers" aria-live="polite">
      <div className="card">
        <h2 className="section-title">{t('console-wave-sending')}</h2>
        <progress value={sent} max={Math.max(1, total)} aria-label={t('console-wave-sending')} />
        <p>{t('console-wave-sent', { sent, total })}</p>
        {endsAt && (
          <p>
            {t('console-wave-ends')} <Time at={endsAt} />
          </p>
        )}
        {state === 'fielding' && isQuietNow && <p className="warning">{t('console-wave-quiet-now')}</p>}
        <dl className="number-list">
          {STATES.filter((one) => (contact.counts[one] ?? 0) > 0).map((one) => (
            <div key={one}>
              <dt>{t(`console-wave-contact-${one}`)}</dt>
              <dd>{contact.counts[one]}</dd>
            </div>
          ))}
          {contact.retried > 0 && (
            <div>
              <dt>{t('console-wave-retried')}</dt>
              <dd>{contact.retried}</dd>
            </div>
          )}
          {contact.uncertain > 0 && (
            <div>
              <dt>{t('console-wave-uncertain')}</dt>
              <dd>{contact.uncertain}</dd>
            </div>
          )}
          {(['waiting', 'told', 'delivered'] as const)
            .filter((one) => (reminder.counts[one] ?? 0) > 0)
            .map((one) => (
              <div key={`reminder-${one}`}>
                <dt>{t(`console-wave-reminder-${one}`)}</dt>
                <dd>{reminder.counts[one]}</dd>
              </div>
            ))}
        </dl>
      </div>
      <div className="card">
        <h2 className="section-title">{t('console-wave-answers')}</h2>
        <p className="big-number">
          {responseRate === null ? '—' : t('console-wave-rate', { percent: Math.round(responseRate * 100) })}
        </p>
        <dl className="number-list">
          {RESPONSES.map((one) => (
            <div key={one}>
              <dt>{t(`console-wave-response-${one}`)}</dt>
              <dd>{responses[one] ?? 0}</dd>
            </div>
          ))}
        </dl>
        {quotas.length > 0 && (
          <>
            <h3 className="section-title">{t('console-survey-quotas')}</h3>
            <dl className="number-list">
              {quotas.map(({ key, label, taken, limit }) => (
                <div key={key}>
                  <dt>{wordsOf(label, language)}</dt>
                  <dd>
                    {taken ?? t('console-result-hidden-cell')} / {limit}
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </div>
    </section>
  );
}
