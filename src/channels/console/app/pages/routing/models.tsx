import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, newIdempotencyKey } from '../../api.ts';
import { ErrorNote, Skeleton } from '../../bits.tsx';
import { Time } from '../../dates.tsx';
import '../../styles/routing.css';
import { useTexts } from '../../texts.tsx';

const SETS = ['heldOut', 'cases', 'history'] as const;

/** Versions of the trained model: what each learnt from, how it compares, and one click to route with it. */
export function ModelVersions({ mayDecide }: { mayDecide: boolean }) {
  const { t, name } = useTexts();
  const client = useQueryClient();
  const models = useQuery({
    queryKey: ['routing', 'models'],
    queryFn: () => answered(api.GET('/api/v1/routing/models')),
    refetchInterval: ({ state }) => (state.data?.training ? 3_000 : false),
  });
  const again = () => client.invalidateQueries({ queryKey: ['routing', 'models'] });
  const headers = () => ({ 'idempotency-key': newIdempotencyKey() });
  const train = useMutation({
    mutationFn: () => answered(api.POST('/api/v1/routing/models', { headers: headers(), body: {} })),
    onSuccess: again,
  });
  const promote = useMutation({
    mutationFn: (version: number) =>
      answered(
        api.POST('/api/v1/routing/models/{version}/promote', {
          params: { path: { version } },
          headers: headers(),
          body: {},
        }),
      ),
    onSuccess: again,
  });
  const { items = [], training = false } = models.data ?? {};
  const current = items.find(({ state }) => state === 'current');
  return (
    <section className="model-versions">
      <h2 className="section-title">{t('console-routing-models')}</h2>
      <p className="muted">
        {current ? t('console-routing-current', { version: current.version }) : t('console-routing-shipped')}
      </p>
      <ErrorNote error={models.error ?? train.error ?? promote.error} />
      {models.isPending && <Skeleton rows={2} />}
      {mayDecide && (
        <p className="model-acts">
          <button type="button" disabled={training || train.isPending} onClick={() => train.mutate()}>
            {training ? t('console-routing-training') : t('console-routing-train')}
          </button>
          {current && (
            <button type="button" disabled={promote.isPending} onClick={() => promote.mutate(0)}>
              {t('console-routing-rollback')}
            </button>
          )}
        </p>
      )}
      <ol className="plain-list model-list">
        {items.map((model) => (
          <li key={model.version} className="card model-version">
            <header>
              <strong>{t('console-routing-version', { version: model.version })}</strong>{' '}
              <span className={model.state === 'current' ? 'chip strong' : 'chip'}>
                {t(`console-routing-state-${model.state}`)}
              </span>{' '}
              <span className="muted">
                <Time at={model.trainedAt} /> ·{' '}
                {t(model.byNight ? 'console-routing-by-night' : 'console-routing-by-hand')} ·{' '}
                {t('console-routing-examples', { count: model.examples })}
              </span>
            </header>
            <ul className="plain-list">
              {SETS.map((set) => {
                const figures = model.figures[set];
                return figures && figures.messages > 0 ? (
                  <li key={set} className={figures.verdict === 'worse' ? 'late-text' : undefined}>
                    {t(`console-routing-set-${set.toLowerCase()}`)}:{' '}
                    {t('console-routing-compared', {
                      before: figures.rightBefore,
                      after: figures.rightAfter,
                      messages: figures.messages,
                      verdict: figures.verdict,
                    })}
                  </li>
                ) : null;
              })}
            </ul>
            {model.excluded.map(({ labelledBy, target, targetLabel, count }) => (
              <p key={labelledBy} className="model-excluded">
                {t('console-routing-excluded', { count, target: targetLabel ? name(targetLabel) : target })}
              </p>
            ))}
            {mayDecide && (model.state === 'candidate' || model.state === 'retired') && (
              <button type="button" disabled={promote.isPending} onClick={() => promote.mutate(model.version)}>
                {t('console-routing-promote')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
