import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import { Facts, HeldDue, PETITIONS, PetitionTabs } from './model.tsx';

/** Support that deserves a look, and what is set apart until somebody has looked. */
export function SignalsPage({ me }: PageProps) {
  const { t } = useTexts();
  const signals = useQuery({
    queryKey: [PETITIONS, 'signals'],
    queryFn: () => answered(api.GET('/api/v1/petition-signals')),
  });
  const { waiting = [], held = [] } = signals.data ?? {};
  return (
    <>
      <PageTitle>{t('console-petitions-signals')}</PageTitle>
      <PetitionTabs role={me.role} />
      <p className="muted">{t('console-petitions-signals-hint')}</p>
      <ErrorNote error={signals.error} />
      {signals.isPending && <Skeleton rows={2} />}
      {signals.data && waiting.length === 0 && (
        <Empty title={t('console-petitions-signals-none')}>{t('console-petitions-signals-none-hint')}</Empty>
      )}
      <ul className="petition-rows">
        {waiting.map(({ petition, count, newest }) => (
          <li key={petition.id} className="card petition-row">
            <Link href={`/petitions/${petition.id}/integrity`} className="petition-ask" lang={petition.language}>
              {petition.ask}
            </Link>
            <Facts petition={petition} />
            <p className="muted">
              {t('console-petitions-signals-count', { count })} · <Time at={newest} />
            </p>
          </li>
        ))}
      </ul>
      {held.length > 0 && (
        <section className="petition-section">
          <h2 className="section-title">{t('console-petitions-held-title')}</h2>
          <ul className="petition-rows">
            {held.map(({ petition, held: count, due }) => (
              <li key={petition.id} className="card petition-row">
                <Link href={`/petitions/${petition.id}/integrity`} className="petition-ask" lang={petition.language}>
                  {petition.ask}
                </Link>
                <p className="muted">{t('console-petitions-held-count', { count })}</p>
                <HeldDue due={due} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
