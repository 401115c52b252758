import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Icon, Skeleton } from '../../bits.tsx';
import { Day, DaysLeft } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import { type DutyItem, Facts, PETITIONS, type PetitionBrief, PetitionTabs } from './model.tsx';
import { ReadingsImport } from './readings-import.tsx';

/** What bodies owe because a threshold was crossed, and what stayed below and waits for its outcome. */
export function DutiesPage({ me }: PageProps) {
  const { t } = useTexts();
  const [state, setState] = useState<'open' | 'met'>('open');
  const [q, setQ] = useState('');
  const duties = useQuery({
    queryKey: [PETITIONS, 'duties', state],
    queryFn: () => answered(api.GET('/api/v1/petition-duties', { params: { query: { state } } })),
  });
  const found = useQuery({
    queryKey: [PETITIONS, 'find', q],
    enabled: q.trim().length >= 2,
    queryFn: () => answered(api.GET('/api/v1/petitions', { params: { query: { q } } })),
  });
  const items = duties.data?.items ?? [];
  const toHandle = duties.data?.toHandle ?? [];
  return (
    <>
      <PageTitle>{t('console-petitions-duties')}</PageTitle>
      <PetitionTabs role={me.role} />
      <label className="field petition-find">
        <span>{t('console-petitions-find')}</span>
        <input type="search" value={q} maxLength={80} onChange={({ target }) => setQ(target.value)} />
      </label>
      {q.trim().length >= 2 && <Found items={found.data?.items} />}
      <div className="petition-acts">
        {(['open', 'met'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={state === one} onClick={() => setState(one)}>
            {t(`console-petitions-duties-${one}`)}
          </button>
        ))}
      </div>
      <ErrorNote error={duties.error} />
      {duties.isPending && <Skeleton rows={3} />}
      {duties.data && items.length === 0 && (
        <Empty title={t(`console-petitions-duties-none-${state}`)}>{t('console-petitions-duties-none-hint')}</Empty>
      )}
      <ul className="petition-rows">
        {items.map((duty) => (
          <DutyRow key={duty.id} duty={duty} />
        ))}
      </ul>
      {state === 'open' && toHandle.length > 0 && (
        <section className="petition-section">
          <h2 className="section-title">{t('console-petitions-to-handle')}</h2>
          <p className="muted">{t('console-petitions-to-handle-hint')}</p>
          <Found items={toHandle} />
        </section>
      )}
      {me.role === 'operator' && <ReadingsImport />}
    </>
  );
}

function DutyRow({ duty }: { duty: DutyItem }) {
  const { t, name } = useTexts();
  return (
    <li className="card petition-row">
      <header>
        {duty.metAt ? (
          <span className="chip">
            <Icon name="check" /> {t('console-petitions-duty-met')}
          </span>
        ) : duty.due ? (
          <span className={duty.due.passed ? 'chip late' : 'chip'}>
            <Icon name="clock" /> <Day on={duty.due.on} /> · <DaysLeft due={duty.due} />
          </span>
        ) : (
          <span className="chip strong">
            {t(duty.waitsForRegister ? 'console-petitions-duty-waits' : 'console-petitions-duty-undated')}
          </span>
        )}
        <span className="chip">{name(duty.name)}</span>
      </header>
      <Link href={`/petitions/${duty.petition.id}`} className="petition-ask" lang={duty.petition.language}>
        {duty.petition.ask}
      </Link>
      <Facts petition={duty.petition} />
      <p className="muted">
        {duty.counter &&
          t('console-petitions-duty-count', {
            counter: duty.counter,
            count: duty.countAtCrossing ?? 0,
            required: duty.required ?? 0,
          })}
        {duty.doneNote}
        {duty.registrationNumber && ` · № ${duty.registrationNumber}`}
      </p>
    </li>
  );
}

function Found({ items }: { items: readonly PetitionBrief[] | undefined }) {
  const { t } = useTexts();
  if (!items) return <Skeleton rows={2} />;
  if (items.length === 0) return <p className="muted">{t('console-petitions-find-none')}</p>;
  return (
    <ul className="petition-rows">
      {items.map((petition) => (
        <li key={petition.id} className="card petition-row">
          <Link href={`/petitions/${petition.id}`} className="petition-ask" lang={petition.language}>
            {petition.ask}
          </Link>
          <Facts petition={petition} />
        </li>
      ))}
    </ul>
  );
}
