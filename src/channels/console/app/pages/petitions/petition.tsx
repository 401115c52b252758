import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { ErrorNote, Icon, Skeleton } from '../../bits.tsx';
import { Day, DaysLeft, Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import { type DutyItem, Facts, PETITIONS, type PetitionCase, PetitionTabs, Words } from './model.tsx';
import { DoneForm, PetitionActs, RegisterForm } from './petition-acts.tsx';

/** One petition as those see it who must do something about it. */
export function PetitionPage({ me, params }: PageProps) {
  const petitionId = params['petitionId'] ?? '';
  const { t } = useTexts();
  const [told, setTold] = useState('');
  const petition = useQuery({
    queryKey: [PETITIONS, 'one', petitionId],
    queryFn: () => answered(api.GET('/api/v1/petitions/{petitionId}', { params: { path: { petitionId } } })),
  });
  if (petition.error) return <ErrorNote error={petition.error} />;
  if (!petition.data) return <Skeleton rows={4} height="5rem" />;
  const { data } = petition;
  return (
    <>
      <PageTitle>{data.ask}</PageTitle>
      <PetitionTabs role={me.role} />
      <Facts petition={data} />
      <p className="told" role="status">
        {told}
      </p>
      <Figures petition={data} />
      {data.integrityNote && <p className="petition-hint">{data.integrityNote.text}</p>}
      {data.duties.map((duty) => (
        <Duty key={duty.id} duty={duty} today={me.today} role={me.role} />
      ))}
      <PetitionActs petition={data} today={me.today} onTold={setTold} />
      <div className="petition-pair petition-section">
        <section>
          <h2 className="section-title">{t('console-petitions-original')}</h2>
          <Words text={data.original} lang={data.language} />
        </section>
        {data.published && (
          <section>
            <h2 className="section-title">{t('console-petitions-published')}</h2>
            <Words text={data.published} lang={data.language} />
          </section>
        )}
      </div>
      <div className="petition-pair petition-section">
        <section>
          <h2 className="section-title">{t('console-petitions-timeline')}</h2>
          <ol className="petition-timeline">
            {data.timeline.map(({ at, type, words, on }) => (
              <li key={`${at} ${type}`}>
                <span className="muted">
                  <Time at={at} />
                </span>{' '}
                {t('console-petitions-event', { type })} {on && <Day on={on} />}
                {words && <p className="words">{words}</p>}
              </li>
            ))}
          </ol>
        </section>
        {data.portal && <Readings petition={data} />}
      </div>
      <p className="petition-acts">
        <a href={data.page} target="_blank" rel="noreferrer">
          {t('console-petitions-public-page')}
        </a>
        {data.commands.includes('integrity') && (
          <Link href={`/petitions/${data.id}/integrity`}>{t('console-petitions-integrity')}</Link>
        )}
      </p>
    </>
  );
}

/** Counts side by side, never added up. */
function Figures({ petition: { counts, thresholds, portal } }: { petition: PetitionCase }) {
  const { t } = useTexts();
  const of = (counter: string) => thresholds.find((threshold) => threshold.counter === counter)?.required;
  const figure = (label: string, count: number | null, required: number | undefined) => (
    <div>
      <dt>{label}</dt>
      <dd>
        {count ?? '—'}
        {required !== undefined && <span className="muted"> / {required}</span>}
      </dd>
    </div>
  );
  return (
    <dl className="petition-figures">
      {figure(t('console-petitions-count-support'), counts.support, of('support'))}
      {counts.held > 0 && figure(t('console-petitions-count-held'), counts.held, undefined)}
      {counts.signaturesShown && figure(t('console-petitions-count-signatures'), counts.signatures, of('signatures'))}
      {portal &&
        figure(
          t('console-petitions-count-legal', { portal: portal.name }),
          counts.legal?.count ?? null,
          of('legal_reading'),
        )}
    </dl>
  );
}

function Duty({ duty, today, role }: { duty: DutyItem; today: string; role: string }) {
  const { t, name } = useTexts();
  return (
    <section className="card petition-row petition-section">
      <header>
        <strong>{name(duty.name)}</strong>
        {duty.metAt ? (
          <span className="chip">
            <Icon name="check" /> {t('console-petitions-duty-met')}
          </span>
        ) : (
          duty.due && (
            <span className={duty.due.passed ? 'chip late' : 'chip'}>
              <Icon name="clock" /> <Day on={duty.due.on} /> · <DaysLeft due={duty.due} />
            </span>
          )
        )}
      </header>
      <p className="muted">
        {[
          duty.counter &&
            t('console-petitions-duty-count', {
              counter: duty.counter,
              count: duty.countAtCrossing ?? 0,
              required: duty.required ?? 0,
            }),
          duty.doneNote,
          duty.registrationNumber && `№ ${duty.registrationNumber}`,
          duty.rule,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {!duty.metAt && duty.waitsForRegister && <RegisterForm duty={duty} today={today} />}
      {!duty.metAt && duty.counter === null && role === 'operator' && (
        <details>
          <summary>{t('console-petitions-step-done')}</summary>
          <DoneForm duty={duty} />
        </details>
      )}
    </section>
  );
}

function Readings({ petition }: { petition: PetitionCase }) {
  const { t } = useTexts();
  return (
    <section>
      <h2 className="section-title">{t('console-petitions-readings', { portal: petition.portal?.name ?? '' })}</h2>
      {petition.readings.length === 0 && <p className="muted">{t('console-petitions-readings-none')}</p>}
      <ul className="petition-timeline">
        {petition.readings.map(({ count, readOn, url, by, at }) => (
          <li key={`${at} ${count}`}>
            <strong>{count}</strong> · <Day on={readOn} /> ·{' '}
            <a href={url} target="_blank" rel="noreferrer">
              {t('console-petitions-readings-link')}
            </a>{' '}
            <span className="muted">{by}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
