import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { Empty, ErrorNote, Skeleton } from '../../bits.tsx';
import { Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import { useAct, VOTES, VoteTabs } from './model.tsx';

/** Votes against, with their reasons: the group that hears objections reads them here. */
export function ObjectionsPage({ me }: PageProps) {
  const { t } = useTexts();
  const act = useAct();
  const [heard, setHeard] = useState<'yes' | 'no'>('no');
  const list = useQuery({
    queryKey: [VOTES, 'objections', heard],
    queryFn: () => answered(api.GET('/api/v1/vote-objections', { params: { query: { heard } } })),
  });
  const items = list.data?.items ?? [];
  const byItem = Object.values(Object.groupBy(items, ({ itemId }) => itemId)).flatMap((group) =>
    group?.[0] ? [{ first: group[0], group }] : [],
  );
  const mayHear = me.role === 'operator' || me.role === 'monitor';
  return (
    <>
      <PageTitle>{t('console-votes-objections')}</PageTitle>
      <VoteTabs />
      <p className="muted">{t('console-votes-objections-hint')}</p>
      <div className="petition-acts">
        {(['no', 'yes'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={heard === one} onClick={() => setHeard(one)}>
            {t(`console-votes-heard-${one}`)}
          </button>
        ))}
      </div>
      <ErrorNote error={list.error ?? act.error} />
      {list.isPending && <Skeleton rows={3} />}
      {list.data && items.length === 0 && <Empty title={t('console-votes-objections-none')} />}
      <ul className="petition-rows">
        {byItem.map(({ first, group }) => (
          <li key={first.itemId} className="card petition-row">
            <Link href={`/votes/${first.roundId}`} className="petition-ask">
              {first.title}
            </Link>
            <p className="muted">
              {t('console-votes-against', { against: first.against, exposures: first.exposures })}
            </p>
            <ul className="petition-timeline">
              {group.map(({ mark, reason, at }) => (
                <li key={mark}>
                  {reason}{' '}
                  <span className="muted">
                    <Time at={at} />
                  </span>{' '}
                  {me.role === 'operator' && (
                    <button
                      type="button"
                      disabled={act.isPending}
                      onClick={() =>
                        act.mutate((headers) =>
                          answered(
                            api.POST('/api/v1/vote-items/{itemId}/hide-reason', {
                              params: { path: { itemId: first.itemId } },
                              headers,
                              body: { mark },
                            }),
                          ),
                        )
                      }
                    >
                      {t('console-votes-hide')}
                    </button>
                  )}
                </li>
              ))}
            </ul>
            {heard === 'no' && mayHear && (
              <div className="petition-acts">
                <button
                  type="button"
                  disabled={act.isPending}
                  onClick={() =>
                    act.mutate((headers) =>
                      answered(
                        api.POST('/api/v1/vote-items/{itemId}/heard', {
                          params: { path: { itemId: first.itemId } },
                          headers,
                        }),
                      ),
                    )
                  }
                >
                  {t('console-votes-hear')}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
