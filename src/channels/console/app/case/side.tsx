import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api, type Case, type Due, type Me } from '../api.ts';
import { ErrorNote, Icon, Skeleton } from '../bits.tsx';
import { Day, DaysLeft, Time } from '../dates.tsx';
import { useTexts } from '../texts.tsx';
import type { PanelName } from './command-bar.tsx';
import { ComplaintCard } from './complaint-card.tsx';
import { DeskCard } from './desk-card.tsx';
import { PlaceCard } from './place-card.tsx';
import { RoutingCard } from './routing-card.tsx';

interface Props {
  readonly found: Case;
  readonly me: Me;
  onOpen(panel: PanelName): void;
}

export function CaseSide({ found, me, onOpen }: Props) {
  return (
    <aside className="side">
      <PlaceCard place={found.place} tiles={me.tiles} />
      <Facts found={found} onOpen={onOpen} />
      <ComplaintCard found={found} />
      <OtherTickets found={found} />
      <DeskCard found={found} />
      <RoutingCard found={found} />
    </aside>
  );
}

function DateBox({ label, due, none }: { label: string; due: Due | null; none: string }) {
  return (
    <div className={due?.passed ? 'date-box late' : 'date-box'}>
      <span className="muted">{label}</span>
      {due ? (
        <>
          <strong>
            <Day on={due.on} />
          </strong>
          <span>
            <DaysLeft due={due} />
          </span>
        </>
      ) : (
        <span>{none}</span>
      )}
    </div>
  );
}

export function CaseDates({ found }: { found: Case }) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { ticket } = found;
  return (
    <section className="card case-dates" aria-labelledby="dates-title">
      <h2 id="dates-title" className="section-title">
        {t('console-dates')}
      </h2>
      <div className="date-boxes">
        <DateBox label={t('console-promised')} due={ticket.promised} none={t('console-no-date')} />
        <DateBox
          label={t('console-statutory')}
          due={ticket.statutory}
          none={t(ticket.procedure === 'none' ? 'console-no-law' : 'console-not-started')}
        />
      </div>
      {ticket.review && (
        <p className={ticket.review.passed ? 'late' : 'muted'}>
          <Icon name="alert" />{' '}
          {t(ticket.state === 'with_monitors' ? 'console-review-monitors-until' : 'console-review-until')}{' '}
          <Day on={ticket.review.on} /> (<DaysLeft due={ticket.review} />)
        </p>
      )}
      {ticket.state === 'delivered' && ticket.registrationDueAt && (
        <p className={ticket.registrationOverdue ? 'late' : 'muted'}>
          <Icon name="stamp" /> {t('console-register-until')} <Time at={ticket.registrationDueAt} />
        </p>
      )}
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t('console-why-dates')}</summary>
        {isOpen && <WhyDates ticketId={ticket.id} />}
      </details>
    </section>
  );
}

function WhyDates({ ticketId }: { ticketId: string }) {
  const { t, language } = useTexts();
  const why = useQuery({
    queryKey: ['dates', ticketId, language],
    queryFn: () =>
      answered(api.GET('/api/v1/tickets/{ticketId}/dates', { params: { path: { ticketId }, query: { language } } })),
  });
  if (why.error) return <ErrorNote error={why.error} />;
  if (!why.data) return <Skeleton rows={2} height="1.25rem" />;
  const { promise, statutory, review, note } = why.data;
  return (
    <div className="why">
      {[promise, statutory, review].map(
        (one) =>
          one && (
            <div key={one.label}>
              <strong>{one.label}</strong>
              <ul>
                {one.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ul>
            </div>
          ),
      )}
      {note && <p className="muted">{note}</p>}
      {(statutory || promise) && (
        <a href={`/api/v1/tickets/${ticketId}/dates.ics?language=${language}`} download>
          {t('console-dates-ics')}
        </a>
      )}
      {statutory?.url && (
        <a href={statutory.url} target="_blank" rel="noreferrer">
          {t('console-law-text')}
        </a>
      )}
    </div>
  );
}

function Facts({ found, onOpen }: { found: Case; onOpen(panel: PanelName): void }) {
  const { t } = useTexts();
  const { ticket } = found;
  return (
    <section className="card" aria-labelledby="facts-title">
      <h2 id="facts-title" className="section-title">
        {t('console-facts')}
      </h2>
      <dl className="facts">
        <div>
          <dt>{t('console-fact-received')}</dt>
          <dd>
            <Time at={found.submittedAt ?? ticket.deliveredAt} />
          </dd>
        </div>
        <div>
          <dt>{t('console-fact-registered')}</dt>
          <dd>
            {ticket.registrationNumber ? (
              <>
                № {ticket.registrationNumber}, {ticket.registeredOn && <Day on={ticket.registeredOn} />}{' '}
                {found.commands.includes('correct_registration') && (
                  <button type="button" className="plain link" onClick={() => onOpen('correct_registration')}>
                    {t('console-registration-correct')}
                  </button>
                )}
              </>
            ) : (
              t(ticket.procedure === 'none' ? 'console-fact-no-register' : 'console-fact-not-yet')
            )}
          </dd>
        </div>
        <div>
          <dt>{t('console-fact-officer')}</dt>
          <dd>{ticket.officer?.name ?? t('console-fact-nobody')}</dd>
        </div>
        <div>
          <dt>{t('console-fact-language')}</dt>
          <dd>{t(`console-language-${found.language}`)}</dd>
        </div>
        {found.resolution && (
          <div>
            <dt>{t('console-fact-citizen-says')}</dt>
            <dd>{t(`console-resolution-${found.resolution}`)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function OtherTickets({ found }: { found: Case }) {
  const { t, name } = useTexts();
  if (found.otherTickets.length === 0) return null;
  return (
    <section className="card" aria-labelledby="others-title">
      <h2 id="others-title" className="section-title">
        {t('console-others')}
      </h2>
      <ul className="plain-list">
        {found.otherTickets.map((ticket) => (
          <li key={ticket.id}>
            <Link href={`/tickets/${ticket.id}`}>{name(ticket.agency.name)}</Link>{' '}
            <span className="muted">{t(`console-state-${ticket.state.replace('_', '-')}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
