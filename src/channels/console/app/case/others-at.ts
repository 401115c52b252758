import { useQuery } from '@tanstack/react-query';
import { answered, api } from '../api.ts';
import { othersKey } from '../queries.ts';

/** Often enough to be still here; who comes and goes is told by the live news in between. */
const STILL_HERE_MS = 20_000;

export interface Other {
  readonly name: string;
  readonly isAnswering: boolean;
}

/** Marks the case as read while it is open, and hears who else has it open: two answers to one citizen are one too many. */
export function useOthersAt(ticketId: string, revision: number, answering: boolean): readonly Other[] {
  const heard = useQuery({
    queryKey: [...othersKey(ticketId), revision, answering],
    queryFn: () =>
      answered(
        api.PUT('/api/v1/tickets/{ticketId}/seen', { params: { path: { ticketId } }, body: { revision, answering } }),
      ),
    refetchInterval: STILL_HERE_MS,
    staleTime: 0,
    retry: false,
    placeholderData: (before) => before,
  });
  return heard.data?.others ?? [];
}
