import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/officers.css';
import '../../styles/panel.css';
import { TerritoryForm } from './territory-form.tsx';

type Listed = components['schemas']['TerritoryListed'];

/** Where people live, from the largest units down, and by any part of a name. */
export function TerritoriesPage({ me }: PageProps) {
  const { t } = useTexts();
  const [q, setQ] = useState('');
  const found = useQuery({
    queryKey: ['admin-territories', q],
    queryFn: () => answered(api.GET('/api/v1/admin/territories', { params: { query: { q } } })),
    placeholderData: (before) => before,
  });
  return (
    <>
      <PageTitle>{t('console-nav-territories')}</PageTitle>
      <p className="muted">{t('console-admin-territories-hint')}</p>
      <label className="field narrow">
        <span>{t('console-search')}</span>
        <input type="search" value={q} onChange={({ target }) => setQ(target.value)} />
      </label>
      {me.role === 'operator' && (
        <details className="card">
          <summary>{t('console-admin-territory-add')}</summary>
          <TerritoryForm known={null} />
        </details>
      )}
      <ErrorNote error={found.error} />
      {found.isPending && <Skeleton rows={6} />}
      {found.data?.items.length === 0 && <Empty title={t('console-admin-territories-none')} />}
      {found.data && found.data.items.length > 0 && (
        <>
          {q !== '' && <p className="muted">{t('console-admin-found', { count: found.data.total })}</p>}
          <ul className="people">
            {found.data.items.map((unit) => (
              <li key={unit.code} className={unit.ended ? 'card person off' : 'card person'}>
                <TerritoryLine unit={unit} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A link, and where it lies. */
export function TerritoryLine({ unit }: { unit: Listed }) {
  const { t, name } = useTexts();
  const facts = [
    t(`console-admin-level-${unit.level.replaceAll('_', '-')}`),
    ...unit.within.map((outer) => name(outer.name)),
    ...(unit.ended ? [t('console-admin-territory-ended')] : []),
  ];
  return (
    <div>
      <Link href={`/territories/${unit.code}`}>{name(unit.name)}</Link>
      <div className="muted">{facts.join(' · ')}</div>
    </div>
  );
}
