import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api.ts';
import { Empty, ErrorNote, Skeleton } from '../bits.tsx';
import { Time } from '../dates.tsx';
import { PageTitle } from '../shell.tsx';
import '../styles/lists.css';
import { useTexts } from '../texts.tsx';

/** Messages that failed too often: nothing is lost, but somebody must look. */
export function ParkedPage() {
  const { t } = useTexts();
  const client = useQueryClient();
  const parked = useQuery({ queryKey: ['parked'], queryFn: () => answered(api.GET('/api/v1/parked-updates')) });
  const release = useMutation({
    mutationFn: (updateId: number) =>
      answered(api.POST('/api/v1/parked-updates/{updateId}/release', { params: { path: { updateId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['parked'] }),
  });
  return (
    <>
      <PageTitle>{t('console-nav-parked')}</PageTitle>
      <p className="muted">{t('console-parked-hint')}</p>
      <ErrorNote error={parked.error ?? release.error} />
      {parked.isPending && <Skeleton rows={3} />}
      {parked.data?.items.length === 0 && (
        <Empty title={t('console-parked-empty')}>{t('console-parked-empty-hint')}</Empty>
      )}
      {parked.data && parked.data.items.length > 0 && (
        <ul className="people">
          {parked.data.items.map(({ updateId, errorCode, receivedAt }) => (
            <li key={updateId} className="card person">
              <div>
                <strong>{updateId}</strong>
                <div className="muted">
                  <Time at={receivedAt} /> · {t('console-parked-code')} {errorCode ?? '–'}
                </div>
              </div>
              <button type="button" disabled={release.isPending} onClick={() => release.mutate(updateId)}>
                {t('console-parked-release')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
