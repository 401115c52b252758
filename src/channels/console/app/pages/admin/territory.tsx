import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { ErrorNote, Icon, Skeleton } from '../../bits.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/officers.css';
import '../../styles/panel.css';
import { LongDay } from './long-day.tsx';
import { TerritoryLine } from './territories.tsx';
import { TerritoryForm, territoryKey } from './territory-form.tsx';

type Detail = components['schemas']['TerritoryDetail'];

/** One territory: what it is called from when, who is competent there, and what lies in it. */
export function TerritoryPage({ params }: PageProps) {
  const { t, name } = useTexts();
  const code = params['territoryCode'] ?? '';
  const found = useQuery({
    queryKey: territoryKey(code),
    queryFn: () =>
      answered(api.GET('/api/v1/admin/territories/{territoryCode}', { params: { path: { territoryCode: code } } })),
  });
  if (found.error) return <ErrorNote error={found.error} />;
  if (!found.data) return <Skeleton rows={3} height="8rem" />;
  const unit = found.data;
  return (
    <>
      <Link href="/territories" className="back">
        <Icon name="back" /> {t('console-nav-territories')}
      </Link>
      <PageTitle>{name(unit.name)}</PageTitle>
      <p className="muted">
        {t(`console-admin-level-${unit.level.replaceAll('_', '-')}`)} · {unit.code}
        {unit.within.map((outer) => (
          <span key={outer.code}>
            {' · '}
            <Link href={`/territories/${outer.code}`}>{name(outer.name)}</Link>
          </span>
        ))}
        {unit.ended && ` · ${t('console-admin-territory-ended')}`}
      </p>
      <div className="admin-cards">
        {unit.mayEdit && (
          <section className="card" aria-labelledby="edit-title">
            <h2 id="edit-title" className="section-title">
              {t('console-admin-territory-change')}
            </h2>
            <p className="muted">{t('console-admin-territory-change-hint')}</p>
            <TerritoryForm key={unit.code} known={unit} />
          </section>
        )}
        <Bodies bodies={unit.bodies} />
        <History history={unit.history} />
        {unit.children.length > 0 && (
          <section className="card" aria-labelledby="inside-title">
            <h2 id="inside-title" className="section-title">
              {t('console-admin-territory-inside')}
            </h2>
            <ul className="plain-list">
              {unit.children.map((child) => (
                <li key={child.code} className={child.ended ? 'muted' : undefined}>
                  <TerritoryLine unit={{ ...child, within: [] }} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function Bodies({ bodies }: { bodies: Detail['bodies'] }) {
  const { t, name } = useTexts();
  return (
    <section className="card" aria-labelledby="bodies-title">
      <h2 id="bodies-title" className="section-title">
        {t('console-admin-territory-bodies')}
      </h2>
      <p className="muted">{t('console-admin-territory-bodies-hint')}</p>
      <ul className="plain-list">
        {bodies.map((row) => (
          <li
            key={`${row.agency.code} ${row.role?.ru} ${row.effectiveFrom}`}
            className={row.inForce ? undefined : 'muted'}
          >
            <Link href={`/agencies/${row.agency.code}`}>{name(row.agency.name)}</Link>{' '}
            <span className="muted">
              {row.role && `${name(row.role)} · `}
              <Dates {...row} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ history }: { history: Detail['history'] }) {
  const { t, name } = useTexts();
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 id="history-title" className="section-title">
        {t('console-admin-territory-history')}
      </h2>
      {history.length === 0 && <p className="muted">{t('console-admin-territory-shipped')}</p>}
      <ul className="plain-list">
        {history.map((edit) => (
          <li key={edit.at}>
            {[name(edit.name), edit.parent && name(edit.parent.name)].filter(Boolean).join(', ')}{' '}
            <span className="muted">
              <Dates {...edit} /> · {edit.basis}
              {edit.by && ` · ${edit.by}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Dates({ effectiveFrom, effectiveUntil }: { effectiveFrom: string; effectiveUntil: string | null }) {
  const { t } = useTexts();
  return (
    <>
      {t('console-admin-from')} <LongDay on={effectiveFrom} />
      {effectiveUntil && (
        <>
          {' '}
          {t('console-admin-until')} <LongDay on={effectiveUntil} />
        </>
      )}
    </>
  );
}
