import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { InboxRow } from '../api.ts';
import { useTexts } from '../texts.tsx';

/** The case before and after this one in the list one came from. */
export function Neighbours({ ticketId }: { ticketId: string }) {
  const { t } = useTexts();
  const lists = useQueryClient().getQueriesData<InfiniteData<{ items: InboxRow[] }>>({ queryKey: ['inbox'] });
  const ids = lists
    .map(([, list]) => list?.pages.flatMap(({ items }) => items.map((row) => row.ticketId)) ?? [])
    .find((list) => list.includes(ticketId));
  const at = ids?.indexOf(ticketId) ?? -1;
  const places = [
    { name: 'previous', id: ids?.[at - 1] },
    { name: 'next', id: ids?.[at + 1] },
  ].filter(({ id }) => id !== undefined);
  if (at < 0 || places.length === 0) return null;
  return (
    <nav className="neighbours" aria-label={t('console-neighbours')}>
      {places.map(({ name, id }) => (
        <Link key={name} href={`/tickets/${id}`} data-neighbour={name}>
          {t(`console-case-${name}`)}
        </Link>
      ))}
    </nav>
  );
}
