import { Link } from 'wouter';
import type { Case } from '../api.ts';
import { Icon, showNumber } from '../bits.tsx';
import { Day } from '../dates.tsx';
import { AreaTexts, useTexts } from '../texts.tsx';
import { useComplaint } from './use-complaint.ts';

/** What the case is tied to by a complaint about silence; nothing for the many that are not. */
export function ComplaintCard({ found }: { found: Case }) {
  return (
    <AreaTexts area="terms" waiting={null}>
      <Links found={found} />
    </AreaTexts>
  );
}

function Links({ found }: { found: Case }) {
  const { t, name } = useTexts();
  const { data } = useComplaint(found.ticket);
  if (!data || (!data.about && data.complaints.length === 0)) return null;
  const { about, complaints, forward } = data;
  return (
    <section className="card" aria-labelledby="complaint-title">
      <h2 id="complaint-title" className="section-title">
        {t('console-terms-complaint')}
      </h2>
      {about && (
        <p>
          {t('console-terms-complaint-about')}{' '}
          <Link href={`/cases/${showNumber(about.number)}`}>№ {showNumber(about.number)}</Link>:{' '}
          {name(about.agency.name)}, {t('console-terms-complaint-silent')} <Day on={about.silentSince} />
        </p>
      )}
      {about?.forwardedTo && (
        <p>
          {t('console-terms-complaint-forwarded')} {name(about.forwardedTo.name)}
        </p>
      )}
      {forward && (
        <p className={forward.passed ? 'late' : 'muted'}>
          <Icon name="clock" /> {t('console-terms-complaint-duty')} {forward.dueOn && <Day on={forward.dueOn} />}
        </p>
      )}
      {complaints.map(({ number, state }) => (
        <p key={number}>
          {t('console-terms-complaint-filed')} № {showNumber(number)}{' '}
          <span className="chip">{t(`console-terms-case-${state.replaceAll('_', '-')}`)}</span>
        </p>
      ))}
    </section>
  );
}
