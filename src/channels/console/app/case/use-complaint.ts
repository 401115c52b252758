import { useQuery } from '@tanstack/react-query';
import { answered, api, type Case } from '../api.ts';

/** The complaint about silence that a case is, or that is about it. */
export function useComplaint({ id, revision }: Case['ticket']) {
  return useQuery({
    queryKey: ['complaint', id, revision],
    queryFn: () => answered(api.GET('/api/v1/tickets/{ticketId}/complaint', { params: { path: { ticketId: id } } })),
  });
}
