import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { InboxRow } from '../api.ts';
import { useTexts } from '../texts.tsx';

interface Around {
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** What was answered leaves the list; who stood beside it is remembered, so that the next case is one key away. */
const remembered = new Map<string, Around>();

function useAround(ticketId: string): Around {
  const lists = useQueryClient().getQueriesData<InfiniteData<{ items: InboxRow[] }>>({ queryKey: ['inbox'] });
  const ids = lists
    .map(([, list]) => list?.pages.flatMap(({ items }) => items.map((row) => row.ticketId)) ?? [])
    .find((list) => list.includes(ticketId));
  const at = ids?.indexOf(ticketId) ?? -1;
  if (at >= 0) remembered.set(ticketId, { previous: ids?.[at - 1], next: ids?.[at + 1] });
  return remembered.get(ticketId) ?? { previous: undefined, next: undefined };
}

/** The case before and after this one in the list one came from. */
export function Neighbours({ ticketId }: { ticketId: string }) {
  const { t } = useTexts();
  const around = useAround(ticketId);
  const places = (['previous', 'next'] as const).filter((name) => around[name] !== undefined);
  if (places.length === 0) return null;
  return (
    <nav className="neighbours" aria-label={t('console-neighbours')}>
      {places.map((name) => (
        <Link key={name} href={`/tickets/${around[name]}`} data-neighbour={name}>
          {t(`console-case-${name}`)}
        </Link>
      ))}
    </nav>
  );
}

/** After something was done: on to the next one. */
export function NextCase({ ticketId }: { ticketId: string }) {
  const { t } = useTexts();
  const { next } = useAround(ticketId);
  return next === undefined ? null : <Link href={`/tickets/${next}`}>{t('console-case-next')}</Link>;
}
