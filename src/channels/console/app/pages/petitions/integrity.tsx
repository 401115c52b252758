import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { ErrorNote, Skeleton } from '../../bits.tsx';
import { Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import { HeldDue, type IntegrityView, PETITIONS, PetitionTabs, useAct } from './model.tsx';
import { StretchForm } from './stretch-form.tsx';

/** How support of one petition came in, what looks unusual and why, and what was decided about it. */
export function IntegrityPage({ me, params }: PageProps) {
  const petitionId = params['petitionId'] ?? '';
  const { t } = useTexts();
  const act = useAct();
  const integrity = useQuery({
    queryKey: [PETITIONS, 'integrity', petitionId],
    queryFn: () => answered(api.GET('/api/v1/petitions/{petitionId}/integrity', { params: { path: { petitionId } } })),
  });
  if (integrity.error) return <ErrorNote error={integrity.error} />;
  if (!integrity.data) return <Skeleton rows={4} height="5rem" />;
  const { data } = integrity;
  const isUnseen = data.signals.some(({ lookedAt }) => lookedAt === null);
  return (
    <>
      <PageTitle>{t('console-petitions-integrity')}</PageTitle>
      <PetitionTabs role={me.role} />
      <p>
        <Link href={`/petitions/${petitionId}`} className="petition-ask" lang={data.petition.language}>
          {data.petition.ask}
        </Link>
      </p>
      <dl className="petition-figures">
        <div>
          <dt>{t('console-petitions-count-support')}</dt>
          <dd>{data.support}</dd>
        </div>
        <div>
          <dt>{t('console-petitions-count-held')}</dt>
          <dd>{data.held}</dd>
        </div>
      </dl>
      <HeldDue due={data.heldDue} />
      {data.note && (
        <p className="petition-hint">
          {t('console-petitions-public-note')} {data.note.text}
        </p>
      )}
      <Hours hours={data.hours} />
      <section className="petition-section">
        <h2 className="section-title">{t('console-petitions-signals')}</h2>
        <p className="muted hint">
          {t('console-petitions-thresholds', {
            enough: data.thresholds.enough,
            factor: data.thresholds.burstFactor,
            share: Math.round(data.thresholds.share * 100),
            from: data.thresholds.night.from,
            to: data.thresholds.night.to,
            device: data.thresholds.oneDevice,
          })}
        </p>
        {data.signals.length === 0 && <p className="muted">{t('console-petitions-signals-none')}</p>}
        <ul className="petition-timeline">
          {data.signals.map(({ kind, hour, count, lookedBy, lookedAt }) => (
            <li key={`${kind} ${hour}`}>
              <strong>{t('console-petitions-signal', { kind })}</strong> · <Time at={hour} /> ·{' '}
              {t('console-petitions-signal-count', { count })}
              {lookedAt && <span className="muted"> · {t('console-petitions-looked', { name: lookedBy ?? '' })}</span>}
            </li>
          ))}
        </ul>
        {isUnseen && me.role === 'operator' && (
          <button
            type="button"
            disabled={act.isPending}
            onClick={() =>
              act.mutate((headers) =>
                answered(
                  api.POST('/api/v1/petitions/{petitionId}/signals-looked', {
                    params: { path: { petitionId } },
                    headers,
                  }),
                ),
              )
            }
          >
            {t('console-petitions-look-leave')}
          </button>
        )}
        <ErrorNote error={act.error} />
      </section>
      <Sources sources={data.sources} />
      {me.role === 'operator' && (
        <StretchForm
          name={petitionId}
          begin={data.signals[0]?.hour ?? data.hours.at(-1)?.hour ?? null}
          referrers={data.sources.flatMap(({ referrer }) => referrer ?? [])}
          sizeOf={(query) =>
            answered(api.GET('/api/v1/petitions/{petitionId}/stretch', { params: { path: { petitionId }, query } }))
          }
          onSend={(kind, body, headers) =>
            answered(
              api.POST(`/api/v1/petitions/{petitionId}/${kind}`, { params: { path: { petitionId } }, headers, body }),
            )
          }
        />
      )}
      <section className="petition-section">
        <h2 className="section-title">{t('console-petitions-decisions')}</h2>
        {data.decisions.length === 0 && <p className="muted">{t('console-petitions-decisions-none')}</p>}
        <ol className="petition-timeline">
          {data.decisions.map(({ at, type, count, reason }) => (
            <li key={`${at} ${type}`}>
              <Time at={at} /> · {t('console-petitions-event', { type })} · {count}
              <p className="words">{reason}</p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Hours({ hours }: { hours: IntegrityView['hours'] }) {
  const { t } = useTexts();
  if (hours.length === 0) return null;
  const most = Math.max(...hours.map(({ count }) => count));
  return (
    <section className="petition-section">
      <h2 className="section-title">{t('console-petitions-hours')}</h2>
      <div className="petition-hours" aria-hidden="true">
        {hours.map(({ hour, count }) => (
          <span key={hour} style={{ height: `${Math.max(2, (count / most) * 100)}%` }} />
        ))}
      </div>
      <details>
        <summary>{t('console-petitions-hours-table')}</summary>
        <div className="petition-table">
          <table>
            <thead>
              <tr>
                <th>{t('console-petitions-hour')}</th>
                <th className="number">{t('console-petitions-hour-count')}</th>
                <th className="number">{t('console-petitions-hour-fresh')}</th>
                <th className="number">{t('console-petitions-hour-referrer')}</th>
              </tr>
            </thead>
            <tbody>
              {hours.map(({ hour, count, fresh, topReferrer }) => (
                <tr key={hour}>
                  <td>
                    <Time at={hour} />
                  </td>
                  <td className="number">{count}</td>
                  <td className="number">{fresh}</td>
                  <td className="number">{topReferrer}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

function Sources({ sources }: { sources: IntegrityView['sources'] }) {
  const { t } = useTexts();
  if (sources.length === 0) return null;
  return (
    <section className="petition-section">
      <h2 className="section-title">{t('console-petitions-sources')}</h2>
      <ul>
        {sources.map(({ source, referrer, count }) => (
          <li key={`${source} ${referrer ?? ''}`}>
            {count} · {t('console-petitions-source', { source })}
            {referrer && ` · ${referrer}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
