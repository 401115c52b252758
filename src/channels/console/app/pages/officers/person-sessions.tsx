import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../../api.ts';
import { ErrorNote, Skeleton } from '../../bits.tsx';
import { browserName } from '../../browser-name.ts';
import { Time } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';

/** Where a colleague is signed in; a lost telephone is signed out from here. */
export function PersonSessions({ staffId }: { staffId: string }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const key = ['sessions-of', staffId] as const;
  const sessions = useQuery({
    queryKey: key,
    queryFn: () => answered(api.GET('/api/v1/staff/{staffId}/sessions', { params: { path: { staffId } } })),
  });
  const revoke = useMutation({
    mutationFn: (sessionId: string) =>
      answered(
        api.DELETE('/api/v1/staff/{staffId}/sessions/{sessionId}', { params: { path: { staffId, sessionId } } }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  if (sessions.isPending) return <Skeleton rows={1} />;
  return (
    <div className="person-sessions" role="status">
      <ErrorNote error={sessions.error ?? revoke.error} />
      {sessions.data?.items.length === 0 && <p className="muted">{t('console-officers-sessions-none')}</p>}
      <ul className="plain-list">
        {sessions.data?.items.map(({ id, userAgent, lastSeenAt }) => (
          <li key={id}>
            {browserName(userAgent)}{' '}
            <span className="muted">
              <Time at={lastSeenAt} />
            </span>{' '}
            <button type="button" disabled={revoke.isPending} onClick={() => revoke.mutate(id)}>
              {t('console-officers-session-end')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
