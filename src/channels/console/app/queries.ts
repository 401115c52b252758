import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered, api, type Case } from './api.ts';
import type { components } from './api-types.ts';
import { filterOf, type InboxFilter } from './inbox/filter.ts';

export type InboxView = keyof components['schemas']['InboxCounts'];

export const VIEWS: readonly InboxView[] = [
  'open',
  'mine',
  'unassigned',
  'not_registered',
  'due_soon',
  'overdue',
  'disputed',
  'in_my_hand',
  'mentioned',
  'watched',
  'answered',
  'closed',
];

const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answered(api.GET('/api/v1/session')),
  staleTime: 300_000,
});

const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: () => answered(api.GET('/api/v1/tickets/counts')),
});

const inboxQuery = (view: InboxView, { urgent, ...rest }: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: ['inbox', view, { urgent, ...rest }],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/tickets', {
          params: {
            query: {
              view,
              ...rest,
              ...(urgent ? { urgent: 'true' as const } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const useMe = () => useQuery(meQuery);
export const useCounts = () => useQuery(countsQuery);
export const useInbox = (view: InboxView, filter: InboxFilter) => useInfiniteQuery(inboxQuery(view, filter));

export const viewOf = (query: string): InboxView =>
  VIEWS.find((view) => view === new URLSearchParams(query).get('view')) ?? 'open';

/** Asks for what the page will need before there is a page: on a slow line each question costs a way there and back. */
export function askEarly(client: QueryClient): void {
  if (location.pathname.startsWith('/console/sign-in')) return;
  void client.prefetchQuery(meQuery);
  if (location.pathname !== '/console/') return;
  void client.prefetchQuery(countsQuery);
  void client.prefetchInfiniteQuery(inboxQuery(viewOf(location.search), filterOf(location.search)));
}

export const useSearch = (q: string) =>
  useQuery({
    queryKey: ['search', q],
    enabled: q.length >= 2,
    queryFn: () => answered(api.GET('/api/v1/tickets/search', { params: { query: { q } } })),
  });

export const caseKey = (ticketId: string) => ['case', ticketId] as const;

export const othersKey = (ticketId: string) => ['others', ticketId] as const;

export const useCase = (ticketId: string) =>
  useQuery<Case>({
    queryKey: caseKey(ticketId),
    queryFn: () => answered(api.GET('/api/v1/tickets/{ticketId}', { params: { path: { ticketId } } })),
  });

/** Hears of changes made anywhere and asks again for what is shown. */
export function useLiveNews(isSignedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return;
    const source = new EventSource('/api/v1/events');
    source.addEventListener('case', ({ data }: MessageEvent<string>) => {
      const { ticketIds } = JSON.parse(data) as { ticketIds: string[] };
      void client.invalidateQueries({ queryKey: ['inbox'] });
      void client.invalidateQueries({ queryKey: ['counts'] });
      void client.invalidateQueries({ queryKey: ['officer-news'] });
      for (const id of ticketIds) void client.invalidateQueries({ queryKey: caseKey(id) });
    });
    source.addEventListener('presence', ({ data }: MessageEvent<string>) => {
      const { ticketId } = JSON.parse(data) as { ticketId: string };
      void client.invalidateQueries({ queryKey: othersKey(ticketId) });
    });
    source.addEventListener('triage', () => void client.invalidateQueries({ queryKey: ['triage'] }));
    return () => source.close();
  }, [client, isSignedIn]);
}
