import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Redirect } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/officers.css';
import { LongDay } from './long-day.tsx';
import { WhoCard } from './who-card.tsx';

/** Bodies as they are kept; a supervisor has one and goes straight to it. */
export function AgenciesPage({ me }: PageProps) {
  const { t, name } = useTexts();
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['admin-agencies', q],
    queryFn: () => answered(api.GET('/api/v1/admin/agencies', { params: { query: { q } } })),
    placeholderData: (before) => before,
  });
  if (me.role === 'supervisor' && me.agency) return <Redirect to={`/agencies/${me.agency.code}`} replace />;
  return (
    <>
      <PageTitle>{t('console-admin-agencies')}</PageTitle>
      <label className="field narrow">
        <span>{t('console-search')}</span>
        <input type="search" value={q} onChange={({ target }) => setQ(target.value)} />
      </label>
      <WhoCard me={me} />
      <ErrorNote error={found.error} />
      {found.isPending && <Skeleton rows={6} />}
      {found.data?.items.length === 0 && <Empty title={t('console-agency-none')} />}
      {found.data && (
        <>
          <p className="muted">{t('console-admin-found', { count: found.data.total })}</p>
          <ul className="people">
            {found.data.items.map((agency) => (
              <li key={agency.code} className={agency.inForce ? 'card person' : 'card person off'}>
                <div>
                  <Link href={`/agencies/${agency.code}`}>{name(agency.name)}</Link>
                  <div className="muted">
                    {[agency.place && name(agency.place), t(`console-admin-connection-${agency.connection}`)]
                      .filter(Boolean)
                      .join(' · ')}
                  </div>
                </div>
                {agency.effectiveUntil && (
                  <span className="muted">
                    {t('console-admin-until')} <LongDay on={agency.effectiveUntil} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
