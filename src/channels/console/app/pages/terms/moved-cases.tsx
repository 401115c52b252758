import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answered, api } from '../../api.ts';

import { ErrorNote, showNumber } from '../../bits.tsx';
import { Day } from '../../dates.tsx';
import { useTexts } from '../../texts.tsx';
import type { Schemas } from './schemas.ts';
import type { CalendarChange } from './use-calendar-change.ts';

export type Moved = Schemas['MovedCases'];

/** Which open cases, and which duties of petitions, a change would give another date. */
export function MovedList({ moved }: { moved: Moved }) {
  const { t, name } = useTexts();
  if (moved.count === 0) return <p className="muted">{t('console-terms-moved-none')}</p>;
  return (
    <details className="moved">
      <summary>{t('console-terms-moved-count', { count: moved.count })}</summary>
      <ul className="plain-list">
        {moved.items.map(({ ticketId, number, agency, before, after }) => (
          <li key={ticketId}>
            <Link href={`/tickets/${ticketId}`}>№ {showNumber(number)}</Link>{' '}
            <span className="muted">{name(agency.name)}</span>{' '}
            <Change before={before.statutoryOn ?? before.promisedOn} after={after.statutoryOn ?? after.promisedOn} />
          </li>
        ))}
        {moved.duties.map(({ dutyId, petitionId, ask, before, after }) => (
          <li key={dutyId}>
            <span className="muted">{t('console-terms-moved-petition')}</span>{' '}
            <Link href={`/petitions/${petitionId}`}>{ask}</Link>{' '}
            <Change before={before.statutoryOn} after={after.statutoryOn} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What a change would move, asked for while it is being written; nothing is saved. */
export function CalendarPreview({ change }: { change: CalendarChange }) {
  const preview = useQuery({
    queryKey: ['calendar-preview', change],
    queryFn: () => answered(api.POST('/api/v1/calendar/preview', { body: { change } })),
  });
  if (preview.error) return <ErrorNote error={preview.error} />;
  return preview.data ? <MovedList moved={preview.data} /> : null;
}

function Change({ before, after }: { before: string | null; after: string | null }) {
  return (
    <span>
      {before ? <Day on={before} /> : '—'} → {after ? <Day on={after} /> : '—'}
    </span>
  );
}

/** Saved, but open cases keep their dates until somebody says so; then their citizens are told. */
export function MoveCases({ edition, moved }: { edition: string; moved: Moved }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [done, setDone] = useState(0);
  const [isOver, setOver] = useState(moved.count === 0);
  const move = useMutation({
    mutationFn: async () => {
      for (let after: string | null = null; ; ) {
        const step: { moved: number; next: string | null } = await answered(
          api.POST('/api/v1/calendar/editions/{edition}/move', { params: { path: { edition } }, body: { after } }),
        );
        setDone((before) => before + step.moved);
        if (step.next === null) return setOver(true);
        after = step.next;
      }
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: ['inbox'] }),
  });
  return (
    <div className="move-cases" role="status">
      <p>{t(done > 0 && isOver ? 'console-terms-moved-done' : 'console-terms-saved', { count: done })}</p>
      {!isOver && (
        <>
          <MovedList moved={moved} />
          <button type="button" className="primary" disabled={move.isPending} onClick={() => move.mutate()}>
            {move.isPending
              ? t('console-terms-moving', { done, all: moved.count })
              : t('console-terms-move-act', { count: moved.count - done })}
          </button>
          <p className="muted">{t('console-terms-move-hint')}</p>
        </>
      )}
      <ErrorNote error={move.error} />
    </div>
  );
}
