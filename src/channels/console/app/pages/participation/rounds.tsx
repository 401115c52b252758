import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Day } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import { RoundFacts, VOTES, VoteTabs } from './model.tsx';
import { RoundForm } from './round-form.tsx';

/** Votes and budgets: what runs, what is prepared, what ended. */
export function RoundsPage({ me }: PageProps) {
  const { t, name } = useTexts();
  const rounds = useQuery({
    queryKey: [VOTES, 'rounds'],
    queryFn: () => answered(api.GET('/api/v1/vote-rounds')),
  });
  return (
    <>
      <PageTitle>{t('console-votes-title')}</PageTitle>
      <VoteTabs />
      <ErrorNote error={rounds.error} />
      {rounds.isPending && <Skeleton rows={3} />}
      {rounds.data?.items.length === 0 && <Empty title={t('console-votes-none')}>{t('console-votes-none-hint')}</Empty>}
      <ul className="petition-rows">
        {rounds.data?.items.map((round) => (
          <li key={round.id} className="card petition-row">
            <Link href={`/votes/${round.id}`} className="petition-ask">
              {name(round.title)}
            </Link>
            <RoundFacts round={round} />
            <p className="muted">
              {t('console-votes-until')} <Day on={round.voteUntil} />
            </p>
          </li>
        ))}
      </ul>
      {me.role === 'operator' && <RoundForm today={me.today} currency={rounds.data?.currency ?? null} />}
    </>
  );
}
