import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api, type Case } from '../api.ts';
import type { components } from '../api-types.ts';
import { ErrorNote, Icon, showNumber } from '../bits.tsx';
import { useTexts } from '../texts.tsx';

type Related = components['schemas']['RelatedCase'];

/** Who watches, and which cases belong to this one. */
export function DeskCard({ found }: { found: Case }) {
  const { t } = useTexts();
  const { id } = found.ticket;
  const client = useQueryClient();
  const key = ['desk', id] as const;
  const desk = useQuery({
    queryKey: key,
    queryFn: () => answered(api.GET('/api/v1/tickets/{ticketId}/desk', { params: { path: { ticketId: id } } })),
  });
  const refresh = () => client.invalidateQueries({ queryKey: key });
  const watch = useMutation({
    mutationFn: (watching: boolean) =>
      answered(api.PUT('/api/v1/tickets/{ticketId}/watch', { params: { path: { ticketId: id } }, body: { watching } })),
    onSuccess: refresh,
  });
  const unjoin = useMutation({
    mutationFn: (ticketId: string) =>
      answered(api.POST('/api/v1/tickets/{ticketId}/unjoin', { params: { path: { ticketId } }, body: {} })),
    onSuccess: refresh,
  });
  const unlink = useMutation({
    mutationFn: (number: string) =>
      answered(
        api.PUT('/api/v1/tickets/{ticketId}/link', {
          params: { path: { ticketId: id } },
          body: { number, linked: false },
        }),
      ),
    onSuccess: refresh,
  });
  if (!desk.data) return null;
  const { isWatching, watchers, parent, joined, linked } = desk.data;
  const mayJoin = found.commands.includes('answer');
  return (
    <section className="card desk-card" aria-labelledby="desk-title">
      <h2 id="desk-title" className="section-title">
        {t('console-case-together')}
      </h2>
      <button
        type="button"
        aria-pressed={isWatching}
        disabled={watch.isPending}
        onClick={() => watch.mutate(!isWatching)}
      >
        <Icon name="eye" /> {t(isWatching ? 'console-case-unwatch' : 'console-case-watch')}
      </button>
      {watchers.length > 0 && <p className="muted">{t('console-case-watchers', { names: watchers.join(', ') })}</p>}
      {parent && (
        <div>
          <p>{t('console-case-answered-with')}</p>
          <RelatedList items={[parent]} />
          {mayJoin && (
            <button type="button" className="plain link" onClick={() => unjoin.mutate(id)}>
              {t('console-case-unjoin')}
            </button>
          )}
        </div>
      )}
      {joined.length > 0 && (
        <div>
          <p>{t('console-case-joined', { count: joined.length })}</p>
          <p className="muted">{t('console-case-joined-fields')}</p>
          <RelatedList
            items={joined}
            {...(mayJoin ? { onRemove: (one: Related) => one.ticketId && unjoin.mutate(one.ticketId) } : {})}
          />
        </div>
      )}
      {linked.length > 0 && (
        <div>
          <p>{t('console-case-linked')}</p>
          <RelatedList items={linked} onRemove={({ number }) => unlink.mutate(number)} />
        </div>
      )}
      <AddRelated found={found} mayJoin={mayJoin && parent === null} onDone={refresh} />
      <ErrorNote error={watch.error ?? unjoin.error ?? unlink.error} />
    </section>
  );
}

function RelatedList({ items, onRemove }: { items: readonly Related[]; onRemove?: (one: Related) => void }) {
  const { t } = useTexts();
  return (
    <ul className="plain-list">
      {items.map((one) => (
        <li key={one.appealId} className="related">
          <span>
            {one.ticketId ? (
              <Link href={`/tickets/${one.ticketId}`}>{showNumber(one.number)}</Link>
            ) : (
              showNumber(one.number)
            )}{' '}
            {one.title}
          </span>
          {onRemove && (
            <button
              type="button"
              className="plain"
              aria-label={t('console-case-unrelate', { number: showNumber(one.number) })}
              onClick={() => onRemove(one)}
            >
              <Icon name="close" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function AddRelated({ found, mayJoin, onDone }: { found: Case; mayJoin: boolean; onDone(): Promise<void> }) {
  const { t } = useTexts();
  const { id } = found.ticket;
  const [number, setNumber] = useState('');
  const [how, setHow] = useState<'joined' | 'linked'>('linked');
  const add = useMutation({
    mutationFn: async (): Promise<void> => {
      const path = { ticketId: id };
      if (how === 'linked') {
        await answered(
          api.PUT('/api/v1/tickets/{ticketId}/link', { params: { path }, body: { number, linked: true } }),
        );
        return;
      }
      const other = await answered(api.GET('/api/v1/cases/{number}/ticket', { params: { path: { number } } }));
      await answered(
        api.POST('/api/v1/tickets/{ticketId}/join', { params: { path }, body: { ticketIds: [other.ticketId] } }),
      );
    },
    onSuccess: () => {
      setNumber('');
      return onDone();
    },
  });
  return (
    <details>
      <summary>{t('console-case-relate')}</summary>
      <form
        className="relate"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <label className="field">
          <span>{t('console-case-relate-number')}</span>
          <input
            value={number}
            required
            inputMode="numeric"
            autoComplete="off"
            onChange={({ target }) => setNumber(target.value)}
          />
        </label>
        {mayJoin && (
          <label className="field">
            <span>{t('console-case-relate-how')}</span>
            <select value={how} onChange={({ target }) => setHow(target.value as typeof how)}>
              <option value="linked">{t('console-case-relate-linked')}</option>
              <option value="joined">{t('console-case-relate-joined')}</option>
            </select>
          </label>
        )}
        <ErrorNote error={add.error} kept />
        <button type="submit" disabled={add.isPending}>
          {t('console-case-relate-act')}
        </button>
      </form>
    </details>
  );
}
