import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Day } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import { PETITIONS, PetitionTabs } from './model.tsx';
import { ModerationCard } from './moderation-card.tsx';

/** What waits for moderation, the most urgent first; one person reads one at a time. */
export function ModerationPage({ me }: PageProps) {
  const { t } = useTexts();
  const [told, setTold] = useState('');
  const queue = useQuery({
    queryKey: [PETITIONS, 'moderation'],
    queryFn: () => answered(api.GET('/api/v1/petitions/moderation')),
    refetchInterval: 30_000,
  });
  const load = queue.data?.load;
  return (
    <>
      <PageTitle>{t('console-petitions-moderation')}</PageTitle>
      <PetitionTabs role={me.role} />
      <ErrorNote error={queue.error} />
      <p className="told" role="status">
        {told}
      </p>
      {queue.isPending && <Skeleton rows={3} height="7rem" />}
      {load && load.waiting > 0 && (
        <p className="muted">
          {t('console-petitions-load', { waiting: load.waiting, near: load.near, overdue: load.overdue })}
          {load.oldestDueOn && (
            <>
              {' '}
              {t('console-petitions-load-next')} <Day on={load.oldestDueOn} />
            </>
          )}
        </p>
      )}
      {queue.data?.items.length === 0 && (
        <Empty title={t('console-petitions-moderation-empty')}>{t('console-petitions-moderation-empty-hint')}</Empty>
      )}
      <ul className="petition-rows">
        {queue.data?.items.map((item) => (
          <ModerationCard key={item.id} item={item} onTold={setTold} />
        ))}
      </ul>
    </>
  );
}
