import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { answered, api, newIdempotencyKey } from '../../api.ts';
import { Empty, ErrorNote, Skeleton, showNumber } from '../../bits.tsx';
import { Time } from '../../dates.tsx';
import { PageTitle } from '../../shell.tsx';
import '../../styles/routing.css';
import '../../styles/triage.css';
import { useTexts } from '../../texts.tsx';

const AgencyPicker = lazy(() =>
  import('../../case/redirect-panel.tsx').then(({ AgencyPicker }) => ({ default: AgencyPicker })),
);

/** Cases without their words; opening one is recorded, passing one on goes to the head of a body. */
export function SealedPage() {
  const { t, name } = useTexts();
  const client = useQueryClient();
  const [openId, setOpenId] = useState<string | null>(null);
  const queue = useQuery({ queryKey: ['sealed'], queryFn: () => answered(api.GET('/api/v1/sealed')) });
  const items = queue.data?.items ?? [];
  const done = () => {
    setOpenId(null);
    void client.invalidateQueries({ queryKey: ['sealed'] });
  };
  return (
    <>
      <PageTitle>{t('console-sealed-title')}</PageTitle>
      <p className="muted">{t('console-sealed-hint')}</p>
      <ErrorNote error={queue.error} />
      {queue.isPending && <Skeleton rows={2} />}
      {queue.data && items.length === 0 && (
        <Empty title={t('console-sealed-empty')}>{t('console-sealed-empty-hint')}</Empty>
      )}
      <ol className="plain-list model-list">
        {items.map(({ appealId, number, kind, submittedAt, place }) => (
          <li key={appealId} className="card model-version">
            <header>
              <strong>№ {showNumber(number)}</strong> <span className="chip">{t(`console-kind-${kind}`)}</span>{' '}
              <span className="muted">
                <Time at={submittedAt} /> {place && `· ${name(place)}`}
              </span>
            </header>
            {openId === appealId ? (
              <Opened appealId={appealId} onDone={done} />
            ) : (
              <button type="button" onClick={() => setOpenId(appealId)}>
                {t('console-sealed-open')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Opened({ appealId, onDone }: { appealId: string; onDone(): void }) {
  const { t, name } = useTexts();
  const [other, setOther] = useState<string | null>(null);
  const request = { params: { path: { appealId } } };
  const headers = () => ({ 'idempotency-key': newIdempotencyKey() });
  const words = useQuery({
    queryKey: ['sealed', appealId],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => answered(api.POST('/api/v1/sealed/{appealId}/open', { ...request, headers: headers(), body: {} })),
  });
  const route = useMutation({
    mutationFn: (agencyCode: string) =>
      answered(
        api.POST('/api/v1/sealed/{appealId}/route', {
          ...request,
          headers: headers(),
          body: { agencyCode, topicId: null },
        }),
      ),
    onSuccess: onDone,
  });
  const unseal = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/v1/sealed/{appealId}/unseal', { ...request, headers: headers(), body: {} })),
    onSuccess: onDone,
  });
  const busy = route.isPending || unseal.isPending;
  return (
    <>
      <ErrorNote error={words.error ?? route.error ?? unseal.error} />
      {words.isPending && <Skeleton rows={2} />}
      {words.data && (
        <>
          <p className="words" dir="auto">
            {words.data.text}
          </p>
          <h2 className="section-title">{t('console-sealed-to')}</h2>
          <div className="triage-other">
            {words.data.candidates.map(({ code, name: called }) => (
              <button key={code} type="button" disabled={busy} onClick={() => route.mutate(code)}>
                {name(called)}
              </button>
            ))}
            <Suspense fallback={<Skeleton rows={1} />}>
              <AgencyPicker label={t('console-triage-other')} onChoose={setOther} />
            </Suspense>
            <button type="button" disabled={busy || other === null} onClick={() => other && route.mutate(other)}>
              {t('console-sealed-send')}
            </button>
            <button type="button" disabled={busy} onClick={() => unseal.mutate()}>
              {t('console-sealed-unseal')}
            </button>
          </div>
        </>
      )}
    </>
  );
}
