import type { ReactNode } from 'react';
import type { Case } from '../api.ts';
import { Day, Time } from '../dates.tsx';
import { useTexts } from '../texts.tsx';

/** The way of the case in one line: received, registered, extended, answered, and what the citizen says. */
export function Timeline({ found }: { found: Case }) {
  const { t } = useTexts();
  const { ticket, entries, submittedAt, resolution } = found;
  const extended = entries.flatMap(({ id, details }) =>
    details?.notice === 'extended' && typeof details.until === 'string' ? [{ id, until: details.until }] : [],
  );
  const steps: { key: string; words: ReactNode }[] = [
    {
      key: 'received',
      words: (
        <>
          {t('console-fact-received')} <Time at={submittedAt ?? ticket.deliveredAt} />
        </>
      ),
    },
    ...(ticket.registeredOn
      ? [
          {
            key: 'registered',
            words: (
              <>
                {t('console-fact-registered')} № {ticket.registrationNumber}, <Day on={ticket.registeredOn} />
              </>
            ),
          },
        ]
      : []),
    ...extended.map(({ id, until }) => ({
      key: id,
      words: (
        <>
          {t('console-notice-extended')} <Day on={until} />
        </>
      ),
    })),
    ...(ticket.answeredAt
      ? [
          {
            key: 'answered',
            words: (
              <>
                {t('console-state-answered')} <Time at={ticket.answeredAt} />
              </>
            ),
          },
        ]
      : []),
    ...(ticket.closedAt
      ? [
          {
            key: 'closed',
            words: (
              <>
                {t(`console-state-${ticket.state.replace('_', '-')}`)} <Time at={ticket.closedAt} />
              </>
            ),
          },
        ]
      : []),
    ...(resolution
      ? [
          {
            key: 'resolution',
            words: (
              <>
                {t('console-fact-citizen-says')}: {t(`console-resolution-${resolution}`)}
              </>
            ),
          },
        ]
      : []),
  ];
  return (
    <ol className="timeline" aria-label={t('console-timeline')}>
      {steps.map(({ key, words }) => (
        <li key={key}>{words}</li>
      ))}
    </ol>
  );
}
