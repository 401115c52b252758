import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { Time } from '../../dates.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import { HeldDue } from '../petitions/model.tsx';
import { StretchForm } from '../petitions/stretch-form.tsx';
import { useAct, VOTES } from './model.tsx';

/** What looks unusual in a round and why, and what was set apart: a signal strikes out nothing by itself. */
export function VoteIntegrityPage({ me: { role }, params: { roundId = '' } }: PageProps) {
  const { t, name } = useTexts();
  const act = useAct();
  const params = { path: { roundId } };
  const round = useQuery({
    queryKey: [VOTES, 'round', roundId],
    queryFn: () => answered(api.GET('/api/v1/vote-rounds/{roundId}', { params })),
  });
  const integrity = useQuery({
    queryKey: [VOTES, 'vote-integrity', roundId],
    queryFn: () => answered(api.GET('/api/v1/vote-rounds/{roundId}/integrity', { params })),
  });
  const { data } = integrity;
  if (!data || !round.data) return <ErrorNote error={integrity.error ?? round.error} />;
  const isOpen = round.data.state === 'voting';
  const isUnseen = data.signals.some(({ lookedAt }) => lookedAt === null);
  return (
    <>
      <PageTitle>{t('console-votes-integrity', { count: data.signals.length })}</PageTitle>
      <p>
        <Link href={`/votes/${roundId}`} className="petition-ask">
          {name(round.data.title)}
        </Link>
      </p>
      <p className="muted">
        {t('console-votes-integrity-held', { verdicts: data.heldVerdicts, ballots: data.heldBallots })}
      </p>
      <HeldDue due={data.heldDue} />
      {data.note && (
        <p className="petition-hint">
          {t('console-petitions-public-note')} {data.note.text}
        </p>
      )}
      <ul className="petition-timeline">
        {data.signals.map(({ kind, hour, count }) => (
          <li key={`${kind} ${hour}`}>
            <strong>{t('console-petitions-signal', { kind })}</strong> · <Time at={hour} /> ·{' '}
            {t('console-votes-signal-count', { count })}
          </li>
        ))}
      </ul>
      {isUnseen && role === 'operator' && (
        <button
          type="button"
          disabled={act.isPending}
          onClick={() =>
            act.mutate((headers) =>
              answered(api.POST('/api/v1/vote-rounds/{roundId}/signals-looked', { params, headers })),
            )
          }
        >
          {t('console-petitions-look-leave')}
        </button>
      )}
      <ErrorNote error={act.error} />
      {role === 'operator' && isOpen && (
        <StretchForm
          name={`round ${roundId}`}
          begin={data.signals[0]?.hour ?? null}
          referrers={data.sources.flatMap(({ referrer }) => referrer ?? [])}
          sizeOf={(query) =>
            answered(api.GET('/api/v1/vote-rounds/{roundId}/stretch', { params: { ...params, query } }))
          }
          onSend={(kind, body, headers) =>
            answered(api.POST(`/api/v1/vote-rounds/{roundId}/${kind}`, { params, headers, body }))
          }
        />
      )}
    </>
  );
}
