import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered, api, type Case } from './api.ts';
import type { components } from './api-types.ts';

export type InboxView = keyof components['schemas']['InboxCounts'];

export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: () => answered(api.GET('/api/v1/session')), staleTime: 300_000 });

export const useCounts = () =>
  useQuery({ queryKey: ['counts'], queryFn: () => answered(api.GET('/api/v1/tickets/counts')) });

export const useInbox = (view: InboxView) =>
  useInfiniteQuery({
    queryKey: ['inbox', view],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/v1/tickets', { params: { query: { view, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const useSearch = (q: string) =>
  useQuery({
    queryKey: ['search', q],
    enabled: q.length >= 2,
    queryFn: () => answered(api.GET('/api/v1/tickets/search', { params: { query: { q } } })),
  });

export const caseKey = (ticketId: string) => ['case', ticketId] as const;

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
      for (const id of ticketIds) void client.invalidateQueries({ queryKey: caseKey(id) });
    });
    source.addEventListener('triage', () => void client.invalidateQueries({ queryKey: ['triage'] }));
    return () => source.close();
  }, [client, isSignedIn]);
}
